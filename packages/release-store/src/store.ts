import { Failure, type FailureCode, isFailureCode } from '@plimsoll/outcome';
import type { Connection, RemoteEvent } from '@plimsoll/ssh';
import { archiveOf } from './archive.ts';
import { fromText } from './byte-path.ts';
import { chooseEncoding, compress } from './compression.ts';
import { type Performance, perform } from './performance.ts';
import type { Plan } from './plan.ts';
import { PROGRAMS } from './programs.ts';
import { parseReleases, type ReleaseInfo, ReportReader, type StoredRelease, type StoreReport } from './report.ts';
import { formatRunbook, type Runbook } from './runbook.ts';

/** Beyond what the programs wait for by themselves: hashing, linking and flushing of very large releases. */
const SLACK_MS = 30 * 60_000;

/** Who changes a store, and where. */
export interface StoreSettings {
  readonly connection: Connection;
  /** Absolute. */
  readonly deployPath: string;
  /** Names this run; a later execution with the same owner takes its lease over at once. */
  readonly owner: string;
  /** For people who wait for the lease: one line. */
  readonly who: string;
  /** Called for each line that commands on the server print. */
  readonly onOutput: (line: string) => void;
  /** Called when the server starts with something that takes time: `prepare`, `services restart`, `health` … */
  readonly onStep: (step: string) => void;
}

/** `deploy` waits for a release that is being confirmed; `rollback` and `recover` end it; `confirm` keeps it. */
export type Intent = 'deploy' | 'rollback' | 'confirm' | 'recover';

export interface OpenRequest {
  readonly intent: Intent;
  readonly lockTimeoutMs: number;
  /** Asks for the manifest to compare with, and hashes that release first when content is to be verified in full. */
  readonly base: 'none' | 'listed' | 'verified';
  readonly signal: AbortSignal;
}

export interface StageRequest {
  readonly fence: number;
  readonly release: string;
  readonly plan: Plan;
  /** The release that the plan was made against, or empty. */
  readonly base: string;
  readonly tools: ReadonlySet<string>;
  readonly info: ReleaseInfo;
  readonly runbook: Runbook;
  readonly signal: AbortSignal;
  /** Called with the number of bytes that left, after compression. */
  readonly onSent: (bytes: number) => void;
}

export interface SwitchRequest {
  readonly fence: number;
  readonly release: string;
  /** Hash the release again first: for releases that were not staged just now. */
  readonly verify: 'again' | 'known';
  readonly prepare: string;
  readonly beforeSwitch: string;
  readonly confirmWithinMs: number;
  /** `skipped`: the health check is left out, and whatever else the gate says does not count. */
  readonly gate: 'asked' | 'skipped';
  /** Members of the ledger entry. */
  readonly entry: LedgerEntry;
  /** How long prepare and gate may take, for the limit of the whole execution. */
  readonly limitMs: number;
  readonly signal: AbortSignal;
  /** `at-once` where no other host has to get ready first: saves a round trip. */
  readonly order: 'awaited' | 'at-once';
}

export type LedgerEntry = { readonly [member: string]: string };

/** What the gate of a release said. */
export interface Gate {
  /** Empty when it passed. */
  readonly code: FailureCode | '';
  readonly detail: string;
}

/** A switch under way: first it gets ready (hooks ran, release checked), then it waits for the order. */
export interface Switching {
  readonly ready: Promise<void>;
  /** Gives the order, unless it was given at once. Resolves with what the gate said; rejects when it is not known. */
  go(): Promise<SwitchReport>;
  /** Whether the server said that `current` was switched. */
  readonly switched: () => boolean;
}

export interface SwitchReport {
  readonly gate: Gate;
  /** Where a revert leads; empty when there is no healthy release to go back to. */
  readonly revertTarget: string;
  /** `system-timer`, `user-timer` or `detached`. */
  readonly watchdog: string;
}

export type CloseRequest = {
  readonly fence: number;
  readonly release: string;
  /** Healthy releases to keep; 0 keeps all. */
  readonly keep: number;
} & (
  | { readonly decision: 'confirm'; readonly event: string; readonly markFailed: string }
  | { readonly decision: 'later' }
  | { readonly decision: 'drop'; readonly markFailed: string }
  | { readonly decision: 'revert'; readonly cause: string; readonly mark: 'failed' | 'reverted' }
);

