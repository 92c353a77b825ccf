import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { createManifest, type Manifest, parseManifest, textOf } from '../src/manifest.ts';
import { makePlan, type Plan } from '../src/plan.ts';
import { createTree, type TreeEntry } from '../src/tree.ts';
import { directory, file, link, treeArbitrary } from './support/arbitraries.ts';

const baseOf = (tree: readonly TreeEntry[], damaged: readonly string[] = []) => ({
  manifest: createManifest(tree),
  damaged: new Set(damaged),
});
const planOf = (tree: readonly TreeEntry[], base?: ReturnType<typeof baseOf>): Plan => makePlan(createTree(tree), base);
const pathsOf = (entries: readonly TreeEntry[]): string[] => entries.map(({ path }) => path);

/** What the server makes of a plan: lines of the base that are not removed, and those that are added. */
function applied(plan: Plan, base: Manifest): string[] {
  const removed = new Set(plan.removedLines);
  return [...base.lines.filter((line) => !removed.has(line)), ...plan.addedLines].sort((a, b) => (a < b ? -1 : 1));
}

/** The new tree: some of the old one, some of it changed, some of another. */
const pairArbitrary = fc
  .tuple(treeArbitrary, treeArbitrary, fc.array(fc.nat({ max: 2 }), { minLength: 40, maxLength: 40 }))
  .map(([base, other, fates]) => {
    const kept = base.filter((entry, index) => entry.kind === 'directory' || fates[index] !== 0);
    const edited = kept.map((entry, index) => {
      return entry.kind === 'file' && fates[index] === 1 ? file(entry.path, 'changed') : entry;
    });
    const taken = new Set(pathsOf(base));
    const fresh = other.filter(({ path }) => !taken.has(path) && !isBelow(path, base));
    return { base, tree: [...edited, ...fresh] };
  });

function isBelow(path: string, base: readonly TreeEntry[]): boolean {
  return base.some((entry) => path.startsWith(`${entry.path}/`) || entry.path.startsWith(`${path}/`));
}

describe('a plan', () => {
  test('applied to the base gives the manifest of the new tree', () => {
    fc.assert(
      fc.property(pairArbitrary, ({ base, tree }) => {
        const plan = planOf(tree, baseOf(base));
        expect(applied(plan, createManifest(base))).toEqual(createManifest(tree).lines);
        expect(plan.manifest.digest).toBe(parseManifest(textOf(createManifest(tree).lines)).digest);
      }),
    );
  });

  test('sends every file that the base does not hold as it should be, and no other', () => {
    fc.assert(
      fc.property(pairArbitrary, ({ base, tree }) => {
        const known = new Set(createManifest(base).lines);
        const changed = tree.filter((entry) => !known.has(createManifest([entry]).lines[0] ?? ''));
        const sent = planOf(tree, baseOf(base)).send.filter(({ kind }) => kind === 'file');
        expect(new Set(pathsOf(sent))).toEqual(new Set(pathsOf(changed.filter(({ kind }) => kind === 'file'))));
      }),
    );
  });

  test('sends damaged files again although nothing changed', () => {
    fc.assert(
      fc.property(treeArbitrary, fc.nat(), (tree, pick) => {
        const files = tree.filter(({ kind }) => kind === 'file');
        const damaged = files.filter((_, index) => index % 3 === pick % 3).map(({ path }) => path);
        const plan = planOf(tree, baseOf(tree, damaged));
        expect(
          plan.send
            .filter(({ kind }) => kind === 'file')
            .map(({ path }) => path)
            .sort(),
        ).toEqual(damaged.sort());
        expect([...plan.replace].sort()).toEqual([...damaged].sort());
        expect(applied(plan, createManifest(tree))).toEqual(createManifest(tree).lines);
      }),
    );
  });

  test('of the same tree sends folders and links only, and no bytes', () => {
    const tree = [directory('d'), file('d/f'), link('l', 'd')];
    const plan = planOf(tree, baseOf(tree));
    expect(pathsOf(plan.send)).toEqual(['d', 'l']);
    expect(plan).toMatchObject({ create: [], replace: [], delete: [], addedLines: [], removedLines: [], bytes: 0 });
  });

  test('without a base sends everything', () => {
    const plan = planOf([directory('d'), file('d/f', 'four'), link('l', 'd')]);
    expect(pathsOf(plan.send)).toEqual(['d', 'd/f', 'l']);
    expect(plan).toMatchObject({ create: ['d/f', 'l'], replace: [], delete: [], removedLines: [], bytes: 4 });
  });

  test('tells created, replaced and deleted files and links, but no folders', () => {
    const base = [directory('d'), file('d/gone'), file('same'), file('other', 'x'), file('mode'), file('kind')];
    const tree = [
      directory('new'),
      file('new/f'),
      file('same'),
      file('other', 'y'),
      file('mode', 'mode', 0o755),
      link('kind', 'x'),
    ];
    const plan = planOf(tree, baseOf(base));
    expect(plan.create).toEqual(['new/f']);
    expect(plan.replace).toEqual(['kind', 'mode', 'other']);
    expect(plan.delete).toEqual(['d/gone']);
    expect(plan.bytes).toBe('new/f'.length + 'mode'.length + 'y'.length);
  });

  test('sends folders before what is in them', () => {
    const { send } = planOf([file('a/b/c'), directory('a/b'), directory('a'), file('a-b')]);
    expect(pathsOf(send)).toEqual(['a', 'a-b', 'a/b', 'a/b/c']);
  });
});
