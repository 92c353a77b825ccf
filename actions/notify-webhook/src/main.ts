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
  type SigningKey,
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
  const credentials = readCredentials(inputs);
  const receivers = reachable(readReceivers(inputs.urls), credentials);
  if (receivers.length === 0) return reportNobody(story, inputs.required);
  const deliveries = await send({ inputs, context, story, receivers, credentials });
  for (const warning of warningsOf(deliveries)) context.log.warning(warning);
  return reportDeliveries({ story, deliveries, isRequired: inputs.required });
}

function tell({ event, title, text, fields, steps, needs }: NotifyInputs, { env }: ActionContext): Story {
  const place = placeOf(env);
  return tellStory({ event, title, text, fields, steps: readSteps(steps), needs: readNeeds(needs), place });
}

/** What generic receivers know us by; `wrong` says what is wrong with the inputs for it, and shows none of their values. */
type Credentials =
  | { readonly headers: Readonly<Record<string, string>>; readonly keys: readonly SigningKey[] }
  | { readonly wrong: string };

function readCredentials({ headers: lines, signingSecrets }: NotifyInputs): Credentials {
  const headers = readHeaders(lines);
  if ('wrong' in headers) return headers;
  const keys = readKeys(signingSecrets);
  if (keys !== undefined) return { ...headers, keys };
  return { wrong: "a line of 'signing-secret' begins with whsec_ and is not 24 to 64 bytes in base64" };
}

/** Generic receivers get nothing when a header or key is none: unsigned, or without what lets us in, is not what was asked for. */
function reachable(receivers: readonly Receiver[], credentials: Credentials): readonly Receiver[] {
  if (!('wrong' in credentials)) return receivers;
  const why = credentials.wrong;
  return receivers.map((one) => (one.kind === 'generic' ? { kind: 'unusable', label: one.label, why } : one));
}

interface Sending {
  readonly inputs: NotifyInputs;
  readonly context: ActionContext;
  readonly story: Story;
  readonly receivers: readonly Receiver[];
  readonly credentials: Credentials;
}

function send({ inputs, context, story, receivers, credentials }: Sending): Promise<readonly Delivery[]> {
  return deliverAll({
    receivers,
    story,
    mentions: mentionsFor(story.event, inputs.mentions),
    template: inputs.template,
    ...('wrong' in credentials ? { headers: {}, keys: [] } : credentials),
    id: messageId(story, context.env),
    budget: inputs.budget,
    env: context.env,
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
