import type { ActionContext } from '@plimsoll/action-kit';
import { asFailure, Failure, type FailureCode } from '@plimsoll/outcome';
import { openFleet } from './fleet.ts';
import { type OpenServer, openServers } from './open-servers.ts';
import { checkExpected } from './rollback-target.ts';
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
    const hosts = await Promise.all(servers.map((server) => confirmOn(server, request.expectedCurrent)));
    const failed = hosts.find(({ code }) => code !== '');
    return { release: hosts[0]?.release ?? '', code: failed?.code ?? '', hosts };
  } finally {
    await fleet.close();
  }
}

async function confirmOn(server: OpenServer, expectedCurrent: string): Promise<Confirmation['hosts'][number]> {
  const { label, report, store } = server;
  const release = report.currentRelease;
  const refusal = refuse(server, expectedCurrent);
  try {
    if (refusal !== undefined || !isArmed(server)) {
      await store.close({ decision: 'drop', fence: report.fence, release: '', markFailed: '', keep: 0 });
      return { label, release, code: refusal?.code ?? '', detail: refusal?.message ?? 'It had been confirmed before.' };
    }
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
    const { code, message } = asFailure(thrown);
    return { label, release, code, detail: message };
  }
}

/** Only a live release that waits, or that was confirmed before, can be confirmed. */
function refuse(server: OpenServer, expectedCurrent: string): Failure | undefined {
  const { report } = server;
  const [undone] = report.undone;
  if (undone !== undefined)
    return new Failure('reverted', `The time of release ${undone.release} was over; ${undone.live} is live again.`);
  try {
    checkExpected([server], expectedCurrent);
  } catch (thrown) {
    return asFailure(thrown);
  }
  if (report.currentRelease === '') return new Failure('no-release', 'There is no live release to confirm.');
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
    `Release ${report.currentRelease} is ${state ?? 'unknown'} and does not wait for a confirmation.`,
  );
}

function isArmed({ report }: OpenServer): boolean {
  return report.armed.some(({ release }) => release === report.currentRelease);
}
