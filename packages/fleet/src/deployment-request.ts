import type { LinkMapping, Runbook } from '@plimsoll/release-store';

/** What to deploy and how, besides the servers. */
export interface DeploymentRequest {
  readonly source: string;
  readonly include: readonly string[];
  readonly exclude: readonly string[];
  /** For people and ledgers; empty: taken from the tag or the commit. */
  readonly version: string;
  readonly shared: readonly string[];
  readonly links: readonly LinkMapping[];
  readonly envFile: string | undefined;
  readonly prepare: string;
  readonly beforeSwitch: string;
  readonly runbook: Runbook;
  readonly confirmWithinMs: number;
  readonly confirm: 'auto' | 'later';
  readonly keepReleases: number;
  /** `full` hashes every file of the release that unchanged files are taken from; `changed` only what was sent. */
  readonly verifyContent: 'full' | 'changed';
}
