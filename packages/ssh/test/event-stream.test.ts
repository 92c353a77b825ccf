import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { EventStream } from '../src/event-stream.ts';
import type { RemoteEvent } from '../src/index.ts';
import { MAX_LINE_BYTES } from '../src/output-lines.ts';
import { escapeValue } from '../src/wire.ts';
import { failureOf } from './failures.ts';

const NONCE = '0123456789abcdef';

interface Seen {
  readonly events: RemoteEvent[];
  readonly noise: string[];
}

function read(chunks: readonly Uint8Array[]): Seen {
  const seen: Seen = { events: [], noise: [] };
  const stream = new EventStream({
    nonce: NONCE,
    onEvent: (event) => seen.events.push(event),
    onNoise: (line) => seen.noise.push(line),
  });
  for (const chunk of chunks) expect(stream.push(chunk)).toBeUndefined();
  stream.finish();
  return seen;
}

const readText = (text: string): Seen => read([Buffer.from(text, 'latin1')]);

/** Cuts bytes at the given places, taken modulo their number. */
function cut(bytes: Buffer, places: readonly number[]): Buffer[] {
  const ordered = places.map((place) => place % (bytes.length + 1)).sort((a, b) => a - b);
  return [...ordered, bytes.length].map((end, index) => bytes.subarray(ordered[index - 1] ?? 0, end));
}

type Item = { readonly event: RemoteEvent } | { readonly noise: string };

const name = fc.stringMatching(/^[a-z][a-z0-9_-]{0,9}$/);
const byteText = fc.uint8Array({ maxLength: 40 }).map((bytes) => Buffer.from(bytes).toString('latin1'));
const event = fc.record({ name, value: byteText }).map((fields): Item => ({ event: fields }));
const block = fc
  .record({ name, block: fc.uint8Array({ maxLength: 300 }) })
  .map(({ name, block }): Item => ({ event: { name, value: String(block.length), block: Buffer.from(block) } }));
const noise = fc.stringMatching(/^[ -~äöü]{0,60}$/).map((text): Item => ({ noise: text }));

function encode(item: Item): Buffer {
  if ('noise' in item) return Buffer.from(`${item.noise}\n`, 'utf8');
  const { name, value, block } = item.event;
  if (block === undefined) return Buffer.from(`${NONCE} ${name} ${escapeValue(value)}\n`, 'latin1');
  return Buffer.concat([Buffer.from(`${NONCE} :${name} ${block.length}\n`), block]);
}

describe('standard output of an execution', () => {
  test('gives the same events, blocks and noise however it is cut into chunks', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(event, block, noise)), fc.array(fc.nat()), (items, places) => {
        const seen = read(cut(Buffer.concat(items.map(encode)), places));
        expect(seen.events).toEqual(items.flatMap((item) => ('event' in item ? [item.event] : [])));
        expect(seen.noise).toEqual(items.flatMap((item) => ('noise' in item ? [item.noise] : [])));
      }),
    );
  });

  test('gives an event that follows unfinished noise on the same line, and the noise', () => {
    expect(readText(`Welcome! ${NONCE} ready yes\n`)).toEqual({
      events: [{ name: 'ready', value: 'yes' }],
      noise: ['Welcome! '],
    });
  });

  test('takes an event without a value for one with an empty value', () => {
    expect(readText(`${NONCE} ready\n`).events).toEqual([{ name: 'ready', value: '' }]);
  });

  test.each([
    ['another nonce', 'fedcba9876543210 ready yes'],
    ['a name that is none', `${NONCE} Ready yes`],
    ['no name', `${NONCE} `],
    ['a block without size', `${NONCE} :file`],
    ['a block with a negative size', `${NONCE} :file -1`],
    ['a workflow command', '::set-output name=x::y'],
  ])('takes a line with %s for noise', (_, line) => {
    expect(readText(`${line}\n`)).toEqual({ events: [], noise: [line] });
  });

  test('takes nonces and line feeds inside a block for bytes', () => {
    const bytes = `\n${NONCE} fake yes\n`;
    const { events, noise } = readText(`${NONCE} :file ${bytes.length}\n${bytes}${NONCE} real yes\n`);
    expect(events).toEqual([
      { name: 'file', value: String(bytes.length), block: Buffer.from(bytes) },
      { name: 'real', value: 'yes' },
    ]);
    expect(noise).toEqual([]);
  });

  test('gives an empty block at once', () => {
    expect(readText(`${NONCE} :file 0\n`).events).toEqual([{ name: 'file', value: '0', block: Buffer.alloc(0) }]);
  });

  test('gives no block that was cut short', () => {
    expect(readText(`${NONCE} :file 10\nabc`).events).toEqual([]);
  });

  test('gives an unfinished last line as noise, even when it looks like an event', () => {
    expect(readText(`${NONCE} end 0`)).toEqual({ events: [], noise: [`${NONCE} end 0`] });
  });

  test('drops carriage returns at the end of noise', () => {
    expect(readText('a\r\n\r\nb').noise).toEqual(['a', '', 'b']);
  });

  test('cuts endless lines and still finds the event behind them', () => {
    const chunk = Buffer.alloc(50_000, 'x');
    const chunks = [
      ...Array.from({ length: 200 }, () => chunk),
      Buffer.from(NONCE.slice(0, 7)),
      Buffer.from(`${NONCE.slice(7)} end 0\n`),
    ];
    const { events, noise } = read(chunks);
    expect(events).toEqual([{ name: 'end', value: '0' }]);
    expect(noise).toHaveLength(1);
    expect(noise[0]?.startsWith('x'.repeat(MAX_LINE_BYTES))).toBe(true);
    expect(noise[0]).toMatch(/x … \(the rest of this line was left out\)$/);
  });

  test.each([
    [
      'an event without end',
      Array.from({ length: 40 }, (_, index) => (index === 0 ? `${NONCE} value ` : 'x'.repeat(50_000))),
    ],
    ['a block beyond all measure', [`${NONCE} :file 99999999999\n`]],
  ])('with %s is refused, so that no server can fill our memory', async (_, texts) => {
    const failure = await failureOf(() => read(texts.map((text) => Buffer.from(text))));
    expect(failure.code).toBe('remote-environment');
    expect(failure.message).toContain('look for a forced command in authorized_keys');
  });
});
