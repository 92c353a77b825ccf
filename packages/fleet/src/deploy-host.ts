import type { ActionContext } from '@plimsoll/action-kit';
import { formatBytes, formatDuration } from '@plimsoll/figures';
import { Failure } from '@plimsoll/outcome';
import {
  type CloseReport,
  type CloseRequest,
  type LedgerEntry,
  makePlan,
  type Passed,
  type Plan,
  type ReleaseInfo,
  type ReleaseTree,
  type Switching,
  type SwitchRequest,
  sharedTargets,
} from '@plimsoll/release-store';
import type { RolloutHost, Settlement } from '@plimsoll/rollout';
import type { DeploymentRequest } from './deployment-request.ts';
import type { OpenServer } from './open-servers.ts';
import type { Timings } from './timings.ts';
import { warnWithoutWatchdog } from './watchdog-warning.ts';

/** Room that must stay free beside the release: manifests, archives' overhead, the ledger. */
const RESERVE_BYTES = 4 << 20;
const RESERVE_INODES = 64;
/** What a file takes at least, on the usual file systems. */
const BLOCK_BYTES = 4096;
const PROGRESS_EVERY_MS = 5_000;

export interface DeployHostRequest {
  readonly server: OpenServer;
  readonly deployment: DeploymentRequest;
  readonly tree: ReleaseTree;
  readonly release: string;
  readonly info: ReleaseInfo;
  readonly entry: LedgerEntry;
  readonly context: Pick<ActionContext, 'log' | 'signal'>;
  readonly timings: Timings;
  /** Whether other hosts have a say: then the switch waits until all are ready, and its end until all have passed. */
  readonly order: 'awaited' | 'at-once';
}

/** A host of a deployment, and what became known on the way. */
export interface DeployHost extends RolloutHost {
  readonly server: OpenServer;
  readonly plan: Plan;
  readonly bytesSent: () => number;
  readonly elapsedMs: () => number;
  readonly watchdog: () => string;
  /** The release that a revert led to, empty without one. */
  readonly liveAfterRevert: () => string;
}

/** Plans the deployment on one host; runs nothing yet. */
export function createDeployHost(request: DeployHostRequest): DeployHost {
  const { server, context, timings } = request;
  const plan = makePlan(request.tree, server.report.base);
  const seen = { bytes: 0, watchdog: '', live: '', endedAt: 0, startedAt: performance.now() };
  let switching: Switching | undefined;
  let settled: CloseReport | undefined;
  const begin = (): Switching => {
    switching ??= server.store.switchTo(switchRequest(request));
    return switching;
  };
  return {
    label: server.label,
    server,
    plan,
    bytesSent: () => seen.bytes,
    elapsedMs: () => Math.round((seen.endedAt || performance.now()) - seen.startedAt),
    watchdog: () => seen.watchdog,
    liveAfterRevert: () => seen.live,
    stage: () =>
      timings.measure(
        'stage',
        stage(request, plan, (bytes) => (seen.bytes += bytes)),
      ),
    // Where the order is given at once, nobody knows from outside when the preparation is over: it is part of the switch.
    prepare: async () => {
      if (request.order === 'awaited') await timings.measure('prepare', begin().ready);
    },
    activate: async () => {
      const report = await timings.measure('switch and gate', begin().go());
      seen.watchdog = report.watchdog;
      settled = report.closed;
      warnWithoutWatchdog(server.label, report, context.log);
      return report.gate;
    },
    settle: async (settlement) => {
      const close = (): Promise<CloseReport> => server.store.close(closeRequest(request, settlement, switching));
      const closed = settled ?? (await timings.measure('close', close()));
      seen.live = closed.liveRelease;
      if (closed.removed.length > 0) context.log.info(`${server.label}: removed ${closed.removed.join(', ')}`);
      seen.endedAt = performance.now();
      return closed;
    },
  };
}

async function stage(request: DeployHostRequest, plan: Plan, onBytes: (bytes: number) => void): Promise<void> {
  const { server, deployment, release, info, context } = request;
  checkServer(request, plan);
  const progress = reportProgress(request, plan);
  const startedAt = performance.now();
  const { linked } = await server.store.stage({
    fence: server.report.fence,
    release,
    plan,
    base: server.report.base?.release ?? '',
    tools: server.report.tools,
    info,
    runbook: deployment.runbook,
    hooks: hasHooks(deployment) ? 'yes' : 'no',
    shared: sharedTargets(deployment),
    signal: context.signal,
    onSent: (bytes) => {
      onBytes(bytes);
      progress(bytes);
    },
  });
  context.log.info(
    `${server.label}: staged ${release} in ${formatDuration(performance.now() - startedAt)}, ${describePlan(plan)}${describeKept(linked)}`,
  );
}

