import type { PullRequestQuestion } from './pull-request.ts';
import type { RunContext } from './run-context.ts';

/** Which pull request a run is about: the one its event names, else the one that brought its commit to its branch. */
export function pullRequestOf({ event, ref, commit }: RunContext): PullRequestQuestion {
  return event.about ?? { kind: 'commit', sha: commit, base: ref.kind === 'branch' ? ref.name : undefined };
}
