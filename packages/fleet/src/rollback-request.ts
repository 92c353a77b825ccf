import type { ActionContext } from '@plimsoll/action-kit';
import type { Goal } from './rollback-target.ts';
import type { RunIdentity } from './run-identity.ts';
import type { ServerInputs } from './server-inputs.ts';

export interface RollbackRequest {
  readonly inputs: ServerInputs;
  readonly goal: Goal;
  /** Refuse when the servers are on something else; empty: do not ask. */
  readonly expectedCurrent: string;
  readonly reason: string;
  readonly gate: 'asked' | 'skipped';
  readonly identity: RunIdentity;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
  readonly onHold: (state: 'held' | 'released') => void;
  readonly onFolder: (folder: string) => void;
}
