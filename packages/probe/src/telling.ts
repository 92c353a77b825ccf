import { Buffer } from 'node:buffer';
import type { Finding, Secret } from './probe.ts';

/** Longest excerpt of a body or an output, in characters. */
const EXCERPT_LENGTH = 2000;
const DETAIL_LENGTH = 1000;
/** Longest text from outside within a sentence. */
const QUOTE_LENGTH = 200;
const REDACTED = '***';
/** A text that was cut may end within a secret; a start of so many characters is told from chance. */
const CUT_LENGTH = 4;
// Control characters, and the ones that reorder or hide the text around them.
const INVISIBLE = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}]/gu;
const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['\n', '\\n'],
  ['\r', '\\r'],
  ['\t', '\\t'],
]);

/** Says what came from outside, or holds what the user gave, so that it can be shown: without secrets, and on one line. */
export interface Telling {
  /** A sentence with pieces of what came from outside. */
  detail(text: string): string;
  /** A short piece for a sentence. */
  quote(text: string): string;
  /** The start of a body or an output. */
  excerpt(bytes: Uint8Array): string;
}

/** Headers that carry credentials, whether or not they are declared as secret. */
const CREDENTIALS = new Set(['authorization', 'proxy-authorization', 'cookie', 'x-api-key', 'api-key', 'x-auth-token']);

/** All secrets among headers and other values, with the shapes in which a service may echo them. */
export function secretsOf(
  headers: Readonly<Record<string, string | Secret>>,
  others: readonly string[] = [],
): string[] {
  const values = Object.entries(headers).flatMap(([name, value]) => {
    if (typeof value !== 'string') return [value.secret];
    return CREDENTIALS.has(name.toLowerCase()) ? [value] : [];
  });
  const all = [...others, ...values].flatMap((value) => [value, ...partsOf(value)]);
  return [...new Set(all.flatMap(shapesOf))].filter((text) => text !== '');
}

/** `Bearer abc` is as secret as `abc`; `Basic …` holds a password, and a cookie several values. */
function partsOf(value: string): string[] {
  const cookies = value.includes('=') ? value.split(/;\s*/u).map((pair) => pair.slice(pair.indexOf('=') + 1)) : [];
  const credentials = /^([A-Za-z][\w-]*)\s+(\S.*)$/u.exec(value);
  if (credentials === null) return cookies;
  const [, scheme = '', rest = ''] = credentials;
  if (scheme.toLowerCase() !== 'basic') return [rest, ...cookies];
  const decoded = Buffer.from(rest, 'base64').toString('utf8');
  return [rest, decoded, decoded.slice(decoded.indexOf(':') + 1)];
}

function shapesOf(value: string): string[] {
  return [value, encodeURIComponent(value.toWellFormed()), JSON.stringify(value).slice(1, -1), base64Of(value)];
}

function base64Of(value: string): string {
  // Padding depends on what else is encoded along with it.
  return value.length < CUT_LENGTH ? '' : Buffer.from(value).toString('base64').replaceAll('=', '');
}

/** A finding as it may be shown: its detail holds pieces of what came. */
export function told(finding: Finding, tell: Telling): Finding {
  return finding.kind === 'ok' ? finding : { ...finding, detail: tell.detail(finding.detail) };
}

/** @param secrets as `secretsOf` makes them */
export function telling(secrets: readonly string[]): Telling {
  // The longest first: of `Bearer abc` and `abc`, the whole is to disappear.
  const ordered = [...secrets].sort((a, b) => b.length - a.length);
  const longest = ordered[0]?.length ?? 0;
  const text = (given: string): string => visible(redact(given, ordered));
  const start = (given: string, length: number): string => {
    // A secret that begins within the excerpt has to be seen to its end.
    const shown = text(cutSecret(given.slice(0, length + longest), ordered));
    return given.length > length || shown.length > length ? `${shown.slice(0, length - 1)}…` : shown;
  };
  return {
    detail: (given) => start(given, DETAIL_LENGTH),
    quote: (given) => start(given, QUOTE_LENGTH),
    excerpt: (bytes) =>
      start(Buffer.from(bytes.subarray(0, 4 * (EXCERPT_LENGTH + longest))).toString('utf8'), EXCERPT_LENGTH),
  };
}

function redact(text: string, secrets: readonly string[]): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, REDACTED), text);
}

/** Takes the beginning of a secret off the end of a text that was cut within it. */
function cutSecret(text: string, secrets: readonly string[]): string {
  const cuts = secrets.flatMap((secret) => {
    for (let length = secret.length - 1; length >= CUT_LENGTH; length -= 1) {
      if (text.endsWith(secret.slice(0, length))) return [length];
    }
    return [];
  });
  const cut = Math.max(0, ...cuts);
  return cut === 0 ? text : `${text.slice(0, -cut)}${REDACTED}`;
}

const PLAIN = /^[ -~]*$/u;

function visible(text: string): string {
  // Most texts are plain, and the large classes of Unicode take their time.
  if (PLAIN.test(text)) return text;
  return text.replaceAll(INVISIBLE, (character) => {
    const code = character.codePointAt(0) ?? 0;
    return ESCAPES.get(character) ?? `\\u{${code.toString(16)}}`;
  });
}
