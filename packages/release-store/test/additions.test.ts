import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { type Additions, composeTree, parseInnerPath, parseLinkMapping } from '../src/additions.ts';
import { hashBytes } from '../src/manifest.ts';
import { createTree, type TreeEntry } from '../src/tree.ts';
import { directory, file, link, pathArbitrary } from './support/arbitraries.ts';
import { failureOf } from './support/failures.ts';

const NOTHING: Additions = { shared: [], links: [], envFile: undefined, madeAt: 1_700_000_000 };

function compose(source: readonly TreeEntry[], additions: Partial<Additions>): Map<string, TreeEntry> {
  const { entries } = composeTree(source, { ...NOTHING, ...additions });
  return new Map(entries.map((entry) => [entry.path, entry]));
}

function targetsOf(tree: ReadonlyMap<string, TreeEntry>): Record<string, string | undefined> {
  const links = [...tree.values()].filter(({ kind }) => kind === 'link');
  return Object.fromEntries(links.map(({ path, target }) => [path, target]));
}

async function problemsOf(source: readonly TreeEntry[], additions: Partial<Additions>): Promise<string[]> {
  const { code, message } = await failureOf(() => compose(source, additions));
  expect(code).toBe('input');
  return message.split('\n');
}

describe('a release', () => {
  test('is the source alone when nothing is added', () => {
    const source = [file('a', 'four'), directory('d'), link('l', 'a')];
    expect(composeTree(source, NOTHING)).toEqual(createTree(source));
  });

  test('links what is shared, from any depth, and makes the folders that are missing', () => {
    const tree = compose([file('a')], { shared: ['uploads/', 'var/log/app'] });
    expect(targetsOf(tree)).toEqual({
      uploads: '../../shared/uploads',
      'var/log/app': '../../../../shared/var/log/app',
    });
    expect([tree.get('var')?.kind, tree.get('var/log')?.kind]).toEqual(['directory', 'directory']);
    expect(tree.get('uploads')?.hash).toBe(hashBytes('../../shared/uploads'));
  });

  test('links within itself and to shared', () => {
    const links = [
      { from: 'config-prod.json', to: 'config.json' },
      { from: 'config-prod.json', to: 'deep/er/config.json' },
      { from: 'shared/secrets.json', to: 'deep/secrets.json' },
    ];
    expect(targetsOf(compose([file('config-prod.json')], { links }))).toEqual({
      'config.json': 'config-prod.json',
      'deep/er/config.json': '../../config-prod.json',
      'deep/secrets.json': '../../../shared/secrets.json',
    });
  });

  test('holds the env file readable by its owner alone, with a line end', () => {
    const env = compose([file('a')], { envFile: 'KEY=välue' }).get('.env');
    expect(env).toMatchObject({ kind: 'file', mode: 0o600, modifiedAt: NOTHING.madeAt });
    expect(env?.content).toEqual({ from: 'memory', bytes: Buffer.from('KEY=välue\n') });
    expect(env?.hash).toBe(hashBytes(Buffer.from('KEY=välue\n').toString('latin1')));
  });

  test('counts the bytes of what was added', () => {
    expect(composeTree([file('a', 'four')], { ...NOTHING, envFile: 'A=1' }).size).toBe(8);
  });
});

