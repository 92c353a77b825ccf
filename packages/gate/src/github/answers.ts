import type { Comparison, Deployment, EnvironmentProtection, RunContext } from '@plimsoll/github';
import type { ApprovalsSeen, Evidence, TagSeen } from '@plimsoll/policy';

/** What was asked of GitHub and the runner, and came. What nobody asked for is unknown. */
export interface GitHubAnswers {
  readonly run: Evidence<RunContext>;
  /** Live in the environment that is deployed to. */
  readonly live: Evidence<Deployment | undefined>;
  /** Since what is live there, else since the base of the pull request or push; undefined facts: nothing to compare with. */
  readonly changes: Evidence<Changes | undefined>;
  /** Live in the environment that has to be deployed to before. */
  readonly liveElsewhere: Evidence<Deployment | undefined>;
  readonly protection: Evidence<EnvironmentProtection | undefined>;
  /** Of the asked branches, those that hold the commit. */
  readonly holdingBranches: Evidence<readonly string[]>;
  readonly versionTag: Evidence<TagSeen | undefined>;
  readonly approvals: Evidence<ApprovalsSeen>;
}

/** What lies between two commits, and what the first one is. */
export interface Changes {
  readonly since: 'live' | 'base';
  readonly comparison: Comparison;
}
