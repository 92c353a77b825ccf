/**
 * Damage at random to every report of the corpus: cut off, holes, holes filled with zeros, flipped bits.
 *
 * What holds, and what cannot:
 *
 * - Whatever happens, the outcome is facts or a Failure `report` that names the file; a gate over it has a verdict, and a code when it fails.
 * - XML and JSON have a shape. A document that has lost it, by the word of a parser that is not ours, is refused, and no gate passes with it.
 * - XML and JSON have an end. Cut anywhere, a report is refused, or has lost nothing but white space and comments, and says the same.
 * - lcov and Go have no end: after any section, or line, a file could be whole. Cut there it is read as the beginning that it is, and may be
 *   better in percent, since the worst file may be gone; nothing grows. Cut anywhere else it is refused.
 * - What counts itself (suites of JUnit, npm audit, misconfigurations of Trivy, coverage.py, summaries of Istanbul) shows when a part is
 *   gone, also when the rest is well-formed: see the second half.
 * - A flipped bit, or a hole, can leave a well-formed report that says something else: a 3 for a 2, `gailure` for `failure`. Nobody can tell
 *   that from a report that was meant so, and nothing is promised of it, but the first of these.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { ReportFacts } from '@plimsoll/reports';
import * as fc from 'fast-check';
import { SaxesParser } from 'saxes';
import { GOOD, HOSTILE, RED } from '../integration/reports-corpus/corpus.ts';
import { CORPUS, judge, read } from '../integration/reports-corpus/judge.ts';
import { type Without, withOtherValues, withoutElements, withoutMembers } from '../integration/reports-corpus/parts.ts';

const TRIALS = 10_000;

const READABLE = [...GOOD, ...RED].map(({ file }) => file);
const ALL = [...READABLE, ...HOSTILE.map(({ file }) => file)];

const COUNTED_COVERAGE: ReadonlySet<string> = new Set(['coverage.py', 'istanbul-summary']);

type Damage =
  | { readonly kind: 'cut'; readonly at: number }
  | { readonly kind: 'hole' | 'zeros'; readonly at: number; readonly length: number }
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number };

/** Places are parts of the whole, so that they fit every file. */
const place = fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true });
const length = fc.oneof({ weight: 3, arbitrary: fc.integer({ min: 1, max: 40 }) }, fc.integer({ min: 41, max: 4096 }));

const damages: fc.Arbitrary<Damage> = fc.oneof(
  fc.record({ kind: fc.constant('cut' as const), at: place }),
  fc.record({ kind: fc.constantFrom('hole' as const, 'zeros' as const), at: place, length }),
  fc.record({ kind: fc.constant('flip' as const), at: place, bit: fc.integer({ min: 0, max: 7 }) }),
);

function damaged(whole: Buffer, damage: Damage): Buffer {
  const at = Math.floor(damage.at * whole.length);
  switch (damage.kind) {
    case 'cut':
      return whole.subarray(0, at);
    case 'hole':
      return Buffer.concat([whole.subarray(0, at), whole.subarray(at + damage.length)]);
    case 'zeros':
      return Buffer.from(whole).fill(0, at, Math.min(whole.length, at + damage.length));
    case 'flip': {
      const flipped = Buffer.from(whole);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << damage.bit);
      return flipped;
    }
  }
}

type Shape = 'xml' | 'json' | 'lines';

function shapeOf(file: string): Shape {
  if (file.endsWith('.xml')) return 'xml';
  return /\.(?:json|sarif)$/u.test(file) ? 'json' : 'lines';
}

/** Whether a parser that is not ours takes it for a document. */
function isWellFormed(bytes: Buffer, shape: Shape): boolean {
  if (shape === 'lines') return true;
  try {
    const text = new TextDecoder(encodingOf(bytes), { fatal: true }).decode(bytes);
    if (shape === 'json') JSON.parse(text);
    else parseXml(text);
    return true;
  } catch {
    return false;
  }
}

/** UTF-16 by its mark, or, where damage took that away, by the zeros in `<?` (XML 1.0, appendix F). */
function encodingOf(bytes: Buffer): string {
  const start = bytes.toString('hex', 0, 4);
  if (/^(?:fffe|3c003f00)/u.test(start)) return 'utf-16le';
  if (/^(?:feff|003c003f)/u.test(start)) return 'utf-16be';
  return /^<\?xml[^>]*encoding="iso-8859-1"/iu.test(bytes.toString('latin1', 0, 80)) ? 'latin1' : 'utf-8';
}

function parseXml(text: string): void {
  const parser = new SaxesParser({ xmlns: false });
  parser.on('error', (error) => {
    throw error;
  });
  parser.write(text).close();
}

type Outcome =
  | { readonly kind: 'facts'; readonly facts: ReportFacts }
  | { readonly kind: 'refused'; readonly why: string };

/** Anything but facts and a refusal goes through, and fails the test. */
async function outcomeOf(file: string, bytes: Buffer): Promise<Outcome> {
  try {
    return { kind: 'facts', facts: await read({ file, bytes, chunk: 512 }) };
  } catch (error) {
    if (!(error instanceof Failure) || error.code !== 'report') throw error;
    expect(error.message).toContain(file);
    return { kind: 'refused', why: error.message };
  }
}

/** Facts without the number of bytes. */
async function factsOf(file: string): Promise<ReportFacts> {
  return { ...(await read({ file })), bytes: 0 };
}

