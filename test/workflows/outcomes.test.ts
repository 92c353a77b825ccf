/** What the workflows call the end of a deployment, a watch and a rollback: their steps, run by themselves for every way to end. */
import { describe, expect, test } from '@jest/globals';
import { mustRun } from '@plimsoll/testkit';
import { parse } from 'yaml';
import { readOurs } from '../../scripts/house/repository.ts';
import { fieldsOf, textIn } from './support/evidence.ts';
import { mapOf } from './support/reusable.ts';

/** The script of the step `outcome` of a workflow. */
function scriptOf(workflow: string): string {
  const jobs = mapOf(fieldsOf(parse(readOurs(`.github/workflows/${workflow}.yml`).text))['jobs']);
  const steps = [...jobs.values()].flatMap(({ steps: all }) => (Array.isArray(all) ? all.map(fieldsOf) : []));
  const found = steps.filter((step) => textIn(step, 'id') === 'outcome');
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ if: 'always()' });
  return textIn(found[0] ?? {}, 'run');
}

/** Runs it as a runner does. @param hosts states of `hosts-report`; undefined without one */
async function outcomeOf(workflow: string, ends: string, hosts?: readonly string[]): Promise<string> {
  const rows = hosts?.map((state) => ({
    host: 'app',
    before: '',
    after: '',
    state,
    code: '',
    durationMs: 1,
    bytes: 0,
  }));
  const env = { PATH: process.env['PATH'] ?? '', ENDS: ends, HOSTS: rows === undefined ? '' : JSON.stringify(rows) };
  const script = `GITHUB_OUTPUT=$(mktemp)\ntrap 'cat "$GITHUB_OUTPUT"; rm "$GITHUB_OUTPUT"' EXIT\n${scriptOf(workflow)}`;
  const args = ['--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  return (await mustRun({ program: 'bash', args, env })).trim();
}

test('a deployment to test ends as one to production does', () => {
  expect(scriptOf('deploy-test')).toBe(scriptOf('deploy-production'));
});

describe('a deployment', () => {
  test.each([
    ['skipped/skipped/skipped', undefined, 'unchanged'],
    // The job was ended before any step began.
    ['//', undefined, 'unchanged'],
    ['failure/skipped/skipped', ['untouched', 'untouched'], 'unchanged'],
    ['cancelled/skipped/skipped', ['untouched'], 'unchanged'],
    ['success/success/skipped', ['pending'], 'released'],
    ['success/failure/success', ['pending'], 'reverted'],
    ['success/skipped/success', ['pending'], 'reverted'],
    // Confirmed, and cancelled right after.
    ['success/success/success', ['pending'], 'reverted'],
    ['failure/skipped/skipped', ['reverted'], 'reverted'],
    ['failure/skipped/skipped', ['untouched', 'reverted'], 'reverted'],
    ['cancelled/skipped/skipped', ['reverted', 'untouched'], 'reverted'],
    ['failure/skipped/skipped', undefined, 'unsettled'],
    ['failure/skipped/skipped', [], 'unsettled'],
    ['failure/skipped/skipped', ['untouched', 'unknown'], 'unsettled'],
    ['failure/skipped/skipped', ['reverted', 'revert-failed'], 'unsettled'],
    ['failure/skipped/skipped', ['failed'], 'unsettled'],
    ['failure/skipped/skipped', ['untouched', 'pending'], 'unsettled'],
    ['cancelled/skipped/skipped', undefined, 'unsettled'],
    ['success/failure/failure', ['pending'], 'unsettled'],
    ['success/cancelled/cancelled', ['pending'], 'unsettled'],
    ['success/success/failure', ['pending'], 'unsettled'],
  ])('%s with hosts %j is %s', async (ends, hosts, outcome) => {
    expect(await outcomeOf('deploy-production', ends, hosts)).toBe(`outcome=${outcome}`);
  });
});

test.each([
  ['monitor', 'success/skipped/skipped', 'unchanged'],
  ['monitor', 'success/success/skipped', 'released'],
  ['monitor', 'success/failure/skipped', 'unsettled'],
  ['monitor', 'failure/skipped/success', 'reverted'],
  ['monitor', 'failure/skipped/failure', 'unsettled'],
  ['monitor', 'failure/skipped/skipped', 'unsettled'],
  ['monitor', 'cancelled/skipped/skipped', 'unsettled'],
  ['monitor', 'skipped/skipped/skipped', 'unsettled'],
  ['rollback', 'skipped/skipped', 'unchanged'],
  ['rollback', 'success/skipped', 'reverted'],
  ['rollback', 'success/success', 'reverted'],
  ['rollback', 'success/failure', 'unsettled'],
  ['rollback', 'success/cancelled', 'unsettled'],
  ['rollback', 'failure/skipped', 'unsettled'],
])('%s: %s is %s', async (workflow, ends, outcome) => {
  expect(await outcomeOf(workflow, ends)).toBe(`outcome=${outcome}`);
});
