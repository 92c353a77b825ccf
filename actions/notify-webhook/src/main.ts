import { setTimeout as pause } from 'node:timers/promises';
import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import {
  type Delivery,
  deliverAll,
  messageId,
  type Ports,
  type Receiver,
  readHeaders,
  readKeys,
  readReceivers,
} from '@plimsoll/delivery';
import { mentionsFor, placeOf, readNeeds, readSteps, type Story, tellStory } from '@plimsoll/message';
import { type NotifyInputs, readInputs } from './inputs.ts';
import { reportDeliveries, reportNobody, warningsOf } from './report.ts';

/** Tells a team by webhook or mail how a deployment went. */
export const notifyWebhook: ActionDefinition<NotifyInputs> = {
  name: 'notify-webhook',
  outputs: ['delivered', 'deliveries'],
  inputs: readInputs,
  main: run,
};

async function run(inputs: NotifyInputs, context: ActionContext): Promise<Outcome> {
  const story = tell(inputs, context);
  for (const note of story.notes) context.log.warning(note);
  const receivers = usable(readReceivers(inputs.urls), inputs);
  if (receivers.length === 0) return reportNobody(story, inputs.required);
  const deliveries = await send({ inputs, context, story, receivers });
  for (const warning of warningsOf(deliveries)) context.log.warning(warning);
  return reportDeliveries({ story, deliveries, isRequired: inputs.required });
}

function tell({ event, title, text, fields, steps, needs }: NotifyInputs, { env }: ActionContext): Story {
  const place = placeOf(env);
  return tellStory({ event, title, text, fields, steps: readSteps(steps), needs: readNeeds(needs), place });
}

/** Generic receivers get nothing when a header or key is none: unsigned, or without what lets us in, is not what was asked for. */
function usable(receivers: readonly Receiver[], { headers, signingSecrets }: NotifyInputs): readonly Receiver[] {
  const read = readHeaders(headers);
  const keys = readKeys(signingSecrets);
  const why =
    'wrong' in read
      ? read.wrong
      : keys === undefined
        ? "a line of 'signing-secret' begins with whsec_ and is not 24 to 64 bytes in base64"
        : '';
  if (why === '') return receivers;
  return receivers.map((one) => (one.kind === 'generic' ? { kind: 'unusable', label: one.label, why } : one));
}

interface Sending {
  readonly inputs: NotifyInputs;
  readonly context: ActionContext;
  readonly story: Story;
  readonly receivers: readonly Receiver[];
}

function send({ inputs, context, story, receivers }: Sending): Promise<readonly Delivery[]> {
  const read = readHeaders(inputs.headers);
  return deliverAll({
    receivers,
    story,
    mentions: mentionsFor(story.event, inputs.mentions),
    template: inputs.template,
    headers: 'headers' in read ? read.headers : {},
    keys: readKeys(inputs.signingSecrets) ?? [],
    id: messageId(story, context.env),
    budget: inputs.budget,
    ports: portsOf(context),
  });
}

function portsOf({ now, signal }: ActionContext): Ports {
  return {
    tick: () => performance.now(),
    now,
    sleep: (ms, until) => pause(ms, undefined, { signal: until }).catch(() => undefined),
    random: Math.random,
    signal,
  };
}
