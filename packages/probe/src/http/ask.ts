import { Buffer } from 'node:buffer';
import { METHODS, validateHeaderName, validateHeaderValue } from 'node:http';
import { Failure } from '@plimsoll/outcome';
import { messageOf } from '../fault.ts';
import type { HttpProbeRequest } from './http-request.ts';

/** What is sent; fixed once for all attempts. */
export interface Ask {
  readonly url: URL;
  readonly method: string;
  /** Names and values by turns, as they go over the wire. */
  readonly headers: readonly string[];
  readonly body: string | undefined;
}

/** Headers that say how a message is framed are the probe's own. */
const FRAMING = new Set([
  'connection',
  'content-length',
  'expect',
  'keep-alive',
  'proxy-connection',
  'te',
  'trailer',
  'transfer-encoding',
  'upgrade',
]);

/** Compressed bodies are not asked for, and not unpacked: a few bytes could become any number. */
const DEFAULTS: readonly (readonly [string, string])[] = [
  ['accept', '*/*'],
  ['accept-encoding', 'identity'],
  // An answer out of a cache says nothing about the service.
  ['cache-control', 'no-cache'],
  ['user-agent', 'plimsoll-probe'],
];

/** @throws Failure('input') for a URL, a method or a header that cannot be sent. */
export function askOf(request: HttpProbeRequest): Ask {
  const url = parseUrl(request.url);
  const method = (request.method ?? 'GET').toUpperCase();
  if (!METHODS.includes(method) || method === 'CONNECT') {
    throw new Failure(
      'input',
      `The method ${JSON.stringify(request.method)} is no method of HTTP that can be probed with.`,
    );
  }
  const given = givenHeaders(request);
  const names = new Set(given.map(([name]) => name.toLowerCase()));
  const defaults = [['host', url.host] as const, ...DEFAULTS].filter(([name]) => !names.has(name));
  const { body } = request;
  const hasLength = body !== undefined || !['GET', 'HEAD', 'OPTIONS', 'TRACE'].includes(method);
  const length = hasLength ? [['content-length', String(Buffer.byteLength(body ?? ''))]] : [];
  return { url, method, headers: [...defaults, ...given, ...length].flat(), body };
}

/** The same question for another place of the same origin. What 303 means, and 301 and 302 came to mean, is a GET. */
export function redirected(ask: Ask, url: URL, status: number): Ask {
  const becomesGet = status === 303 ? ask.method !== 'HEAD' : status <= 302 && ask.method === 'POST';
  if (!becomesGet) return { ...ask, url };
  const about = new Set(['content-length', 'content-type']);
  const headers = ask.headers.filter((_, index, all) => !about.has((all[index - (index % 2)] ?? '').toLowerCase()));
  return { url, method: 'GET', headers, body: undefined };
}

/** @throws Failure('input') unless it is an absolute `http:` or `https:` URL without credentials. */
export function parseUrl(text: string): URL {
  const url = URL.parse(text);
  if (url === null || (url.protocol !== 'http:' && url.protocol !== 'https:')) {
    throw new Failure(
      'input',
      `${JSON.stringify(text)} is no URL of HTTP. Write it in full, as https://example.org/health.`,
    );
  }
  if (url.username !== '' || url.password !== '') {
    // Not quoted: what is wrong with it is a password.
    throw new Failure(
      'input',
      `The URL for ${url.host} holds credentials. Give them as a secret Authorization header.`,
    );
  }
  return url;
}

function givenHeaders({ headers = {} }: HttpProbeRequest): [string, string][] {
  return Object.entries(headers).map(([name, given]) => {
    const value = typeof given === 'string' ? given : given.secret;
    if (FRAMING.has(name.toLowerCase()))
      throw new Failure('input', `The header ${name} cannot be set: it is the probe's own.`);
    try {
      validateHeaderName(name);
      validateHeaderValue(name, value);
    } catch (cause) {
      // Its message names the header, never the value.
      throw new Failure('input', `The header ${JSON.stringify(name)} cannot be sent: ${messageOf(cause)}.`, { cause });
    }
    return [name, value];
  });
}