describe('what cannot be added', () => {
  test('is told in one message, everything at once', async () => {
    const source = [file('.env'), directory('uploads'), file('uploads/x'), file('conf'), link('out', '/etc/passwd')];
    const problems = await problemsOf(source, {
      shared: ['uploads', 'conf/d'],
      links: [
        { from: 'nowhere', to: 'here' },
        { from: 'conf', to: 'uploads/x' },
      ],
      envFile: 'A=1',
    });
    expect(problems).toEqual([
      "shared: 'uploads' is already in the release. Exclude it from source.",
      "shared: 'conf' is already in the release. Exclude it from source.",
      expect.stringMatching(/^links: 'uploads(\/x)?' is already in the release/),
      "env-file: '.env' is already in the release. Exclude it from source.",
      "links: there is no 'nowhere' in the release to link to.",
      "source: the link 'out' -> '/etc/passwd' leaves the release. Point it inside, or into shared.",
    ]);
  });

  test.each([
    ['in this order', ['data/cache', 'data']],
    ['and in the other', ['data', 'data/cache']],
  ])(
    'includes shared paths below each other, %s, for one would be written through the other',
    async (_order, shared) => {
      expect(await problemsOf([file('a')], { shared })).toHaveLength(1);
    },
  );

  test('includes the same path twice', async () => {
    expect(await problemsOf([file('a')], { shared: ['x'], links: [{ from: 'a', to: 'x' }] })).toHaveLength(1);
  });

  test('is cut to twenty lines', async () => {
    const links = Array.from({ length: 50 }, (_, index) => link(`l${index}`, '/etc'));
    const problems = await problemsOf(links, {});
    expect([problems.length, problems.at(-1)]).toEqual([21, '… and 30 more.']);
  });
});

describe('a link of the source', () => {
  test.each([
    ['a', 'b'],
    ['a', './b/../c'],
    ['d/a', '../b'],
    ['d/a', '..'],
    ['a', '../../shared/x'],
    ['a', '../../shared'],
    ['d/e/a', '../../../../shared/x/y'],
    ['a', 'no/such/file'],
    ['a', '.'],
  ])('%s -> %s stays in the release or leads into shared', (path, target) => {
    const folders = [directory('d'), directory('d/e')];
    expect(targetsOf(compose([...folders, link(path, target)], {}))).toEqual({ [path]: target });
  });

  test.each([
    ['a', '/etc/passwd'],
    ['a', '..'],
    ['a', '../other-release/x'],
    ['d/a', '../../x'],
    ['a', '../../sharedx/y'],
    ['a', '../../.plimsoll/ledger.jsonl'],
    ['a', '../../shared/../.plimsoll'],
    ['a', '../this/x'],
    ['a', '../../../deploy/shared/x'],
    ['a', '../../../deploy/releases/this/x'],
  ])('%s -> %s leaves the release', async (path, target) => {
    const [problem] = await problemsOf([directory('d'), link(path, target)], {});
    expect(problem).toContain('leaves the release');
  });

  test('is told with a readable name', async () => {
    const [problem] = await problemsOf([link('a\nb', '/\x1b[2J')], {});
    expect(problem).toContain("'a\\x0ab' -> '/\\x1b[2J'");
  });
});

describe('a line of links', () => {
  test.each([
    ['config-prod.json -> config.json', 'config-prod.json', 'config.json'],
    ['  a/b->c/d ', 'a/b', 'c/d'],
    ['./a -> ./b', 'a', 'b'],
    ['shared/x y -> z', 'shared/x y', 'z'],
    ['conf-prod/ -> conf/', 'conf-prod/', 'conf'],
  ])('%j', (line, from, to) => {
    expect(parseLinkMapping(line)).toEqual({ from, to });
  });

  test.each(['a', 'a ->', '-> a', 'a -> b -> c', 'a -> ../b', '/a -> b', 'a -> /b'])('%j is refused', async (line) => {
    expect(await failureOf(() => parseLinkMapping(line))).toMatchObject({ code: 'input' });
  });
});

describe('a path below the release', () => {
  test.each(['', '/', '/a', '..', 'a/../b', 'a/..', '.', 'a//b', 'a/./b', 'a\nb', './', 'a\0'])(
    'is not %j',
    async (text) => {
      expect(await failureOf(() => parseInnerPath(text))).toMatchObject({ code: 'input' });
    },
  );

  test('never leaves it, whatever was typed', () => {
    fc.assert(
      fc.property(fc.oneof(pathArbitrary, fc.string()), (text) => {
        let path: string;
        try {
          path = parseInnerPath(text);
        } catch {
          return;
        }
        expect(path).not.toMatch(/^\/|(^|\/)\.\.?(\/|$)|[\n\0]/);
        expect(path).not.toBe('');
      }),
    );
  });
});
