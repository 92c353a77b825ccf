/** `publish.yml`: the scripts of its last steps, with a stand-in for GitHub's command line. The rest of it needs GitHub. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { runCommand, type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { parse } from 'yaml';
import { readOurs } from '../../scripts/house/repository.ts';
import { fieldsOf, textIn } from './support/evidence.ts';

const COMMIT = 'a'.repeat(40);

/**
 * Keeps what it is asked. `RELEASED` is the commit of the release, if there is one; `ATTESTED` the attempt at which it is attested; `CHECKS` how
 * the checks of the commit ended.
 */
const GH = `#!/bin/sh
echo "$*" >>"$STATE/asked"
case "$1 $2" in
  'release view') [ -n "$RELEASED" ] ;;
  'release verify') [ "$(grep -c 'release verify' "$STATE/asked")" -ge "$ATTESTED" ] ;;
  'api --method') [ "$3" != PATCH ] || [ "$MAJOR" = there ] ;;
  api*check_name=ci-ok) printf "$CHECKS" ;;
  api*) echo "$RELEASED" ;;
esac
`;

interface Situation {
  readonly RELEASED?: string;
  readonly ATTESTED?: string;
  readonly MAJOR?: string;
  readonly CHECKS?: string;
}

interface Ended {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly asked: readonly string[];
}

/** Runs a step of publish.yml as a runner would. */
async function step(name: string, situation: Situation): Promise<Ended> {
  const folder = await temporaryFolder();
  try {
    const { exitCode, stdout } = await runCommand({
      program: 'bash',
      args: ['--noprofile', '--norc', '-eo', 'pipefail', '-c', scriptOf(name)],
      env: {
        PATH: `${await programs(folder)}:${process.env['PATH']}`,
        STATE: folder.path,
        VERSION: '1.4.0',
        GITHUB_SHA: COMMIT,
        GITHUB_REPOSITORY: 'plimsoll-dev/plimsoll',
        RUNNER_TEMP: folder.path,
        RELEASED: '',
        ATTESTED: '1',
        MAJOR: 'there',
        CHECKS: '',
        ...situation,
      },
    });
    const asked = await readFile(join(folder.path, 'asked'), 'utf8').catch(() => '');
    return { exitCode, stdout, asked: asked.split('\n').filter(Boolean) };
  } finally {
    await folder.remove();
  }
}

async function programs(folder: TemporaryFolder): Promise<string> {
  const path = join(folder.path, 'bin');
  await mkdir(path);
  await writeFile(join(path, 'gh'), GH, { mode: 0o755 });
  await writeFile(join(path, 'sleep'), '#!/bin/sh\n', { mode: 0o755 });
  return path;
}

function stepNames(): string[] {
  return stepsOf().map((one) => textIn(one, 'name'));
}

function scriptOf(name: string): string {
  const found = stepsOf().find((one) => textIn(one, 'name') === name);
  if (found === undefined) throw new Error(`publish.yml has no step '${name}'.`);
  return textIn(found, 'run');
}

function stepsOf(): readonly Readonly<Record<string, unknown>>[] {
  const { jobs } = fieldsOf(parse(readOurs('.github/workflows/publish.yml').text));
  const steps = fieldsOf(fieldsOf(jobs)['publish'])['steps'];
  return Array.isArray(steps) ? steps.map(fieldsOf) : [];
}

const CREATED = expect.stringMatching(`^release create v1\\.4\\.0 --target ${COMMIT} `);

test('the major tag moves last, and what is tagged was rebuilt and attested before', () => {
  expect(stepNames().slice(-3)).toEqual(['Attest', 'Tag and release', 'Move the major tag']);
  expect(stepNames()).toContain('The bundles are what the sources make, byte by byte');
});

test.each([
  { CHECKS: 'success\\nsuccess\\n', passes: true },
  { CHECKS: 'success\\nfailure\\n', passes: false },
  { CHECKS: 'null\\n', passes: false },
  { CHECKS: '', passes: false },
])('a commit whose checks ended with "$CHECKS" is released: $passes', async ({ CHECKS, passes }) => {
  const { exitCode, stdout } = await step('This commit has passed', { CHECKS });
  expect({ exitCode, isSaid: stdout.includes('::error::ci-ok') }).toEqual({
    exitCode: passes ? 0 : 1,
    isSaid: !passes,
  });
});

test('a release is made once, and is attested a moment later', async () => {
  const { exitCode, asked } = await step('Tag and release', { ATTESTED: '3' });
  expect(exitCode).toBe(0);
  const verified = 'release verify v1.4.0';
  expect(asked).toEqual(['release view v1.4.0 --json tagName', CREATED, verified, verified, verified]);
});

test('a run that was interrupted goes on with the release that it made', async () => {
  const { exitCode, asked } = await step('Tag and release', { RELEASED: COMMIT });
  expect(exitCode).toBe(0);
  expect(asked).not.toContainEqual(CREATED);
  expect(asked.at(-1)).toBe('release verify v1.4.0');
});

test('a version that was released from another commit is refused', async () => {
  const { exitCode, stdout, asked } = await step('Tag and release', { RELEASED: 'b'.repeat(40) });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('::error::v1.4.0 is released already, from bbbbbbb.');
  expect(asked).not.toContain('release verify v1.4.0');
});

test('without an attestation it ends before the major tag moves', async () => {
  const { exitCode, stdout } = await step('Tag and release', { ATTESTED: '99' });
  expect(exitCode).toBe(1);
  expect(stdout).toContain('::error::The release has no attestation.');
});

test.each([
  { MAJOR: 'there', methods: ['PATCH'] },
  { MAJOR: '', methods: ['PATCH', 'POST'] },
])('the major tag is moved, or made ($methods)', async ({ MAJOR, methods }) => {
  const { exitCode, asked } = await step('Move the major tag', { MAJOR });
  expect(exitCode).toBe(0);
  expect(asked.map((line) => line.split(' ')[2])).toEqual(methods);
  expect(asked.every((line) => line.includes(`sha=${COMMIT}`) && line.includes('tags/v1'))).toBe(true);
});
