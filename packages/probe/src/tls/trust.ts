import { createSecureContext, getCACertificates, type SecureContext } from 'node:tls';
import { Failure } from '@plimsoll/outcome';
import { messageOf } from '../fault.ts';

/** How far a certificate is trusted. That it is verified cannot be turned off. */
export interface TlsTrust {
  /** Certificates of further authorities, PEM; the ones of the system stay trusted. */
  readonly ca?: string;
  /** A certificate of the chain that ends sooner is a failure. */
  readonly minDaysLeft?: number;
  /** The name the certificate has to be for; the host unless told. */
  readonly serverName?: string;
}

/** Older protocols are broken (RFC 8996), whatever Node's options say. */
const minVersion = 'TLSv1.2';

/** @throws Failure('input') when `ca` holds no certificate. */
export function trustContext({ ca }: TlsTrust): SecureContext {
  if (ca === undefined) return createSecureContext({ minVersion });
  if (!ca.includes('-----BEGIN CERTIFICATE-----')) {
    throw new Failure('input', 'ca holds no certificate. Give it as PEM, from -----BEGIN CERTIFICATE----- on.');
  }
  try {
    return createSecureContext({ minVersion, ca: [...getCACertificates('default'), ca] });
  } catch (cause) {
    throw new Failure('input', `ca cannot be read as certificates: ${messageOf(cause)}.`, { cause });
  }
}
