import { isLoopback } from './loopback.ts';
import { readMailReceiver } from './read-mail-receiver.ts';
import type { Receiver, ReceiverKind, WebhookKind } from './receiver.ts';

const KINDS: readonly ReceiverKind[] = ['slack', 'discord', 'teams', 'generic', 'smtp'];

/** Hosts that give away who listens, each with all of its subdomains. */
const HOSTS: readonly (readonly [host: string, kind: WebhookKind])[] = [
  ['hooks.slack.com', 'slack'],
  ['hooks.slack-gov.com', 'slack'],
  ['discord.com', 'discord'],
  ['discordapp.com', 'discord'],
  ['webhook.office.com', 'teams'],
  ['logic.azure.com', 'teams'],
  ['api.powerplatform.com', 'teams'],
];

/** The receivers that the lines of the input `urls` stand for. What is wrong with a line is said without showing it. */
export function readReceivers(lines: readonly string[]): readonly Receiver[] {
  return named(lines.map((line, index) => readLine(line, `line ${index + 1}`)));
}

/** Where another URL begins in the line of one. */
const SECOND = /[\s,;](?:[A-Za-z-]+=)?(?:https?|smtps?):\/\//u;

function readLine(line: string, place: string): Receiver {
  return SECOND.test(line) ? unusable(place, 'holds several URLs: write one per line') : readReceiver(line, place);
}

function readReceiver(line: string, place: string): Receiver {
  const [, prefix, rest = ''] = /^([A-Za-z][A-Za-z-]*)=(.*)$/u.exec(line) ?? [undefined, undefined, line];
  const kind = KINDS.find((known) => known === prefix);
  if (prefix !== undefined && kind === undefined) {
    return unusable(
      place,
      `begins with a prefix that is not known; known are ${KINDS.map((known) => `${known}=`).join(' ')}`,
    );
  }
  const url = URL.parse(rest.trim());
  if (url === null || url.hostname === '') return unusable(place, 'is not a URL');
  if (url.protocol === 'smtp:' || url.protocol === 'smtps:') {
    return kind === undefined || kind === 'smtp'
      ? readMailReceiver(url, place)
      : unusable(place, `is a mail server, and no ${kind}=`);
  }
  if (kind === 'smtp') return unusable(place, 'does not begin with smtp:// or smtps:// after smtp=');
  return webhook({ url, kind: kind ?? kindOf(url), place });
}

function webhook({
  url,
  kind,
  place,
}: {
  readonly url: URL;
  readonly kind: WebhookKind;
  readonly place: string;
}): Receiver {
  const isHttp = url.protocol === 'http:';
  if (!isHttp && url.protocol !== 'https:') return unusable(place, 'does not begin with https://');
  if (isHttp && !isLoopback(url.hostname))
    return unusable(place, 'begins with http://, which is only for this machine itself: use https://');
  return { kind, label: kind, url };
}

function kindOf({ hostname }: URL): WebhookKind {
  return HOSTS.find(([host]) => hostname === host || hostname.endsWith(`.${host}`))?.[1] ?? 'generic';
}

function unusable(place: string, why: string): Receiver {
  return { kind: 'unusable', label: place, why };
}

/** Of several receivers of a kind each gets its number, in the order of the lines. */
function named(receivers: readonly Receiver[]): readonly Receiver[] {
  const counts = new Map<string, number>();
  const isAlone = ({ kind }: Receiver): boolean => receivers.filter((other) => other.kind === kind).length === 1;
  return receivers.map((receiver) => {
    if (receiver.kind === 'unusable' || isAlone(receiver)) return receiver;
    const count = (counts.get(receiver.kind) ?? 0) + 1;
    counts.set(receiver.kind, count);
    return { ...receiver, label: `${receiver.kind}-${count}` };
  });
}
