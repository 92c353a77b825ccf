import type { Person } from './person.ts';
import type { PullRequestQuestion } from './pull-request.ts';

/** What the runner says about this run, checked. */
export interface RunContext {
  readonly repository: { readonly owner: string; readonly name: string; readonly fullName: string };
  /** The commit of the run: 40 or 64 hexadecimal digits. On `pull_request` events it is a merge made for the test, not the head: see `commit`. */
  readonly sha: string;
  /** The commit that people mean: the head of the pull request on its events, else `sha`. */
  readonly commit: string;
  readonly ref: Ref;
  readonly eventName: string;
  readonly event: RunEvent;
  /** Who caused the run. The id is undefined where the runner does not tell it. */
  readonly actor: Account;
  /** Who started this attempt: on a re-run not always `actor`. Only the name is told. */
  readonly triggeringActor: Account;
  readonly runId: number;
  /** 1 for the first; a re-run keeps `runId`. */
  readonly runAttempt: number;
  readonly runNumber: number;
  readonly workflow: string;
  readonly job: string;
  readonly urls: {
    /** Without a slash at the end, as are all. */
    readonly api: string;
    readonly graphql: string;
    readonly server: string;
    readonly run: string;
  };
}

/** Names are compared without regard to case. */
export interface Account {
  readonly login: string;
  readonly id: number | undefined;
}

export type Ref =
  | { readonly kind: 'branch'; readonly full: string; readonly name: string }
  | { readonly kind: 'tag'; readonly full: string; readonly name: string }
  | { readonly kind: 'pull-request'; readonly full: string; readonly number: number }
  /** The temporary branch of a merge queue. */
  | { readonly kind: 'merge-queue'; readonly full: string; readonly base: string; readonly number: number }
  | { readonly kind: 'other'; readonly full: string };

/** The part of the event's payload that matters here; undefined is what the event does not have. */
export interface RunEvent {
  readonly action: string | undefined;
  readonly sender: Person | undefined;
  readonly pullRequest: EventPullRequest | undefined;
  /** Of a push: the commit before; undefined for a new branch. Of a merge group: the one that it goes onto. */
  readonly before: string | undefined;
  /** Which pull request the event is about, where it says so. */
  readonly about: PullRequestQuestion | undefined;
  /** Inputs of a run that was started by hand. */
  readonly inputs: Readonly<Record<string, string>>;
}

export interface EventPullRequest {
  readonly number: number;
  readonly headSha: string;
  readonly baseSha: string;
  readonly baseBranch: string;
  readonly isFork: boolean;
  readonly isDraft: boolean;
  readonly isMerged: boolean;
  readonly author: Person | undefined;
}
