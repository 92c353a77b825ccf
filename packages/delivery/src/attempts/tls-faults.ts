/** Codes of OpenSSL's verification (openssl-verification-options(1)) that Node hands on, and of Node's own check of the name. */
const CERTIFICATE_FAULTS = new Set([
  'CERT_HAS_EXPIRED',
  'CERT_NOT_YET_VALID',
  'CERT_REVOKED',
  'CERT_SIGNATURE_FAILURE',
  'CERT_UNTRUSTED',
  'CERT_REJECTED',
  'CERT_CHAIN_TOO_LONG',
  'DEPTH_ZERO_SELF_SIGNED_CERT',
  'SELF_SIGNED_CERT_IN_CHAIN',
  'UNABLE_TO_GET_ISSUER_CERT',
  'UNABLE_TO_GET_ISSUER_CERT_LOCALLY',
  'UNABLE_TO_VERIFY_LEAF_SIGNATURE',
  'INVALID_CA',
  'INVALID_PURPOSE',
  'HOSTNAME_MISMATCH',
  'ERR_TLS_CERT_ALTNAME_INVALID',
  'ERR_TLS_CERT_ALTNAME_FORMAT',
]);

/** Whether a connection failed because the other side cannot be trusted, or does not speak TLS: trying again changes nothing. */
export function isTlsFault({ code }: { readonly code?: string | undefined }): boolean {
  return code !== undefined && (CERTIFICATE_FAULTS.has(code) || code === 'EPROTO' || code.startsWith('ERR_SSL_'));
}
