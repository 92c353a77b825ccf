import { expect } from '@jest/globals';
import { exitCodeOf, type FailureCode } from '@plimsoll/outcome';
import { type ActionRun, readManifest } from '@plimsoll/testkit';
import { resultOf } from '../integration/site.ts';

const ISO_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

/**
 * What every run of an action has to say, however it ended: each output of `action.yml`, the result document, the exit code that is the number
 * of the code, a job summary, and for a failure exactly one error annotation.
 */
export async function expectReported(run: ActionRun, action: string, code: FailureCode | ''): Promise<void> {
  const verdict = code === '' ? 'pass' : 'fail';
  expect([run.outputs['failure-code'], run.outputs['verdict']]).toEqual([code, verdict]);
  expect([run.exitCode, run.signal]).toEqual([exitCodeOf(code), null]);
  expect(Object.keys(run.outputs).sort()).toEqual([...(await readManifest(action)).outputs].sort());
  expect(run.outputs['result']).not.toContain('\n');
  expect(resultOf(run)).toEqual({
    schema: 'plimsoll/result@1',
    action,
    verdict,
    code,
    summary: expect.stringMatching(/^.{10,}$/),
    startedAt: expect.stringMatching(ISO_TIME),
    durationMs: expect.any(Number),
    facts: expect.anything(),
  });
  expect(run.summary).toMatch(/^### .+/);
  const errors = run.annotations.filter(({ name }) => name === 'error');
  expect(errors.map(({ properties }) => properties['title'])).toEqual(code === '' ? [] : [`${action}: ${code}`]);
}
