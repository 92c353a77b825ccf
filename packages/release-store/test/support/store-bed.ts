import { createStoreWithBackups } from '../../src/backup/backup-store.ts';
import type { StoreWithBackups } from '../../src/backup/contract.ts';
import { makePlan } from '../../src/plan.ts';
import { createReleaseId } from '../../src/release-id.ts';
import type { StoreReport } from '../../src/report.ts';
import type { Runbook } from '../../src/runbook.ts';
import { scanSource } from '../../src/scan.ts';
import type { CloseReport, CloseRequest, Switching, SwitchRequest } from '../../src/store-contract.ts';
import { createTree } from '../../src/tree.ts';
import type { LocalHost } from './local-host.ts';

export const NO_HOOKS: Runbook = {
  services: [],
  afterSwitch: '',
  healthCommand: '',
  healthUrl: '',
  healthTimeoutMs: 1_000,
  startupWaitMs: 0,
  commandTimeoutMs: 20_000,
};

/** A store on a local host, and what its programs said. */
export interface StoreBed {
  readonly store: StoreWithBackups;
  readonly output: string[];
  readonly steps: string[];
}

export function openStoreBed(host: Pick<LocalHost, 'connection'>, deployPath: string, owner = 'me'): StoreBed {
  const output: string[] = [];
  const steps: string[] = [];
  const store = createStoreWithBackups({
    connection: host.connection,
    deployPath,
    owner,
    who: `run of ${owner}`,
    onOutput: (line) => output.push(line),
    onStep: (step) => steps.push(step),
  });
  return { store, output, steps };
}

const NEVER = new AbortController().signal;

export function openForDeployment({ store }: StoreBed, base: 'listed' | 'verified' = 'verified'): Promise<StoreReport> {
  return store.open({ intent: 'deploy', lockTimeoutMs: 0, base, signal: NEVER });
}

/** One deployment up to the end of its stage. */
export interface Staged {
  readonly release: string;
  readonly report: StoreReport;
  readonly linked: string;
  readonly sent: number;
}

let now = Date.parse('2026-01-31T12:00:00Z');

export async function stageRelease(
  bed: StoreBed,
  source: string,
  more: {
    readonly runbook?: Partial<Runbook>;
    readonly report?: StoreReport;
    readonly hooks?: 'yes' | 'no';
    readonly shared?: readonly string[];
  } = {},
): Promise<Staged> {
  const report = more.report ?? (await openForDeployment(bed));
  const entries = await scanSource(source, () => true);
  now += 1_000;
  const release = createReleaseId(new Date(now), 'abcdef0123', new Set());
  let sent = 0;
  const { linked } = await bed.store.stage({
    fence: report.fence,
    release,
    plan: makePlan(createTree(entries), report.base),
    base: report.base?.release ?? '',
    tools: report.tools,
    info: { version: 'v1', at: new Date(now).toISOString(), size: 1, files: entries.length, by: 'me' },
    runbook: { ...NO_HOOKS, ...more.runbook },
    hooks: more.hooks ?? 'no',
    shared: more.shared ?? [],
    signal: NEVER,
    onSent: (bytes) => (sent += bytes),
  });
  return { release, report, linked, sent };
}

export function beginSwitch(
  bed: StoreBed,
  staged: Pick<Staged, 'release' | 'report'>,
  more: Partial<SwitchRequest> = {},
): Switching {
  return bed.store.switchTo({
    fence: staged.report.fence,
    release: staged.release,
    verify: 'known',
    prepare: '',
    beforeSwitch: '',
    confirmWithinMs: 60_000,
    gate: 'asked',
    entry: { by: 'me' },
    limitMs: 60_000,
    signal: NEVER,
    order: 'at-once',
    whenPassed: 'wait',
    ...more,
  });
}

type Ending =
  | { readonly decision: 'confirm'; readonly event?: string; readonly markFailed?: string; readonly keep?: number }
  | { readonly decision: 'later' }
  | { readonly decision: 'drop' }
  | { readonly decision: 'revert'; readonly mark: 'failed' | 'reverted' };

export function closeRelease(
  { store }: StoreBed,
  staged: Pick<Staged, 'release' | 'report'>,
  ending: Ending,
): Promise<CloseReport> {
  const common = {
    fence: staged.report.fence,
    release: staged.release,
    keep: 0,
    event: 'deployed',
    markFailed: '',
    cause: 'health',
  };
  const request: CloseRequest = { ...common, ...ending };
  return store.close(request);
}

/** A whole deployment that passes. */
export async function deployRelease(bed: StoreBed, source: string, runbook: Partial<Runbook> = {}): Promise<Staged> {
  const staged = await stageRelease(bed, source, { runbook });
  await beginSwitch(bed, staged).go();
  await closeRelease(bed, staged, { decision: 'confirm' });
  return staged;
}
