import type { WebhookKind } from '../receivers/receiver.ts';

/** What a receiver says in the body of an answer whose status says that all is well. */
export interface HiddenRefusal {
  /** The status it should have had; that of the answer where the body names none. */
  readonly status: number;
  /** An error code; empty without one. */
  readonly word: string;
}

/** Of these receivers an answer of 2xx is read before it is believed. */
export function mayRefuseInSuccess(kind: WebhookKind): boolean {
  return kind === 'teams' || kind === 'slack';
}

/**
 * The refusal in the body of a success; undefined when there is none.
 *
 * Connectors of Teams wrap whatever Teams answers in a 200: "Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP
 * error 413 …" (MicrosoftDocs/msteams-docs#1810 and #7425). Methods of Slack answer 200 with `{"ok":false,"error":"…"}`
 * (docs.slack.dev/apis/web-api, "Evaluating responses"), and servers that speak as Slack does with a bare code.
 */
export function refusalInSuccess(kind: WebhookKind, status: number, body: string): HiddenRefusal | undefined {
  if (kind === 'teams') {
    const named = /returned HTTP error (\d{3})\b/iu.exec(body)?.[1];
    const isRefused = named !== undefined || /^\s*webhook message delivery failed/iu.test(body);
    return isRefused ? { status: named === undefined ? status : Number(named), word: '' } : undefined;
  }
  if (/^\s*\{[^{}]*"ok"\s*:\s*false\b/u.test(body)) {
    return { status, word: errorCodeIn(/"error"\s*:\s*"([^"]{0,80})"/u.exec(body)?.[1] ?? '') };
  }
  const word = errorCodeIn(body);
  return word === '' || RECEIPT.test(word) ? undefined : { status, word };
}

/** What a relay that speaks as Slack does may say in place of Slack's `ok`; none of Slack's errors is one of these. */
const RECEIPT =
  /^(?:event|message|notification|payload|request|webhook)_(?:accepted|delivered|posted|queued|received|sent)$/u;

/** The error code that a text is, such as Slack's `invalid_blocks`; empty when it is anything else. */
export function errorCodeIn(text: string): string {
  return /^[a-z]{2,20}(?:_[a-z]{1,20}){1,5}$/u.exec(text.trim())?.[0] ?? '';
}
