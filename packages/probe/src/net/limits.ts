import { Failure } from '@plimsoll/outcome';

/** How long parts of an attempt may take, in milliseconds. */
export interface ConnectionLimits {
  /** For connecting to one address, and again for the TLS handshake; 5000 unless told. */
  readonly connectMs?: number;
  /** From the request being sent to the end of the answer's headers; 10,000 unless told. */
  readonly firstByteMs?: number;
  /** For the whole attempt, redirects included; 15,000 unless told. */
  readonly totalMs?: number;
}

export interface FullLimits {
  readonly connectMs: number;
  readonly firstByteMs: number;
  readonly totalMs: number;
}

const DEFAULTS: FullLimits = { connectMs: 5000, firstByteMs: 10_000, totalMs: 15_000 };
/** What a timer can hold. */
const LONGEST_MS = 2_147_483_647;

/** @throws Failure('input') for a limit that is no time. */
export function fullLimits(given: ConnectionLimits = {}): FullLimits {
  const limits = {
    connectMs: given.connectMs ?? DEFAULTS.connectMs,
    firstByteMs: given.firstByteMs ?? DEFAULTS.firstByteMs,
    totalMs: given.totalMs ?? DEFAULTS.totalMs,
  };
  for (const [name, value] of Object.entries(limits)) checkedMs(name, value);
  return limits;
}

/** @throws Failure('input') unless it is a time that a timer can hold. */
export function checkedMs(name: string, value: number): number {
  if (value > 0 && value <= LONGEST_MS) return value;
  throw new Failure('input', `The limit ${name} is ${value}; it has to be above 0 and at most ${LONGEST_MS} ms.`);
}

/** @throws Failure('input') unless it is a port of TCP. */
export function checkedPort(port: number): number {
  if (Number.isInteger(port) && port >= 1 && port <= 65_535) return port;
  throw new Failure('input', `The port ${port} is not a number from 1 to 65535.`);
}
