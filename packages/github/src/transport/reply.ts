import { TransportFault } from './transport-fault.ts';

/** What came of one try: an answer of any status, or none. */
export type Reply =
  | { readonly kind: 'answer'; readonly status: number; readonly headers: Headers; readonly data: unknown }
  | { readonly kind: 'fault'; readonly fault: TransportFault };

/** By lower-case names. */
export type Headers = Readonly<Record<string, string | undefined>>;

/** Octokit throws for refusals and for faults alike; told apart again here. */
export function replyOfThrown(thrown: unknown): Reply {
  const fault = faultIn(thrown);
  if (fault !== undefined) return { kind: 'fault', fault };
  if (thrown instanceof Error && 'response' in thrown && isResponse(thrown.response)) {
    return { kind: 'answer', ...thrown.response };
  }
  return { kind: 'fault', fault: new TransportFault('unreadable', 'The answer cannot be read.', { cause: thrown }) };
}

function faultIn(thrown: unknown): TransportFault | undefined {
  if (thrown instanceof TransportFault) return thrown;
  return thrown instanceof Error && thrown.cause !== undefined ? faultIn(thrown.cause) : undefined;
}

interface Response {
  readonly status: number;
  readonly headers: Headers;
  readonly data: unknown;
}

function isResponse(value: unknown): value is Response {
  if (typeof value !== 'object' || value === null) return false;
  const hasParts = 'status' in value && 'headers' in value && 'data' in value;
  return hasParts && typeof value.status === 'number' && typeof value.headers === 'object' && value.headers !== null;
}

/** The `message` of an answer that says what is wrong, with its `errors`; one line, and not a long one. */
export function messageIn(data: unknown): string {
  if (typeof data !== 'object' || data === null) return '';
  const members = new Map<string, unknown>(Object.entries(data));
  const message = members.get('message');
  const errors = members.get('errors');
  const details = Array.isArray(errors) ? errors.map(describeError).filter((text) => text !== '') : [];
  const whole = [typeof message === 'string' ? message : '', ...details].join(': ');
  return whole.replaceAll(/\s+/gu, ' ').trim().slice(0, LONGEST_MESSAGE);
}

const LONGEST_MESSAGE = 300;

/** `{resource, field, code}`, `{message}` or plain text: GitHub uses all three. */
function describeError(error: unknown): string {
  if (typeof error === 'string') return error;
  if (typeof error !== 'object' || error === null) return '';
  const members = new Map<string, unknown>(Object.entries(error));
  const parts = ['message', 'field', 'code'].map((name) => members.get(name));
  return parts.filter((part) => typeof part === 'string').join(' ');
}
