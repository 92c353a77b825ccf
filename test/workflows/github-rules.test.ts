/** What GitHub asks and act does not: every caller and step in the documents, and every step of our workflows, held against it. */
import { describe, expect, test } from '@jest/globals';
import { FAILURE_CODES } from '@plimsoll/outcome';
import { runCommand } from '@plimsoll/testkit';
import { parse } from 'yaml';
import { inRepository, ourFiles, readOurs } from '../../scripts/house/repository.ts';
import { complaintsOf } from './support/call-rules.ts';
import { fieldsOf } from './support/evidence.ts';
import { mapOf, readReusable } from './support/reusable.ts';
import { stepComplaintsOf } from './support/step-rules.ts';
import { blocksOf } from './support/yaml-blocks.ts';

const WORKFLOWS = ourFiles().filter((path) => /^\.github\/workflows\/.*\.ya?ml$/u.test(path));
const BLOCKS = ourFiles()
  .filter((path) => path.endsWith('.md'))
  .flatMap((path) => blocksOf(path, readOurs(path).text));

function complaintsAbout(text: string): string[] {
  return complaintsOf({ caller: fieldsOf(parse(text)), reusable: readReusable });
}

describe('a caller', () => {
  test.each(BLOCKS)('$place', ({ workflow, isWhole }) => {
    const complaints = complaintsAbout(workflow);
    // A part of a workflow may have its permissions further up on the page.
    expect(complaints.filter((one) => isWhole || !one.includes('says no permissions'))).toEqual([]);
  });

  test('is documented for each workflow that can be called', () => {
    const callable = WORKFLOWS.filter((path) => readOurs(path).text.includes('workflow_call:')).map((path) =>
      path.replace(/^.*\//u, ''),
    );
    const texts = BLOCKS.filter(({ isWhole }) => isWhole).map(({ workflow }) => workflow);
    expect(callable.filter((name) => !texts.some((text) => text.includes(`/${name}@v1`)))).toEqual([]);
  });
});

test('every output of a workflow is in docs/configuration.md, and no other', () => {
  const [, section = ''] = readOurs('docs/configuration.md').text.split('## What a call hands on\n');
  const rows = [...(section.split('\n## ')[0] ?? '').matchAll(/^\| `([\w-]+\.yml)` \| (.*) \|$/gmu)];
  const documented = rows.map(([, name = '', outputs = '']) => [name, outputs.replaceAll('`', '').split(', ')]);
  const callable = WORKFLOWS.filter((path) => readOurs(path).text.includes('workflow_call:'));
  const names = callable.map((path) => path.replace(/^.*\//u, ''));
  expect(Object.fromEntries(documented)).toEqual(
    Object.fromEntries(names.map((name) => [name, readReusable(name).outputs])),
  );
});

test('a watch rolls back for all that is wrong with a service, and for nothing that is wrong with the watch', () => {
  const [, list = ''] =
    /fromJSON\('(\[.*\])'\), steps\.monitor/u.exec(readOurs('.github/workflows/monitor.yml').text) ?? [];
  const ofTheService = Object.entries(FAILURE_CODES).filter(([, number]) => number < FAILURE_CODES.inconclusive);
  expect(JSON.parse(list)).toEqual(ofTheService.map(([code]) => code));
});

test('the archive that GitHub makes of a tag has the actions and their bundles, as they are', async () => {
  const files = ['actions/*/action.yml', 'dist/*/*.js', 'dist/*/package.json', '.github/workflows/*.yml'];
  const { stdout } = await runCommand({
    program: 'bash',
    args: ['-c', `git check-attr export-ignore export-subst ident -- ${files.join(' ')}`],
    cwd: inRepository('.'),
  });
  const lines = stdout.split('\n').filter(Boolean);
  expect(lines.length).toBeGreaterThan(60);
  expect(lines.filter((line) => !line.endsWith(': unspecified'))).toEqual([]);
});

test('a rollback waits behind no deployment, and deployments to one environment behind each other', () => {
  const [production, test, rollback] = ['deploy-production', 'deploy-test', 'rollback'].map(
    (name) => readReusable(`${name}.yml`).groups,
  );
  expect(production).toEqual(test);
  expect(rollback).toHaveLength(1);
  expect(production).not.toContain(rollback?.[0]);
});

/**
 * Where a job that failed is run again, an output that is empty this time keeps what it said before: actions/runner leaves empty ones out
 * (JobExtension.cs), and issue 2598 there shows what comes of it. A comment would tell of a rollback that was yesterday's.
 */
test('no job that another one speaks for leaves an output empty', () => {
  const left = WORKFLOWS.flatMap((path) => {
    const jobs = mapOf(fieldsOf(parse(readOurs(path).text))['jobs']);
    const told = [...jobs.values()].filter((job) => JSON.stringify(job).includes('toJSON(needs)'));
    const names = new Set(told.flatMap(({ needs }): unknown[] => (Array.isArray(needs) ? needs : [needs])));
    return [...jobs].flatMap(([id, { outputs }]) =>
      Object.entries(names.has(id) ? fieldsOf(outputs) : {})
        // The first step of its job, which writes both or ends the job.
        .filter(([, value]) => !/\|\| '[^']+' \}\}$|^\$\{\{ steps\.version\./u.test(String(value)))
        .map(([name]) => `${path}: ${id}.${name}`),
    );
  });
  expect(left).toEqual([]);
});

describe('what GitHub would refuse is found', () => {
  const caller = (job: string, above = ''): string =>
    `on: { push: , workflow_dispatch: }\n${above}jobs:\n  call:\n    uses: plimsoll-dev/plimsoll/.github/workflows/deploy-test.yml@v1\n${job}`;
  const permissions = '    permissions: { contents: read, pull-requests: write }\n';

  test('a caller that is right has no complaints', () => {
    expect(complaintsAbout(caller(permissions))).toEqual([]);
  });

  test.each([
    {
      wrong: 'less than a nested job asks for',
      text: caller('    permissions: { contents: read }\n'),
      says: "call: the nested job 'comment' asks for 'pull-requests: write', and has 'none'",
    },
    {
      wrong: 'less in the job than above it',
      text: caller('    permissions: {}\n', 'permissions: { contents: read, pull-requests: write }\n'),
      says: "call: the nested job 'deploy' asks for 'contents: read', and has 'none'",
    },
    {
      wrong: 'more than is needed',
      text: caller('    permissions: { contents: write, pull-requests: write }\n'),
      says: "call: nothing in it needs 'contents: write'",
    },
    {
      wrong: 'no permissions',
      text: caller(''),
      says: 'call: says no permissions, so that the settings of the repository decide',
    },
    {
      wrong: 'secrets inherited across owners',
      text: caller(`${permissions}    secrets: inherit\n`),
      says: 'call: inherits secrets across owners: none arrives',
    },
    {
      wrong: 'a secret that is not declared',
      text: caller(`${permissions}    secrets: { KEY: x }\n`),
      says: "call: there is no secret 'KEY'",
    },
    {
      wrong: 'an input that is not there',
      text: caller(`${permissions}    with: { sauce: site }\n`),
      says: "call: there is no input 'sauce'",
    },
    {
      wrong: 'a number for a text',
      text: caller(`${permissions}    with: { min-tests: 567 }\n`),
      says: "call: the input 'min-tests' is not always a string",
    },
    {
      wrong: 'a form in a run that has none',
      text: caller(`${permissions}    with: { notify: "\${{ inputs.notify }}" }\n`),
      says: "call: the input 'notify' is not always a boolean",
    },
    {
      wrong: 'an environment in the job that calls',
      text: caller(`${permissions}    environment: test\n`),
      says: "call: a job that calls has no 'environment'",
    },
    {
      wrong: 'one queue for both',
      text: caller(permissions, 'concurrency: Plimsoll-test\n'),
      says: "call: waits for itself in 'plimsoll-test'",
    },
  ])('$wrong', ({ text, says }) => {
    expect(complaintsAbout(text)).toContain(says);
  });
});

describe('a step', () => {
  test.each(WORKFLOWS)('of %s uses what our actions have', (path) => {
    expect(stepComplaintsOf(fieldsOf(parse(readOurs(path).text)))).toEqual([]);
  });

  test.each(BLOCKS)('of $place uses what our actions have', ({ workflow, isWhole }) => {
    const complaints = stepComplaintsOf(fieldsOf(parse(workflow)));
    // A part of a job leaves out what the rest of the page has.
    expect(complaints.filter((one) => isWhole || !/ needs the input | there is no step /u.test(one))).toEqual([]);
  });

  test('with an input or output that is not there is found', () => {
    const steps = [
      { id: 'deploy', uses: 'plimsoll-dev/plimsoll/actions/rollback@v1', with: { '...': null, mod: 'list' } },
      { run: 'echo "${{ steps.deploy.outputs.relase-id }} ${{ steps.later.outputs.result }}"' },
    ];
    expect(stepComplaintsOf({ jobs: { job: { steps } } })).toEqual([
      "job: Plimsoll: rollback has no input 'mod'",
      "job: the step 'deploy' has no output 'relase-id'",
      "job: there is no step 'later'",
    ]);
  });
});
