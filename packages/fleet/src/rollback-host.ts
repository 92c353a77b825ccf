import { Failure } from '@plimsoll/outcome';
import type {
  CloseReport,
  CloseRequest,
  Passed,
  StoredRelease,
  StoreWithBackups,
  Switching,
  SwitchRequest,
} from '@plimsoll/release-store';
import type { RolloutHost, Settlement } from '@plimsoll/rollout';
import { createProgressLog } from './backup/progress-log.ts';
import type { OpenServer } from './open-servers.ts';
import type { RollbackRequest } from './rollback-request.ts';
import { ledgerEntry } from './run-identity.ts';
import { warnWithoutWatchdog } from './watchdog-warning.ts';

/** Time for the gate of the earlier release; the server adds what that release's own waits need. */
const CONFIRM_WITHIN_MS = 5 * 60_000;
/** Hooks and waits of the earlier release are known only to the server; this only bounds the whole. */
const LIMIT_MS = 2 * 3_600_000;

export interface RollbackHost extends RolloutHost {
  /** All releases of the server as they are in the end, or as far as they were seen. */
  readonly releases: () => readonly StoredRelease[];
  /** What would go back if nobody confirmed; empty where nothing was switched. */
  readonly watchdog: () => string;
}

interface RollbackHostRequest {
  readonly server: OpenServer<StoreWithBackups>;
  readonly release: string;
  readonly request: RollbackRequest;
}

/** A host of a rollback: the release is there, or comes out of a backup; it is hashed again, and its own runbook brings it to life. */
export function createRollbackHost(target: RollbackHostRequest): RollbackHost {
  const { server, release, request } = target;
  const { context } = request;
  const isThere = server.report.currentRelease === release;
  const seen = { integrity: false, watchdog: '', releases: server.report.releases };
  let switching: Switching | undefined;
  let settled: CloseReport | undefined;
  const begin = (): Switching => {
    switching ??= server.store.switchTo(switchRequest(target));
    return switching;
  };
  const noteDamage = (failure: unknown): never => {
    seen.integrity ||= failure instanceof Failure && failure.code === 'integrity';
    throw failure;
  };
  return {
    label: server.label,
    stage: () => stage(target),
    prepare: async () => {
      if (!isThere && orderOf(request) === 'awaited') await begin().ready.catch(noteDamage);
    },
    activate: async () => {
      if (isThere) return { code: '', detail: '' };
      const report = await begin().go().catch(noteDamage);
      const { gate } = report;
      seen.watchdog = report.watchdog;
      settled = report.closed;
      warnWithoutWatchdog(server.label, report, context.log);
      if (request.gate === 'skipped')
        context.log.warning(`${server.label}: forced, the health of ${release} was not checked. ${gate.detail}`.trim());
      return gate;
    },
    releases: () => seen.releases,
    watchdog: () => seen.watchdog,
    settle: async (settlement) => {
      const close = (): Promise<CloseReport> =>
        server.store.close(closeRequest(target, untouched(settlement, switching), seen));
      const closed = settled ?? (await close());
      seen.releases = closed.releases;
      return isThere && settlement.decision === 'confirm' ? { ...closed, end: 'confirmed' } : closed;
    },
  };
}

/** Only a goal that is a backup brings a release that is not there yet. */
async function stage({ server, release, request }: RollbackHostRequest): Promise<void> {
  const { goal, context } = request;
  if (goal.mode !== 'backup') return;
  const { label, store, report } = server;
  const { backup, info } = await store.stageBackup({
    fence: report.fence,
    place: goal.place,
    id: goal.id,
    release,
    signal: context.signal,
    onProgress: createProgressLog(label, context.log),
  });
  // What the release is made of was compared just now; but somebody who knew of damage elsewhere in it is to decide first.
  if (backup.verified === 'damaged') {
    throw new Failure(
      'integrity',
      `Backup ${goal.id} was found damaged. Verify it again (backup with operation: verify), or take another one.`,
    );
  }
  context.log.info(`${label}: made release ${release} (${info.version}) from backup ${goal.id}`);
}

function switchRequest({ server, release, request }: RollbackHostRequest): SwitchRequest {
  const { context, identity, reason } = request;
  return {
    fence: server.report.fence,
    release,
    verify: 'again',
    gate: request.gate,
    order: orderOf(request),
    prepare: '',
    beforeSwitch: '',
    confirmWithinMs: CONFIRM_WITHIN_MS,
    entry: ledgerEntry(identity, {
      action: 'rollback',
      reason,
      forced: request.gate === 'skipped' ? 'yes' : 'no',
      ...(request.goal.mode === 'backup' ? { backup: request.goal.id } : {}),
    }),
    limitMs: LIMIT_MS,
    signal: context.signal,
    whenPassed: orderOf(request) === 'at-once' ? passed({ server, request }) : 'wait',
  };
}

/** What was left by itself was bad; what was left for a named release may be good. */
function passed({ server, request }: Pick<RollbackHostRequest, 'server' | 'request'>): Passed {
  const markFailed = request.goal.mode === 'auto' ? server.report.currentRelease : '';
  return { decision: 'confirm', event: 'rolled-back', markFailed, keep: 0 };
}

/** One host alone need not wait for others to get ready; then checking the release and its end are part of the switch. */
function orderOf({ inputs }: RollbackRequest): SwitchRequest['order'] {
  return inputs.hosts.length === 1 ? 'at-once' : 'awaited';
}

/** A host that certainly was not switched has nothing to go back from. */
function untouched(settlement: Settlement, switching: Switching | undefined): Settlement {
  return settlement.decision === 'revert' && switching?.switched() === 'no' ? { decision: 'drop' } : settlement;
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
    case 'confirm':
      return { ...common, ...passed({ server, request }) };
    case 'later':
      return { ...common, decision: 'later' };
    case 'drop': {
      // What came out of a backup just now is removed again; any other release stays, and is not to be chosen when it is damaged.
      const isKept = seen.integrity && request.goal.mode !== 'backup';
      return { ...common, decision: 'drop', markFailed: isKept ? release : '' };
    }
    default:
      return { ...common, ...settlement };
  }
}
