import type { XmlAttributes } from '../../xml/attributes.ts';
import { countsCases, notRunIn, type Shortfall } from './counted-cases.ts';
import { countOf, millisecondsOf } from './numbers.ts';
import { type CaseOutcome, ERRORED, FAILED, PASSED, SKIPPED } from './outcome.ts';

/** Cases by how they ended, what ended outside of cases, and skipped cases that are counted and not listed. */
export interface Tallies {
  passed: number;
  skipped: number;
  failed: number;
  errored: number;
  suiteErrors: number;
  unlisted: number;
}

/** What the attributes of a suite say. */
interface Declared {
  readonly tests: number;
  /** Failures and errors. */
  readonly troubles: number;
  readonly skipped: number;
  /** Not run, by counters of other names. */
  readonly notRun: number;
  readonly durationMs: number | undefined;
}

/** A suite while it is read: what was seen in it and in the suites within. */
export class Suite {
  readonly name: string;
  readonly file: string;
  readonly seen: Tallies = { passed: 0, skipped: 0, failed: 0, errored: 0, suiteErrors: 0, unlisted: 0 };
  readonly #declared: Declared;
  /** Elements that tell of a failure or error, of which one case can have several. */
  #troubles = 0;
  /** Attempts of cases beyond the first. */
  #again = 0;
  readonly #countsCases: boolean;
  /** Whether all suites within count cases, so that a sum over them may be held against what is listed. */
  #sumsCases = true;
  /** Of this suite or one within: cases that are counted and that nothing accounts for. Known once the suite is settled. */
  shortfall: Shortfall | undefined;
  #durationMs = 0;

  constructor(attributes: XmlAttributes) {
    this.name = attributes.text('name') ?? '';
    this.file = attributes.text('file') ?? attributes.text('filepath') ?? '';
    this.#declared = {
      tests: countOf(attributes, 'tests'),
      troubles: countOf(attributes, 'failures') + countOf(attributes, 'errors'),
      skipped: countOf(attributes, 'skipped'),
      notRun: notRunIn(attributes),
      durationMs: millisecondsOf(attributes, 'time'),
    };
    this.#countsCases = countsCases(attributes);
  }

  /** Adds a case. @param troubles how many elements in it tell of a failure or error */
  addCase(outcome: CaseOutcome, durationMs: number, troubles: number): void {
    if (outcome === PASSED) this.seen.passed += 1;
    else if (outcome === SKIPPED) this.seen.skipped += 1;
    else if (outcome === FAILED) this.seen.failed += 1;
    else if (outcome === ERRORED) this.seen.errored += 1;
    this.#troubles += Math.max(troubles, outcome >= FAILED ? 1 : 0);
    if (outcome !== SKIPPED) this.#again += Math.max(0, troubles - (outcome >= FAILED ? 1 : 0));
    this.#durationMs += durationMs;
  }

  addSuiteErrors(count: number): void {
    this.seen.suiteErrors += count;
    this.#troubles += count;
  }

  /** Adds what a suite within this one has, when it was closed. */
  addSuite(inner: Suite): void {
    this.seen.passed += inner.seen.passed;
    this.seen.skipped += inner.seen.skipped;
    this.seen.failed += inner.seen.failed;
    this.seen.errored += inner.seen.errored;
    this.seen.suiteErrors += inner.seen.suiteErrors;
    this.seen.unlisted += inner.seen.unlisted;
    this.#troubles += inner.#troubles;
    this.#again += inner.#again;
    this.#sumsCases &&= inner.#countsCases && inner.#sumsCases;
    this.shortfall ??= inner.shortfall;
    this.#durationMs += inner.durationMs;
  }

  /** By its own clock, else the sum of what is in it. */
  get durationMs(): number {
    return this.#declared.durationMs ?? this.#durationMs;
  }

  /** Failures and errors that the attributes count and nothing in the suite shows. */
  get unseenTroubles(): number {
    return Math.max(0, this.#declared.troubles - this.#troubles);
  }

  /** What the attributes count, for a message. */
  get declaredTroubles(): number {
    return this.#declared.troubles;
  }

  /**
   * Cases that the attributes count as skipped and that are not shown as such: as many as are not listed at all are kept apart, the others
   * are no longer taken for passed, since any of them may be the skipped one.
   */
  settleSkipped(): void {
    const { seen } = this;
    const missing = Math.max(0, this.#declared.skipped - seen.skipped - seen.unlisted);
    const unlisted = Math.min(missing, this.#unlistedCases);
    const mistaken = Math.min(missing - unlisted, seen.passed);
    seen.unlisted += unlisted;
    seen.skipped += mistaken;
    seen.passed -= mistaken;
    const otherwise = this.#declared.notRun + this.#declared.skipped - seen.skipped - seen.unlisted;
    seen.unlisted += Math.min(Math.max(0, otherwise), this.#unlistedCases);
  }

  /**
   * Finds out whether cases are missing, once skipped ones are settled. The count of a suite that agrees with what is listed in it stands above
   * those within: Mocha counts what each suite defines, and for the whole report what was run.
   */
  settleCounted(): void {
    const { tests } = this.#declared;
    const listed = this.#listed;
    // Suites within one of such a writer are its own.
    if (!this.#countsCases) this.shortfall = undefined;
    else if (!this.#sumsCases) return;
    else if (this.#unlistedCases > this.seen.suiteErrors + this.#again) {
      this.shortfall ??= { suite: this.name, counted: tests, listed };
    } else if (tests > 0 && tests >= listed) this.shortfall = undefined;
  }

  /** How many cases the attributes count beyond what is listed, and known to have been skipped. */
  get #unlistedCases(): number {
    return Math.max(0, this.#declared.tests - this.#listed - this.seen.unlisted);
  }

  get #listed(): number {
    const { passed, skipped, failed, errored } = this.seen;
    return passed + skipped + failed + errored;
  }
}
