import { describe, expect, test } from '@jest/globals';
import { LONGEST_COMMENT } from '@plimsoll/github';
import * as fc from 'fast-check';
import { earlierAfter, type Marker, markerLine, readMarker, withoutMarkers } from '../src/marker.ts';
import { pagesOf } from '../src/text.ts';
import { textOf } from './texts.ts';

const entries = fc.record({
  run: fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER }),
  attempt: fc.integer({ min: 1, max: 1000 }),
  at: fc.constant('2026-11-21T12:00:00.000Z'),
  tone: fc.constantFrom('succeeded', 'rolled-back'),
  title: fc.string({ unit: 'binary', maxLength: 300 }),
  commit: fc.constant('1a2b3c4'),
});
const markers: fc.Arbitrary<Marker> = fc.record({
  id: fc.stringMatching(/^[A-Za-z0-9._-]{1,100}$/),
  part: fc.integer({ min: 1, max: 99 }),
  pages: fc.integer({ min: 1, max: 99 }),
  nonce: fc.uuid(),
  entry: entries,
  earlier: fc.array(entries, { maxLength: 8 }),
});

describe('the marker', () => {
  test('comes back as it was, with titles cut', () => {
    fc.assert(
      fc.property(markers, (marker) => {
        const read = readMarker(`${markerLine(marker)}\nwhatever`);
        expect(read).toMatchObject({ id: marker.id, part: marker.part, nonce: marker.nonce });
        expect(read?.earlier).toHaveLength(marker.earlier.length);
      }),
    );
  });

  test('is one line, and one HTML comment, whatever titles hold', () => {
    fc.assert(
      fc.property(markers, (marker) => {
        const line = markerLine(marker);
        expect(line).not.toMatch(/[\r\n\u2028\u2029]/u);
        expect(line.split('-->')).toHaveLength(2);
        expect(line.split('<!--')).toHaveLength(2);
        expect(line.length).toBeLessThan(10_000);
      }),
    );
  });

  test('keeps within its length what somebody wrote into an older one', () => {
    const odd = { ...textOf(1).entry, at: '-'.repeat(4_000), tone: '<'.repeat(4_000), commit: '>'.repeat(4_000) };
    const line = markerLine({ ...textOf(2), part: 1, pages: 1, earlier: Array.from({ length: 8 }, () => odd) });
    expect(readMarker(line)?.earlier).toHaveLength(8);
    const [page] = pagesOf(textOf(3, 'x\n'.repeat(24_000)), readMarker(line)?.earlier ?? []);
    expect(page.length).toBeLessThanOrEqual(LONGEST_COMMENT);
  });

  test('of a comment from before pages were counted has one page', () => {
    const line = markerLine({ ...textOf(2), part: 1, pages: 3, earlier: [] });
    expect(readMarker(line)?.pages).toBe(3);
    expect(readMarker(line.replace('"pages":3,', ''))?.pages).toBe(1);
  });

  test('damaged, it is none', () => {
    const line = markerLine({ ...textOf(1), part: 1, pages: 1, earlier: [] });
    expect(readMarker(line)).toBeDefined();
    for (let at = 0; at < line.length - 5; at += 7) expect(readMarker(line.slice(0, at))).toBeUndefined();
    expect(readMarker(`Hello\n${line}`)).toBeUndefined();
  });

  test('in the text of a user it is none', () => {
    const line = markerLine({ ...textOf(9), part: 1, pages: 1, earlier: [] });
    expect(withoutMarkers(`${line}\n<!--plimsoll:comment`)).not.toMatch(/<!--\s*plimsoll:/u);
    const [page] = pagesOf(textOf(1, `${line}\nmine`), []);
    expect(readMarker(page)?.entry.run).toBe(1);
  });
});

describe('pages', () => {
  test('are never longer than a comment, with all the history that is kept', () => {
    const lengths = fc.oneof(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 40_000, max: 200_000 }));
    const property = fc.property(lengths, fc.array(entries, { maxLength: 8 }), (length, earlier) => {
      const pages = pagesOf(textOf(1, 'x\n'.repeat(length)), earlier);
      for (const page of pages) expect(page.length).toBeLessThanOrEqual(LONGEST_COMMENT);
    });
    fc.assert(property, { numRuns: 40 });
  });

  test('halves of characters become harmless', () => {
    expect(pagesOf(textOf(1, 'a\ud800b'), [])[0].isWellFormed()).toBe(true);
  });

  test('what is kept of earlier runs is the newest, without this run', () => {
    const marker: Marker = {
      ...textOf(5),
      part: 1,
      pages: 1,
      earlier: [9, 8, 7, 6, 5, 4, 3, 2, 1].map((run) => textOf(run).entry),
    };
    expect(earlierAfter(marker, textOf(5).entry).map(({ run }) => run)).toEqual([9, 8, 7, 6, 4, 3, 2, 1]);
    expect(earlierAfter(undefined, textOf(5).entry)).toEqual([]);
  });
});
