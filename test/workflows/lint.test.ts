/**
 * Every workflow that a user calls or copies, from the documents and from `.github/workflows`, goes through actionlint; ours through zizmor as
 * well.
 */
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { runCommand } from '@plimsoll/testkit';
import { inRepository, ourFiles, readOurs } from '../../scripts/house/repository.ts';
import { requireTool } from '../../scripts/house/tools.ts';
import { blocksOf } from './support/yaml-blocks.ts';

const WORKFLOWS = ourFiles().filter((path) => /^\.github\/workflows\/.*\.ya?ml$/u.test(path));
const BLOCKS = ourFiles()
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => blocksOf(path, readOurs(path).text));

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'plimsoll-lint-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** What actionlint says of workflows, one line each, by the names they are given. */
async function lint(workflows: ReadonlyMap<string, string>): Promise<readonly string[]> {
  const home = await mkdtemp(join(folder, 'repository-'));
  const below = join(home, '.github', 'workflows');
  await mkdir(below, { recursive: true });
  await writeFile(join(home, '.github', 'actionlint.yaml'), readOurs('.github/actionlint.yaml').text);
  const names = [...workflows.keys()];
  await Promise.all(names.map((name, index) => writeFile(join(below, `${index}.yml`), workflows.get(name) ?? '')));
  const { stdout, stderr, exitCode } = await runCommand({
    program: requireTool('actionlint'),
    args: [
      '-no-color',
      '-oneline',
      '-config-file',
      join(home, '.github', 'actionlint.yaml'),
      ...names.map((_, index) => join(below, `${index}.yml`)),
    ],
    cwd: home,
  });
  if (exitCode !== 0 && exitCode !== 1) throw new Error(`actionlint ended with ${exitCode}: ${stderr}`);
  return stdout
    .split('\n')
    .filter(Boolean)
    .map((line) => line.replace(/^\S*?(\d+)\.yml/u, (_, index: string) => names[Number(index)] ?? index));
}

/** A part of a workflow names jobs, steps and inputs that the reader has in the rest of it. */
function isOfThePage(complaint: string, parts: ReadonlySet<string>): boolean {
  const [, place = ''] = /^(\S+?:\d+):/u.exec(complaint) ?? [];
  return parts.has(place) && /\[job-needs\]$|is not defined in object type \{\} \[expression\]$/u.test(complaint);
}

test('a mistake is found', async () => {
  const wrong = 'on: push\njobs:\n  a:\n    runs-on: ubuntu-latest\n    stepz: []\n';
  expect(await lint(new Map([['wrong', wrong]]))).not.toEqual([]);
});

describe('actionlint', () => {
  test('our workflows', async () => {
    expect(await lint(new Map(WORKFLOWS.map((path) => [path, readOurs(path).text])))).toEqual([]);
  });

  test('every workflow, job and step in the documents', async () => {
    expect(BLOCKS.length).toBeGreaterThan(10);
    const complaints = await lint(new Map(BLOCKS.map(({ place, workflow }) => [place, workflow])));
    const parts = new Set(BLOCKS.filter(({ isWhole }) => !isWhole).map(({ place }) => place));
    expect(complaints.filter((line) => !isOfThePage(line, parts))).toEqual([]);
  });
});

test('zizmor finds nothing in our workflows, asked for everything', async () => {
  const { stdout, stderr, exitCode } = await runCommand({
    program: requireTool('zizmor'),
    args: [
      '--offline',
      '--persona',
      'pedantic',
      '--no-progress',
      '--config',
      inRepository('.github/zizmor.yml'),
      inRepository('.github/workflows'),
    ],
  });
  expect({ exitCode, said: exitCode === 0 ? '' : stdout + stderr }).toEqual({ exitCode: 0, said: '' });
});
