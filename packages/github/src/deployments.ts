import type { Json } from '@plimsoll/outcome';

export interface Deployment {
  /** Of GraphQL. */
  readonly id: string;
  readonly sha: string;
  /** The branch or tag that was deployed; undefined once it is deleted. */
  readonly ref: string | undefined;
  /** `active` is what users are served from; `unknown` are states that GitHub adds later. */
  readonly state: 'active' | 'inactive' | 'failed' | 'in-progress' | 'unknown';
  /** ISO 8601, UTC. */
  readonly createdAt: string;
  /** When its last status was set. */
  readonly stateSince: string;
  /** What was attached to it; null without. A text that is JSON comes parsed. */
  readonly payload: Json;
  readonly url: string | undefined;
  readonly creator: string | undefined;
}

export interface EnvironmentDeployments {
  /** The active one that became so last. Undefined when none of the last 100 is active. */
  readonly live: Deployment | undefined;
  /** The one that was begun last, whatever became of it: when it is not `live`, somebody has tried since. */
  readonly latest: Deployment | undefined;
}
