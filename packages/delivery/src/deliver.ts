import {
  fillTemplate,
  type Mentions,
  type Rendered,
  renderDiscord,
  renderGeneric,
  renderMail,
  renderSlack,
  renderTeams,
  type Story,
  type Template,
} from '@plimsoll/message';
import type { Json } from '@plimsoll/outcome';
import type { LossReason } from './attempts/attempt.ts';
import { post } from './attempts/post.ts';
import { sendMail } from './attempts/send-mail.ts';
import { type Budget, type PersistEnd, type Ports, persist } from './persist.ts';
import type { MailReceiver, Receiver, WebhookReceiver } from './receivers/receiver.ts';
import { type SigningKey, signatureHeaders } from './signature.ts';

/** One message for all receivers. */
export interface DeliveryRequest {
  readonly receivers: readonly Receiver[];
  readonly story: Story;
  readonly mentions: Mentions;
  /** Body for generic receivers; undefined: the document of `renderGeneric`. */
  readonly template: Template | undefined;
  /** Sent to generic receivers alone: what lets us in there is nobody else's business. */
  readonly headers: Readonly<Record<string, string>>;
  readonly keys: readonly SigningKey[];
  readonly id: string;
  readonly budget: Budget;
  /** For `HTTPS_PROXY` and its like. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly ports: Ports;
}

/** What came of the message for one receiver. */
export interface Delivery extends PersistEnd {
  readonly receiver: string;
  /** What of the story had no room in the message, in words. */
  readonly leftOut: readonly string[];
  /** Why the line of the receiver cannot be used; empty when it can. */
  readonly why: string;
}

/**
 * Sends the message to all receivers at once; none waits for another, and a fault at one costs no other its message. In the
 * order of the receivers.
 */
export function deliverAll(request: DeliveryRequest): Promise<readonly Delivery[]> {
  return Promise.all(
    // What was thrown is not told: it may hold a URL or a header.
    request.receivers.map((receiver) => deliver(receiver, request).catch(() => lostTo(receiver.label, 'internal', ''))),
  );
}

async function deliver(receiver: Receiver, request: DeliveryRequest): Promise<Delivery> {
  switch (receiver.kind) {
    case 'unusable':
      return lostTo(receiver.label, 'unusable', receiver.why);
    case 'smtp':
      return deliverMail(receiver, request);
    case 'slack':
    case 'discord':
    case 'teams':
    case 'generic':
      return deliverWebhook(receiver, request);
  }
}

/** Of a receiver that nothing was sent to. @param why holds nothing secret */
function lostTo(receiver: string, reason: LossReason, why: string): Delivery {
  return {
    receiver,
    delivered: false,
    status: 0,
    attempts: 0,
    reason,
    word: '',
    wantedMs: undefined,
    leftOut: [],
    why,
  };
}

async function deliverWebhook(receiver: WebhookReceiver, request: DeliveryRequest): Promise<Delivery> {
  const { payload, leftOut } = payloadFor(receiver, request);
  const body = Buffer.from(JSON.stringify(payload));
  const { budget, ports, env } = request;
  const { kind, url } = receiver;
  const { now } = ports;
  const end = await persist({
    attempt: (limits) => post({ ...limits, kind, url, headers: headersFor(receiver, request, body), body, env, now }),
    budget,
    ports,
  });
  return { receiver: receiver.label, ...end, leftOut, why: '' };
}

async function deliverMail(receiver: MailReceiver, { story, id, budget, ports }: DeliveryRequest): Promise<Delivery> {
  const { payload: mail, leftOut } = renderMail(story);
  const end = await persist({ attempt: (limits) => sendMail({ ...limits, receiver, mail, id }), budget, ports });
  return { receiver: receiver.label, ...end, leftOut, why: '' };
}

function payloadFor({ kind }: WebhookReceiver, { story, mentions, template }: DeliveryRequest): Rendered<Json> {
  switch (kind) {
    case 'slack':
      return renderSlack(story, mentions);
    case 'discord':
      return renderDiscord(story, mentions);
    case 'teams':
      return renderTeams(story, mentions);
    case 'generic':
      return template === undefined ? renderGeneric(story) : fillTemplate(template, story);
  }
}

/** Made anew for each attempt: a receiver may refuse a signature that is some minutes old. */
function headersFor(
  { kind }: WebhookReceiver,
  { headers, keys, id, ports }: DeliveryRequest,
  body: Buffer,
): Readonly<Record<string, string>> {
  const agent = { 'user-agent': 'plimsoll-notify-webhook' };
  const type = { 'content-type': 'application/json; charset=utf-8' };
  if (kind !== 'generic') return { ...agent, ...type };
  return { ...agent, ...headers, ...type, ...signatureHeaders({ keys, id, at: ports.now(), body }) };
}