export interface CloseReport {
  /**
   * `late`: too late for a confirmation, the server had reverted. `stayed`: there was nothing to go back to.
   * `revert-failed`: it went back, but the earlier release is not well either.
   */
  readonly end: 'confirmed' | 'pending' | 'dropped' | 'reverted' | 'revert-failed' | 'stayed' | 'late';
  /** The release that is live again after a revert. */
  readonly liveRelease: string;
  readonly detail: string;
  readonly removed: readonly string[];
  /** Seconds since 1970, for `pending`. */
  readonly deadline: number;
  /** All releases as they are now. */
  readonly releases: readonly StoredRelease[];
}

/** The releases on one server. Each method is one execution. */
export interface Store {
  /** Announces the executions that come after the next one, so that they start faster. */
  announce(...executions: readonly ('stage' | 'switch' | 'close')[]): void;
  look(request: Pick<OpenRequest, 'base' | 'signal'>): Promise<StoreReport>;
  open(request: OpenRequest): Promise<StoreReport>;
  stage(request: StageRequest): Promise<{ readonly linked: string }>;
  switchTo(request: SwitchRequest): Switching;
  close(request: CloseRequest): Promise<CloseReport>;
}

/** Opens no connection and runs nothing by itself. */
export function createStore(settings: StoreSettings): Store {
  return {
    announce: (...executions) => {
      for (const name of executions) settings.connection.prepare(PROGRAMS[name]);
    },
    look: (request) => open(settings, { ...request, intent: 'recover', lockTimeoutMs: 0 }, 'look'),
    open: (request) => open(settings, request, 'take'),
    stage: (request) => stage(settings, request),
    switchTo: (request) => switchTo(settings, request),
    close: (request) => close(settings, request),
  };
}

async function open(settings: StoreSettings, request: OpenRequest, mode: 'look' | 'take'): Promise<StoreReport> {
  const reader = new ReportReader();
  const { done } = start(settings, 'open', {
    args: {
      do: mode,
      intent: request.intent,
      lock_timeout: seconds(request.lockTimeoutMs),
      base: request.base === 'none' ? 'no' : 'yes',
      verify_content: request.base === 'verified' ? 'full' : 'changed',
    },
    onEvent: reader.hear,
    signal: request.signal,
    limitMs: request.lockTimeoutMs + SLACK_MS,
  });
  await done;
  return reader.read();
}

async function stage(settings: StoreSettings, request: StageRequest): Promise<{ linked: string }> {
  const encoding = chooseEncoding(request.tools);
  const paths = request.plan.manifest.entries.map((entry) => entry.path);
  let linked = '';
  const { done } = start(settings, 'stage', {
    args: {
      intent: 'deploy',
      fence: String(request.fence),
      release: request.release,
      base: request.base,
      encoding,
      digest: request.plan.manifest.digest,
      entries: String(paths.length),
      newlines: String(paths.reduce((sum, path) => sum + path.split('\n').length - 1, 0)),
      info: fromText(JSON.stringify(request.info)),
      runbook: formatRunbook(request.runbook),
    },
    body: counted(compress(archiveOf(request.plan), encoding), request.onSent),
    onEvent: (event) => {
      if (event.name === 'linked') linked = event.value;
    },
    signal: request.signal,
    limitMs: 24 * 60 * 60_000,
  });
  await done;
  return { linked };
}

function switchTo(settings: StoreSettings, request: SwitchRequest): Switching {
  const heard = new Map<string, string>();
  const ready = Promise.withResolvers<void>();
  const performance = start(settings, 'switch', {
    args: {
      do: 'switch',
      intent: 'deploy',
      fence: String(request.fence),
      release: request.release,
      order: request.order,
      verify: request.verify === 'again' ? 'yes' : 'no',
      force: request.gate === 'skipped' ? 'yes' : 'no',
      prepare: fromText(request.prepare),
      before_switch: fromText(request.beforeSwitch),
      confirm_within: seconds(request.confirmWithinMs),
      entry: formatEntry(request.entry),
    },
    onEvent: ({ name, value }) => {
      heard.set(name, value);
      if (name === 'ready') ready.resolve();
    },
    signal: request.signal,
    limitMs: request.limitMs + SLACK_MS,
  });
  performance.done.then(
    () => ready.reject(unheard('ready')),
    (failure: unknown) => ready.reject(failure),
  );
  return {
    ready: ready.promise,
    switched: () => heard.has('switched'),
    go: async () => {
      if (request.order === 'awaited') performance.running.send('go');
      await performance.done;
      return readSwitch(heard);
    },
  };
}

