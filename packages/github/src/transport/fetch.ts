import { Agent, type ClientRequest, type IncomingMessage, request as requestHttp } from 'node:http';
import { request as requestHttps, Agent as TlsAgent } from 'node:https';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { TransportFault } from './transport-fault.ts';

/** The part of the Fetch API that Octokit uses. */
export type Fetch = (url: string, init: FetchRequest) => Promise<FetchResponse>;

export interface FetchRequest {
  readonly method: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string | undefined;
  readonly signal?: AbortSignal | undefined;
}

export interface FetchResponse {
  readonly status: number;
  readonly statusText: string;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

export interface FetchLimits {
  /** For one try, from the first byte sent to the last byte read. */
  readonly tryMs: number;
  /** Of an answer, unpacked. */
  readonly maxBytes: number;
  /** For `HTTPS_PROXY` and its like. */
  readonly env: Readonly<Record<string, string | undefined>>;
}

const MAX_REDIRECTS = 3;

/**
 * A fetch over `node:https` that keeps its connection. The first call of Node's own fetch costs about 100 ms and 25 MB, more than a whole
 * question to GitHub; and it knows no limits.
 */
export function createFetch(limits: FetchLimits): Fetch {
  const options = { keepAlive: true, proxyEnv: limits.env };
  const agents = { 'http:': new Agent(options), 'https:': new TlsAgent(options) };
  return async (url, init) => {
    if (init.signal?.aborted === true) throw cancelled();
    let at = new URL(url);
    for (let redirects = 0; redirects <= MAX_REDIRECTS; redirects += 1) {
      const answer = await exchange({ url: at, init, limits, agents });
      const next = redirectOf(answer, at, init.method);
      if (next === undefined) return responseOf(answer, at);
      at = next;
    }
    throw new TransportFault('redirect', `GitHub redirected more than ${MAX_REDIRECTS} times.`);
  };
}

interface Exchange {
  readonly url: URL;
  readonly init: FetchRequest;
  readonly limits: FetchLimits;
  readonly agents: { readonly 'http:': Agent; readonly 'https:': TlsAgent };
}

interface RawAnswer {
  readonly status: number;
  readonly statusText: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: Buffer;
}

async function exchange(one: Exchange): Promise<RawAnswer> {
  const { promise, resolve, reject } = Promise.withResolvers<RawAnswer>();
  const request = startRequest(one);
  const endTry = (): void =>
    void request.destroy(new TransportFault('timeout', `No answer within ${one.limits.tryMs} ms.`));
  const abort = (): void => void request.destroy(cancelled());
  const timer = setTimeout(endTry, one.limits.tryMs);
  one.init.signal?.addEventListener('abort', abort, { once: true });
  request.once('error', (error) => reject(faultOf(error, request)));
  request.once('response', (response) => {
    readAnswer(response, one.limits.maxBytes).then(resolve, (error: unknown) => {
      request.destroy();
      reject(faultOf(error, request));
    });
  });
  request.end(one.init.body);
  try {
    return await promise;
  } finally {
    clearTimeout(timer);
    one.init.signal?.removeEventListener('abort', abort);
  }
}

function startRequest({ url, init, limits, agents }: Exchange): ClientRequest {
  const length = init.body === undefined ? {} : { 'content-length': String(Buffer.byteLength(init.body)) };
  const headers = { ...init.headers, ...length, 'accept-encoding': 'gzip' };
  const { method } = init;
  return url.protocol === 'https:'
    ? // The agent's own limit: it alone can let go of a proxy that never opens the way.
      requestHttps(url, { method, headers, agent: agents['https:'], timeout: limits.tryMs })
    : requestHttp(url, { method, headers, agent: agents['http:'] });
}

async function readAnswer(response: IncomingMessage, maxBytes: number): Promise<RawAnswer> {
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of response) {
    if (!Buffer.isBuffer(piece)) continue;
    size += piece.length;
    if (size > maxBytes) throw tooLarge(maxBytes);
    pieces.push(piece);
  }
  const headers = new Map(Object.entries(response.headers).map(([name, value]) => [name, String(value)]));
  const body = await unpack(Buffer.concat(pieces), headers.get('content-encoding'), maxBytes);
  return { status: response.statusCode ?? 0, statusText: response.statusMessage ?? '', headers, body };
}

async function unpack(bytes: Buffer, encoding: string | undefined, maxBytes: number): Promise<Buffer> {
  if (encoding !== 'gzip' || bytes.length === 0) return bytes;
  try {
    return await promisify(gunzip)(bytes, { maxOutputLength: maxBytes });
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge(maxBytes);
    throw new TransportFault('unreadable', 'The answer is said to be gzip, and is not.', { cause: error });
  }
}

function cancelled(): TransportFault {
  return new TransportFault('aborted', 'The step was cancelled.');
}

function tooLarge(maxBytes: number): TransportFault {
  return new TransportFault('unreadable', `The answer is longer than ${maxBytes} bytes.`);
}

/** Moved repositories redirect. The token goes along, so it goes nowhere but to the same server. */
function redirectOf({ status, headers }: RawAnswer, from: URL, method: string): URL | undefined {
  if (![301, 302, 307, 308].includes(status)) return undefined;
  const to = URL.parse(headers.get('location') ?? '', from.href);
  if (to === null || to.origin !== from.origin) {
    throw new TransportFault(
      'redirect',
      `GitHub redirects to another server (${to?.host ?? 'an unreadable address'}).`,
    );
  }
  if (status < 307 && method !== 'GET') {
    throw new TransportFault('redirect', 'GitHub redirects a write, as for a repository that was renamed.');
  }
  return to;
}

function responseOf({ status, statusText, headers, body }: RawAnswer, url: URL): FetchResponse {
  return {
    status,
    statusText,
    headers,
    url: url.href,
    text: async () => body.toString('utf8'),
    arrayBuffer: async () => new Uint8Array(body).buffer,
  };
}

const NEVER_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ERR_PROXY_TUNNEL',
]);

/** What went wrong, and whether GitHub can have seen the request. */
function faultOf(error: unknown, request: ClientRequest): TransportFault {
  if (error instanceof TransportFault) return error;
  const code = codeOf(error);
  const isUnsent = NEVER_SENT.has(code) || code.startsWith('ERR_TLS') || request.socket?.connecting === true;
  const message = textIn(error, 'message') || code || 'The connection failed.';
  return new TransportFault(isUnsent ? 'not-sent' : 'lost', message, { cause: error });
}

function codeOf(error: unknown): string {
  return textIn(error, 'code');
}

/** Errors of Node are told by their members: what several attempts at a name failed with has a code and no message. */
function textIn(error: unknown, name: 'code' | 'message'): string {
  if (typeof error !== 'object' || error === null) return '';
  const value: unknown = Reflect.get(error, name);
  return typeof value === 'string' ? value : '';
}
