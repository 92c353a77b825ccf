import { Failure } from '@plimsoll/outcome';

/** Why GitHub did not answer the question. */
export type GitHubFailureReason =
  /** The token may not do this (`github-permission`). */
  | 'permission'
  /** The token is wrong, expired or revoked (`github-permission`). */
  | 'token'
  /** There is no such thing, or none that the token can see. */
  | 'not-found'
  /** Somebody else changed it meanwhile, or the thing is in no state for it (409). */
  | 'conflict'
  /** GitHub understood the request and refuses it (400, 422, and other 4xx). */
  | 'refused'
  /** Too many requests, for longer than the time that was left. */
  | 'rate-limit'
  /** Errors of the server or of the network, until the time was over. */
  | 'unavailable'
  /** An answer that is not what GitHub documents: too long, not JSON, fields missing. */
  | 'unreadable';

interface Circumstances {
  /** HTTP status, where there was an answer. */
  readonly status?: number | undefined;
  /** Whether a write may have happened all the same. */
  readonly mayHaveHappened?: boolean;
  readonly cause?: unknown;
}

/** A failure of GitHub, code `github` or `github-permission`. The message never holds a token, and says which permission to set. */
export class GitHubFailure extends Failure {
  readonly reason: GitHubFailureReason;
  readonly status: number | undefined;
  readonly mayHaveHappened: boolean;

  constructor(reason: GitHubFailureReason, message: string, circumstances: Circumstances = {}) {
    const { status, mayHaveHappened = false, cause } = circumstances;
    super(
      reason === 'permission' || reason === 'token' ? 'github-permission' : 'github',
      message,
      cause === undefined ? {} : { cause },
    );
    this.name = 'GitHubFailure';
    this.reason = reason;
    this.status = status;
    this.mayHaveHappened = mayHaveHappened;
  }
}
