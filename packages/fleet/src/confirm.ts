import type { ActionContext } from '@plimsoll/action-kit';
import { asFailure, Failure, type FailureCode } from '@plimsoll/outcome';
import { type Fleet, openFleet } from './fleet.ts';
import { type OpenServer, openServers } from './open-servers.ts';
import { unexpected } from './rollback-target.ts';
import type { RunIdentity } from './run-identity.ts';
import type { ServerInputs } from './server-inputs.ts';

export interface ConfirmRequest {
  readonly inputs: ServerInputs;
  /** Empty: whatever is live. */
  readonly expectedCurrent: string;
  readonly identity: RunIdentity;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
  readonly onFolder: (folder: string) => void;
}

export interface Confirmation {
  readonly release: string;
  readonly code: FailureCode | '';
  readonly hosts: readonly {
    readonly label: string;
    readonly release: string;
    readonly code: FailureCode | '';
    readonly detail: string;
  }[];
}

/**
 * The release that is live on every server and waits for its confirmation, or had it before. Takes no lease and changes nothing.
 * @throws Failure when a server cannot be looked at, has nothing to confirm, or is on another release than the others
 */
export async function releaseToConfirm(fleet: Fleet, context: ConfirmRequest['context']): Promise<string> {
  const servers = await openServers(fleet, { intent: 'look', lockTimeoutMs: 0, base: 'none', next: [], context });
  for (const server of servers) {
    const refusal = refuse(server, '');
    if (refusal !== undefined)
      throw new Failure(refusal.code, `${server.label}: ${refusal.message}`, { cause: refusal });
  }
  const [release = '', ...others] = new Set(servers.map(({ report }) => report.currentRelease));
  if (others.length === 0) return release;
  const seen = servers.map(({ label, report }) => `${label} is on ${report.currentRelease}`).join(', ');
  throw new Failure(
    'unexpected-current',
    `The servers differ, so no one release can be confirmed: ${seen}. Bring them to one release: deploy again, or rollback with mode: to.`,
  );
}

/** Tells every server that its unconfirmed release is good. @throws Failure when a server cannot be opened. */
export async function confirmRelease(request: ConfirmRequest): Promise<Confirmation> {
  const { inputs, identity, context, onFolder } = request;
  const fleet = await openFleet({ inputs, context, onFolder, owner: identity.owner, who: identity.who });
  try {
    const servers = await openServers(fleet, {
      intent: 'confirm',
      lockTimeoutMs: inputs.lockTimeoutMs,
      base: 'none',
      next: ['close'],
      context,
    });
    const hosts = await confirmAll(servers, request.expectedCurrent);
    const failed = hosts.find(({ code }) => code !== '');
    return { release: hosts[0]?.release ?? '', code: failed?.code ?? '', hosts };
  } finally {
    await fleet.close();
  }
}

type ConfirmedHost = Confirmation['hosts'][number];

/** All servers or none: where some were confirmed and others go back when their time is over, users would get two versions. */
export async function confirmAll(
  servers: readonly OpenServer[],
  expectedCurrent: string,
): Promise<readonly ConfirmedHost[]> {
  const looked = servers.map((server) => ({ server, refusal: refuse(server, expectedCurrent) }));
  const refused = looked.find(({ refusal }) => refusal !== undefined);
  if (refused?.refusal === undefined) return Promise.all(servers.map(confirmOn));
  const because = new Failure(refused.refusal.code, `Nothing was confirmed here, because of ${refused.server.label}.`);
  return Promise.all(looked.map(({ server, refusal = because }) => leave(server, refusal)));
}

/** Gives the lease back. */
async function leave(server: OpenServer, why: Why): Promise<ConfirmedHost> {
  const { report, store } = server;
  try {
    await store.close({ decision: 'drop', fence: report.fence, release: '', markFailed: '', keep: 0 });
    return endOn(server, why);
  } catch (thrown) {
    return endOn(server, why.code === '' ? asFailure(thrown) : why);
  }
}

type Why = { readonly code: FailureCode | ''; readonly message: string };

function endOn({ label, report }: OpenServer, { code, message }: Why): ConfirmedHost {
  return { label, release: report.currentRelease, code, detail: message };
}

async function confirmOn(server: OpenServer): Promise<ConfirmedHost> {
  const { label, report, store } = server;
  const release = report.currentRelease;
  if (!isArmed(server)) return leave(server, { code: '', message: 'It had been confirmed before.' });
  try {
    const closed = await store.close({
      decision: 'confirm',
      fence: report.fence,
      release,
      event: 'confirmed',
      markFailed: '',
      keep: 0,
    });
    if (closed.end === 'confirmed') return { label, release, code: '', detail: '' };
    return {
      label,
      release,
      code: 'reverted',
      detail: 'The confirmation came too late: the server had gone back already.',
    };
  } catch (thrown) {
    return endOn(server, asFailure(thrown));
  }
}

/** Only a live release that waits, or that was confirmed before, can be confirmed. */
function refuse(server: OpenServer, expectedCurrent: string): Failure | undefined {
  const { report } = server;
  const [undone] = report.undone;
  if (undone !== undefined)
    return new Failure(
      'reverted',
      `Release ${undone.release} was not confirmed in time (confirm-within), and its server went back to ${undone.live}. Deploy it again, with more time if its checks need it.`,
    );
  const difference = unexpected(report, expectedCurrent);
  if (difference !== undefined) return new Failure('unexpected-current', `It ${difference}`);
  if (report.currentRelease === '')
    return new Failure('no-release', 'There is no live release to confirm: deploy one first, to this deploy-path.');
  if (isArmed(server)) return undefined;
  const newest = report.releases.at(-1);
  // Somebody confirms what was deployed last: that an older release is live and healthy again must not pass for it.
  if (newest?.state === 'reverted' && !newest.current) {
    const why = `release ${newest.id} was never confirmed and was taken back; ${report.currentRelease} is live.`;
    return new Failure('reverted', why);
  }
  const state = report.releases.find(({ current }) => current)?.state;
  if (state === 'healthy') return undefined;
  return new Failure(
    'no-release',
    `Release ${report.currentRelease} is ${state ?? 'unknown'} and does not wait for a confirmation. Deploy again, or go back to a healthy release (rollback).`,
  );
}

function isArmed({ report }: OpenServer): boolean {
  return report.armed.some(({ release }) => release === report.currentRelease);
}
