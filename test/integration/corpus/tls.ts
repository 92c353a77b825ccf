/** Services that cannot be trusted. */
import type { TlsOptions } from 'node:tls';
import type { FaultyService, ServiceCertificates } from '@plimsoll/testkit';
import type { Case, Situation, Written } from './case.ts';
import { HURRIED, STATUS_OK, WELL } from './services.ts';

type Kind = Exclude<keyof ServiceCertificates, 'ca' | 'otherCa'>;

interface TlsFault {
  readonly name: string;
  readonly kind: Kind;
  readonly options?: TlsOptions;
  readonly says: RegExp;
  readonly check?: Written;
  /** `ca`, which signed it, unless told. */
  readonly trusts?: 'ca' | 'otherCa';
}

const TOO_OLD: TlsOptions = { minVersion: 'TLSv1', maxVersion: 'TLSv1.1', ciphers: 'DEFAULT@SECLEVEL=0' };

const FAULTS: readonly TlsFault[] = [
  { name: 'its certificate has expired', kind: 'expired', says: /has expired/ },
  { name: 'its certificate is not valid yet', kind: 'notYetValid', says: /not valid yet/ },
  { name: 'its certificate is self-signed', kind: 'selfSigned', says: /self-signed/ },
  { name: 'its certificate is for another host', kind: 'otherHost', says: /another host.*elsewhere\.example/ },
  { name: 'its certificate is of an unknown authority', kind: 'good', trusts: 'otherCa', says: /authority|incomplete/ },
  { name: 'its certificate is made for clients', kind: 'wrongPurpose', says: /purpose|servers/ },
  { name: 'an intermediate certificate is missing', kind: 'chainMissing', says: /chain is incomplete/ },
  { name: 'it speaks only TLS that is too old', kind: 'good', options: TOO_OLD, says: /too old/ },
  {
    name: 'its certificate ends too soon',
    kind: 'endsSoon',
    check: { 'certificate-days': 14 },
    says: /ends in [45] days.*at least 14/,
  },
];

export const TLS: readonly Case[] = [
  ...FAULTS.flatMap((fault) => [faultCase(fault, 'http'), faultCase(fault, 'tls')]),
  {
    name: 'it speaks plain HTTP on the port of TLS',
    expected: 'tls',
    says: /no TLS on this port/,
    arrange: async (bed) => {
      const { port } = await bed.serve((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'), {
        onConnection: (socket) => {
          socket.once('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
        },
      });
      return { checks: [{ http: `https://127.0.0.1:${port}/health` }] };
    },
  },
  {
    name: 'it speaks TLS on the port of plain HTTP',
    expected: 'health',
    arrange: async (bed) => {
      const { good } = await bed.certificates();
      const { port } = await bed.serve(WELL, { tls: good });
      return { checks: [{ http: `http://127.0.0.1:${port}/health` }] };
    },
  },
  {
    name: 'it hangs in the handshake',
    expected: 'tls',
    says: /handshake did not end/,
    arrange: async (bed) => {
      const { port } = await bed.serve(WELL, { onConnection: () => {} });
      return { checks: [{ http: `https://127.0.0.1:${port}/health`, ...HURRIED }] };
    },
  },
  {
    name: 'it closes the connection in the handshake',
    expected: 'tls',
    arrange: async (bed) => {
      const { port } = await bed.serve(WELL, {
        onConnection: (socket) => {
          socket.once('data', () => socket.end());
        },
      });
      return { checks: [{ http: `https://127.0.0.1:${port}/health` }] };
    },
  },
];

/** The same fault has to be seen by a check of HTTP as by one of TLS alone. */
function faultCase({ name, kind, options, says, check, trusts = 'ca' }: TlsFault, by: 'http' | 'tls'): Case {
  return {
    name: `${name} (seen by ${by})`,
    expected: 'tls',
    says,
    arrange: async (bed): Promise<Situation> => {
      const certificates = await bed.certificates();
      const service = await bed.serve(WELL, { tls: { ...certificates[kind], ...options } });
      const ca = certificates[trusts];
      return { checks: [checkOf(service, by, { ca, ...check })] };
    },
  };
}

function checkOf({ url, port }: FaultyService, by: 'http' | 'tls', check: Written): Written {
  if (by === 'tls') return { tls: `127.0.0.1:${port}`, 'certificate-days': 0, ...check };
  return { http: `${url}/health`, ...STATUS_OK, ...check };
}
