import { createHash } from 'node:crypto';
import { posix } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import { type BytePath, displayPath, fromText, parentOf } from './byte-path.ts';
import { hashBytes, NO_CONTENT } from './manifest.ts';
import { byPath, createTree, type ReleaseTree, type TreeEntry } from './tree.ts';

/** What a deployment puts into a release besides the source. Paths are text, relative to the release. */
export interface Additions {
  /** Paths that live in `shared/` and are linked into each release. */
  readonly shared: readonly string[];
  readonly links: readonly LinkMapping[];
  /** Content of `.env` (mode 0600), or undefined. */
  readonly envFile: string | undefined;
  /** Seconds since 1970, the time of the made entries. */
  readonly madeAt: number;
}

/** `from -> to`: `to` becomes a link to `from`; both below the release, or `from` below `shared/`. */
export interface LinkMapping {
  readonly from: string;
  readonly to: string;
}

/** Where the env file lies in a release. */
export const ENV_FILE = '.env';

/**
 * The tree of a release: the source, the made entries, and the folders that they need.
 * @throws Failure('input') when something is in the way of a made entry, or when a link leads nowhere or leaves the release.
 */
export function composeTree(source: readonly TreeEntry[], additions: Additions): ReleaseTree {
  const taken = new Map(byPath(source));
  const problems: string[] = [];
  for (const made of makeEntries(additions)) {
    const standing = findStanding(taken, made.entry.path);
    if (standing !== undefined) {
      problems.push(`${made.input}: '${displayPath(standing)}' is already in the release. Exclude it from source.`);
    }
    taken.set(made.entry.path, made.entry);
  }
  addFolders(taken, additions.madeAt);
  problems.push(...checkLinkSources(taken, additions.links), ...checkLinks(taken));
  if (problems.length > 0) throw new Failure('input', summarise(problems));
  return createTree([...taken.values()]);
}

/** What a release links to in `shared/`, relative to it, as byte strings. Folders among `shared` end with a slash. */
export function sharedTargets({ shared, links }: Pick<Additions, 'shared' | 'links'>): readonly BytePath[] {
  const linked = links.filter(({ from }) => from.startsWith('shared/')).map(({ from }) => from.slice('shared/'.length));
  return [...shared, ...linked].map(fromText);
}

/** Parses one line of `links`: `from -> to`. @throws Failure('input') */
export function parseLinkMapping(line: string): LinkMapping {
  const [from, to, ...rest] = line.split('->').map((part) => part.trim());
  if (from === undefined || to === undefined || rest.length > 0) {
    throw new Failure('input', `'${line}' is not of the form 'config-prod.json -> config.json'`);
  }
  return { from: parseInnerPath(from), to: parseInnerPath(to).replace(/\/$/, '') };
}

/** Parses a path below the release; a trailing slash is kept. @throws Failure('input') */
export function parseInnerPath(text: string): string {
  const path = text.replace(/^(?:\.\/)+/, '');
  const parts = path.replace(/\/$/, '').split('/');
  if (
    path.startsWith('/') ||
    parts.some((part) => part === '' || part === '.' || part === '..') ||
    /[\0\r\n]/.test(path)
  ) {
    throw new Failure('input', `'${text}' is not a path below the release. Give it relative, without '..'`);
  }
  return path;
}

/** Where a release and `shared` lie on a server, under names that no target of a link can hold. */
const RELEASE_PLACE = '/\0/releases/\0';
const SHARED_PLACE = '/\0/shared';

interface MadeEntry {
  readonly input: 'shared' | 'links' | 'env-file';
  readonly entry: TreeEntry;
}

function makeEntries(additions: Additions): readonly MadeEntry[] {
  const up = (path: string): string => '../'.repeat(path.split('/').length - 1);
  const shared = additions.shared.map((line): MadeEntry => {
    const path = line.replace(/\/$/, '');
    return { input: 'shared', entry: makeLink(path, `${up(path)}../../shared/${path}`, additions.madeAt) };
  });
  const links = additions.links.map(({ from, to }): MadeEntry => {
    const target = from.startsWith('shared/') ? `../../${from}` : from;
    return { input: 'links', entry: makeLink(to, `${up(to)}${target}`, additions.madeAt) };
  });
  return [...shared, ...links, ...makeEnvFile(additions)];
}

function makeLink(path: string, target: string, modifiedAt: number): TreeEntry {
  const bytes = fromText(target);
  return { kind: 'link', path: fromText(path), mode: 0o777, hash: hashBytes(bytes), modifiedAt, target: bytes };
}

function makeEnvFile({ envFile, madeAt }: Additions): readonly MadeEntry[] {
  if (envFile === undefined) return [];
  const bytes = Buffer.from(envFile.endsWith('\n') ? envFile : `${envFile}\n`);
  const hash = createHash('sha256').update(bytes).digest('hex');
  const content = { from: 'memory', bytes } as const;
  return [
    { input: 'env-file', entry: { kind: 'file', path: ENV_FILE, mode: 0o600, hash, modifiedAt: madeAt, content } },
  ];
}

/** What is in the way of an entry: one with the same path, one that is no folder above it, or one below it. */
function findStanding(taken: ReadonlyMap<BytePath, TreeEntry>, path: BytePath): BytePath | undefined {
  if (taken.has(path)) return path;
  return blockingParent(taken, path)?.path ?? [...taken.keys()].find((other) => other.startsWith(`${path}/`));
}

function blockingParent(taken: ReadonlyMap<BytePath, TreeEntry>, path: BytePath): TreeEntry | undefined {
  for (let parent = parentOf(path); parent !== ''; parent = parentOf(parent)) {
    const standing = taken.get(parent);
    if (standing !== undefined && standing.kind !== 'directory') return standing;
  }
  return undefined;
}

function addFolders(taken: Map<BytePath, TreeEntry>, modifiedAt: number): void {
  for (const path of taken.keys()) {
    for (let parent = parentOf(path); parent !== '' && !taken.has(parent); parent = parentOf(parent)) {
      taken.set(parent, { kind: 'directory', path: parent, mode: 0o755, hash: NO_CONTENT, modifiedAt });
    }
  }
}

function checkLinkSources(taken: ReadonlyMap<BytePath, TreeEntry>, links: readonly LinkMapping[]): readonly string[] {
  return links
    .filter(({ from }) => !from.startsWith('shared/') && !taken.has(fromText(from.replace(/\/$/, ''))))
    .map(({ from }) => `links: there is no '${from}' in the release to link to.`);
}

/** A link must stay inside its release, or lead into `shared`; anything else would change or break behind the manifest's back. */
function checkLinks(taken: ReadonlyMap<BytePath, TreeEntry>): readonly string[] {
  return [...taken.values()]
    .filter((entry) => entry.kind === 'link' && !staysInside(entry.path, entry.target ?? ''))
    .map(
      (entry) =>
        `source: the link '${displayPath(entry.path)}' -> '${displayPath(entry.target ?? '')}' leaves the release. Point it inside, or into shared.`,
    );
}

function staysInside(path: BytePath, target: string): boolean {
  if (target.startsWith('/')) return false;
  const resolved = posix.resolve(posix.join(RELEASE_PLACE, parentOf(path)), target);
  return [RELEASE_PLACE, SHARED_PLACE].some((place) => `${resolved}/`.startsWith(`${place}/`));
}

function summarise(problems: readonly string[]): string {
  const shown = problems.slice(0, 20);
  const more = problems.length - shown.length;
  return [...shown, ...(more > 0 ? [`… and ${more} more.`] : [])].join('\n');
}
