import { createHash } from 'node:crypto';
import { lstat, readdir, readFile, readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ByteString } from './tree.ts';
import { describeTree } from './tree-content.ts';

/** One directory below `releases/`, as found. */
export interface StoredRelease {
  readonly id: string;
  /** As in its record; `foreign` for a directory without a record. */
  readonly state: string;
  /** Paths of the manifest that are missing or different on the disk. */
  readonly damaged: readonly ByteString[];
  /** Paths on the disk that are not in the manifest, such as what hooks made. */
  readonly extra: readonly ByteString[];
}

/** Where `current` leads. */
export type CurrentLink =
  | { readonly kind: 'none' | 'no-link' }
  | { readonly kind: 'dangling' | 'foreign'; readonly target: string }
  | { readonly kind: 'release'; readonly release: string };

/** One line of the ledger. */
export interface LedgerEntry {
  readonly event: string;
  readonly release: string;
  readonly previous: string;
  readonly fence: number;
  readonly at: string;
}

/** All that lies on the server. */
export interface StoreReport {
  readonly current: CurrentLink;
  readonly releases: readonly StoredRelease[];
  readonly ledger: readonly LedgerEntry[];
  /** Whether nothing waits for a confirmation, a revert or a recovery: no release is armed, no trash is left, no lease is held. */
  readonly isSettled: boolean;
  /** What is not settled, in words. */
  readonly unsettled: readonly string[];
  /** Broken invariants (design, section 6), in words; empty is good. Checks that need a settled store are made only there. */
  readonly violations: readonly string[];
}

/**
 * Reads a deploy path directly, without any of the programs that write it, and checks what must hold at every instant: `current` leads to a
 * whole, recorded release (I1), no release differs from its manifest (I8), the ledger is readable and chained (I6), and, once everything is
 * settled, the ledger names the live release and no half-made one is left (I5, I6).
 */
export async function checkStore(deployPath: string): Promise<StoreReport> {
  for (let look = 1; ; look += 1) {
    const before = await findWork(deployPath);
    const releases = await readReleases(deployPath);
    const current = await readCurrent(deployPath, releases);
    const ledger = await readLedger(deployPath);
    const after = await findWork(deployPath);
    // Reading takes its time: of a store that somebody left, or came to, meanwhile, the parts need not belong together.
    if (look === LOOKS || isSameWork(before, after)) return reportOf({ releases, current, ledger, work: after });
  }
}

const LOOKS = 5;

interface Seen {
  readonly releases: readonly StoredRelease[];
  readonly current: CurrentLink;
  readonly ledger: Ledger;
  readonly work: Work;
}

function reportOf({ releases, current, ledger, work: { unsettled } }: Seen): StoreReport {
  const violations = [
    ...currentViolations(current, releases),
    ...releases.flatMap(releaseViolations),
    ...ledger.violations,
    ...(unsettled.length === 0 ? settledViolations(current, releases, ledger.entries) : []),
  ];
  return { current, releases, ledger: ledger.entries, isSettled: unsettled.length === 0, unsettled, violations };
}

async function names(folder: string): Promise<string[]> {
  return (await readdir(folder).catch(() => [])).sort((a, b) => (a < b ? -1 : 1));
}

async function firstLine(path: string): Promise<string> {
  const text = await readFile(path, 'utf8').catch(() => '');
  return text.split('\n')[0] ?? '';
}

async function readReleases(deployPath: string): Promise<StoredRelease[]> {
  const ids = await names(join(deployPath, 'releases'));
  return Promise.all(ids.map((id) => readRelease(deployPath, id)));
}

async function readRelease(deployPath: string, id: string): Promise<StoredRelease> {
  const record = join(deployPath, '.plimsoll', 'releases', id);
  const manifest = await readFile(join(record, 'manifest'), 'latin1').catch(() => undefined);
  if (manifest === undefined) return { id, state: 'foreign', damaged: [], extra: [] };
  const expected = parseManifest(manifest);
  const found = await describeTree(join(deployPath, 'releases', id));
  const digest = createHash('sha256').update(manifest, 'latin1').digest('hex');
  const isOwnDigest = (await firstLine(join(record, 'digest'))) === digest;
  const damaged = [...expected].filter(([path, line]) => found.get(path) !== line).map(([path]) => path);
  return {
    id,
    state: await firstLine(join(record, 'state')),
    damaged: isOwnDigest ? damaged : ['(manifest)', ...damaged],
    extra: [...found.keys()].filter((path) => !expected.has(path)),
  };
}

const ODD_BYTES: Readonly<Record<string, string>> = { '\\\\': '\\', '\\n': '\n', '\\r': '\r', '\\t': '\t' };
const PATH_COLUMN = 'f 0644 '.length + 64 + 1;

/** Lines of the form `<kind> <mode> <sha256> <path>`, odd bytes of the path escaped. */
function parseManifest(text: string): Map<ByteString, string> {
  const lines = text.split('\n').filter((line) => line !== '');
  return new Map(
    lines.map((line): [ByteString, string] => {
      const path = line.slice(PATH_COLUMN).replaceAll(/\\[\\nrt]/g, (odd) => ODD_BYTES[odd] ?? odd);
      return [path, line.slice(0, PATH_COLUMN - 1)];
    }),
  );
}

