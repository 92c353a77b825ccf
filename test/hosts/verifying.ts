/** Verifications of real services, as a runner carries them out: the whole bundled action. */
import { expect } from '@jest/globals';
import { exitCodeOf, type FailureCode, type Verdict } from '@plimsoll/outcome';
import type { ActionRequest, ActionRun } from '@plimsoll/testkit';
import { runAction } from '@plimsoll/testkit';

export type VerifyRequest = Pick<ActionRequest, 'inputs' | 'env'>;

/** How a verification has to end. */
export type End =
  | { readonly verdict: 'pass' }
  | { readonly verdict: Exclude<Verdict, 'pass'>; readonly code: FailureCode };

const TIME_LIMIT_MS = 400_000;

/** A request for the action as it was bundled. What does not get ready is given up soon, unless told otherwise. */
export function verifyRequest({ inputs, ...more }: VerifyRequest): ActionRequest {
  return { action: 'verify-deployment', timeLimitMs: TIME_LIMIT_MS, inputs: { duration: '1s', ...inputs }, ...more };
}

/** Runs the action and insists on its end. */
export async function verified(request: VerifyRequest, end: End): Promise<ActionRun> {
  const run = await runAction(verifyRequest(request));
  expectEnd(run, end);
  return run;
}

export function expectEnd(run: ActionRun, end: End): void {
  const code = end.verdict === 'pass' ? '' : end.code;
  expect({ verdict: run.outputs['verdict'], exitCode: run.exitCode, complaint: complaintOf(run, code) }).toEqual({
    verdict: end.verdict,
    exitCode: exitCodeOf(code),
    complaint: '',
  });
}

/** All that a run said, when it ended in another way than it should have: for tests whose failure shall tell why. */
function complaintOf(run: ActionRun, code: string): string {
  return run.outputs['failure-code'] === code ? '' : shownBy(run);
}

/** Everything of a run that people can read: all but the lines that tell the runner what to mask. */
export function shownBy({ stdout, stderr, summary, outputs }: ActionRun): string {
  const lines = stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
  return [...lines, stderr, summary, ...Object.values(outputs)].join('\n');
}
