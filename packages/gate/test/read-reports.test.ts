import { execFileSync } from 'node:child_process';
import { link, mkdir, realpath, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import { type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { readBaseline } from '../src/evidence/baseline.ts';
import { readReports } from '../src/evidence/read-reports.ts';
import { readVersionFile } from '../src/evidence/read-version-file.ts';
import { coverageFacts, fileCoverage, reader, reportPattern, testFacts } from './support.ts';

let folder: TemporaryFolder;
let root: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = await realpath(folder.path);
});
afterEach(() => folder.remove());

/** Without a text, a file is like no other. */
async function write(path: string, text = path): Promise<void> {
  await mkdir(join(root, path, '..'), { recursive: true });
  await writeFile(join(root, path), text);
}

const signal = new AbortController().signal;

async function read(patterns: readonly string[], reports: Parameters<typeof reader>[0]) {
  const found = await readReports(
    { kind: 'tests', input: 'junit', patterns: patterns.map(reportPattern) },
    { root, readReport: reader(reports), signal },
  );
  return { read: found.reports.map(({ facts }) => facts.file), gaps: found.gaps };
}

describe('reports of an input', () => {
  test('are read once each, also when two patterns lead to them', async () => {
    await write('a.xml');
    await write('b.xml');
    const both = { 'a.xml': testFacts('a.xml'), 'b.xml': testFacts('b.xml') };
    expect(await read(['*.xml', 'a.xml'], both)).toEqual({ read: ['a.xml', 'b.xml'], gaps: [] });
  });

  test('are counted once where one is another by content or link', async () => {
    await write('a.xml', 'same');
    await write('b.xml', 'same');
    await write('c.xml', 'diff');
    await link(join(root, 'c.xml'), join(root, 'd.xml'));
    await write('e.xml', 'longer');
    const all = Object.fromEntries(['a', 'b', 'c', 'd', 'e'].map((name) => [`${name}.xml`, testFacts(`${name}.xml`)]));
    expect(await read(['a.xml', 'b.xml', '{c,d,e}.xml'], all)).toEqual({ read: ['a.xml', 'c.xml', 'e.xml'], gaps: [] });
  });

  test('nothing is shown of what a link out of the workspace leads to, unless the pattern itself leads there', async () => {
    await write('secret', 'TOKEN=1');
    await mkdir(join(root, 'below'));
    await symlink('../secret', join(root, 'below', 'a.xml'));
    const refusing = async (pattern: string) => {
      const readReport = async () => {
        throw new Failure('report', 'it begins with TOKEN=1');
      };
      const request = { kind: 'tests', input: 'junit', patterns: [reportPattern(pattern)] } as const;
      return (await readReports(request, { root: join(root, 'below'), readReport, signal })).gaps.map(({ why }) => why);
    };
    expect(await refusing('*.xml')).toEqual([expect.stringMatching(/^junit: .*secret .*a link out of the workspace/u)]);
    expect((await refusing('*.xml')).join()).not.toContain('TOKEN');
    expect(await refusing('../secret')).toEqual(['junit: it begins with TOKEN=1']);
  });

  test('every pattern that leads to nothing is a gap, whatever the others lead to', async () => {
    await write('a.xml');
    const { gaps } = await read(['a.xml', 'shard-*.xml', 'other.xml'], { 'a.xml': testFacts('a.xml') });
    expect(gaps).toEqual([
      { code: 'report', why: expect.stringContaining("junit: 'shard-*.xml' matches no file") },
      { code: 'report', why: expect.stringContaining("junit: 'other.xml' matches no file") },
    ]);
  });

  test('a pattern that leads to nothing is told in sentences that end once, with a hint where it looks like a list', async () => {
    const { gaps } = await read(['a.xml, b.xml', '{a,b}.xml'], {});
    expect(gaps).toEqual([
      { code: 'report', why: expect.stringMatching(/ \(of several patterns, write one per line\)\. Check .*d\.$/u) },
      { code: 'report', why: expect.not.stringContaining('one per line') },
    ]);
  });

  test.each([
    [
      'an empty shard beside one that ran',
      ['a.xml', 'b.xml'],
      { 'a.xml': 3, 'b.xml': 0 },
      ["'b.xml' leads only to reports"],
    ],
    ['an empty file among others of one pattern', ['*.xml'], { 'a.xml': 3, 'b.xml': 0 }, []],
    ['nothing anywhere, which the rules tell', ['a.xml', 'b.xml'], { 'a.xml': 0, 'b.xml': 0 }, []],
    [
      'one that could not be read, which is told',
      ['a.xml', 'b.xml', 'c.xml'],
      { 'a.xml': 3, 'b.xml': 1 },
      ['c.xml: truncated'],
    ],
  ] as const)('patterns that lead to nothing but silence: %s', async (...[_what, patterns, passed, expected]) => {
    for (const name of patterns) await write(name.replace('*', 'a'));
    for (const name of Object.keys(passed)) await write(name);
    const reports = Object.entries(passed).map(([name, count]) => [name, testFacts(name, 0, count)] as const);
    const { gaps } = await read(patterns, Object.fromEntries(reports));
    expect(gaps).toEqual(expected.map((why) => ({ code: 'report', why: expect.stringContaining(why) })));
  });

  test('a folder is a wrong input', async () => {
    await write('reports/a.xml');
    const { gaps } = await read(['reports'], {});
    expect(gaps).toEqual([{ code: 'input', why: expect.stringContaining("'reports' matches the folder 'reports'") }]);
  });

  test('one that cannot be read is a gap, and the others are read all the same', async () => {
    await write('a.xml');
    await write('b.xml');
    expect(await read(['*.xml'], { 'b.xml': testFacts('b.xml') })).toEqual({
      read: ['b.xml'],
      gaps: [{ code: 'report', why: 'junit: a.xml: truncated at byte 7' }],
    });
  });

  test('one of another kind is a gap', async () => {
    await write('a.xml');
    const { gaps } = await read(['a.xml'], { 'a.xml': coverageFacts('a.xml', []) });
    expect(gaps).toEqual([
      { code: 'report', why: expect.stringContaining('a report of coverage (lcov) where one of tests') },
    ]);
  });
});

