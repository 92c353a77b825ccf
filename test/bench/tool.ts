import type { Bed } from './bed.ts';

/** One deployment to do. */
export interface Job {
  readonly bed: Bed;
  readonly source: string;
  readonly deployPath: string;
  /** 0 for the first deployment of this tool to this path, then 1, 2, … */
  readonly sequence: number;
}

/** What a finished deployment says about itself. */
export interface Delivery {
  /** From the start of the process to its end. */
  readonly durationMs: number;
}

/** Something that deploys. */
export interface Tool {
  readonly name: string;
  /** Whether it is ours or a peer. */
  readonly side: 'ours' | 'peer';
  /** @throws Error with the tool's own words when the deployment fails. */
  deploy(job: Job): Promise<Delivery>;
}

/** A tool that cannot be measured here, and why. */
export interface Absent {
  readonly name: string;
  readonly reason: string;
}
