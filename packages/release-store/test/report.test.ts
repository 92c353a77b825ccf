import { gzipSync } from 'node:zlib';
import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { fromText } from '../src/byte-path.ts';
import { createManifest, escapePath, textOf } from '../src/manifest.ts';
import { parseReleases, ReportReader, type StoreReport } from '../src/report.ts';
import { file } from './support/arbitraries.ts';
import { failureOf } from './support/failures.ts';

const LEAST: readonly (readonly [string, string])[] = [
  ['free', '1024 77'],
  ['clock', '1700000000'],
  ['tools', 'zstd gzip curl '],
  ['current', 'none '],
];

function read(
  events: readonly (readonly [string, string])[],
  blocks: Readonly<Record<string, Buffer>> = {},
): StoreReport {
  const reader = new ReportReader();
  for (const [name, value] of events) reader.hear({ name, value });
  for (const [name, block] of Object.entries(blocks)) reader.hear({ name, value: String(block.length), block });
  return reader.read();
}

const INFO = fromText(JSON.stringify({ version: 'v1 é', at: '2026-01-31T12:00:00.000Z', by: 'me', size: 5, files: 2 }));

describe('the report of a server', () => {
  test('of an empty deploy path says just that', () => {
    expect(read(LEAST)).toEqual({
      currentKind: 'none',
      currentRelease: '',
      releases: [],
      foreign: [],
      freeBytes: 1024 * 1024,
      freeInodes: 77,
      tools: new Set(['zstd', 'gzip', 'curl']),
      clock: 1_700_000_000,
      base: undefined,
      armed: [],
      recovered: [],
      undone: [],
      fence: 0,
    });
  });

  test('holds everything that the server told', () => {
    const events = [
      ...LEAST.slice(0, 3),
      ['current', 'release r-2'],
      ['fence', '12'],
      ['release', `r-1 healthy 7 ${INFO}`],
      ['release', `r-2 active 0 ${INFO}`],
      ['foreign', fromText('höme made')],
      ['armed', 'r-2 1700000600 later'],
      ['recovered', fromText('réleased')],
      ['undone', 'r-3 r-2 '],
      ['base', 'r-1'],
      ['damaged', escapePath('a\nb\\c')],
      ['something new', 'from a later version'],
    ] as const;
    const manifest = createManifest([file('a\nb\\c'), file('\xff')]);
    for (const name of ['manifest', 'manifest_gz']) {
      const bytes = Buffer.from(textOf(manifest.lines), 'latin1');
      const report = read(events, { [name]: name === 'manifest' ? bytes : gzipSync(bytes) });
      expect(report).toMatchObject({
        currentKind: 'release',
        currentRelease: 'r-2',
        foreign: ['höme made'],
        fence: 12,
        armed: [{ release: 'r-2', deadline: 1_700_000_600, confirm: 'later' }],
        recovered: ['réleased'],
        undone: [{ release: 'r-3', live: 'r-2' }],
        base: { release: 'r-1', manifest: { digest: manifest.digest }, damaged: new Set(['a\nb\\c']) },
      });
      expect(report.releases.map(({ id, state, current }) => `${id} ${state} ${current}`)).toEqual([
        'r-1 healthy false',
        'r-2 active true',
      ]);
      expect(report.releases[0]).toMatchObject({ version: 'v1 é', by: 'me', size: 5, files: 2, confirmed: 7 });
    }
  });

  test.each(LEAST.map(([name]) => name))('without %s is no report', async (name) => {
    const failure = await failureOf(() => read(LEAST.filter(([other]) => other !== name)));
    expect([failure.code, failure.message]).toEqual(['remote-environment', expect.stringContaining(`'${name}'`)]);
  });

  test.each([
    ['is missing', {}],
    ['is damaged', { manifest: Buffer.from('f 0644 xyz') }],
    ['cannot be unpacked', { manifest_gz: Buffer.from('not gzip') }],
  ])('with a base whose manifest %s has no base, and says so', (_what, blocks) => {
    const { base, recovered } = read([...LEAST, ['base', 'r-1']], blocks);
    expect([base, recovered]).toEqual([
      undefined,
      [expect.stringContaining('the manifest of release r-1 cannot be read')],
    ]);
  });

  test('never takes garbage for a release that is live or healthy', () => {
    const value = fc.string({ unit: 'binary' });
    fc.assert(
      fc.property(value, value, (current, release) => {
        fc.pre(!current.startsWith('release ') && !/^\S* healthy( |$)/.test(release));
        const events: (readonly [string, string])[] = [
          ...LEAST.slice(0, 3),
          ['current', current],
          ['release', release],
        ];
        const report = read(events);
        expect(report.currentKind).not.toBe('release');
        expect(report.releases.filter(({ state }) => state === 'healthy')).toEqual([]);
      }),
    );
  });
});

describe('the list of releases', () => {
  test('is ordered by time, suffixes of the same second by their number', () => {
    const ids = ['20260131T120000Z-a-10', '20260131T120000Z-a-2', '20260131T120000Z-a', '20251231T235959Z-z'];
    const releases = parseReleases(
      ids.map((id) => `${id} healthy 1 ${INFO}`),
      '',
    );
    expect(releases.map(({ id }) => id)).toEqual(ids.toReversed());
  });

  test.each(['', 'null', '[]', '"x"', '{', '{"version":1,"at":{},"by":null,"size":"9","files":1e99}', '\xff\xfe'])(
    'takes an info line of %j for one that says nothing',
    (info) => {
      const [release] = parseReleases([`r healthy 3 ${info}`], 'r');
      expect(release).toEqual({
        id: 'r',
        state: 'healthy',
        confirmed: 3,
        current: true,
        version: '',
        at: '',
        by: '',
        size: 0,
        files: 0,
      });
    },
  );

  test.each(['', 'HEALTHY', 'healthy-ish', '__proto__'])('takes the state %j for incomplete', (state) => {
    expect(parseReleases([`r ${state} 1 {}`], '')[0]?.state).toBe('incomplete');
  });
});
