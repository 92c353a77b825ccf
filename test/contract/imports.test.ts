import { describe, expect, test } from '@jest/globals';
import { type Rule, violationsIn } from '../../scripts/house/imports.ts';
import { ourFiles, readOurs } from '../../scripts/house/repository.ts';

interface Breach {
  readonly rule: Rule;
  readonly path: string;
  readonly text: string;
}

const BREACHES: readonly Breach[] = [
  { rule: 'one-importer', path: 'packages/ssh/src/a.ts', text: `import { info } from '@actions/core';` },
  { rule: 'one-importer', path: 'actions/rollback/src/main.ts', text: `import * as core from '@actions/core';` },
  { rule: 'one-importer', path: 'packages/release-store/src/a.ts', text: `import { exec } from '@actions/exec';` },
  { rule: 'one-importer', path: 'test/integration/a.test.ts', text: `import { getOctokit } from '@actions/github';` },
  { rule: 'layer', path: 'packages/outcome/src/a.ts', text: `import { plan } from '@plimsoll/rollout';` },
  { rule: 'layer', path: 'packages/ssh/src/a.ts', text: `export * from '@plimsoll/release-store';` },
  { rule: 'layer', path: 'packages/newcomer/src/a.ts', text: `import { Failure } from '@plimsoll/outcome';` },
  { rule: 'layer', path: 'packages/outcome/src/a.ts', text: `export type X = import('@plimsoll/rollout').X;` },
  { rule: 'types-only', path: 'packages/release-store/src/a.ts', text: `import { openSsh } from '@plimsoll/ssh';` },
  { rule: 'door', path: 'packages/ssh/src/a.ts', text: `import { x } from '@plimsoll/outcome/src/index.ts';` },
  { rule: 'door', path: 'packages/ssh/test/a.test.ts', text: `import { x } from '../../outcome/src/index.ts';` },
  { rule: 'door', path: 'test/faults/a.test.ts', text: `const x = await import('../../packages/ssh/src/a.ts');` },
  { rule: 'action', path: 'actions/rollback/src/main.ts', text: `import { x } from '../../deploy-ssh/src/main.ts';` },
  { rule: 'action', path: 'test/contract/a.test.ts', text: `import { x } from '../../actions/rollback/src/main.ts';` },
  { rule: 'tests-only', path: 'packages/rollout/src/a.ts', text: `import { wait } from '@plimsoll/testkit';` },
  { rule: 'tests-only', path: 'actions/rollback/src/main.ts', text: `import type { X } from '@plimsoll/testkit';` },
  { rule: 'pure', path: 'packages/outcome/src/a.ts', text: `import { readFileSync } from 'node:fs';` },
  { rule: 'pure', path: 'packages/rollout/src/a.ts', text: 'export const now = () => Date.now();' },
  { rule: 'pure', path: 'packages/rollout/src/a.ts', text: 'export const now = () => new Date();' },
  { rule: 'pure', path: 'packages/rollout/src/a.ts', text: 'export const chance = () => Math.random();' },
  { rule: 'pure', path: 'packages/rollout/src/a.ts', text: `export const home = () => process.env['HOME'];` },
  {
    rule: 'pure',
    path: 'packages/rollout/src/a.ts',
    text: 'export const later = (f: () => void) => setTimeout(f, 1);',
  },
  { rule: 'pure', path: 'packages/rollout/src/a.ts', text: 'export const clock = Date.now;' },
  { rule: 'pure', path: 'packages/rollout/src/a.ts', text: 'export const world = process;' },
  { rule: 'module-mock', path: 'packages/ssh/test/a.test.ts', text: `jest.mock('node:fs');` },
  { rule: 'module-mock', path: 'test/contract/a.test.ts', text: `jest.unstable_mockModule('node:fs', () => ({}));` },
  { rule: 'any', path: 'packages/ssh/src/a.ts', text: 'export function f(x: any): void {}' },
  { rule: 'any', path: 'actions/rollback/src/main.ts', text: 'export type Bag = Record<string, any>;' },
  { rule: 'runs-on-import', path: 'packages/ssh/src/a.ts', text: 'start();' },
  { rule: 'runs-on-import', path: 'actions/rollback/src/main.ts', text: 'await start();' },
];

