import type { TestIdentities } from '../facts.ts';

/** Most of the many that passed are told from the few that failed by one mark. */
const MARKS = 65_536;

/** How many tests were seen both to fail and to pass, in all reports together. */
export function flakyCount(reports: readonly TestIdentities[]): number {
  const flaky = new Set(reports.flatMap(({ recovered }) => [...recovered]));
  const failed = new Failed();
  for (const report of reports) {
    for (const identity of report.failed) failed.add(identity);
  }
  if (failed.size === 0) return flaky.size;
  for (const { passed } of reports) {
    for (const identity of passed) {
      if (failed.has(identity)) flaky.add(identity);
    }
  }
  return flaky.size;
}

class Failed {
  readonly #identities = new Set<number>();
  readonly #marks = new Uint8Array(MARKS);

  get size(): number {
    return this.#identities.size;
  }

  add(identity: number): void {
    this.#identities.add(identity);
    this.#marks[identity % MARKS] = 1;
  }

  has(identity: number): boolean {
    return this.#marks[identity % MARKS] === 1 && this.#identities.has(identity);
  }
}
