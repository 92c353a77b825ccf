import { escapeMarkdown, markdownTable, type Outcome } from '@plimsoll/action-kit';
import type { Delivery, LossReason } from '@plimsoll/delivery';
import { formatDuration } from '@plimsoll/figures';
import { renderTimes, type Story } from '@plimsoll/message';
import type { Json } from '@plimsoll/outcome';

export interface DeliveryReport {
  readonly story: Story;
  readonly deliveries: readonly Delivery[];
  readonly isRequired: boolean;
}

/** The outcome after messages were sent, or lost. A loss fails the step only where that was asked for. */
export function reportDeliveries({ story, deliveries, isRequired }: DeliveryReport): Outcome {
  const lost = deliveries.filter(({ delivered }) => !delivered);
  const code = codeOf(lost, isRequired);
  const summary = sentence(deliveries, lost);
  return {
    verdict: code === '' ? 'pass' : 'fail',
    code,
    summary,
    facts: { event: story.event, title: story.title, deliveries: deliveries.map(rowOf) },
    outputs: { delivered: String(lost.length === 0), deliveries: JSON.stringify(deliveries.map(rowOf)) },
    report: joined([
      `### Notification: ${escapeMarkdown(story.title)}`,
      escapeMarkdown(summary),
      table(deliveries),
      renderTimes(story),
    ]),
  };
}

/** A run that is called off says so, whether or not a loss is a failure. */
function codeOf(lost: readonly Delivery[], isRequired: boolean): Outcome['code'] {
  if (lost.some(({ reason }) => reason === 'cancelled')) return 'cancelled';
  return isRequired && lost.length > 0 ? 'not-delivered' : '';
}

/** The outcome where nobody is to be told. */
export function reportNobody(story: Story, isRequired: boolean): Outcome {
  const { event, title } = story;
  const summary = isRequired
    ? "'urls' holds nobody to tell, and 'required' wants the message delivered. Is the secret set, and may this run see it?"
    : "Nobody was told: 'urls' is empty.";
  return {
    verdict: isRequired ? 'fail' : 'pass',
    code: isRequired ? 'not-delivered' : '',
    summary,
    facts: { event, title, deliveries: [] },
    outputs: { delivered: 'false', deliveries: '[]' },
    report: joined(['### Notification skipped', escapeMarkdown(summary), renderTimes(story)]),
  };
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** One annotation for each message that was lost, and for each that had to be shortened. */
export function warningsOf(deliveries: readonly Delivery[]): readonly string[] {
  return deliveries.flatMap((delivery) => {
    const { receiver, delivered, leftOut } = delivery;
    if (!delivered) return [`The message for ${receiver} was not delivered: ${whyOf(delivery)}.`];
    return leftOut.length === 0
      ? []
      : [`The message for ${receiver} was shortened to fit. Left out: ${leftOut.join(', ')}.`];
  });
}

const WHY: Readonly<Record<LossReason, string>> = {
  unusable: 'it cannot be used',
  rejected: 'the receiver refused it',
  gone: 'nobody listens there any more (410); remove the URL',
  redirect: 'the receiver points elsewhere, and redirects are not followed; give the final URL',
  authentication: 'the receiver does not accept the credentials',
  tls: 'the connection is not secure: the certificate or handshake of the receiver cannot be trusted',
  'rate-limited': 'the receiver takes no more messages for now',
  'server-error': 'the receiver has trouble of its own',
  timeout: 'the receiver did not answer in time',
  connection: 'the receiver could not be reached',
  cancelled: 'the run was cancelled',
  internal: 'an unexpected error of this action',
};

function whyOf({ reason, why, status, attempts, word, wantedMs }: Delivery): string {
  if (why !== '') return why;
  const details = [
    status === 0 ? '' : `status ${status}`,
    word,
    wantedMs === undefined ? '' : `it wants ${formatDuration(wantedMs)} of quiet, more than 'total-timeout' leaves`,
    attempts === 1 ? '1 attempt' : `${attempts} attempts`,
  ].filter((detail) => detail !== '');
  return `${WHY[reason === '' ? 'rejected' : reason]} (${details.join(', ')})`;
}

function sentence(deliveries: readonly Delivery[], lost: readonly Delivery[]): string {
  const count = deliveries.length === 1 ? '1 message' : `${deliveries.length} messages`;
  if (lost.length === 0) return `${count} delivered.`;
  const names = lost.map((delivery) => `${delivery.receiver}: ${whyOf(delivery)}`);
  return `${lost.length} of ${count} not delivered. ${names.join('; ')}.`;
}

function rowOf({ receiver, delivered, status, attempts, reason }: Delivery): { readonly [key: string]: Json } {
  return { receiver, delivered, status, attempts, reason };
}

function table(deliveries: readonly Delivery[]): string {
  const rows = deliveries.map((delivery) => [
    delivery.receiver,
    delivery.delivered ? 'delivered' : `lost: ${delivery.reason}`,
    delivery.status === 0 ? '–' : String(delivery.status),
    String(delivery.attempts),
    delivery.leftOut.join(', '),
  ]);
  return markdownTable(['Receiver', 'Outcome', 'Status', 'Attempts', 'Left out'], rows);
}
