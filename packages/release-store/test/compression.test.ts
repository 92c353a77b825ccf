import { gunzipSync, zstdDecompressSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import { archiveOf } from '../src/archive.ts';
import { ChunkPool } from '../src/chunks.ts';
import { chooseEncoding, compress, type Encoding } from '../src/compression.ts';
import { makePlan, type Plan } from '../src/plan.ts';
import { createTree } from '../src/tree.ts';
import { file } from './support/arbitraries.ts';
import { failureOf } from './support/failures.ts';

const DECODERS = { zstd: zstdDecompressSync, gzip: gunzipSync, none: (bytes: Buffer) => bytes } as const;
const ENCODINGS: readonly Encoding[] = ['zstd', 'gzip', 'none'];

/** Some megabytes that differ from place to place, so that a chunk used twice is noticed. */
function somePlan(): Plan {
  const entries = Array.from({ length: 40 }, (_, index) => {
    const numbers = Array.from({ length: 20_000 }, (_none, place) => (place * (index + 3)) % 9973);
    return file(`file-${index}`, numbers.join(' '));
  });
  return makePlan(createTree(entries), undefined);
}

async function collect(stream: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of stream) pieces.push(Buffer.from(piece));
  return Buffer.concat(pieces);
}

describe.each(ENCODINGS)('compressed by %s', (encoding) => {
  test('a stream comes back as it was, although its chunks are used again', async () => {
    const plan = somePlan();
    const pool = new ChunkPool();
    let given = 0;
    const release = (chunk: Buffer): void => {
      given += 1;
      pool.give(chunk);
    };
    const sent = await collect(compress(archiveOf(plan, pool), encoding, release));
    const plain = Buffer.concat([...archiveOf(plan)].map((chunk) => Buffer.from(chunk)));
    expect(DECODERS[encoding](sent).equals(plain)).toBe(true);
    if (encoding !== 'none') expect(given).toBeGreaterThan(10);
  });

  test('a stream that breaks off breaks off with its own error', async () => {
    const plan = somePlan();
    const gone = { ...file('gone'), content: { from: 'disk', folder: Buffer.from('/no/such'), size: 1 } } as const;
    const failure = await failureOf(
      collect(compress(archiveOf({ ...plan, send: [...plan.send, gone] }), encoding, () => undefined)),
    );
    expect(failure.code).toBe('integrity');
  });
});

test.each([
  [['zstd', 'gzip', 'curl'], 'zstd'],
  [['gzip'], 'gzip'],
  [['curl'], 'none'],
])('a server with %j gets its stream as %s', (tools, encoding) => {
  expect(chooseEncoding(new Set(tools))).toBe(encoding);
});