function wholeOf(file: string): Buffer {
  return readFileSync(join(CORPUS, file));
}

describe('damage at random', () => {
  test(`${TRIALS} times: a verdict or a code, and no pass without a shape`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...ALL), damages, async (file, damage) => {
        const bytes = damaged(wholeOf(file), damage);
        const outcome = await outcomeOf(file, bytes);
        const { code } = await judge({ file, bytes });
        if (outcome.kind === 'refused') expect(code).toBe('report');
        if (!isWellFormed(bytes, shapeOf(file))) expect([outcome.kind, code]).toEqual(['refused', 'report']);
      }),
      { numRuns: TRIALS },
    );
  });

  test('the parser that is not ours agrees about the corpus', () => {
    for (const file of READABLE) expect([file, isWellFormed(wholeOf(file), shapeOf(file))]).toEqual([file, true]);
  });
});

describe('cut off, at every byte of the small ones and of the ends', () => {
  const structured = READABLE.filter((file) => shapeOf(file) !== 'lines');
  const inLines = READABLE.filter((file) => shapeOf(file) === 'lines');

  test.each(structured)('%s is refused, or says the same', async (file) => {
    const [whole, facts] = [wholeOf(file), await factsOf(file)];
    const kept = lastByteThatCounts(whole);
    for (let end = 0; end < whole.length; end += end > 1024 && end < kept - 64 ? 17 : 1) {
      const outcome = await outcomeOf(file, whole.subarray(0, end));
      if (end < kept) expect([end, outcome.kind]).toEqual([end, 'refused']);
      else if (outcome.kind === 'facts') expect({ ...outcome.facts, bytes: 0 }).toEqual(facts);
    }
  });

  test.each(inLines)('%s is refused, or a beginning that was cut after a section', async (file) => {
    const [whole, facts] = [wholeOf(file), await factsOf(file)];
    for (let end = 0; end < whole.length; end += 1) {
      const outcome = await outcomeOf(file, whole.subarray(0, end));
      if (outcome.kind === 'refused') continue;
      expect(whole.subarray(0, end).toString()).toMatch(
        file.endsWith('.out') ? /\n$/u : /end_of_record\n?(?:TN:[^\n]*\n?)?$/u,
      );
      expectNothingGrew(outcome.facts, facts);
    }
  });
});

describe('each part taken out, and the rest well-formed: reports that count themselves', () => {
  test.each(RED.filter(({ file }) => countsItsTroubles(file)))('$file: no gate passes', async ({ file }) => {
    for (const { part, text } of partsOf(file)) {
      const { code } = await judge({ file, bytes: Buffer.from(text) });
      expect([part, code]).not.toEqual([part, '']);
    }
  });

  test.each(GOOD.filter(({ format }) => COUNTED_COVERAGE.has(format)))('$file: not better', async ({ file }) => {
    const before = await factsOf(file);
    for (const { part, text } of partsOf(file)) {
      const outcome = await outcomeOf(file, Buffer.from(text));
      if (outcome.kind === 'facts') expect([part, isBetter(outcome.facts, before)]).toEqual([part, false]);
    }
  });
});

/** Files with thousands of values show nothing that the others do not. */
const LARGEST = 12_000;

describe('each value replaced by one of every other sort: facts, or a refusal that names the file', () => {
  const documents = READABLE.filter((file) => shapeOf(file) === 'json' && wholeOf(file).length < LARGEST);

  test.each(documents)('%s', async (file) => {
    for (const { text } of withOtherValues(wholeOf(file).toString())) await outcomeOf(file, Buffer.from(text));
  });
});

/** Real runners of tests and npm audit do; some files written by hand for other reasons do not. */
function countsItsTroubles(file: string): boolean {
  if (file.startsWith('red/npm-audit/')) return true;
  return file.startsWith('red/junit/') && / (?:failures|errors)="\d/u.test(wholeOf(file).toString());
}

function partsOf(file: string): Without[] {
  const text = wholeOf(file).toString();
  return shapeOf(file) === 'xml' ? withoutElements(text) : withoutMembers(text);
}

function isBetter(now: ReportFacts, before: ReportFacts): boolean {
  if (now.kind !== 'coverage' || before.kind !== 'coverage') throw new Error('These are facts of another kind.');
  return isHigher(now.lines, before.lines) || isHigher(now.branches, before.branches);
}

type Share = { readonly covered: number; readonly total: number };

/** A share of nothing is never higher: no gate passes with it. */
function isHigher(now: Share, before: Share): boolean {
  return now.total > 0 && (before.total === 0 || now.covered * before.total > before.covered * now.total);
}

/** Behind it there are only white space and comments. */
function lastByteThatCounts(whole: Buffer): number {
  const text = whole.toString('latin1');
  return text.replace(/(?:[\s\0]|<!--(?:(?!-->)[\s\S])*-->)*$/u, '').length;
}

function expectNothingGrew(now: ReportFacts, before: ReportFacts): void {
  if (now.kind !== 'coverage' || before.kind !== 'coverage') throw new Error('These are facts of another kind.');
  const totals = new Map(before.files.map(({ path, lines }) => [path, lines]));
  for (const { path, lines } of now.files) {
    expect(lines.total).toBeLessThanOrEqual(totals.get(path)?.total ?? -1);
    expect(lines.covered).toBeLessThanOrEqual(totals.get(path)?.covered ?? -1);
  }
}
