/** Keys of checks that make a connection and ask nothing. */
import type { Role } from '../../check.ts';
import { HOST_WITH_PORT, type HostAndPort, TLS_HOST } from '../addresses.ts';
import { patternText } from '../scalars.ts';
import type { Table } from '../shape.ts';
import { CA, DAYS, NAME, ROLE, TIMEOUT } from './shared-keys.ts';

export const TCP: Table<{ tcp: HostAndPort; name: string }, { role: Exclude<Role, 'state'>; timeout: number }> = {
  tcp: { name: 'tcp', shape: HOST_WITH_PORT, meaning: 'Host and port that have to accept a connection.' },
  name: NAME,
  role: ROLE,
  timeout: TIMEOUT,
};

export const TLS: Table<
  { tls: HostAndPort; name: string; serverName: string; ca: string },
  { certificateDays: number; timeout: number }
> = {
  tls: {
    name: 'tls',
    shape: TLS_HOST,
    meaning: 'Host, and port unless it is 443, with which a TLS handshake is made.',
  },
  name: NAME,
  serverName: {
    name: 'server-name',
    shape: patternText({
      pattern: /^[A-Za-z0-9_.-]+$/u,
      expected: 'the name of a host',
      parse: (text) => text,
    }),
    meaning: 'The name that the certificate has to be for. Without one, the host.',
  },
  ca: CA,
  certificateDays: {
    name: 'certificate-days',
    shape: DAYS,
    meaning: 'A certificate of the chain that ends in fewer days is a failure.',
    preset: { text: '14', value: 14 },
  },
  timeout: TIMEOUT,
};
