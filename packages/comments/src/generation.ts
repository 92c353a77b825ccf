/**
 * Which run and attempt a comment is of. Run ids of GitHub grow over all workflows of a repository, so of two runs the one with the higher id
 * began later; a re-run keeps its id and gets a higher attempt.
 */
export interface Generation {
  readonly run: number;
  readonly attempt: number;
}

/** Below zero when `a` is of an older run than `b`, above when of a newer one, zero within one attempt of one run. */
export function compareGenerations(a: Generation, b: Generation): number {
  return a.run - b.run || a.attempt - b.attempt;
}
