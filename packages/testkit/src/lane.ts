import type { Readable, Writable } from 'node:stream';

/** One direction of a line. */
export interface LaneRequest {
  readonly delayMs: number;
  readonly bytesPerSecond: number;
  /** How many more bytes may pass at most, asked before each delivery. */
  readonly limit: () => number;
  /** Called after every delivery. */
  readonly onPassed: () => void;
}

/** Bytes, or the end of a stream, on their way. */
interface Parcel {
  readonly to: Writable;
  readonly from: Readable;
  readonly bytes: Buffer | 'end';
  readonly dueAt: number;
}

// Timers of Node fire on whole milliseconds: what is due within the next half is delivered at once.
const TIMER_SLACK_MS = 0.5;
const MIN_QUEUE_BYTES = 256 * 1024;
const QUEUE_MS = 50;

/**
 * Carries bytes in one direction, first in, first out, for all connections together. A virtual clock says when the line is free again, so the
 * rate is exact in the long run although timers are late, and a delivery is at most about a millisecond late. A line holds what is under way
 * and a short queue (50 ms, as routers do); beyond that the sender is stopped.
 */
export class Lane {
  readonly #request: LaneRequest;
  readonly #capacity: number;
  readonly #paused = new Set<Readable>();
  #queue: Parcel[] = [];
  #queuedBytes = 0;
  #freeAt = 0;
  #passed = 0;
  #timer: NodeJS.Timeout | undefined;
  #held = false;

  constructor(request: LaneRequest) {
    this.#request = request;
    const underWay = (request.bytesPerSecond / 1000) * (request.delayMs + QUEUE_MS);
    this.#capacity = Math.max(MIN_QUEUE_BYTES, Number.isFinite(underWay) ? underWay : 16 * MIN_QUEUE_BYTES);
  }

  /** Bytes delivered so far. */
  get passed(): number {
    return this.#passed;
  }

  /** Takes all that comes from one stream to another, its end included. */
  carry(from: Readable, to: Writable): void {
    from.on('data', (bytes: Buffer) => this.#add({ from, to, bytes }));
    from.on('end', () => this.#add({ from, to, bytes: 'end' }));
    to.on('drain', () => this.#letFlow());
    from.on('close', () => this.#paused.delete(from));
  }

  /** Delivers nothing more until `resume`. */
  hold(): void {
    this.#held = true;
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  /** Delivers again, what is overdue at once. */
  resume(): void {
    this.#held = false;
    this.#deliver();
  }

  /** Forgets everything under way. */
  close(): void {
    this.hold();
    this.#queue = [];
  }

  #add({ from, to, bytes }: Omit<Parcel, 'dueAt'>): void {
    const length = sizeOf(bytes);
    const start = Math.max(performance.now(), this.#freeAt);
    this.#freeAt = start + (length / this.#request.bytesPerSecond) * 1000;
    this.#queue.push({ from, to, bytes, dueAt: this.#freeAt + this.#request.delayMs });
    this.#queuedBytes += length;
    if (this.#isFull(to)) this.#stop(from);
    this.#deliver();
  }

  #isFull(to: Writable): boolean {
    return this.#queuedBytes >= this.#capacity || to.writableNeedDrain;
  }

  #stop(from: Readable): void {
    from.pause();
    this.#paused.add(from);
  }

  #letFlow(): void {
    if (this.#queuedBytes >= this.#capacity) return;
    for (const socket of this.#paused) socket.resume();
    this.#paused.clear();
  }

  #deliver(): void {
    if (this.#held) return;
    const now = performance.now() + TIMER_SLACK_MS;
    let done = 0;
    for (
      let parcel = this.#queue[0];
      parcel !== undefined && parcel.dueAt <= now && !this.#held;
      parcel = this.#queue[done]
    ) {
      const allowed = this.#request.limit();
      if (sizeOf(parcel.bytes) > allowed) this.#split(done, parcel, allowed);
      this.#hand(this.#queue[done] ?? parcel);
      done += 1;
      this.#request.onPassed();
    }
    this.#queue.splice(0, done);
    if (done > 0) this.#letFlow();
    this.#wake();
  }

  /** Makes two of a parcel at the byte where a fault strikes. */
  #split(index: number, parcel: Parcel, allowed: number): void {
    if (parcel.bytes === 'end') return;
    const parts = [parcel.bytes.subarray(0, allowed), parcel.bytes.subarray(allowed)];
    this.#queue.splice(index, 1, ...parts.map((bytes) => ({ ...parcel, bytes })));
  }

  #hand({ to, bytes }: Parcel): void {
    const length = sizeOf(bytes);
    this.#queuedBytes -= length;
    if (to.destroyed) return; // Broken meanwhile: it never arrives.
    this.#passed += length;
    if (bytes === 'end') to.end();
    else to.write(bytes);
  }

  #wake(): void {
    const next = this.#queue[0];
    if (next === undefined || this.#held || this.#timer !== undefined) return;
    const waitMs = Math.max(1, Math.round(next.dueAt - performance.now()));
    this.#timer = setTimeout(() => {
      this.#timer = undefined;
      this.#deliver();
    }, waitMs);
  }
}

function sizeOf(bytes: Parcel['bytes']): number {
  return bytes === 'end' ? 0 : bytes.length;
}
