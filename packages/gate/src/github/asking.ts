import type { RunContext } from '@plimsoll/github';
import type { Evidence } from '@plimsoll/policy';
import type { GateGitHub } from '../ports.ts';
import type { GateRequest } from '../request.ts';
import type { Asked } from './asked.ts';

/** What every question has at hand. */
export interface Asking {
  readonly request: GateRequest;
  readonly run: Evidence<RunContext>;
  readonly asked: Asked;
  /** Opens GitHub when it is called first. */
  readonly github: () => Promise<Evidence<GateGitHub>>;
}
