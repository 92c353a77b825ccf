import { Buffer } from 'node:buffer';
import http, { type ClientRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http';
import { formatDuration } from '@plimsoll/figures';
import { errorCodeOf, Fault, messageOf, unknown, wrong } from '../fault.ts';
import type { ProbePorts } from '../probe.ts';
import type { Ask } from './ask.ts';
import type { ConnectionAgent, ConnectionRequest, ConnectionStory } from './connection-agent.ts';

/** More than this is no health answer, and Node would refuse it anyway at some size that options can change. */
const HEADER_BYTES = 16_384;

export interface ExchangeRequest {
  readonly ask: Ask;
  readonly agent: ConnectionAgent;
  readonly limits: { readonly firstByteMs: number; readonly bodyBytes: number };
  readonly signal: AbortSignal;
  readonly ports: ProbePorts;
}

/** The beginning of an answer. */
export interface Head {
  readonly status: number;
  readonly statusText: string;
  readonly headers: IncomingHttpHeaders;
}

/** What is seen of an exchange while it goes on, so that there is evidence wherever it ends. */
export interface Trace {
  story: ConnectionStory | undefined;
  series: 'first' | 'kept';
  firstByteMs: number;
  transferMs: number;
  head: Head | undefined;
  readonly chunks: Buffer[];
  bytes: number;
}

export interface Answer extends Head {
  readonly body: Buffer;
}

const START_BYTES = 16_384;

/** The start of the body, as far as a report shows it: a large body is not to be held twice. */
export function startOf({ chunks }: Trace): Buffer {
  const first: Buffer[] = [];
  let bytes = 0;
  for (const chunk of chunks) {
    if (bytes >= START_BYTES) break;
    first.push(chunk.subarray(0, START_BYTES - bytes));
    bytes += chunk.length;
  }
  return Buffer.concat(first);
}

export function newTrace(): Trace {
  return { story: undefined, series: 'first', firstByteMs: 0, transferMs: 0, head: undefined, chunks: [], bytes: 0 };
}

/** One question and its whole answer. Throws Fault for whatever else happens; the trace then holds how far it came. */
export function exchange(request: ExchangeRequest, trace: Trace): Promise<Answer> {
  const { ask, agent, limits, signal, ports } = request;
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const sent = send(ask, agent, signal);
  const give = (fault: Fault): void => {
    reject(fault);
    sent.destroy();
  };
  // Node can watch a signal itself, at a price that every request would pay.
  const onAbort = (): void => give(new Fault(unknown('The attempt was stopped.')));
  signal.addEventListener('abort', onAbort, { once: true });
  let before = 0;
  let sentAt = ports.now();
  let timer: NodeJS.Timeout | undefined;
  sent.once('socket', (socket) => {
    trace.story = agent.storyOf(socket);
    trace.series = sent.reusedSocket ? 'kept' : 'first';
    before = socket.bytesRead;
    sentAt = ports.now();
    timer = setTimeout(() => give(noAnswer(limits.firstByteMs)), limits.firstByteMs);
  });
  sent.once('response', (message) => {
    clearTimeout(timer);
    trace.firstByteMs = ports.now() - sentAt;
    trace.head = headOf(message);
    receive({ message, method: ask.method, trace, limit: limits.bodyBytes, ports }).then(resolve, give);
  });
  sent.once('upgrade', (message) =>
    give(new Fault(wrong('health', `${message.statusCode} ends HTTP on the connection.`))),
  );
  sent.on('error', (error) => reject(faultOf(error, trace, sent.socket?.bytesRead === before)));
  sent.end(ask.body);
  return promise.finally(() => {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  });
}

function send(ask: Ask, agent: ConnectionAgent, signal: AbortSignal): ClientRequest {
  // Not the one of `https`: the agent makes the connections, and this only has to speak over them. That also leaves proxies out.
  const options: ConnectionRequest = {
    agent,
    connectSignal: signal,
    host: ask.url.hostname,
    path: `${ask.url.pathname}${ask.url.search}`,
    method: ask.method,
    headers: ask.headers,
    maxHeaderSize: HEADER_BYTES,
    insecureHTTPParser: false,
    // Of headers that should come once, Node else shows the first alone.
    joinDuplicateHeaders: true,
  };
  return http.request(options);
}

function headOf(message: IncomingMessage): Head {
  const { statusCode = 0, statusMessage = '' } = message;
  return { status: statusCode, statusText: statusMessage, headers: headersOf(message) };
}

/** A line that comes again says nothing more: a service and the proxy before it may both have written it. */
function headersOf(message: IncomingMessage): IncomingHttpHeaders {
  const { headers, rawHeaders } = message;
  if (rawHeaders.length === 2 * Object.keys(headers).length) return headers;
  const alike = Object.entries(message.headersDistinct).flatMap(([name, values = []]) =>
    name !== 'set-cookie' && new Set(values).size === 1 ? [[name, values[0]] as const] : [],
  );
  return { ...headers, ...Object.fromEntries(alike) };
}

interface Receipt {
  readonly message: IncomingMessage;
  readonly method: string;
  readonly trace: Trace;
  readonly limit: number;
  readonly ports: ProbePorts;
}

function receive({ message, method, trace, limit, ports }: Receipt): Promise<Answer> {
  const startedAt = ports.now();
  const { promise, resolve, reject } = Promise.withResolvers<Answer>();
  const announced = announcedBy(message);
  // Of a body that is too large, nothing has to be read; an answer to HEAD announces one without sending it.
  if (announced > limit && method !== 'HEAD') reject(tooLarge(limit, `announces ${announced} bytes`));
  message.on('data', (chunk: Buffer) => {
    trace.bytes += chunk.length;
    if (trace.bytes > limit) reject(tooLarge(limit, 'goes on'));
    else trace.chunks.push(chunk);
  });
  // Also for a message that is not complete: it has no end.
  message.on('error', () => reject(brokenOff(trace, announced)));
  message.once('end', () => {
    trace.transferMs = ports.now() - startedAt;
    resolve({ ...headOf(message), body: Buffer.concat(trace.chunks) });
  });
  return promise;
}

function tooLarge(limit: number, how: string): Fault {
  return new Fault(wrong('health', `The body is larger than ${limit} bytes: it ${how}.`));
}

function announcedBy({ headers }: Pick<IncomingMessage, 'headers'>): number {
  return Number(headers['content-length'] ?? 0);
}

function brokenOff({ bytes }: Trace, announced: number, cause?: unknown): Fault {
  const of = announced > 0 ? ` of ${announced}` : '';
  return new Fault(wrong('health', `The connection broke within the body, after ${bytes}${of} bytes.`), { cause });
}

function noAnswer(limitMs: number): Fault {
  const detail = `There was no answer within ${formatDuration(limitMs)} (no status line with all headers).`;
  return new Fault(wrong('health', detail), { limitMs });
}

const BROKEN = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

function faultOf(error: Error, trace: Trace, silent: boolean): Fault {
  if (error instanceof Fault) return error;
  const code = errorCodeOf(error);
  const options = { cause: error };
  if (BROKEN.has(code) && trace.series === 'kept' && silent) return new KeptConnectionClosed(options);
  if (trace.head !== undefined) return brokenOff(trace, announcedBy(trace.head), error);
  if (BROKEN.has(code)) return new Fault(wrong('health', 'The connection was closed before an answer came.'), options);
  if (code === 'HPE_HEADER_OVERFLOW') {
    return new Fault(wrong('health', `The headers of the answer are larger than ${HEADER_BYTES} bytes.`), options);
  }
  if (code.startsWith('HPE_')) {
    return new Fault(wrong('health', `What came is not valid HTTP: ${messageOf(error)}.`), options);
  }
  return new Fault(wrong('health', `The request failed: ${messageOf(error)} (${code || 'no code'}).`), options);
}

/** Servers close idle connections, and one that is used at that moment is nobody's fault. */
export class KeptConnectionClosed extends Fault {
  constructor(options: { cause: unknown }) {
    super(unknown('A kept connection was closed before any byte of an answer came.'), options);
  }
}