const ALLOWED: readonly { readonly why: string; readonly path: string; readonly text: string }[] = [
  { why: 'the one importer', path: 'packages/action-kit/src/a.ts', text: `import { info } from '@actions/core';` },
  { why: 'types of a port', path: 'packages/release-store/src/a.ts', text: `import type { X } from '@plimsoll/ssh';` },
  { why: 'a lower package', path: 'packages/rollout/src/a.ts', text: `import { Failure } from '@plimsoll/outcome';` },
  { why: 'its own source', path: 'packages/ssh/test/a.test.ts', text: `import { x } from '../src/keys.ts';` },
  { why: 'an entry that starts', path: 'actions/rollback/src/index.ts', text: 'await start();' },
  { why: 'a given time', path: 'packages/rollout/src/a.ts', text: 'export const at = (ms: number) => new Date(ms);' },
  {
    why: 'a member name',
    path: 'packages/rollout/src/a.ts',
    text: 'export const f = (x: X) => x.process.fetch({ crypto: 1 });',
  },
  { why: 'words in comments', path: 'packages/rollout/src/a.ts', text: '// any Date.now() of process.env\nexport {};' },
  { why: 'tests of the house', path: 'test/contract/a.test.ts', text: `import { x } from '../../scripts/house/x.ts';` },
];

/** Files of one package, each with what it imports. */
function filesOf(imports: Readonly<Record<string, string>>): { readonly path: string; readonly text: string }[] {
  return Object.entries(imports).map(([name, text]) => ({ path: `packages/ssh/src/${name}.ts`, text }));
}

const CIRCLES: readonly { readonly what: string; readonly imports: Readonly<Record<string, string>> }[] = [
  { what: 'of two files', imports: { a: `import { b } from './b.ts';`, b: `import { a } from './a.ts';` } },
  { what: 'of types alone', imports: { a: `import type { B } from './b.ts';`, b: `export type { A } from './a.ts';` } },
  {
    what: 'of a type in an expression',
    imports: { a: `export type B = import('./b.ts').B;`, b: `export * from './a.ts';` },
  },
  {
    what: 'of an import that waits',
    imports: { a: `const b = await import('./b.ts');`, b: `import { a } from './a.ts';` },
  },
  {
    what: 'of three files in folders',
    imports: {
      a: `import { b } from './x/b.ts';`,
      'x/b': `import { c } from './y/c.ts';`,
      'x/y/c': `import { a } from '../../a.ts';`,
    },
  },
  { what: 'of one file', imports: { a: `import { a } from './a.ts';` } },
];

describe('import rules', () => {
  test.each(BREACHES)('refuse $rule: $text in $path', ({ rule, path, text }) => {
    expect(violationsIn([{ path, text }]).map((violation) => violation.rule)).toEqual([rule]);
  });

  test.each(ALLOWED)('allow $why: $text in $path', ({ path, text }) => {
    expect(violationsIn([{ path, text }])).toEqual([]);
  });

  test.each(CIRCLES)('refuse a circle $what', ({ imports }) => {
    const found = violationsIn(filesOf(imports)).filter(({ rule }) => rule === 'circle');
    expect(found.map(({ path }) => path)).toEqual(filesOf(imports).map(({ path }) => path));
  });

  test('name the import of a circle, and none that only leads there', () => {
    const files = filesOf({
      start: `import { a } from './a.ts';`,
      a: `import { b } from './b.ts';\nimport { end } from './end.ts';`,
      b: `import { a } from './a.ts';`,
      end: 'export {};',
    });
    expect(violationsIn(files)).toEqual([
      { path: 'packages/ssh/src/a.ts', rule: 'circle', seen: './b.ts' },
      { path: 'packages/ssh/src/b.ts', rule: 'circle', seen: './a.ts' },
    ]);
  });

  test('allow two ways to one file', () => {
    const one = `import { c } from './c.ts';`;
    const files = filesOf({ a: `import { b } from './b.ts';\n${one}`, b: one, c: 'export {};' });
    expect(violationsIn(files)).toEqual([]);
  });

  test('hold in every TypeScript file of this repository', () => {
    const sources = ourFiles().filter((path) => path.endsWith('.ts'));
    expect(sources).toContain('packages/outcome/src/index.ts');
    expect(violationsIn(sources.map(readOurs))).toEqual([]);
  });
});
