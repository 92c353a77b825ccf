import type { Answer } from '../answer.ts';
import type { EnvironmentApproval } from '../approvals.ts';
import type { Asking } from '../asking.ts';
import type { GitHub } from '../github.ts';
import { readPerson } from '../read-person.ts';
import type { RunContext } from '../run-context.ts';

export function environmentApprovalsQuestion({ run, client, repository }: Asking): GitHub['environmentApprovals'] {
  return async () => {
    const answer = await client.rest({
      route: 'GET /repos/{owner}/{repo}/actions/runs/{run_id}/approvals',
      parameters: { ...repository, run_id: run.runId },
      purpose: { what: 'read the approvals of this run', needs: ['actions: read'] },
    });
    return answer.list().map((approval) => readApproval(approval, run));
  };
}

function readApproval(approval: Answer, run: RunContext): EnvironmentApproval {
  const comment = approval.at('comment').maybe((text) => text.text()) ?? '';
  const state = approval.at('state').text();
  return {
    environments: approval
      .at('environments')
      .list()
      .map((environment) => environment.at('name').text()),
    state: state === 'approved' || state === 'rejected' ? state : 'pending',
    user: approval.at('user').maybe(readPerson),
    comment,
    binding: bindingOf(comment, run),
  };
}

/** Seven digits of a commit, as GitHub shows them, or more. */
const COMMIT_DIGITS = /(?<![0-9a-z])[0-9a-f]{7,64}(?![0-9a-z])/giu;

function bindingOf(comment: string, run: RunContext): EnvironmentApproval['binding'] {
  if (run.runAttempt === 1) return 'first-attempt';
  const named = [...comment.matchAll(COMMIT_DIGITS)].map(([digits]) => digits.toLowerCase());
  const names = named.some((digits) => run.sha.startsWith(digits) || run.commit.startsWith(digits));
  return names ? 'names-commit' : 'unbound';
}
