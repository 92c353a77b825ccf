import { createConnection, type Socket } from 'node:net';
import { formatDuration } from '@plimsoll/figures';
import { errorCodeOf, Fault, messageOf, unknown, wrong } from '../fault.ts';
import type { ProbePorts } from '../probe.ts';
import { formatAddress, type PinnedAddresses } from './pinned-addresses.ts';

/** Node gives an address 250 ms by default, and then calls a far host unreachable. */
const LEAST_PER_ADDRESS_MS = 2000;

export interface ConnectRequest {
  readonly addresses: PinnedAddresses;
  readonly port: number;
  /** For one address. With several, each gets its share of it, but not less than 2 s (or than this, if it is less). */
  readonly timeoutMs: number;
  readonly signal: AbortSignal | undefined;
}

/** A connection, and how it came about. Times in milliseconds. */
export interface Connected {
  readonly socket: Socket;
  readonly address: string;
  readonly resolveMs: number;
  readonly connectMs: number;
}

interface Refusal {
  readonly address: string;
  readonly why: string;
  /** True when the packets did not even leave this machine, or found no way. */
  readonly ours: boolean;
  readonly limitMs: number;
}

/** Errors that say nothing about the service. */
const OWN_SIDE: ReadonlyMap<string, string> = new Map([
  ['ENETUNREACH', 'no route to this network'],
  ['EHOSTUNREACH', 'no route to this host'],
  ['EADDRNOTAVAIL', 'no address of this family here'],
  ['EAFNOSUPPORT', 'no address of this family here'],
  ['ENETDOWN', 'the network is down'],
  ['EACCES', 'not permitted here'],
  ['EPERM', 'not permitted here'],
  ['EMFILE', 'too many open files here'],
  ['ENFILE', 'too many open files here'],
]);
const REFUSALS: ReadonlyMap<string, string> = new Map([
  ['ECONNREFUSED', 'refused'],
  ['ECONNRESET', 'reset'],
  ['ETIMEDOUT', 'no answer'],
]);

/** Connects to the first address that answers, one after the other. Throws Fault that names every address and why it did not. */
export async function connect(request: ConnectRequest, ports: ProbePorts): Promise<Connected> {
  const startedAt = ports.now();
  const addresses = await request.addresses.list();
  const resolvedAt = ports.now();
  const share = Math.max(Math.min(LEAST_PER_ADDRESS_MS, request.timeoutMs), request.timeoutMs / addresses.length);
  const refusals: Refusal[] = [];
  for (const address of addresses) {
    const socket = await open({ ...request, address, timeoutMs: share });
    if (!('why' in socket)) {
      for (const refusal of refusals) request.addresses.failed(refusal.address, refusal.why);
      request.addresses.worked(address);
      return { socket, address, resolveMs: resolvedAt - startedAt, connectMs: ports.now() - resolvedAt };
    }
    refusals.push(socket);
  }
  throw unreachable(request.port, refusals);
}

type AddressAttempt = ConnectRequest & { readonly address: string };

function open({ address, port, timeoutMs, signal }: AddressAttempt): Promise<Socket | Refusal> {
  signal?.throwIfAborted();
  const { promise, resolve, reject } = Promise.withResolvers<Socket | Refusal>();
  const socket = createConnection({ host: address, port, noDelay: true });
  const refuse = (refusal: Omit<Refusal, 'address'>): void => {
    socket.destroy();
    resolve({ address, ...refusal });
  };
  const timer = setTimeout(() => {
    refuse({ why: `no answer within ${formatDuration(timeoutMs)}`, ours: false, limitMs: timeoutMs });
  }, timeoutMs);
  const onAbort = (): void => {
    socket.destroy();
    reject(new Fault(unknown('The attempt was stopped while it was connecting.')));
  };
  const onError = (error: Error): void => {
    refuse({ ...reasonOf(error), limitMs: 0 });
  };
  signal?.addEventListener('abort', onAbort, { once: true });
  socket.once('error', onError);
  socket.once('connect', () => resolve(socket));
  return promise.finally(() => {
    clearTimeout(timer);
    signal?.removeEventListener('abort', onAbort);
    socket.off('error', onError);
    // What happens to a socket that nobody waits for any more is of no interest, but must not end the process.
    if (socket.destroyed) socket.on('error', () => {});
  });
}

function reasonOf(error: Error): { why: string; ours: boolean } {
  const code = errorCodeOf(error);
  const own = OWN_SIDE.get(code);
  if (own !== undefined) return { why: own, ours: true };
  return { why: REFUSALS.get(code) ?? (code || messageOf(error)), ours: false };
}

function unreachable(port: number, refusals: readonly Refusal[]): Fault {
  const list = refusals.map(({ address, why }) => `${formatAddress(address, port)}: ${why}`).join('; ');
  const limitMs = refusals.reduce((sum, refusal) => sum + refusal.limitMs, 0);
  if (refusals.every(({ ours }) => ours)) return new Fault(unknown(`No way from here to the service (${list}).`));
  return new Fault(wrong('health', `Nothing accepts connections (${list}).`), { limitMs });
}
