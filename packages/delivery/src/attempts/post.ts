import { type ClientRequest, request as httpRequest, type IncomingMessage, type RequestOptions } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { AttemptEnd, AttemptLimits, LossReason } from './attempt.ts';
import { isTlsFault } from './tls-faults.ts';

export interface PostRequest extends AttemptLimits {
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Buffer;
  readonly now: () => Date;
}

/** As much of an answer as an error code can be long; the rest is never read. */
const MOST_ANSWER = 2_048;

/**
 * Posts a body once. Follows no redirect, and needs no more of the answer than its head: an answer that is endless or never
 * ends costs nothing. Never throws for what the receiver does.
 */
export function post(request: PostRequest): Promise<AttemptEnd> {
  const { signal, timeoutMs } = request;
  return new Promise((resolve) => {
    const sent = start(request);
    let late = again('timeout');
    const timer = setTimeout(() => end(late), timeoutMs);
    const onAbort = (): void => end({ kind: 'lost', status: 0, reason: 'cancelled', word: '' });
    const end = (result: AttemptEnd): void => {
      clearTimeout(timer);
      signal.removeEventListener('abort', onAbort);
      sent.destroy();
      resolve(result);
    };
    sent.on('error', (error) => end(endOfError(error)));
    sent.on('response', (answer) => {
      const early = endOfHead(answer, request.now());
      if (early !== undefined) return end(early);
      late = refused(statusOf(answer), '');
      void wordOf(answer).then((word) => end(refused(statusOf(answer), word)));
    });
    if (signal.aborted) onAbort();
    else signal.addEventListener('abort', onAbort, { once: true });
    sent.end(request.body);
  });
}

function start({ url, headers, body }: PostRequest): ClientRequest {
  const options: RequestOptions = {
    method: 'POST',
    headers: { ...headers, 'content-length': String(body.length), connection: 'close' },
    // Not the global agent: nothing is to keep the connection for later.
    agent: false,
  };
  return url.protocol === 'http:' ? httpRequest(url, options) : httpsRequest(url, options);
}

/** What the head of the answer decides alone; undefined for a refusal, whose body may say why. */
function endOfHead(answer: IncomingMessage, now: Date): AttemptEnd | undefined {
  const status = statusOf(answer);
  if (status >= 200 && status < 300) return { kind: 'delivered', status };
  if (status >= 300 && status < 400) return { kind: 'lost', status, reason: 'redirect', word: '' };
  if (status === 410) return { kind: 'lost', status, reason: 'gone', word: '' };
  const retryAfterMs = retryAfter(answer.headers['retry-after'], now);
  if (status === 429) return { kind: 'again', status, reason: 'rate-limited', retryAfterMs, word: '' };
  // 408: the request came too slowly; RFC 9110, 15.5.9, says that it may be repeated.
  if (status === 408 || status >= 500) return { kind: 'again', status, reason: 'server-error', retryAfterMs, word: '' };
  return undefined;
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

/** The error code that an answer begins with, such as Slack's `invalid_blocks`; empty when it is anything else. */
async function wordOf(answer: IncomingMessage): Promise<string> {
  let text = '';
  try {
    for await (const chunk of answer) {
      text += String(chunk);
      if (text.length > MOST_ANSWER) return '';
    }
  } catch {
    return '';
  }
  return /^[a-z]{2,20}(?:_[a-z]{1,20}){1,5}$/u.exec(text.trim())?.[0] ?? '';
}
