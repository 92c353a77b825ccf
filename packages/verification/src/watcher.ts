import { createJudge, type Judge, type Judgement, type Rules, type Sample } from '@plimsoll/judge';
import type { ProbeResult } from '@plimsoll/probe';
import { CounterWatch } from './counter-watch.ts';
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
  readonly #counters: CounterWatch;
  /** The first answer of another version than the expected one. */
  #stranger: (ProbeResult & { readonly kind: 'wrong' }) | undefined;

  /** @throws Failure('input') for rules that contradict each other */
  constructor(target: Target, rules: Rules) {
    this.target = target;
    this.#rules = rules;
    this.#judge = createJudge(rules);
    this.#counters = new CounterWatch(target.check.kind === 'http' ? Object.keys(target.check.counters) : []);
    this.#sightings = new Sightings({ ...target.check, name: target.label });
  }

  /** @returns whether more samples would be of use */
  see(result: ProbeResult): 'more' | 'decided' {
    this.#sightings.add(result);
    this.#samples.push(result);
    this.#counters.see(result);
    if (isStranger(result)) this.#stranger ??= result;
    const told = this.#judge.observe(result);
    return this.#counters.restart !== '' || this.#stranger !== undefined ? 'decided' : told;
  }

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
    const planned = errors.kind === 'sequential' ? undefined : errors.samples;
    if (errors.kind === 'sequential' || planned === undefined || counted === 0 || counted >= planned)
      return this.judgement();
    const again = createJudge({ ...this.#rules, errors: { ...errors, samples: counted } });
    // What told nothing comes first: once a judge has its answer, it asks no more whether too many were missing.
    const inTurn = this.#samples.toSorted((a, b) => Number(b.kind === 'unknown') - Number(a.kind === 'unknown'));
    for (const sample of inTurn) again.observe(sample);
    return this.#meant(again.conclude());
  }

  /**
   * A restart outweighs everything, and so does another version: that it answers at all is the failure, not how often. A pass that was to
   * watch for restarts, and could not, is none. And a state that may never be bad has no error rate, but a failure.
   */
  #meant(found: Judgement): Judgement {
    if (this.#counters.restart !== '') return restarted(found, this.#counters.restart);
    if (this.#stranger !== undefined) return strange(found, this.#stranger.detail);
    if (found.verdict === 'pass' && this.#counters.gap !== '') return unwatched(found, this.#counters.gap);
    const [first] = found.evidence.failures;
    if (this.target.check.role !== 'state' || found.code !== 'error-rate' || !first?.code) return found;
    return { ...found, code: first.code };
  }

  report(judgement: Judgement = this.judgement()): CheckReport {
    return this.#sightings.report(judgement);
  }
}

/** One whose version cannot be read may be any: it is a failure like others. */
function isStranger(result: ProbeResult): result is ProbeResult & { readonly kind: 'wrong' } {
  return result.kind === 'wrong' && result.code === 'version' && result.evidence.version !== undefined;
}

function strange(found: Judgement, detail: string): Judgement {
  if (found.code === 'version') return found;
  return { ...found, verdict: 'fail', code: 'version', reason: `${found.reason}. ${detail}` };
}

function unwatched(found: Judgement, gap: string): Judgement {
  const reason = `${found.reason}. ${gap}, so that nobody can tell whether it went back`;
  return { ...found, verdict: 'inconclusive', code: 'inconclusive', reason };
}

function restarted(found: Judgement, restart: string): Judgement {
  return {
    ...found,
    verdict: 'fail',
    code: 'process',
    reason: `${restart[0]?.toUpperCase() ?? ''}${restart.slice(1)}`,
  };
}