async function readCurrent(deployPath: string, releases: readonly StoredRelease[]): Promise<CurrentLink> {
  const path = join(deployPath, 'current');
  const stat = await lstat(path).catch(() => undefined);
  if (stat === undefined) return { kind: 'none' };
  if (!stat.isSymbolicLink()) return { kind: 'no-link' };
  const target = await readlink(path);
  const release = releases.find(({ id, state }) => target === `releases/${id}` && state !== 'foreign');
  if (release !== undefined) return { kind: 'release', release: release.id };
  const leadsSomewhere = await lstat(join(deployPath, target)).then(
    () => true,
    () => false,
  );
  return { kind: leadsSomewhere ? 'foreign' : 'dangling', target };
}

function currentViolations(current: CurrentLink, releases: readonly StoredRelease[]): string[] {
  if (current.kind !== 'release') {
    // Without any healthy release there is nothing that it could lead to.
    const isExpected = current.kind === 'none' && !releases.some(({ state }) => state === 'healthy');
    return isExpected ? [] : [`I1: current is ${JSON.stringify(current)}`];
  }
  const live = releases.find(({ id }) => id === current.release);
  return live?.state === 'incomplete' ? [`I1: current leads to ${live.id}, which is incomplete`] : [];
}

function releaseViolations({ id, state, damaged }: StoredRelease): string[] {
  if (state === 'incomplete' || damaged.length === 0) return [];
  return [
    `I1, I8: ${state} release ${id} differs from its manifest in ${damaged.length} paths, such as ${JSON.stringify(damaged[0])}`,
  ];
}

interface Ledger {
  readonly entries: readonly LedgerEntry[];
  readonly violations: readonly string[];
}

/** A last line that a crash cut short may stand there until the next writer takes it off. */
async function readLedger(deployPath: string): Promise<Ledger> {
  const text = await readFile(join(deployPath, '.plimsoll', 'ledger.jsonl'), 'utf8').catch(() => '');
  const lines = text.split('\n').slice(0, -1);
  const entries: LedgerEntry[] = [];
  const violations: string[] = [];
  let chain = 'none';
  for (const [index, line] of lines.entries()) {
    const entry = parseEntry(line);
    if (entry === undefined) violations.push(`I6: line ${index + 1} of the ledger cannot be read: ${line}`);
    else if (entry.chain !== chain)
      violations.push(`I6: line ${index + 1} of the ledger does not continue the line before`);
    if (entry !== undefined) entries.push(entry);
    chain = createHash('sha256').update(`${line}\n`).digest('hex');
  }
  return { entries, violations };
}

interface ChainedEntry extends LedgerEntry {
  readonly chain: string;
}

function parseEntry(line: string): ChainedEntry | undefined {
  try {
    const entry: unknown = JSON.parse(line);
    return isEntry(entry) ? entry : undefined;
  } catch {
    return undefined;
  }
}

function isEntry(value: unknown): value is ChainedEntry {
  if (typeof value !== 'object' || value === null) return false;
  const fields = new Map<string, unknown>(Object.entries(value));
  const texts = ['event', 'release', 'previous', 'at', 'chain'].every((name) => typeof fields.get(name) === 'string');
  return texts && typeof fields.get('fence') === 'number';
}

/** Who is at work on a store, or was. */
interface Work {
  /** Directories of leases; whoever takes one leaves another. */
  readonly leases: readonly string[];
  readonly unsettled: readonly string[];
}

function isSameWork(one: Work, other: Work): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}

async function findWork(deployPath: string): Promise<Work> {
  const meta = join(deployPath, '.plimsoll');
  const armed = (await names(join(meta, 'armed'))).map((name) => `armed: ${name}`);
  const trash = (await names(join(meta, 'trash'))).map((name) => `trash: ${name}`);
  // What a dead claimant leaves is no lease and in nobody's way; it is removed when it is old enough not to be a living one's.
  const leases = (await names(join(meta, 'lease'))).filter((name) => !name.startsWith('claim.'));
  const held = await Promise.all(
    leases.map(async (name) =>
      (await names(join(meta, 'lease', name))).includes('released') ? [] : [`lease: ${name}`],
    ),
  );
  return { leases, unsettled: [...armed, ...trash, ...held.flat()] };
}

function settledViolations(
  current: CurrentLink,
  releases: readonly StoredRelease[],
  ledger: readonly LedgerEntry[],
): string[] {
  const halfMade = releases.filter(({ state }) => ['incomplete', 'staged', 'active', ''].includes(state));
  const left = halfMade.map(({ id, state }) => `I5: release ${id} is left as ${state || 'without a state'}`);
  const last = ledger.at(-1);
  if (last === undefined || current.kind !== 'release') return left;
  const live = isReturn(last) ? last.previous : last.release;
  if (live === current.release) return left;
  return [...left, `I6: the ledger ends with ${last.event} of ${last.release}, but ${current.release} is live`];
}

/** Events after which the release before is live again. */
function isReturn({ event }: LedgerEntry): boolean {
  return event === 'reverted' || event === 'revert-failed';
}