describe('the baseline', () => {
  const result = {
    schema: 'plimsoll/result@1',
    action: 'quality-gate',
    facts: { coverage: { lines: { covered: 9, total: 10 } } },
  };

  async function baseline(text: string): Promise<unknown> {
    await write('base.json', text);
    const reports = { 'base.json': coverageFacts('base.json', [fileCoverage('a', [1], [2])]) };
    const found = await readBaseline([reportPattern('base.json')], {
      root,
      readReport: reader(reports),
      signal,
      measured: [],
    });
    return found.kind === 'known' ? found.facts : found.code;
  }

  test.each([
    ['the result of a gate', JSON.stringify(result), { covered: 9, total: 10 }],
    ['a report', '{"total":{}}', { covered: 1, total: 2 }],
    ['the result of another action', JSON.stringify({ ...result, action: 'deploy-ssh' }), 'report'],
    ['the result of a gate without coverage', JSON.stringify({ ...result, facts: { coverage: null } }), 'report'],
    [
      'a result that contradicts itself',
      JSON.stringify({ ...result, facts: { coverage: { lines: { covered: 11, total: 10 } } } }),
      'report',
    ],
    [
      'a result with texts for numbers',
      JSON.stringify({ ...result, facts: { coverage: { lines: { covered: '9', total: '10' } } } }),
      'report',
    ],
  ])('may be or not be %s', async (_what, text, expected) => {
    expect(await baseline(text)).toEqual(expected);
  });

  test('that is missing is not known', async () => {
    const found = await readBaseline([reportPattern('gone.json')], {
      root,
      readReport: reader({}),
      signal,
      measured: [],
    });
    expect(found).toMatchObject({ kind: 'unknown', code: 'report' });
  });
});

describe('a baseline that breaks off while it is read', () => {
  test('is not known', async () => {
    const [pattern, found] = [reportPattern('/proc/self/mem'), reader({})];
    const baseline = await readBaseline([pattern], { root, readReport: found, signal, measured: [] });
    expect(baseline).toMatchObject({ kind: 'unknown', code: 'report' });
  });
});

describe('the version file', () => {
  test('is read', async () => {
    await write('VERSION', 'v1.2.3\n');
    expect(await readVersionFile(root, 'VERSION')).toEqual({ kind: 'known', facts: 'v1.2.3\n' });
    await symlink('VERSION', join(root, 'link'));
    expect(await readVersionFile(root, 'link')).toMatchObject({ kind: 'known' });
    expect(await readVersionFile(join(root, 'below'), '../VERSION')).toMatchObject({ kind: 'known' });
  });

  test('that is not there is told with what to do, in sentences that end once', async () => {
    const why = expect.stringMatching(/ENOENT.*\)\. Check its path, and that actions\/checkout ran before\.$/u);
    expect(await readVersionFile(root, 'VERSION')).toMatchObject({ kind: 'unknown', code: 'report', why });
  });

  test('that is a link out of the workspace is not shown', async () => {
    await write('secret', 'hunter2');
    await write('below/x');
    await symlink('../secret', join(root, 'below', 'VERSION'));
    const found = await readVersionFile(join(root, 'below'), 'VERSION');
    expect(found).toMatchObject({ kind: 'unknown', code: 'report', why: expect.stringContaining('a link out of') });
  });

  test.each([
    ['missing', async () => {}],
    ['a folder', () => write('VERSION/x')],
    ['too long', () => write('VERSION', 'v'.repeat(1001))],
    ['a pipe', async () => execFileSync('mkfifo', [join(root, 'VERSION')])],
    ['a device', () => symlink('/dev/zero', join(root, 'VERSION'))],
  ])('that is %s is not known', async (_what, make) => {
    await make();
    expect(await readVersionFile(root, 'VERSION')).toMatchObject({ kind: 'unknown', code: 'report' });
  });
});
