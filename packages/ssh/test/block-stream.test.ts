import { Writable } from 'node:stream';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { EventStream } from '../src/event-stream.ts';

const NONCE = '0123456789abcdef';

interface Read {
  readonly stream: EventStream;
  readonly told: string[];
  /** What each block wrote, by its name. */
  readonly blocks: Map<string, Buffer>;
  /** Lets every stream take what waits. */
  readonly release: () => void;
}

/** Reads blocks whose names begin with `s` into streams that take one chunk at a time. */
function read(highWaterMark: number, failing?: Error): Read {
  const told: string[] = [];
  const blocks = new Map<string, Buffer>();
  const waiting: (() => void)[] = [];
  const open = (name: string): Writable => {
    blocks.set(name, Buffer.alloc(0));
    return new Writable({
      highWaterMark,
      write: (chunk: Buffer, _encoding, done) => {
        blocks.set(name, Buffer.concat([blocks.get(name) ?? Buffer.alloc(0), chunk]));
        if (failing !== undefined) done(failing);
        else waiting.push(done);
      },
      final: (done) => void waiting.push(done),
    });
  };
  const stream = new EventStream({
    nonce: NONCE,
    onEvent: ({ name, value, block }) => void told.push(`${name} ${value}${block === undefined ? '' : ' kept'}`),
    onNoise: (line) => void told.push(`noise ${line}`),
    onBlock: (name) => (name.startsWith('s') ? open(name) : undefined),
  });
  const release = (): void => {
    for (const done of waiting.splice(0)) done();
  };
  return { stream, told, blocks, release };
}

/** Pushes one chunk after the other, as soon as the one before was taken. */
async function push({ stream, release }: Read, chunks: readonly Buffer[]): Promise<void> {
  for (const chunk of chunks) {
    const releasing = setInterval(release, 0);
    try {
      await stream.push(chunk);
    } finally {
      clearInterval(releasing);
    }
  }
}

describe('a block that goes to a stream', () => {
  test('arrives whole and in its place, however the output is cut', async () => {
    const block = fc.record({ name: fc.constantFrom('s1', 's2', 'kept'), bytes: fc.uint8Array({ maxLength: 400 }) });
    await fc.assert(
      fc.asyncProperty(fc.array(block, { maxLength: 4 }), fc.integer({ min: 1, max: 90 }), async (items, size) => {
        const seen = read(16);
        const text = items.map(({ name, bytes }) => [
          Buffer.from(`${NONCE} :${name} ${bytes.length}\n`),
          Buffer.from(bytes),
          Buffer.from(`${NONCE} after ${name}\n`),
        ]);
        const all = Buffer.concat(text.flat());
        const chunks = Array.from({ length: Math.ceil(all.length / size) }, (_, index) =>
          all.subarray(index * size, (index + 1) * size),
        );
        await push(seen, chunks);
        expect(seen.told).toEqual(
          items.flatMap(({ name, bytes }) => [
            `${name} ${bytes.length}${name === 'kept' ? ' kept' : ''}`,
            `after ${name}`,
          ]),
        );
        const last = new Map(items.filter(({ name }) => name !== 'kept').map(({ name, bytes }) => [name, bytes]));
        expect(seen.blocks).toEqual(new Map([...last].map(([name, bytes]) => [name, Buffer.from(bytes)])));
      }),
      { numRuns: 60 },
    );
  });

  test('holds back who sends, and what comes behind it', async () => {
    const seen = read(4);
    const held = seen.stream.push(Buffer.from(`${NONCE} :s1 8\n12345678${NONCE} after 1\n`));
    expect(held).toBeInstanceOf(Promise);
    await new Promise((resolve) => setImmediate(resolve));
    expect(seen.told).toEqual([]);
    const taking = push(seen, []);
    const tick = setInterval(seen.release, 1);
    await held;
    await taking;
    clearInterval(tick);
    expect(seen.told).toEqual(['s1 8', 'after 1']);
  });

  test('may be larger than what is kept in memory', () => {
    const size = 1024 ** 4;
    expect(() => read(4).stream.push(Buffer.from(`${NONCE} :s1 ${size}\n`))).not.toThrow();
    expect(() => read(4).stream.push(Buffer.from(`${NONCE} :kept ${size}\n`))).toThrow('a block of');
  });

  test('whose stream fails fails with its error', async () => {
    const seen = read(4, new Error('no room here'));
    await expect(seen.stream.push(Buffer.from(`${NONCE} :s1 8\n12345678`))).rejects.toThrow('no room here');
    expect(seen.told).toEqual([]);
  });

  test('that breaks off destroys its stream', async () => {
    let broken: Writable | undefined;
    const stream = new EventStream({
      nonce: NONCE,
      onEvent: () => undefined,
      onNoise: () => undefined,
      onBlock: () => {
        broken = new Writable({ write: (_chunk, _encoding, done) => done() });
        return broken;
      },
    });
    void stream.push(Buffer.from(`${NONCE} :s1 8\n1234`));
    stream.finish();
    expect(broken?.errored?.message).toBe('The connection ended before all 8 bytes of s1 had come.');
  });
});
