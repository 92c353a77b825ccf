import { createHash } from 'node:crypto';
import { type BytePath, compareBytes } from './byte-path.ts';

/** One entry of a release. `hash` is the SHA-256 in hexadecimal of the content, of the target for links, 64 zeros for directories. */
export interface ManifestEntry {
  readonly kind: 'file' | 'directory' | 'link';
  readonly path: BytePath;
  /** Permission bits, 0 to 0o777. Links have 0o777. */
  readonly mode: number;
  readonly hash: string;
}

/** A manifest is sorted lines; its digest names the content of a release. */
export interface Manifest {
  readonly entries: readonly ManifestEntry[];
  readonly lines: readonly string[];
  /** SHA-256 in hexadecimal of the manifest's text. */
  readonly digest: string;
}

const KIND_LETTERS = { file: 'f', directory: 'd', link: 'l' } as const;
const LINE = /^([fdl]) 0([0-7]{3}) ([0-9a-f]{64}) (.+)$/;
const ESCAPES: Readonly<Record<string, string>> = { '\\': '\\\\', '\n': '\\n', '\r': '\\r', '\t': '\\t' };
const UNESCAPES: Readonly<Record<string, string>> = { '\\': '\\', n: '\n', r: '\r', t: '\t' };

/** The hash that stands for a directory. */
export const NO_CONTENT: string = '0'.repeat(64);

/** SHA-256 in hexadecimal of a byte string. */
export function hashBytes(bytes: string): string {
  return createHash('sha256').update(bytes, 'latin1').digest('hex');
}

/** Builds a manifest from entries in any order. Each path may occur once. */
export function createManifest(entries: readonly ManifestEntry[]): Manifest {
  const lines = entries.map(formatLine);
  // Sorted by number: pairs of line and entry would cost 40,000 objects more where a release has as many files.
  const order = Uint32Array.from(lines.keys()).sort((a, b) => compareBytes(lines[a] ?? '', lines[b] ?? ''));
  const sorted = Array.from(order, (at) => lines[at] ?? '');
  return { entries: [...order].flatMap((at) => entries[at] ?? []), lines: sorted, digest: digestOf(sorted) };
}

const LINES_AT_ONCE = 500;

/** As of the whole text, which is never there at once: it is several MB where there are many files. */
function digestOf(lines: readonly string[]): string {
  const hash = createHash('sha256');
  for (let at = 0; at < lines.length; at += LINES_AT_ONCE)
    hash.update(textOf(lines.slice(at, at + LINES_AT_ONCE)), 'latin1');
  return hash.digest('hex');
}

/** The text of manifest lines as it lies on the server, a byte string. */
export function textOf(lines: readonly string[]): string {
  return lines.length === 0 ? '' : `${lines.join('\n')}\n`;
}

/**
 * Reads the text of a manifest (a byte string).
 * @throws Error when a line is not of the form `<f|d|l> <mode> <sha256> <path>`.
 */
export function parseManifest(text: string): Manifest {
  const lines = text === '' ? [] : text.replace(/\n$/, '').split('\n');
  return { entries: lines.map(parseLine), lines, digest: hashBytes(text) };
}

/** One line, without its line end; odd bytes of the path are escaped so that it stays one line. */
export function formatLine(entry: ManifestEntry): string {
  const mode = entry.mode.toString(8).padStart(4, '0');
  // A template would keep its parts beside the text.
  return [KIND_LETTERS[entry.kind], mode, entry.hash, escapePath(entry.path)].join(' ');
}

export function escapePath(path: BytePath): string {
  return path.replace(/[\\\n\r\t]/g, (char) => ESCAPES[char] ?? char);
}

export function unescapePath(text: string): BytePath {
  return text.replace(/\\([\\nrt])/g, (_, char: string) => UNESCAPES[char] ?? char);
}

function parseLine(line: string): ManifestEntry {
  const [, letter, mode, hash, path] = LINE.exec(line) ?? [];
  if (letter === undefined || mode === undefined || hash === undefined || path === undefined) {
    throw new Error(`Not a manifest line: ${line.slice(0, 200)}`);
  }
  const kind = letter === 'f' ? 'file' : letter === 'd' ? 'directory' : 'link';
  return { kind, path: unescapePath(path), mode: Number.parseInt(mode, 8), hash };
}
