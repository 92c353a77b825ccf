import type { Judgement } from '@plimsoll/judge';
import type { ProbeResult } from '@plimsoll/probe';
import type { Check } from './check.ts';
import type { CheckReport } from './verification-report.ts';

/** So many kinds of failure are shown with an example. */
const MOST_EXAMPLES = 5;

/** What was seen of one check, as much as a report needs: all latencies, but only few answers. */
export class Sightings {
  readonly #check: Check;
  readonly #latencies = { first: [] as number[], kept: [] as number[] };
  readonly #failures = new Map<string, { example: ProbeResult; times: number }>();
  #last: ProbeResult | undefined;
  #slowest: ProbeResult | undefined;

  constructor(check: Check) {
    this.#check = check;
  }

  add(result: ProbeResult): void {
    this.#last = result;
    if (result.kind !== 'unknown') {
      this.#latencies[result.series].push(result.durationMs);
      if (result.durationMs > (this.#slowest?.durationMs ?? -1)) this.#slowest = result;
    }
    if (result.kind !== 'ok') this.#addFailure(result);
  }

  report(judgement: Judgement): CheckReport {
    return {
      check: this.#check,
      judgement,
      last: this.#last,
      slowest: this.#slowest,
      failures: [...this.#failures.values()].sort((a, b) => b.times - a.times).slice(0, MOST_EXAMPLES),
      latencies: this.#latencies,
    };
  }

  /** Numbers in a text, as times and sizes, do not make it another kind of failure. */
  #addFailure(result: ProbeResult & { readonly detail: string }): void {
    const kind = `${result.kind} ${result.detail.replace(/\d+/g, '#')}`;
    const known = this.#failures.get(kind);
    if (known !== undefined) known.times += 1;
    else if (this.#failures.size < 10 * MOST_EXAMPLES) this.#failures.set(kind, { example: result, times: 1 });
  }
}
