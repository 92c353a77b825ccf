import type { Mail } from '@plimsoll/message';
import type { MailReceiver } from '../receivers/receiver.ts';
import type { AttemptEnd, AttemptLimits } from './attempt.ts';
import { isTlsFault } from './tls-faults.ts';

export interface MailRequest extends AttemptLimits {
  readonly receiver: MailReceiver;
  readonly mail: Mail;
  /** Stays the same over all attempts, so that a mail that arrives twice is known as one. */
  readonly id: string;
}

/** Hands a mail to its server once. Never throws for what the server does. */
export async function sendMail(request: MailRequest): Promise<AttemptEnd> {
  const { receiver, timeoutMs, signal } = request;
  // Only who sends mail pays for running it. `eager` leaves it in the one file of the bundle, under the one list of licences.
  const { createTransport } = await import(/* webpackMode: "eager" */ 'nodemailer');
  const transport = createTransport(optionsOf(receiver, timeoutMs));
  const timeout = AbortSignal.timeout(timeoutMs);
  try {
    const sent: unknown = await transport.sendMail({
      ...messageOf(request),
      signal: AbortSignal.any([timeout, signal]),
    });
    // Some got it: a second try would send it to them twice.
    if (hasRefused(sent)) return { kind: 'lost', status: 550, reason: 'rejected', word: 'some recipients' };
    return { kind: 'delivered', status: 250 };
  } catch (thrown) {
    if (signal.aborted) return { kind: 'lost', status: 0, reason: 'cancelled', word: '' };
    return timeout.aborted ? again('timeout', 0) : endOf(thrown);
  } finally {
    transport.close();
  }
}

/** Whether a server that took the mail refused some of its recipients. */
function hasRefused(sent: unknown): boolean {
  const list: unknown = typeof sent === 'object' && sent !== null && 'rejected' in sent ? sent.rejected : [];
  return Array.isArray(list) && list.length > 0;
}

type TransportOptions = Exclude<Parameters<typeof import('nodemailer').createTransport>[0], undefined | string>;

function optionsOf({ server }: MailReceiver, timeoutMs: number): TransportOptions {
  const { host, port, security, user, password } = server;
  return {
    host,
    port,
    secure: security === 'tls',
    requireTLS: security === 'starttls',
    ...(user === '' ? {} : { auth: { user, pass: password } }),
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    dnsTimeout: timeoutMs,
    // What a mail consists of comes from the story alone.
    disableFileAccess: true,
    disableUrlAccess: true,
  };
}

function messageOf({ receiver, mail, id }: MailRequest): { readonly [key: string]: unknown } {
  const { from, to } = receiver;
  return {
    from,
    to: [...to],
    subject: mail.subject,
    text: mail.text,
    html: mail.html,
    messageId: `<${id}@${from.slice(from.indexOf('@') + 1)}>`,
    // RFC 3834: nobody's out-of-office answer is wanted.
    headers: { 'auto-submitted': 'auto-generated' },
  };
}

/** Only codes are kept: what a server says may repeat what it was told. */
function endOf(thrown: unknown): AttemptEnd {
  const { code, systemCode, status } = codesOf(thrown);
  if (code === 'ETLS' || isTlsFault({ code: systemCode })) return lost('tls', status);
  // RFC 5321, 4.2.1: 4yz is for now, 5yz for good.
  if (status >= 400 && status < 500) return again('server-error', status);
  if (code === 'EAUTH' || code === 'ENOAUTH') return lost('authentication', status);
  if (status >= 500 || !CONNECTION_FAULTS.has(code)) return lost('rejected', status);
  return again(code === 'ETIMEDOUT' ? 'timeout' : 'connection', 0);
}

function codesOf(thrown: unknown): { readonly code: string; readonly systemCode: string; readonly status: number } {
  const error: Readonly<Record<string, unknown>> = typeof thrown === 'object' ? { ...thrown } : {};
  const { code, originalCode, responseCode } = error;
  return {
    code: typeof code === 'string' ? code : '',
    systemCode: typeof originalCode === 'string' ? originalCode : '',
    status: typeof responseCode === 'number' ? responseCode : 0,
  };
}

const CONNECTION_FAULTS = new Set(['ECONNECTION', 'ETIMEDOUT', 'ESOCKET', 'EDNS', 'EPROTOCOL']);

function again(reason: 'timeout' | 'connection' | 'server-error', status: number): AttemptEnd {
  return { kind: 'again', status, reason, retryAfterMs: undefined, word: '' };
}

function lost(reason: 'tls' | 'authentication' | 'rejected', status: number): AttemptEnd {
  return { kind: 'lost', status, reason, word: '' };
}
