import { isLoopback } from './loopback.ts';
import type { MailReceiver, UnusableReceiver } from './receiver.ts';

const ADDRESS = /^[^\s<>"(),;:\\@[\]]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9.-]{0,252}[A-Za-z0-9])?$/u;
const MOST_ADDRESSES = 50;

/** `smtp://user:password@host:587/?from=a@b.example&to=c@d.example,e@f.example` as a receiver. */
export function readMailReceiver(url: URL, place: string): MailReceiver | UnusableReceiver {
  const [from = '', ...others] = addressesIn(url, 'from');
  const to = addressesIn(url, 'to');
  const why = problemWith({ from, others, to });
  if (why !== '') return { kind: 'unusable', label: place, why };
  const [user, password] = [decoded(url.username), decoded(url.password)];
  if (user === undefined || password === undefined) {
    return { kind: 'unusable', label: place, why: 'has a user or password that is not percent-encoded as in a URL' };
  }
  return { kind: 'smtp', label: 'smtp', server: { ...serverOf(url), user, password }, from, to };
}

function serverOf({ protocol, hostname, port }: URL): Pick<MailReceiver['server'], 'host' | 'port' | 'security'> {
  const isTls = protocol === 'smtps:';
  return {
    host: hostname.replace(/^\[|\]$/gu, ''),
    // Ports of RFC 8314: 465 for TLS from the first byte, 587 for STARTTLS.
    port: port === '' ? (isTls ? 465 : 587) : Number(port),
    security: isTls ? 'tls' : isLoopback(hostname) ? 'any' : 'starttls',
  };
}

function addressesIn({ searchParams }: URL, name: string): readonly string[] {
  return (
    searchParams
      .getAll(name)
      .flatMap((list) => list.split(','))
      // A plus in an address is written as it is by most people, and means a space in a query.
      .map((address) => address.trim().replaceAll(' ', '+'))
      .filter((address) => address !== '')
  );
}

interface Addresses {
  readonly from: string;
  readonly others: readonly string[];
  readonly to: readonly string[];
}

function problemWith({ from, others, to }: Addresses): string {
  if (from === '' || others.length > 0) return 'needs exactly one address in ?from=';
  if (to.length === 0 || to.length > MOST_ADDRESSES) return `needs 1 to ${MOST_ADDRESSES} addresses in &to=`;
  return [from, ...to].every((address) => ADDRESS.test(address))
    ? ''
    : 'has an address in from or to that is not of the form name@host';
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
