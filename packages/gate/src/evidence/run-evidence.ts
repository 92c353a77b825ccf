import type { Deployment, RunContext } from '@plimsoll/github';
import { known, type LiveSeen, type PolicyEvidence, type SourceSeen } from '@plimsoll/policy';
import type { GitHubAnswers } from '../github/answers.ts';

/** Where the code of this run comes from. */
export function sourceEvidence(
  github: GitHubAnswers,
): Pick<PolicyEvidence, 'source' | 'holdingBranches' | 'versionTag' | 'commit'> {
  const { run, holdingBranches, versionTag } = github;
  return {
    source: run.kind === 'known' ? known(sourceOf(run.facts)) : run,
    commit: run.kind === 'known' ? known(run.facts.commit) : run,
    holdingBranches,
    versionTag,
  };
}

function sourceOf(run: RunContext): SourceSeen {
  return {
    commit: run.commit,
    pullRequest: pullRequestBehind(run),
    otherCommit: otherCommitOf(run),
    ref: refOf(run),
  };
}

function refOf({ ref }: RunContext): SourceSeen['ref'] {
  return ref.kind === 'branch' || ref.kind === 'tag'
    ? { kind: ref.kind, name: ref.name }
    : { kind: 'other', name: ref.full };
}

/**
 * Why a run counts as one of a pull request. Some events of pull requests run on the main branch: the name of the ref alone says nothing,
 * and a fork may call its branch `main` too.
 */
function pullRequestBehind({ eventName, event, ref }: RunContext): string {
  const { about, pullRequest } = event;
  if (eventName.startsWith('pull_request') || pullRequest !== undefined) {
    return `a run of a pull request (${eventName})`;
  }
  if (ref.kind === 'pull-request' || ref.kind === 'merge-queue') return `a run of ${ref.full}`;
  return about === undefined || about.kind === 'commit' ? '' : `a run about a pull request (${eventName})`;
}

/**
 * A run after another workflow is of the main branch, whatever branch that one was of: its own commit and ref say nothing about what was looked at
 * before, and what such workflows check out.
 */
function otherCommitOf({ eventName, event: { about }, sha }: RunContext): string {
  if (about?.kind !== 'commit' || about.sha === sha) return '';
  const branch = about.base === undefined ? '' : ` of ${about.base}`;
  return `a run of ${sha.slice(0, 7)} about ${about.sha.slice(0, 7)}${branch} (${eventName})`;
}

/** What is live where the commit has to be, and how the environment is protected. */
export function deployedEvidence({
  liveElsewhere,
  protection,
}: GitHubAnswers): Pick<PolicyEvidence, 'liveElsewhere' | 'protection'> {
  return {
    liveElsewhere: liveElsewhere.kind === 'known' ? known(liveOf(liveElsewhere.facts)) : liveElsewhere,
    protection,
  };
}

function liveOf(deployment: Deployment | undefined): LiveSeen | undefined {
  return deployment === undefined ? undefined : { commit: deployment.sha, at: deployment.stateSince };
}