const KEPT_WORDS: Readonly<Record<string, string>> = {
  reflink: 'shared with the release before (reflinks)',
  hardlink: 'shared with the release before (hard links)',
  copy: 'copied on the server from the release before',
};

/** How the files that did not change got into the release, from what the server says: `reflink 3`. */
function describeKept(linked: string): string {
  const [way = '', count = ''] = linked.split(' ');
  const words = KEPT_WORDS[way];
  return words === undefined ? '' : `, ${count} unchanged ${words}`;
}

function hasHooks({ prepare, beforeSwitch, runbook }: DeploymentRequest): boolean {
  return [prepare, beforeSwitch, runbook.afterSwitch].some((text) => text !== '');
}

/** What can be known to fail is refused before anything is sent. */
function checkServer({ server, deployment }: DeployHostRequest, plan: Plan): void {
  const { freeBytes, freeInodes, tools } = server.report;
  const needed = plan.bytes + plan.send.length * BLOCK_BYTES + RESERVE_BYTES;
  if (freeBytes < needed) {
    throw new Failure(
      'disk',
      `The server has ${formatBytes(freeBytes)} free, the release needs ${formatBytes(needed)}. Free some space or lower keep-releases.`,
    );
  }
  const inodes = plan.manifest.entries.length + RESERVE_INODES;
  if (freeInodes < inodes) {
    throw new Failure(
      'disk',
      `The server has ${freeInodes} inodes free, the release needs ${inodes}. Remove files or lower keep-releases.`,
    );
  }
  if (deployment.runbook.healthUrl !== '' && !tools.has('curl') && !tools.has('wget')) {
    throw new Failure(
      'remote-environment',
      `The server has neither curl nor GNU wget for health-url. Install one, or use health-command.`,
    );
  }
}

function reportProgress({ server, context }: DeployHostRequest, plan: Plan): (bytes: number) => void {
  let sent = 0;
  let toldAt = performance.now();
  return (bytes) => {
    sent += bytes;
    if (performance.now() - toldAt < PROGRESS_EVERY_MS) return;
    toldAt = performance.now();
    context.log.info(
      `${server.label}: sent ${formatBytes(sent)} compressed, of ${formatBytes(plan.bytes)} before compression`,
    );
  };
}

function switchRequest({ server, deployment, release, entry, order, context }: DeployHostRequest): SwitchRequest {
  return {
    fence: server.report.fence,
    release,
    verify: 'known',
    gate: 'asked',
    order,
    prepare: deployment.prepare,
    beforeSwitch: deployment.beforeSwitch,
    confirmWithinMs: deployment.confirmWithinMs,
    entry,
    limitMs: limitOf(deployment),
    signal: context.signal,
    whenPassed: order === 'awaited' ? 'wait' : passed(deployment.confirm === 'auto' ? 'confirm' : 'later', deployment),
  };
}

function passed(decision: Passed['decision'], { keepReleases }: DeploymentRequest): Passed {
  switch (decision) {
    case 'confirm':
      return { decision, event: 'deployed', markFailed: '', keep: keepReleases };
    case 'later':
      return { decision, keep: 0 };
  }
}

function closeRequest(
  { server, release, deployment }: DeployHostRequest,
  settlement: Settlement,
  switching: Switching | undefined,
): CloseRequest {
  const common = { fence: server.report.fence, release, keep: 0 };
  switch (settlement.decision) {
    case 'confirm':
    case 'later':
      return { ...common, ...passed(settlement.decision, deployment) };
    case 'drop':
      return { ...common, decision: 'drop', markFailed: '' };
    default:
      if (switching?.switched() === 'no') return { ...common, decision: 'drop', markFailed: '' };
      return { ...common, ...settlement };
  }
}

/** Files of a plan in one phrase. */
export function describePlan(plan: Plan): string {
  const counts = `${plan.create.length} new, ${plan.replace.length} replaced, ${plan.delete.length} deleted`;
  return `${counts}, ${formatBytes(plan.bytes)} of changed files`;
}

/** How long switch and gate may take at most: every command its time limit, and the waits. */
export function limitOf({ runbook }: Pick<DeploymentRequest, 'runbook'>): number {
  const commands = 3 + 2 * runbook.services.length;
  return commands * runbook.commandTimeoutMs + runbook.startupWaitMs + 2 * runbook.healthTimeoutMs;
}
