import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { Agent, request as httpsRequest } from 'node:https';
import { isLoopback } from '../receivers/loopback.ts';
import type { WebhookKind } from '../receivers/receiver.ts';
import type { AttemptEnd, AttemptLimits, LossReason } from './attempt.ts';
import { errorCodeIn, mayRefuseInSuccess, refusalInSuccess } from './refused-in-success.ts';
import { isTlsFault } from './tls-faults.ts';

export interface PostRequest extends AttemptLimits {
  readonly kind: WebhookKind;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  /** For `HTTPS_PROXY` and its like. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly now: () => Date;
}

/** As much of an answer as an error code can be long; the rest is never read. */
const MOST_ANSWER = 2_048;
/** How long the body of a success is waited for, where it may hold a refusal: without one, the head is believed. */
const SUCCESS_BODY_MS = 1_000;

/**
 * Posts a body once. Follows no redirect, and needs no more of the answer than its head, or its beginning where a success may be none:
 * an answer that is endless or never ends costs nothing. Never throws for what the receiver does.
 */
export function post(request: PostRequest): Promise<AttemptEnd> {
  const { kind, signal, timeoutMs } = request;
  return new Promise((resolve) => {
    const sent = start(request);
    // What the head of an answer says, for when the rest of it does not come.
    let late: AttemptEnd | undefined;
    const timers = [setTimeout(() => end(late ?? again('timeout')), timeoutMs)];
    const onAbort = (): void => end({ kind: 'lost', status: 0, reason: 'cancelled', word: '' });
    const end = (result: AttemptEnd): void => {
      timers.forEach(clearTimeout);
      signal.removeEventListener('abort', onAbort);
      sent.destroy();
      resolve(result);
    };
    sent.on('error', (error) => end(late ?? endOfError(error)));
    sent.on('response', (answer) => {
      const status = statusOf(answer);
      const head = endOfStatus(status, retryAfter(answer.headers['retry-after'], request.now()));
      if (head !== undefined && (head.kind !== 'delivered' || !mayRefuseInSuccess(kind))) return end(head);
      const soFar = head ?? refused(status, '');
      late = soFar;
      if (head !== undefined) timers.push(setTimeout(() => end(soFar), SUCCESS_BODY_MS));
      void bodyOf(answer).then((body) => end(endOfBody({ kind, status, body })));
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    sent.end(request.body);
  });
}

function start({ url, headers, body, env, timeoutMs }: PostRequest): ClientRequest {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(body.length), connection: 'close', 'accept-encoding': 'identity' },
  };
  // Never the global agent: nothing is to keep the connection for later. Nobody stands between this machine and itself.
  if (url.protocol === 'http:') return httpRequest(url, { ...options, agent: false });
  const agent = isLoopback(url.hostname) ? false : new Agent({ proxyEnv: env });
  // The agent's own limit: it alone can let go of a proxy that never opens the way.
  return httpsRequest(url, { ...options, agent, timeout: timeoutMs });
}

/** What a status decides alone; undefined for a refusal, whose body may say why. */
function endOfStatus(status: number, retryAfterMs: number | undefined): AttemptEnd | undefined {
  if (isSuccess(status)) return { kind: 'delivered', status };
  if (status >= 300 && status < 400) return { kind: 'lost', status, reason: 'redirect', word: '' };
  if (status === 410) return { kind: 'lost', status, reason: 'gone', word: '' };
  if (status === 429) return { kind: 'again', status, reason: 'rate-limited', retryAfterMs, word: '' };
  // 408: the request came too slowly; RFC 9110, 15.5.9, says that it may be repeated.
  if (status === 408 || status >= 500) return { kind: 'again', status, reason: 'server-error', retryAfterMs, word: '' };
  return undefined;
}

interface Answered {
  readonly kind: WebhookKind;
  readonly status: number;
  readonly body: string;
}

/** What a refusal says, and a success that may be none. */
function endOfBody({ kind, status, body }: Answered): AttemptEnd {
  if (!isSuccess(status)) return refused(status, errorCodeIn(body));
  const hidden = refusalInSuccess(kind, status, body);
  if (hidden === undefined) return { kind: 'delivered', status };
  const end = endOfStatus(hidden.status, undefined);
  return end === undefined || end.kind === 'delivered' ? refused(hidden.status, hidden.word) : end;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}

function statusOf({ statusCode }: IncomingMessage): number {
  return statusCode ?? 0;
}

function refused(status: number, word: string): AttemptEnd {
  const reason: LossReason = status === 401 || status === 403 ? 'authentication' : 'rejected';
  return { kind: 'lost', status, reason, word };
}

function again(reason: LossReason, word = ''): AttemptEnd {
  return { kind: 'again', status: 0, reason, retryAfterMs: undefined, word };
}

function endOfError(error: NodeJS.ErrnoException): AttemptEnd {
  if (isTlsFault(error)) return { kind: 'lost', status: 0, reason: 'tls', word: error.code ?? '' };
  return again('connection', /^[A-Z][A-Z_0-9]{2,40}$/u.exec(error.code ?? '')?.[0]);
}

/** Seconds or a date (RFC 9110, 10.2.3) as milliseconds from now. */
export function retryAfter(value: string | undefined, now: Date): number | undefined {
  if (value === undefined) return undefined;
  // Discord's seconds have a fraction.
  if (/^\d{1,9}(?:\.\d{1,9})?$/u.test(value.trim())) return Math.ceil(Number(value) * 1_000);
  const date = /^[A-Z][a-z]{2}, /u.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(date) ? undefined : Math.max(0, date - now.getTime());
}

/** The body of an answer; empty when it is longer than anything that is looked for in it. */
async function bodyOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of answer) {
      text += String(chunk);
      if (text.length > MOST_ANSWER) return '';
    }
  } catch {
    return '';
  }
  return text;
}
