import { Failure } from '@plimsoll/outcome';
import type { CloseRequest, StoredRelease, Switching } from '@plimsoll/release-store';
import type { RolloutHost, Settlement } from '@plimsoll/rollout';
import type { OpenServer } from './open-servers.ts';
import type { RollbackRequest } from './rollback-request.ts';
import { ledgerEntry } from './run-identity.ts';

/** Time for the gate of the earlier release; the server adds what that release's own waits need. */
const CONFIRM_WITHIN_MS = 5 * 60_000;
/** Hooks and waits of the earlier release are known only to the server; this only bounds the whole. */
const LIMIT_MS = 2 * 3_600_000;

export interface RollbackHost extends RolloutHost {
  /** All releases of the server as they are in the end, or as far as they were seen. */
  readonly releases: () => readonly StoredRelease[];
}

interface RollbackHostRequest {
  readonly server: OpenServer;
  readonly release: string;
  readonly request: RollbackRequest;
}

/** A host of a rollback: nothing is staged, the release is hashed again, its own runbook brings it to life. */
export function createRollbackHost(target: RollbackHostRequest): RollbackHost {
  const { server, release, request } = target;
  const { context, identity, reason } = request;
  const isThere = server.report.currentRelease === release;
  const seen = { integrity: false, releases: server.report.releases };
  let switching: Switching | undefined;
  return {
    label: server.label,
    stage: async () => undefined,
    prepare: async () => {
      if (isThere) return;
      switching = server.store.switchTo({
        fence: server.report.fence,
        release,
        verify: 'again',
        gate: request.gate,
        order: request.inputs.hosts.length === 1 ? 'at-once' : 'awaited',
        prepare: '',
        beforeSwitch: '',
        confirmWithinMs: CONFIRM_WITHIN_MS,
        entry: ledgerEntry(identity, { action: 'rollback', reason, forced: request.gate === 'skipped' ? 'yes' : 'no' }),
        limitMs: LIMIT_MS,
        signal: context.signal,
      });
      await switching.ready.catch((failure: unknown) => {
        seen.integrity = failure instanceof Failure && failure.code === 'integrity';
        throw failure;
      });
    },
    activate: async () => {
      if (isThere) return { code: '', detail: '' };
      if (switching === undefined) throw new Failure('internal', 'The switch was asked for before it was prepared.');
      const { gate } = await switching.go();
      if (request.gate === 'skipped')
        context.log.warning(`${server.label}: forced, the health of ${release} was not checked. ${gate.detail}`.trim());
      return gate;
    },
    releases: () => seen.releases,
    settle: async (settlement) => {
      const closed = await server.store.close(closeRequest(target, settlement, seen));
      seen.releases = closed.releases;
      return isThere && settlement.decision === 'confirm' ? { ...closed, end: 'confirmed' } : closed;
    },
  };
}

function closeRequest(
  { server, release, request }: RollbackHostRequest,
  settlement: Settlement,
  seen: { readonly integrity: boolean },
): CloseRequest {
  const common = { fence: server.report.fence, release, keep: 0 };
  const { currentRelease } = server.report;
  if (currentRelease === release) return { ...common, decision: 'drop', markFailed: '' };
  switch (settlement.decision) {
    case 'confirm': {
      // What was left by itself was bad; what was left for a named release may be good.
      const markFailed = request.goal.mode === 'auto' ? currentRelease : '';
      return { ...common, decision: 'confirm', event: 'rolled-back', markFailed };
    }
    case 'later':
      return { ...common, decision: 'later' };
    case 'drop':
      return { ...common, decision: 'drop', markFailed: seen.integrity ? release : '' };
    default:
      return { ...common, ...settlement };
  }
}
