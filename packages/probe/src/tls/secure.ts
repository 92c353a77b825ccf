import { isIP, type Socket } from 'node:net';
import { checkServerIdentity, connect, type PeerCertificate, type SecureContext, type TLSSocket } from 'node:tls';
import { formatDuration } from '@plimsoll/figures';
import { errorCodeOf, Fault, messageOf, unknown, wrong } from '../fault.ts';

export interface SecureRequest {
  readonly socket: Socket;
  readonly serverName: string;
  readonly context: SecureContext;
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** What each refusal of a certificate or a handshake means, and who has to do something about it. */
const REASONS: ReadonlyMap<string, string> = new Map([
  ['CERT_HAS_EXPIRED', 'a certificate has expired'],
  ['CERT_NOT_YET_VALID', 'a certificate is not valid yet'],
  ['DEPTH_ZERO_SELF_SIGNED_CERT', 'the certificate is self-signed; if that is wanted, give it as ca'],
  ['SELF_SIGNED_CERT_IN_CHAIN', 'the chain ends in an authority that is not trusted; give it as ca'],
  [
    'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
    'the chain is incomplete: the server does not send the intermediate certificates, or its authority has to be given as ca',
  ],
  [
    'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
    'the chain is incomplete, or ends in an authority that is not trusted; give it as ca',
  ],
  ['UNABLE_TO_GET_ISSUER_CERT', 'the chain is incomplete: an issuer is missing'],
  ['CERT_REVOKED', 'the certificate was revoked'],
  ['INVALID_PURPOSE', 'the certificate is not made for servers'],
  [
    'NO_ALTERNATIVE_NAME',
    'the certificate has its host as common name alone, which no browser takes for one; have it made with a subject alternative name',
  ],
  ['ERR_SSL_WRONG_VERSION_NUMBER', 'the server speaks no TLS on this port'],
  ['ERR_SSL_PACKET_LENGTH_TOO_LONG', 'the server speaks no TLS on this port'],
  ['ERR_SSL_UNSUPPORTED_PROTOCOL', 'the server speaks only TLS versions that are too old'],
  ['ERR_SSL_TLSV1_ALERT_PROTOCOL_VERSION', 'the server speaks only TLS versions that are too old'],
  ['ERR_SSL_NO_PROTOCOLS_AVAILABLE', 'there is no TLS version that both sides speak'],
  ['ECONNRESET', 'the connection was closed during the handshake'],
]);

/** Makes a connection a verified TLS connection. Throws Fault with code `tls` that says why it cannot be trusted. */
export function secure(request: SecureRequest): Promise<TLSSocket> {
  const { promise, resolve, reject } = Promise.withResolvers<TLSSocket>();
  const socket = connect({
    socket: request.socket,
    secureContext: request.context,
    // Said aloud, because an environment variable can change what is not.
    rejectUnauthorized: true,
    checkServerIdentity: identityProblem,
    // An address cannot be asked for by name, but the certificate still has to be for it.
    ...(isIP(request.serverName) === 0 ? { servername: request.serverName } : { host: request.serverName }),
  });
  const give = (fault: Fault): void => {
    socket.destroy();
    reject(fault);
  };
  const timer = setTimeout(() => give(slowHandshake(request.timeoutMs)), request.timeoutMs);
  const onAbort = (): void => give(new Fault(unknown('The attempt was stopped during the TLS handshake.')));
  const onError = (error: Error): void => give(faultOf(error));
  request.signal?.addEventListener('abort', onAbort, { once: true });
  socket.once('error', onError);
  socket.once('secureConnect', () => resolve(socket));
  return promise.finally(() => {
    clearTimeout(timer);
    request.signal?.removeEventListener('abort', onAbort);
    socket.off('error', onError);
    if (socket.destroyed) socket.on('error', () => {});
  });
}

/** Node still falls back on the common name, which RFC 9525 (section 2) has done away with, and browsers before it. */
function identityProblem(host: string, certificate: PeerCertificate): Error | undefined {
  if (certificate.subjectaltname !== undefined) return checkServerIdentity(host, certificate);
  return Object.assign(new Error('The certificate has no alternative name.'), { code: 'NO_ALTERNATIVE_NAME' });
}

function slowHandshake(limitMs: number): Fault {
  const detail = `The TLS handshake did not end within ${formatDuration(limitMs)}.`;
  return new Fault(wrong('tls', detail), { limitMs });
}

function faultOf(error: Error): Fault {
  const code = errorCodeOf(error);
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return new Fault(wrong('tls', `TLS: the certificate is for another host (${namesIn(error)}).`), { cause: error });
  }
  const reason = REASONS.get(code) ?? messageOf(error).split('\n', 1)[0]?.trim();
  return new Fault(wrong('tls', `TLS: ${reason} (${code || 'no code'}).`), { cause: error });
}

/** The names that a refused certificate is for. */
function namesIn(error: Error): string {
  const certificate = 'cert' in error ? error.cert : undefined;
  const isObject = typeof certificate === 'object' && certificate !== null;
  return isObject && 'subjectaltname' in certificate ? String(certificate.subjectaltname) : messageOf(error);
}
