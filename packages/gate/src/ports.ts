import type { Log } from '@plimsoll/action-kit';
import type { GitHub, PullRequestQuestion, RunContext } from '@plimsoll/github';
import type { ReportFacts, ReportFile } from '@plimsoll/reports';
import type { CommandRunner } from './commands/command-end.ts';

/** The questions that a gate asks of GitHub. */
export type GateGitHub = Pick<
  GitHub,
  | 'accounts'
  | 'branchContains'
  | 'compare'
  | 'contributors'
  | 'deployments'
  | 'environment'
  | 'environmentApprovals'
  | 'reviewedPullRequest'
  | 'tag'
>;

/** The way to GitHub. Each is called only when a rule or the plan needs it: most gates need none of it, and loading it takes longer than they do. */
export interface GitHubDoor {
  /** What the runner says about this run; asks nobody. @throws Failure('github') */
  run(): Promise<RunContext>;
  /** @throws Failure('github' or 'github-permission') */
  open(): Promise<GateGitHub>;
  /** Which pull request the run is about, if any. */
  pullRequestOf(run: RunContext): Promise<PullRequestQuestion | undefined>;
}

/** What the runner says of the run without anything being read; empty outside of one. */
export interface StatedRun {
  /** In full: `GITHUB_SHA`. */
  readonly commit: string;
  readonly eventName: string;
}

/** What a gate needs of the world. */
export interface GatePorts {
  /** Absolute path of the checkout, where commands run and patterns begin. */
  readonly root: string;
  readonly stated: StatedRun;
  readonly readReport: (file: ReportFile) => Promise<ReportFacts>;
  readonly runCommand: CommandRunner;
  /** How many commands may run at a time. */
  readonly processors: number;
  readonly github: GitHubDoor;
  readonly log: Log;
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** Prints one line that the runner obeys; for annotations alone. */
  readonly command: (line: string) => void;
}
