import { PassThrough, Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, jest, test } from '@jest/globals';
import { Lane } from '../src/lane.ts';

const CAP = 25_000_000;
const CHUNK = 65_536;
const MANY = 400;

/** Takes everything at once and says when it came. */
class Sink extends Writable {
  readonly arrivals: { readonly atMs: number; readonly bytes: number }[] = [];

  override _write(chunk: Buffer, _encoding: string, done: () => void): void {
    this.arrivals.push({ atMs: performance.now(), bytes: chunk.length });
    done();
  }
}

interface LaneShape {
  readonly delayMs?: number;
  readonly bytesPerSecond?: number;
}

function lane({ delayMs = 0, bytesPerSecond = Infinity }: LaneShape): Lane {
  return new Lane({ delayMs, bytesPerSecond, limit: () => Infinity, onPassed: () => {} });
}

// Time is what these tests are about, so it only moves when they say so; streams go on by themselves.
beforeEach(() => {
  jest.useFakeTimers({ doNotFake: ['nextTick', 'queueMicrotask', 'setImmediate'] });
});
afterEach(() => {
  jest.useRealTimers();
});

async function pass(milliseconds: number): Promise<void> {
  for (let step = 0; step < milliseconds; step += 1) {
    await jest.advanceTimersByTimeAsync(1);
    await new Promise((resolve) => setImmediate(resolve));
  }
}

describe('Lane', () => {
  test('keeps the rate within five per cent at all times, shared by two senders who are always ready', async () => {
    const [one, other, sink] = [new PassThrough(), new PassThrough(), new Sink()];
    const shared = lane({ bytesPerSecond: CAP });
    shared.carry(one, sink);
    shared.carry(other, sink);
    for (let chunk = 0; chunk < MANY / 2; chunk += 1) {
      one.write(Buffer.alloc(CHUNK));
      other.write(Buffer.alloc(CHUNK));
    }
    for (let elapsedMs = 100; elapsedMs <= 1000; elapsedMs += 100) {
      await pass(100);
      const exact = (CAP * elapsedMs) / 1000;
      expect(shared.passed).toBeGreaterThan(0.95 * exact - CHUNK);
      expect(shared.passed).toBeLessThan(1.05 * exact);
    }
    await pass(100);
    expect(shared.passed).toBe(MANY * CHUNK);
  });

  test('delivers in steps of a few milliseconds, not in bursts', async () => {
    const [from, sink] = [new PassThrough(), new Sink()];
    lane({ bytesPerSecond: CAP }).carry(from, sink);
    for (let chunk = 0; chunk < 100; chunk += 1) from.write(Buffer.alloc(CHUNK));
    await pass(300);
    const gaps = sink.arrivals.slice(1).map(({ atMs }, index) => atMs - (sink.arrivals[index]?.atMs ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(10);
  });

  test('delays every byte by the same time, whatever else is under way', async () => {
    const [from, sink] = [new PassThrough(), new Sink()];
    lane({ delayMs: 20 }).carry(from, sink);
    const start = performance.now();
    for (let message = 0; message < 5; message += 1) {
      from.write('x');
      await pass(7);
    }
    await pass(30);
    const delays = sink.arrivals.map(({ atMs }, index) => atMs - start - 7 * index);
    expect(delays).toHaveLength(5);
    for (const delay of delays) {
      expect(delay).toBeGreaterThanOrEqual(19);
      expect(delay).toBeLessThanOrEqual(22);
    }
  });

  test('stops a sender when its short queue is full, and loses nothing', async () => {
    const [from, sink] = [new PassThrough({ highWaterMark: CHUNK }), new Sink()];
    const narrow = lane({ bytesPerSecond: 1_000_000 });
    narrow.carry(from, sink);
    for (let chunk = 0; chunk < 20; chunk += 1) from.write(Buffer.alloc(CHUNK));
    await pass(5);
    expect(from.isPaused()).toBe(true);
    await pass(1400);
    expect(narrow.passed).toBe(20 * CHUNK);
  });
});
