import { asFailure, Failure, type FailureCode } from '@plimsoll/outcome';
import { createStoreWithBackups, type StoredRelease, type StoreWithBackups } from '@plimsoll/release-store';
import { concludeRollout, type HostOutcome, type RolloutVerdict, rollOut } from '@plimsoll/rollout';
import { type Fleet, openFleetOf } from './fleet.ts';
import { giveBack, type OpenServer, openServers } from './open-servers.ts';
import { createRollbackHost } from './rollback-host.ts';
import type { RollbackRequest } from './rollback-request.ts';
import { checkExpected, chooseTarget } from './rollback-target.ts';

export interface Rollback {
  /** The release that is to be live now. */
  readonly release: string;
  readonly previous: string;
  readonly servers: readonly OpenServer[];
  /** The releases of the first server as they are in the end. */
  readonly releases: readonly StoredRelease[];
  readonly outcomes: readonly HostOutcome[];
  readonly verdict: RolloutVerdict;
  /** The watchdog of the first server, empty where nothing was switched. */
  readonly watchdog: string;
  /** Releases that were tried before and were not good. */
  readonly tried: readonly string[];
  /** True when nothing had to be switched. */
  readonly alreadyThere: boolean;
  /** Id of the backup that the release came out of, empty without one. */
  readonly backup: string;
}

/** Another release may do better when it was the target's own fault; trouble with the server would only meet it again. */
const TRY_NEXT: ReadonlySet<FailureCode | ''> = new Set(['integrity', 'health', 'process', 'remote-command']);

/** Brings all servers back to an earlier release. @throws Failure for everything that fails before a switch. */
export async function rollBack(request: RollbackRequest): Promise<Rollback> {
  const { inputs, identity, context } = request;
  const fleet = await openFleetOf(createStoreWithBackups, {
    inputs,
    context,
    onFolder: request.onFolder,
    owner: identity.owner,
    who: identity.who,
  });
  try {
    const tried: string[] = [];
    for (;;) {
      const result = await attempt(fleet, request, [...tried]);
      if (request.goal.mode !== 'auto' || !TRY_NEXT.has(result.verdict.cause) || context.signal.aborted) return result;
      context.log.warning(
        `Release ${result.release} is not good (${result.verdict.cause}: ${result.verdict.detail}). Trying the one before.`,
      );
      tried.push(result.release);
      if (!hasAnother(result, tried)) return result;
    }
  } finally {
    await fleet.close();
  }
}

async function attempt(
  fleet: Fleet<StoreWithBackups>,
  request: RollbackRequest,
  tried: readonly string[],
): Promise<Rollback> {
  const { context, inputs, identity, reason } = request;
  request.onHold('held');
  const servers = await openServers(fleet, {
    intent: 'rollback',
    lockTimeoutMs: inputs.lockTimeoutMs,
    base: 'none',
    undo: { reason, undoneBy: identity.actor, undoneRun: identity.runUrl },
    next: inputs.hosts.length === 1 ? ['switch'] : ['switch', 'close'],
    context,
  }).catch((failure: unknown) => {
    if (asFailure(failure).code === 'locked') request.onHold('released');
    throw failure;
  });
  try {
    checkExpected(servers, request.expectedCurrent);
    const choice = chooseTarget(servers, request.goal, tried);
    const chosen = { request, servers, release: choice.release, previous: choice.previous, tried };
    return await (choice.kind === 'there' ? alreadyThere(chosen) : switchAll(chosen));
  } catch (failure) {
    await giveBack(servers, context.log);
    request.onHold('released');
    throw failure;
  }
}

/** An attempt whose target is known. */
interface Chosen extends Pick<Rollback, 'release' | 'previous' | 'tried'> {
  readonly request: RollbackRequest;
  readonly servers: readonly OpenServer<StoreWithBackups>[];
}

async function switchAll({ request, servers, release, previous, tried }: Chosen): Promise<Rollback> {
  const { context } = request;
  context.log.info(`Rolling back from ${previous || 'nothing'} to ${release}.`);
  const hosts = servers.map((server) => createRollbackHost({ server, release, request }));
  const outcomes = await rollOut({ hosts, confirm: 'auto', signal: context.signal });
  if (outcomes.every(({ end }) => end !== 'unknown')) request.onHold('released');
  const verdict = concludeRollout(outcomes, context.signal.aborted);
  const releases = hosts[0]?.releases() ?? [];
  const watchdog = hosts[0]?.watchdog() ?? '';
  const backup = request.goal.mode === 'backup' ? request.goal.id : '';
  return { release, previous, servers, releases, watchdog, outcomes, verdict, tried, backup, alreadyThere: false };
}

async function alreadyThere({ request, servers, release, previous }: Chosen): Promise<Rollback> {
  await giveBack(servers, request.context.log);
  request.onHold('released');
  const outcomes = servers.map(({ label }): HostOutcome => ({ label, end: 'healthy', code: '', detail: '' }));
  const verdict = concludeRollout(outcomes, false);
  const releases = servers[0]?.report.releases ?? [];
  const nothing = { watchdog: '', tried: [], backup: '' };
  return { release, previous, servers, releases, outcomes, verdict, ...nothing, alreadyThere: true };
}

function hasAnother(result: Rollback, tried: readonly string[]): boolean {
  try {
    return chooseTarget(result.servers, { mode: 'auto' }, tried).kind === 'switch';
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'no-release') return false;
    throw thrown;
  }
}
