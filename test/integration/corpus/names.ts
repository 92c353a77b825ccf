/** Services whose name leads nowhere. */
import type { Bed } from './bed.ts';
import type { Case, Situation } from './case.ts';
import { HURRIED, healthCheck, STATUS_OK, WELL } from './services.ts';

/** Nobody has this name: addresses come from the case alone. */
export const NAME = 'shop.example.org';
/** An address of this machine on which nothing listens. */
export const DEAD = '127.0.0.9';

export const NAMES: readonly Case[] = [
  failing('there is no such name', 'ENOTFOUND', /no address as seen from here/),
  failing('the name service has trouble', 'EAI_AGAIN', /could not be looked up/),
  {
    name: 'the name service does not answer',
    expected: 'probe-environment',
    says: /lookup .* took longer/,
    arrange: () => ({
      checks: [healthCheck(`http://${NAME}`, { ...STATUS_OK, ...HURRIED })],
      ports: { lookup: () => new Promise<never>(() => {}) },
    }),
  },
  {
    name: 'the name has no address',
    expected: 'probe-environment',
    says: /has no address/,
    arrange: () => ({ checks: [healthCheck(`http://${NAME}`)], ports: { lookup: async () => [] } }),
  },
  {
    name: 'all addresses of the name are dead',
    expected: 'health',
    says: /127\.0\.0\.9:\d+: refused; 127\.0\.0\.10:\d+: refused/,
    arrange: (bed) => named(bed, [DEAD, '127.0.0.10']),
  },
  {
    name: 'the name has an IPv6 address alone, and the service is on IPv4',
    expected: 'health',
    says: /\[::1\]:\d+: refused/,
    arrange: (bed) => named(bed, ['::1']),
  },
];

/** A service that is well, under a name with these addresses. */
export async function named(bed: Bed, addresses: readonly string[], host = '127.0.0.1'): Promise<Situation> {
  const { port } = await bed.serve(WELL, { host });
  return { checks: [healthCheck(`http://${NAME}:${port}`)], ports: { lookup: async () => addresses } };
}

function failing(name: string, code: string, says: RegExp): Case {
  return {
    name,
    expected: 'probe-environment',
    says,
    arrange: () => ({
      checks: [healthCheck(`http://${NAME}`)],
      ports: { lookup: () => Promise.reject(Object.assign(new Error(code), { code })) },
    }),
  };
}
