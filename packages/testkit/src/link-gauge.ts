import type { LinkCounts } from './link.ts';

const CONNECTIONS = 0;
const UP = 1;
const DOWN = 2;
const STRUCK = 3;
const GAUGES = 4;
const ANSWER_WITHIN_MS = 60_000;

/** What the proxy's thread tells the others without being asked: shared memory that it writes and they read at any time. */
export class LinkGauge {
  readonly memory: SharedArrayBuffer;
  readonly #gauges: BigInt64Array;
  readonly #answers: Int32Array;

  constructor(memory: SharedArrayBuffer = new SharedArrayBuffer(GAUGES * 8 + 4)) {
    this.memory = memory;
    this.#gauges = new BigInt64Array(memory, 0, GAUGES);
    this.#answers = new Int32Array(memory, GAUGES * 8, 1);
  }

  counts(): LinkCounts {
    const read = (gauge: number): number => Number(Atomics.load(this.#gauges, gauge));
    return { connections: read(CONNECTIONS), up: read(UP), down: read(DOWN) };
  }

  hasStruck(): boolean {
    return Atomics.load(this.#gauges, STRUCK) === 1n;
  }

  countConnection(): void {
    Atomics.add(this.#gauges, CONNECTIONS, 1n);
  }

  setPassed(up: number, down: number): void {
    Atomics.store(this.#gauges, UP, BigInt(up));
    Atomics.store(this.#gauges, DOWN, BigInt(down));
  }

  setStruck(struck: boolean): void {
    Atomics.store(this.#gauges, STRUCK, struck ? 1n : 0n);
  }

  /** Tells whoever waits in `nextAnswer` that an order is carried out. */
  answer(): void {
    Atomics.add(this.#answers, 0, 1);
    Atomics.notify(this.#answers, 0);
  }

  /** To be asked before an order is given; the function that comes back waits, blocking, until it is carried out. */
  nextAnswer(): () => void {
    const before = Atomics.load(this.#answers, 0);
    return () => {
      const outcome = Atomics.wait(this.#answers, 0, before, ANSWER_WITHIN_MS);
      if (outcome === 'timed-out') throw new Error(`The proxy's thread did not answer within ${ANSWER_WITHIN_MS} ms.`);
    };
  }
}
