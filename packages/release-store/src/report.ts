import { gunzipSync } from 'node:zlib';
import { Failure } from '@plimsoll/outcome';
import type { RemoteEvent } from '@plimsoll/ssh';
import type { BytePath } from './byte-path.ts';
import { type Manifest, parseManifest, unescapePath } from './manifest.ts';

export const RELEASE_STATES = ['incomplete', 'staged', 'active', 'healthy', 'failed', 'reverted'] as const;
export type ReleaseState = (typeof RELEASE_STATES)[number];

/** What a release says about itself, written when it was staged. */
export interface ReleaseInfo {
  readonly version: string;
  /** ISO 8601, UTC. */
  readonly at: string;
  /** Bytes of its files. */
  readonly size: number;
  readonly files: number;
  readonly by: string;
}

export interface StoredRelease extends ReleaseInfo {
  readonly id: string;
  readonly state: ReleaseState;
  /** Fence number of its last confirmation, 0 when it never was confirmed: the higher, the later, whatever clocks said. */
  readonly confirmed: number;
  readonly current: boolean;
}

/** What `current` is: a release of ours, nothing, a link to nowhere, a link to something that Plimsoll does not know, or no link at all. */
export const CURRENT_KINDS = ['release', 'none', 'dangling', 'foreign', 'no-link'] as const;
export type CurrentKind = (typeof CURRENT_KINDS)[number];

/** What a server said when it was opened or looked at. */
export interface StoreReport {
  readonly currentKind: CurrentKind;
  /** Empty unless `currentKind` is `release`. */
  readonly currentRelease: string;
  readonly releases: readonly StoredRelease[];
  /** Directories among the releases that Plimsoll did not make and never touches. */
  readonly foreign: readonly string[];
  readonly freeBytes: number;
  readonly freeInodes: number;
  readonly tools: ReadonlySet<string>;
  /** Seconds since 1970 by the server's clock. */
  readonly clock: number;
  readonly base:
    | { readonly release: string; readonly manifest: Manifest; readonly damaged: ReadonlySet<BytePath> }
    | undefined;
  /** An unconfirmed switch: its release, and when its time ends (seconds since 1970). */
  readonly armed: readonly { readonly release: string; readonly deadline: number; readonly confirm: string }[];
  /** What a crash had left and this execution repaired, as sentences. */
  readonly recovered: readonly string[];
  /** Unconfirmed releases that this execution took back, and what is live since. */
  readonly undone: readonly { readonly release: string; readonly live: string }[];
  /** Number of the lease, 0 when only looked at. */
  readonly fence: number;
}

/** Collects the events of `open`. Anything unexpected is an error: a report half understood is no report. */
export class ReportReader {
  private readonly texts = new Map<string, string[]>();
  private manifest: Manifest | undefined;

  readonly hear = (event: RemoteEvent): void => {
    if (event.block !== undefined) {
      this.manifest = readManifest(event.name, event.block);
    } else {
      const values = this.texts.get(event.name) ?? [];
      values.push(event.value);
      this.texts.set(event.name, values);
    }
  };

  /** @throws Failure('remote-environment') when the server left something out. */
  read(): StoreReport {
    const [kind, current = ''] = this.one('current').split(' ');
    const [kilobytes = '0', inodes = '0'] = this.one('free').split(' ');
    return {
      currentKind: currentKindOf(kind ?? ''),
      currentRelease: current,
      releases: parseReleases(this.all('release'), current),
      foreign: this.all('foreign').map(toText),
      freeBytes: Number(kilobytes) * 1024,
      freeInodes: Number(inodes),
      tools: new Set(this.one('tools').split(' ').filter(Boolean)),
      clock: Number(this.one('clock')),
      base: this.readBase(),
      armed: this.all('armed').map(parseArmed),
      recovered: [...this.all('recovered').map(toText), ...this.unreadableBase()],
      undone: this.all('undone').map((value) => {
        const [release = '', live = ''] = value.split(' ');
        return { release, live };
      }),
      fence: Number(this.all('fence')[0] ?? 0),
    };
  }

  private readBase(): StoreReport['base'] {
    const release = this.all('base')[0];
    if (release === undefined || this.manifest === undefined) return undefined;
    return { release, manifest: this.manifest, damaged: new Set(this.all('damaged').map(unescapePath)) };
  }

  private unreadableBase(): readonly string[] {
    const release = this.all('base')[0];
    if (release === undefined || this.manifest !== undefined) return [];
    return [`the manifest of release ${release} cannot be read, so nothing is taken over from it`];
  }

  private all(name: string): readonly string[] {
    return this.texts.get(name) ?? [];
  }

  private one(name: string): string {
    const value = this.all(name)[0];
    if (value === undefined)
      throw new Failure(
        'remote-environment',
        `The server's report says nothing about '${name}'. Run the deployment again.`,
      );
    return value;
  }
}

/** A manifest that somebody or something damaged must not be in the way of the next deployment: without one, everything is sent. */
function readManifest(name: string, block: Uint8Array): Manifest | undefined {
  try {
    const bytes = name === 'manifest_gz' ? gunzipSync(block) : Buffer.from(block);
    return parseManifest(bytes.toString('latin1'));
  } catch {
    return undefined;
  }
}

/** Releases as the server listed them, oldest first. `current` is the id of the live one. */
export function parseReleases(values: readonly string[], current: string): readonly StoredRelease[] {
  const releases = values.map((value) => parseRelease(value, current));
  return releases.sort((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
}

function parseRelease(value: string, current: string): StoredRelease {
  const [id = '', state = '', confirmed = '0', ...info] = toText(value).split(' ');
  const known = RELEASE_STATES.find((name) => name === state) ?? 'incomplete';
  return { id, state: known, confirmed: Number(confirmed), current: id === current, ...parseInfo(info.join(' ')) };
}

/** What a release says about itself. The line was written by Plimsoll, but lies where others can edit it: each member is checked. */
export function parseInfo(json: string): ReleaseInfo {
  let value: unknown;
  try {
    value = JSON.parse(json);
  } catch {
    value = {};
  }
  const members = new Map<string, unknown>(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  const text = (name: string): string => (typeof members.get(name) === 'string' ? String(members.get(name)) : '');
  const count = (name: string): number => (Number.isSafeInteger(members.get(name)) ? Number(members.get(name)) : 0);
  return { version: text('version'), at: text('at'), by: text('by'), size: count('size'), files: count('files') };
}

function parseArmed(value: string): StoreReport['armed'][number] {
  const [release = '', deadline = '0', confirm = ''] = value.split(' ');
  return { release, deadline: Number(deadline), confirm };
}

function currentKindOf(text: string): CurrentKind {
  return CURRENT_KINDS.find((kind) => kind === text) ?? 'foreign';
}

function toText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
