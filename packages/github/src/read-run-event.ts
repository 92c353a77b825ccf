import { Answer } from './answer.ts';
import type { PullRequestQuestion } from './pull-request.ts';
import { readPerson } from './read-person.ts';
import type { EventPullRequest, Ref, RunEvent } from './run-context.ts';

/** The parts of an event's payload that matter here. @throws GitHubFailure when they are not what GitHub documents */
export function readRunEvent(payload: unknown, ref: Ref): RunEvent {
  const event = new Answer(payload, 'event');
  const pullRequest = event.at('pull_request').maybe(readPullRequest);
  return {
    action: event.at('action').maybe((action) => action.text()),
    sender: event.at('sender').maybe(readPerson),
    pullRequest,
    before: event.at('before').maybe(readBefore) ?? event.at('merge_group').maybe(readMergeBase),
    about: pullRequest === undefined ? aboutOf(event, ref) : { kind: 'number', number: pullRequest.number },
    inputs: readInputs(event.at('inputs')),
  };
}

function readPullRequest(pull: Answer): EventPullRequest {
  const head = pull.at('head');
  const base = pull.at('base');
  // The repository of the head is null once the fork is deleted.
  const headRepository = head.at('repo').maybe((repo) => repo.at('id').whole());
  return {
    number: pull.at('number').whole(),
    headSha: head.at('sha').text(),
    baseSha: base.at('sha').text(),
    baseBranch: base.at('ref').text(),
    isFork: headRepository !== base.at('repo').at('id').whole(),
    isDraft: pull.at('draft').maybe((draft) => draft.flag()) ?? false,
    isMerged: pull.at('merged').maybe((merged) => merged.flag()) ?? false,
    author: pull.at('user').maybe(readPerson),
  };
}

/** A new branch has only zeros before it. */
function readBefore(before: Answer): string | undefined {
  const sha = before.text();
  return /^0+$/u.test(sha) ? undefined : sha;
}

function readMergeBase(group: Answer): string | undefined {
  return group.at('base_sha').maybe((sha) => sha.text());
}

/** Which pull request an event that carries none is about. */
function aboutOf(event: Answer, ref: Ref): PullRequestQuestion | undefined {
  if (ref.kind === 'merge-queue' || ref.kind === 'pull-request') return { kind: 'number', number: ref.number };
  const issue = event.at('issue').maybe(readIssue);
  return issue ?? event.at('workflow_run').maybe(readWorkflowRun);
}

function readIssue(issue: Answer): PullRequestQuestion | undefined {
  // Only issues that are pull requests have this member.
  return issue.at('pull_request').maybe(() => ({ kind: 'number', number: issue.at('number').whole() }));
}

/** Its list of pull requests is empty for those from forks, so that branch and commit have to do. */
function readWorkflowRun(run: Answer): PullRequestQuestion | undefined {
  const sha = run.at('head_sha').text();
  const branch = run.at('head_branch').maybe((name) => name.text());
  const isOfPullRequest = run.at('event').text().startsWith('pull_request');
  return isOfPullRequest && branch !== undefined
    ? { kind: 'head', branch, sha }
    : { kind: 'commit', sha, base: branch };
}

function readInputs(inputs: Answer): Record<string, string> {
  const given = inputs.raw();
  if (typeof given !== 'object' || given === null) return {};
  return Object.fromEntries(Object.entries(given).map(([name, value]) => [name, textOf(value)]));
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
