import {
  type CounterReading,
  createJudge,
  type Judge,
  type Judgement,
  judge,
  type Rules,
  type Sample,
  watchCounters,
} from '@plimsoll/judge';
import type { ProbeResult } from '@plimsoll/probe';
import type { Counts } from './report/index.ts';
import { Sightings } from './sightings.ts';
import type { Target } from './targets.ts';
import type { CheckReport } from './verification-report.ts';

/** One target under judgement: what was seen of it, and what that means so far. */
export class Watcher {
  readonly target: Target;
  readonly #rules: Rules;
  readonly #judge: Judge;
  readonly #sightings: Sightings;
  readonly #samples: Sample[] = [];
  #counters: CounterReading | undefined;

  /** @throws Failure('input') for rules that contradict each other */
  constructor(target: Target, rules: Rules) {
    this.target = target;
    this.#rules = rules;
    this.#judge = createJudge(rules);
    this.#sightings = new Sightings({ ...target.check, name: target.label });
  }

  /** @returns whether more samples would be of use */
  see(result: ProbeResult): 'more' | 'decided' {
    this.#sightings.add(result);
    this.#samples.push(result);
    const { counters } = result.evidence;
    // Answers that come side by side may overtake each other: what one server counted earlier is no restart. Only the newest question counts.
    if (counters !== undefined && result.at >= this.#newestAt) {
      this.#newestAt = result.at;
      this.#counters = watchCounters(this.#counters, counters);
    }
    const told = this.#judge.observe(result);
    return this.#counters?.kind === 'restarted' ? 'decided' : told;
  }
  #newestAt = Number.NEGATIVE_INFINITY;

  /** What to tell of it on the way. */
  counts(): Omit<Counts, 'leftMs'> {
    const { taken, wrong, unknown, latency } = this.#judge.conclude().evidence;
    const p95Ms = (latency.find(({ series }) => series === 'kept') ?? latency[0])?.p95.value;
    return { name: this.target.label, samples: taken, errors: wrong, unknown, p95Ms };
  }

  judgement(): Judgement {
    return this.#meant(this.#judge.conclude());
  }

  /**
   * The judgement when no more samples come: attempts that told nothing leave fewer than were planned, and those are judged by
   * their own number. How many may be missing is the judge's rule.
   */
  finalJudgement(): Judgement {
    const { errors } = this.#rules;
    const counted = this.#samples.filter(({ kind }) => kind !== 'unknown').length;
    if (errors.kind !== 'fixed' || counted === 0 || counted >= errors.samples) return this.judgement();
    return this.#meant(judge(this.#samples, { ...this.#rules, errors: { ...errors, samples: counted } }));
  }

  /** A restart outweighs everything; and a state that may never be bad has no error rate, but a failure. */
  #meant(found: Judgement): Judgement {
    if (this.#counters?.kind === 'restarted') return restarted(found, this.#counters.restart);
    const [first] = found.evidence.failures;
    if (this.target.check.role !== 'state' || found.code !== 'error-rate' || !first?.code) return found;
    return { ...found, code: first.code };
  }

  report(judgement: Judgement = this.judgement()): CheckReport {
    return this.#sightings.report(judgement);
  }
}

function restarted(found: Judgement, restart: string): Judgement {
  return {
    ...found,
    verdict: 'fail',
    code: 'process',
    reason: `${restart[0]?.toUpperCase() ?? ''}${restart.slice(1)}`,
  };
}
