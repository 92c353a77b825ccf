import type { DetailedPeerCertificate, PeerCertificate, TLSSocket } from 'node:tls';

/** What is worth knowing of one certificate. */
export interface CertificateFacts {
  /** Its common name, or whatever else it calls itself. */
  readonly subject: string;
  /** Milliseconds since 1970. */
  readonly endsAt: number;
}

export interface ChainFacts {
  /** From the server's own certificate to the authority that is trusted. */
  readonly certificates: readonly CertificateFacts[];
  /** The one that ends first. */
  readonly firstToEnd: CertificateFacts;
}

const DAY_MS = 86_400_000;

/** The verified chain of a connection; undefined when there is none to read. */
export function chainOf(socket: TLSSocket): ChainFacts | undefined {
  const certificates: CertificateFacts[] = [];
  const seen = new Set<string>();
  let certificate: DetailedPeerCertificate | undefined = socket.getPeerCertificate(true);
  // The last certificate of a chain names itself as its issuer.
  while (certificate?.fingerprint256 !== undefined && !seen.has(certificate.fingerprint256)) {
    seen.add(certificate.fingerprint256);
    certificates.push({ subject: subjectOf(certificate), endsAt: Date.parse(certificate.valid_to) });
    certificate = certificate.issuerCertificate;
  }
  const [firstToEnd] = certificates.toSorted((a, b) => a.endsAt - b.endsAt);
  return firstToEnd === undefined ? undefined : { certificates, firstToEnd };
}

/** Empty while the chain holds for so many days more, else a sentence. An end that cannot be read is none that is far enough. */
export function endsTooSoon(chain: ChainFacts, minDaysLeft: number, now: number): string {
  const { subject, endsAt } = chain.firstToEnd;
  const days = (endsAt - now) / DAY_MS;
  if (days >= minDaysLeft) return '';
  return `The certificate of ${subject} ends in ${Math.floor(days)} days, on ${dayOf(endsAt)}; at least ${minDaysLeft} are asked for.`;
}

/** `2027-01-31`. */
export function dayOf(time: number): string {
  return Number.isFinite(time) ? new Date(time).toISOString().slice(0, 10) : 'an unreadable date';
}

function subjectOf({ subject, subjectaltname }: PeerCertificate): string {
  const name: unknown = subject?.CN;
  return typeof name === 'string' ? name : (subjectaltname ?? 'a certificate without a name');
}
