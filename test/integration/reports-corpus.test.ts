/**
 * Reports as real tools write them, and reports as they must never be believed: each is read through the door of the package, in chunks of
 * every size that matters.
 */
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { type Finding, REPORT_FORMATS, type ReportFacts, type ReportFormat, readReport } from '@plimsoll/reports';
import { type Expected, GOOD, HOSTILE, RED } from './reports-corpus/corpus.ts';
import { CORPUS, chunksOf, judge, read } from './reports-corpus/judge.ts';

const READABLE = [...GOOD, ...RED];

/** Facts in the words of the table. */
function said(facts: ReportFacts): Expected {
  switch (facts.kind) {
    case 'tests': {
      const { total, failed, errored, skipped, flaky, suiteErrors } = facts.counts;
      return { kind: 'tests', total, failed, errored, skipped, flaky, suiteErrors };
    }
    case 'coverage': {
      const { lines, branches, files } = facts;
      const pair = (tally: typeof lines): [number, number] => [tally.covered, tally.total];
      return { kind: 'coverage', files: files.length, lines: pair(lines), branches: pair(branches) };
    }
    case 'findings':
      return { kind: 'findings', tool: facts.tool, findings: facts.findings.map(lineOf) };
  }
}

function lineOf({ id, severity, score, suppressed }: Finding): string {
  return [id, severity, ...(score === undefined ? [] : [score]), ...(suppressed ? ['suppressed'] : [])].join(' ');
}

describe('what can be read is read to the number', () => {
  test.each(READABLE)('$file', async ({ file, format, expected }) => {
    const facts = await read({ file });
    expect(facts).toMatchObject({ format, file, bytes: statSync(join(CORPUS, file)).size });
    expect(said(facts)).toEqual(expected);
  });

  test('byte by byte, in larger chunks, and with its format forced', async () => {
    for (const { file, format, expected } of READABLE) {
      for (const chunk of [1, 1024])
        expect([file, said(await read({ file, chunk, forced: format }))]).toEqual([file, expected]);
    }
  });

  test('only as the format that it is', async () => {
    for (const { file, format } of READABLE) {
      const forced: ReportFormat = format === 'junit' ? 'lcov' : 'junit';
      await expect(read({ file, forced })).rejects.toMatchObject({
        code: 'report',
        message: expect.stringContaining(file),
      });
    }
  });
});

describe('what nobody can rely on is refused, with the file and the reason', () => {
  test.each(HOSTILE)('$file', async ({ file, says }) => {
    await expect(read({ file })).rejects.toMatchObject({ code: 'report', message: expect.stringMatching(says) });
    await expect(read({ file })).rejects.toThrow(file);
  });

  test('byte by byte', async () => {
    for (const { file, says } of HOSTILE) {
      await expect(read({ file, chunk: 1 })).rejects.toThrow(says);
    }
  });
});

describe('the gate, by the defaults of its inputs', () => {
  test.each(GOOD)('passes with $file', async ({ file }) => {
    expect(await judge({ file })).toMatchObject({ code: '' });
  });

  test.each(RED)('fails with $file: $code', async ({ file, code }) => {
    expect(await judge({ file })).toMatchObject({ code });
  });

  test.each(HOSTILE)('fails with $file: report', async ({ file, says }) => {
    expect(await judge({ file })).toMatchObject({ code: 'report', why: expect.stringMatching(says) });
  });
});

describe('what is too large to be kept as a file', () => {
  const suite = (inner: string): string => `<testsuite name="a">${inner}</testsuite>`;
  const readText = (text: string): Promise<ReportFacts> =>
    readReport({ path: 'built.xml', bytes: chunksOf(Buffer.from(text), 64 * 1024) });

  test('an entity that grows with the square is refused before it grows', async () => {
    const large = `<!DOCTYPE testsuite [<!ENTITY a "${'a'.repeat(100_000)}">]>${suite(`<testcase name="${'&a;'.repeat(10_000)}"/>`)}`;
    await expect(readText(large)).rejects.toThrow('document type of its own');
  });

  test('a failing case behind a long log counts', async () => {
    const log = `<system-out><![CDATA[${'all is well </testcase> '.repeat(200_000)}]]></system-out>`;
    const facts = await readText(suite(`<testcase name="b">${log}<failure message="no"/></testcase>`));
    expect(said(facts)).toMatchObject({ total: 1, failed: 1 });
  });

  test('a thousand plain references are no bomb', async () => {
    const cases = `<testcase name="${'&lt;&#38;'.repeat(50)}"/>`.repeat(1001);
    expect(said(await readText(suite(cases)))).toMatchObject({ total: 1001, failed: 0 });
  });

  test('a name that never ends is refused', async () => {
    await expect(readText(suite(`<testcase name="${'n'.repeat(9 * 1024 * 1024)}"/>`))).rejects.toMatchObject({
      code: 'report',
    });
  });
});

describe('the corpus', () => {
  test('has every file in its table, and no other', () => {
    const folders = ['good', 'red', 'hostile'];
    const files = folders.flatMap((folder) =>
      readdirSync(join(CORPUS, folder), { recursive: true, encoding: 'utf8' }).map((name) => `${folder}/${name}`),
    );
    const reports = files.filter((file) => statSync(join(CORPUS, file)).isFile());
    expect(reports.sort()).toEqual([...READABLE, ...HOSTILE].map(({ file }) => file).sort());
  });

  test('has as many as were promised, of every format', () => {
    expect(GOOD.length).toBeGreaterThanOrEqual(60);
    expect(RED.length + HOSTILE.length).toBeGreaterThanOrEqual(60);
    expect([...new Set(GOOD.map(({ format }) => format))].sort()).toEqual(Object.keys(REPORT_FORMATS).sort());
  });

  test('tells nothing of the machine that it was made on', () => {
    for (const { file } of [...READABLE, ...HOSTILE]) {
      expect([file, readFileSync(join(CORPUS, file), 'latin1')]).toEqual([
        file,
        expect.not.stringMatching(/\/root\/|\/tmp\/|pypi\.org|npmjs\.|goproxy/u),
      ]);
    }
  });
});
