/** Why there is no answer. */
export type TransportFaultKind =
  /** GitHub cannot have seen the request. */
  | 'not-sent'
  /** The connection ended before the answer did. */
  | 'lost'
  | 'timeout'
  /** An answer that cannot be taken: too long, or not what its headers say. */
  | 'unreadable'
  | 'redirect'
  | 'aborted';

export class TransportFault extends Error {
  readonly kind: TransportFaultKind;

  constructor(kind: TransportFaultKind, message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'TransportFault';
    this.kind = kind;
  }
}