function readSwitch(heard: ReadonlyMap<string, string>): SwitchReport {
  const gate = heard.get('gate');
  if (gate === undefined) throw unheard('gate');
  const space = gate.indexOf(' ');
  const code = gate.slice(0, space);
  if (code !== 'pass' && !isFailureCode(code)) throw unheard(`gate '${code}'`);
  const detail = Buffer.from(gate.slice(space + 1), 'latin1').toString('utf8');
  const revertTarget = heard.get('switched')?.split(' ')[1] ?? '';
  return { gate: { code: code === 'pass' ? '' : code, detail }, revertTarget, watchdog: heard.get('watchdog') ?? '' };
}

async function close(settings: StoreSettings, request: CloseRequest): Promise<CloseReport> {
  const heard = new Map<string, string>();
  const lists = { removed: [] as string[], release: [] as string[] };
  const { done } = start(settings, 'close', {
    args: {
      do: request.decision,
      intent: 'recover',
      fence: String(request.fence),
      release: request.release,
      keep: String(request.keep),
      event: request.decision === 'confirm' ? request.event : '',
      failed: 'markFailed' in request ? request.markFailed : '',
      cause: request.decision === 'revert' ? request.cause : '',
      mark: request.decision === 'revert' ? request.mark : '',
    },
    onEvent: ({ name, value }) => {
      if (name === 'removed' || name === 'release') lists[name].push(value);
      else heard.set(name, value);
    },
    limitMs: SLACK_MS,
  });
  await done;
  return {
    ...readClose(heard),
    removed: lists.removed,
    releases: parseReleases(lists.release, heard.get('current') ?? ''),
  };
}

type CloseEnd = Pick<CloseReport, 'end' | 'liveRelease' | 'detail' | 'deadline'>;

function readClose(heard: ReadonlyMap<string, string>): CloseEnd {
  if (!heard.has('closed')) throw unheard('closed');
  const nothing = { liveRelease: '', detail: '', deadline: 0 };
  const late = heard.get('late');
  if (late !== undefined) return { ...nothing, end: 'late', detail: late };
  const reverted = heard.get('reverted');
  if (reverted !== undefined) return readReverted(reverted);
  if (heard.has('stayed')) return { ...nothing, end: 'stayed', liveRelease: heard.get('stayed') ?? '' };
  const pending = heard.get('pending');
  if (pending !== undefined) return { ...nothing, end: 'pending', deadline: Number(pending) };
  return { ...nothing, end: heard.has('confirmed') ? 'confirmed' : 'dropped' };
}

function readReverted(value: string): CloseEnd {
  const [liveRelease = '', code = '', ...detail] = Buffer.from(value, 'latin1').toString('utf8').split(' ');
  return { end: code === '' ? 'reverted' : 'revert-failed', liveRelease, detail: detail.join(' '), deadline: 0 };
}

interface Start {
  readonly args: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
  readonly onEvent: (event: RemoteEvent) => void;
  readonly signal?: AbortSignal;
  readonly limitMs: number;
}

function start(settings: StoreSettings, name: keyof typeof PROGRAMS, request: Start): Performance {
  const { connection, deployPath, owner, who, onOutput, onStep } = settings;
  return perform(connection, {
    ...request,
    name,
    program: PROGRAMS[name],
    args: { deploy_path: fromText(deployPath), owner: fromText(owner), who: fromText(who), ...request.args },
    onOutput,
    onEvent: (event) => {
      if (event.name === 'step') onStep(event.value);
      else if (event.name === 'waiting') onStep(`waiting: ${Buffer.from(event.value, 'latin1').toString('utf8')}`);
      else request.onEvent(event);
    },
  });
}

async function* counted(
  stream: AsyncIterable<Uint8Array>,
  onSent: (bytes: number) => void,
): AsyncGenerator<Uint8Array> {
  for await (const chunk of stream) {
    yield chunk;
    onSent(chunk.length);
  }
}

/** The members of a ledger entry as the server appends them: JSON without its braces. */
function formatEntry(entry: LedgerEntry): string {
  return fromText(JSON.stringify(entry).slice(1, -1));
}

function seconds(ms: number): string {
  return String(Math.ceil(ms / 1000));
}

function unheard(what: string): Failure {
  return new Failure(
    'remote-environment',
    `The server ended without saying '${what}'. Run the deployment again; it repairs what is left.`,
  );
}
