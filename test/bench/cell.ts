import type { NpmPeers } from './npm-peers.ts';

/** What every cell gets. */
export interface CellContext {
  readonly runs: number;
  readonly peers: () => Promise<NpmPeers>;
  readonly progress: (line: string) => void;
}

/** One promise of the issue, and what came of it. */
export interface Goal {
  readonly goal: string;
  readonly measured: string;
  readonly reached: boolean;
}

/** A finished table. */
export interface CellReport {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  readonly goals: readonly Goal[];
  readonly notes: readonly string[];
}

/** One case of the benchmark. */
export interface Cell {
  readonly letter: string;
  readonly title: string;
  run(context: CellContext): Promise<CellReport>;
}
