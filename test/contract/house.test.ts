import { readdirSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { packagesImportedBy } from '../../scripts/house/imports.ts';
import { actionNames, foldersIn, inRepository, ourFiles, readOurs } from '../../scripts/house/repository.ts';
import { compositions } from '../../scripts/house/shell.ts';

const PACKAGES = foldersIn('packages');

/** Names under `dependencies`; the types that tests need are development dependencies of the whole. */
function dependenciesOf(name: string): string[] {
  const manifest: unknown = JSON.parse(readOurs(`packages/${name}/package.json`).text);
  const hasAny = typeof manifest === 'object' && manifest !== null && 'dependencies' in manifest;
  return hasAny && typeof manifest.dependencies === 'object' ? Object.keys(manifest.dependencies ?? {}) : [];
}

describe.each(PACKAGES)('package %s', (name) => {
  test('declares what it imports, and nothing else', () => {
    const sources = ourFiles().filter((path) => path.startsWith(`packages/${name}/src/`) && path.endsWith('.ts'));
    const imported = new Set(sources.map(readOurs).flatMap(packagesImportedBy));
    expect(dependenciesOf(name)).toEqual([...imported].toSorted());
  });
});

test.each(['tsconfig.json', 'test/tsconfig.json'])('%s refers to every package and action', (config) => {
  const folders = [...PACKAGES.map((name) => `packages/${name}`), ...actionNames().map((name) => `actions/${name}`)];
  const referred = [...readOurs(config).text.matchAll(/"path": "(?:\.\.\/)?((?:packages|actions)\/[^"]+)"/gu)];
  expect(referred.map(([, folder]) => String(folder)).toSorted()).toEqual(folders.toSorted());
});

test('npm takes the Node of the actions from the optional packages, all of one major version', () => {
  const manifest = readOurs('package.json').text;
  const versions = [...manifest.matchAll(/"node-(?:bin-)?(?:linux|darwin|win)-(?:x64|arm64)": "(\d+)\./gu)];
  expect(versions.map(([, major]) => major)).toEqual(['24', '24', '24', '24', '24']);
  expect(readOurs('.node-version').text).toMatch(/^24\./u);
});

test.each(actionNames())('the bundle of %s carries no undici, which no action uses', (name) => {
  const licenses = readOurs(`dist/${name}/licenses.txt`).text;
  expect(licenses).toMatch(/^@plimsoll\/no-undici$/mu);
  expect(licenses).not.toMatch(/^undici$/mu);
});

test.each(['deploy-ssh', 'verify-deployment'])('the bundle of %s carries no programs of backups', (name) => {
  const programs = readdirSync(inRepository(`dist/${name}`)).filter((file) => file.endsWith('.sh'));
  expect(programs).toContain('layout.sh');
  expect(programs.filter((file) => file.startsWith('backup'))).toEqual([]);
});

test('a remote program is checked with the prelude before it and the functions of its own package', () => {
  const file = (path: string, text: string) => ({ path, text });
  const prelude = file('packages/ssh/remote/prelude.sh', 'read_arguments\n');
  const functions = file('packages/store/remote/state.sh', 'state() {\n  :\n}\n');
  const program = file('packages/store/remote/open.sh', 'open() {\n  :\n}\n\nopen\n');
  const foreign = file('packages/other/remote/shut.sh', 'shut() {\n  :\n}\n\nshut\n');
  expect(compositions([foreign, program, functions, prelude])).toEqual([
    [prelude, foreign],
    [prelude, functions, program],
  ]);
});
