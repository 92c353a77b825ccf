/** Why a message did not arrive. */
export type LossReason =
  | 'unusable' // the line of `urls`, a header or a signing secret is none
  | 'rejected' // a status of 4xx, a permanent answer of a mail server
  | 'gone' // 410: nobody listens there any more
  | 'redirect' // 3xx: a message does not go where somebody else points
  | 'authentication'
  | 'tls' // a certificate or handshake that cannot be trusted
  | 'rate-limited'
  | 'server-error'
  | 'timeout'
  | 'connection'
  | 'cancelled'
  | 'internal'; // a fault of ours: it costs this message, not the others

/** What came of one attempt. Words of the receiver are only kept when they have the shape of an error code. */
export type AttemptEnd =
  | { readonly kind: 'delivered'; readonly status: number }
  /** Trying again would change nothing. */
  | { readonly kind: 'lost'; readonly status: number; readonly reason: LossReason; readonly word: string }
  | {
      readonly kind: 'again';
      readonly status: number;
      readonly reason: LossReason;
      /** What the receiver asked for; undefined when it did not. */
      readonly retryAfterMs: number | undefined;
      readonly word: string;
    };

export interface AttemptLimits {
  readonly timeoutMs: number;
  readonly signal: AbortSignal;
}
