import { isIP } from 'node:net';
import { formatDuration } from '@plimsoll/figures';
import { errorCodeOf, Fault, messageOf, unknown } from '../fault.ts';
import type { ProbePorts } from '../probe.ts';

export interface AddressRequest {
  /** A name or an address, an IPv6 address without brackets. */
  readonly host: string;
  /** Connect to this address, whatever the name resolves to: one backend of several. */
  readonly address?: string | undefined;
  /** How long a lookup may take, in milliseconds. */
  readonly timeoutMs: number;
}

/** The addresses of one name, looked up once, so that nobody can move the probe to another host between two attempts. */
export interface PinnedAddresses {
  /** The address that worked last comes first, the dead ones last. Throws Fault when the name has none. */
  list(): Promise<readonly string[]>;
  worked(address: string): void;
  failed(address: string, why: string): void;
  /** As `10.0.0.2 (refused)`, while another address works. */
  dead(): readonly string[];
}

export function pinAddresses(request: AddressRequest, ports: ProbePorts): PinnedAddresses {
  const dead = new Map<string, string>();
  let pinned: readonly string[] | undefined;
  let best = '';
  const rank = (address: string): number => (address === best ? 0 : dead.has(address) ? 2 : 1);
  return {
    list: async () => {
      pinned ??= await resolve(request, ports);
      return pinned.toSorted((a, b) => rank(a) - rank(b));
    },
    worked: (address) => {
      best = address;
      dead.delete(address);
    },
    failed: (address, why) => dead.set(address, why),
    // That localhost listens in one family only is as it should be.
    dead: () => (isLocalhost(request.host) ? [] : [...dead].map(([address, why]) => `${address} (${why})`)),
  };
}

/** An address as the URL of it is written, with its port. */
export function formatAddress(address: string, port: number): string {
  return isIP(address) === 6 ? `[${address}]:${port}` : `${address}:${port}`;
}

async function resolve(request: AddressRequest, ports: ProbePorts): Promise<readonly string[]> {
  const { host, address, timeoutMs } = request;
  if (address !== undefined) return [address];
  if (isIP(host) !== 0) return [host];
  // Name services disagree on which families localhost has, and servers on which they listen.
  if (isLocalhost(host)) return ['127.0.0.1', '::1'];
  const { promise: late, reject } = Promise.withResolvers<never>();
  const tooLate = new Fault(unknown(`The lookup of ${host} took longer than ${formatDuration(timeoutMs)}.`));
  const timer = setTimeout(() => reject(tooLate), timeoutMs);
  try {
    const addresses = await Promise.race([ports.lookup(host), late]);
    if (addresses.length > 0) return [...new Set(addresses)];
  } catch (thrown) {
    throw thrown instanceof Fault ? thrown : lookupFault(host, thrown);
  } finally {
    clearTimeout(timer);
  }
  throw new Fault(unknown(`The name ${host} has no address. Check its DNS records.`));
}

function lookupFault(host: string, thrown: unknown): Fault {
  const code = errorCodeOf(thrown);
  const why =
    code === 'ENOTFOUND' || code === 'ENODATA'
      ? `The name ${host} has no address as seen from here (${code}). Check it and its DNS records.`
      : `The name ${host} could not be looked up from here (${code || messageOf(thrown)}).`;
  return new Fault(unknown(why), { cause: thrown });
}

function isLocalhost(host: string): boolean {
  return host === 'localhost' || host.endsWith('.localhost');
}
