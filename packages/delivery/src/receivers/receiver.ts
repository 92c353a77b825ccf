/** Receivers of JSON over https. */
export type WebhookKind = 'slack' | 'discord' | 'teams' | 'generic';
export type ReceiverKind = WebhookKind | 'smtp';

export interface WebhookReceiver {
  readonly kind: WebhookKind;
  /** What it is called in logs and outputs: its kind, with a number where there are several. Never any part of its URL. */
  readonly label: string;
  readonly url: URL;
}

export interface MailReceiver {
  readonly kind: 'smtp';
  readonly label: string;
  readonly server: MailServer;
  readonly from: string;
  readonly to: readonly string[];
}

export interface MailServer {
  readonly host: string;
  readonly port: number;
  /** `tls` from the first byte, `starttls` or nothing at all, `any` only on this machine itself. */
  readonly security: 'tls' | 'starttls' | 'any';
  /** Both empty: without authentication. */
  readonly user: string;
  readonly password: string;
}

/** A line that no message can be sent by; `why` holds nothing of the line. */
export interface UnusableReceiver {
  readonly kind: 'unusable';
  readonly label: string;
  readonly why: string;
}

export type Receiver = WebhookReceiver | MailReceiver | UnusableReceiver;
