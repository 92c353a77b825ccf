import type { TestFacts, TestFailure } from '../../facts.ts';
import { MAX_MESSAGE } from '../../limits.ts';
import { shown, Unreadable } from '../../unreadable.ts';
import type { XmlAttributes } from '../../xml/attributes.ts';
import type { ReportSource, XmlFormat, XmlReader } from '../../xml/xml-format.ts';
import { flakyCount } from '../flaky.ts';
import { Case, hasPlainlyPassed } from './case.ts';
import { Failures } from './failures.ts';
import { Identities } from './identities.ts';
import { millisecondsOf } from './numbers.ts';
import { ERRORED, FAILED, OUTCOME_ELEMENTS, type OutcomeElement, PASSED, SKIPPED } from './outcome.ts';
import { Suite } from './suite.ts';

/**
 * JUnit XML. There is no standard; what is read is what Ant, Surefire, Gradle, pytest, PHPUnit, GoogleTest, CTest, jest-junit, Mocha,
 * Playwright, nextest, Catch2 and others write: suites in suites to any depth, one case with several outcomes (the worst counts),
 * repeated attempts, errors of suites, counters.
 *
 * Where the counters of a suite show more failures than its cases do, the difference is errors of the suite. Where they show fewer,
 * the cases count. A counter `tests` beyond what is listed, skipped, broken or tried again contradicts the report, which is then refused.
 */
export const JUNIT: XmlFormat = {
  format: 'junit',
  recognises: (root) => root === 'testsuites' || root === 'testsuite',
  start: () => new JUnitReader(),
};

/** Whose text is being read. */
interface Collecting {
  /** The element that ends it. */
  readonly element: string;
  readonly take: (text: string) => void;
  text: string;
}

class JUnitReader implements XmlReader {
  readonly #failures = new Failures();
  readonly #identities = new Identities();
  readonly #suites: Suite[] = [];
  #root: Suite | undefined;
  #case: Case | undefined;
  #identity: number | undefined;
  #collecting: Collecting | undefined;

  get wantsText(): boolean {
    return this.#collecting !== undefined;
  }

  open(name: string, attributes: XmlAttributes, isEmpty: boolean): void {
    if (name === 'testcase') this.#openCase(attributes, isEmpty);
    else if (name === 'testsuite' || name === 'testsuites') this.#openSuite(attributes);
    else {
      const element = OUTCOME_ELEMENTS.get(name);
      if (element !== undefined) this.#openOutcome(name, element, attributes);
    }
  }

  close(name: string): void {
    if (name === 'testcase') this.#closeCase();
    else if (name === 'testsuite' || name === 'testsuites') this.#closeSuite();
    else if (name === this.#collecting?.element) this.#closeText();
  }

  text(piece: string): void {
    const collecting = this.#collecting;
    if (collecting !== undefined && collecting.text.length < MAX_MESSAGE) {
      collecting.text += collecting.text === '' ? piece.trimStart() : piece;
    }
  }

  finish({ file, bytes }: ReportSource): TestFacts {
    if (this.#root === undefined) throw new Unreadable('it holds no suite');
    refuseShortfall(this.#root);
    const { passed, failed, errored, suiteErrors, ...seen } = this.#root.seen;
    const identities = this.#identities.finish();
    const total = passed + failed + errored + seen.skipped;
    const skipped = seen.skipped + seen.unlisted;
    return {
      kind: 'tests',
      format: 'junit',
      file,
      bytes,
      counts: { total, passed, failed, errored, skipped, suiteErrors, flaky: flakyCount([identities]) },
      durationMs: this.#root.durationMs,
      failures: this.#failures.kept,
      failuresNotKept: this.#failures.notKept,
      identities,
    };
  }

  #openSuite(attributes: XmlAttributes): void {
    if (this.#case !== undefined) throw new Unreadable('a case has a suite in it');
    const suite = new Suite(attributes);
    this.#root ??= suite;
    this.#suites.push(suite);
  }

  #openCase(attributes: XmlAttributes, isEmpty: boolean): void {
    if (this.#case !== undefined) throw new Unreadable('a case has a case in it');
    const suite = this.#suites.at(-1);
    const identity = this.#identities.of(attributes, suite?.name ?? '');
    if (isEmpty && hasPlainlyPassed(attributes)) {
      suite?.addCase(PASSED, millisecondsOf(attributes, 'time') ?? 0, 0);
      if (identity !== undefined) this.#identities.addPassed(identity);
      return;
    }
    this.#case = new Case(attributes);
    this.#identity = identity;
  }

  #openOutcome(name: string, element: OutcomeElement, attributes: XmlAttributes): void {
    const open = this.#case;
    if (open === undefined) this.#openSuiteOutcome(name, element, attributes);
    else if (element.kind === 'recovered') {
      open.hasRecovered = true;
      open.troubles += 1;
    } else {
      if (element.outcome === SKIPPED && attributes.text('type') === 'todo') open.isTodo = true;
      if (!open.add(element.outcome)) return;
      open.message = '';
      if (element.outcome >= FAILED) this.#collect(name, attributes, (text) => (open.message = text));
    }
  }

  #openSuiteOutcome(name: string, element: OutcomeElement, attributes: XmlAttributes): void {
    if (element.kind !== 'outcome' || element.outcome < FAILED) return;
    const suite = this.#suites.at(-1);
    suite?.addSuiteErrors(1);
    this.#collect(name, attributes, (message) => this.#addSuiteError(suite, message));
  }

  /** The message of an outcome is its attribute, and its text where there is none. */
  #collect(element: string, attributes: XmlAttributes, take: (text: string) => void): void {
    const message = this.#failures.hasRoom ? (attributes.text('message') ?? '').trim() : '';
    if (message === '' && this.#failures.hasRoom) this.#collecting = { element, take, text: '' };
    else take(message);
  }

  #closeText(): void {
    const collecting = this.#collecting;
    this.#collecting = undefined;
    collecting?.take(collecting.text);
  }

  #closeCase(): void {
    const closed = this.#case;
    if (closed === undefined) return;
    this.#suites.at(-1)?.addCase(closed.outcome, closed.durationMs, closed.troubles);
    if (closed.outcome >= FAILED) this.#failures.add(this.#failureOf(closed));
    if (this.#identity !== undefined) this.#identities.add(this.#identity, closed);
    this.#case = undefined;
  }

  #failureOf({ outcome, texts, message }: Case): TestFailure {
    const suite = this.#suites.at(-1);
    return {
      outcome: outcome === ERRORED ? 'errored' : 'failed',
      name: texts.name,
      suite: texts.className || (suite?.name ?? ''),
      file: texts.file || (suite?.file ?? ''),
      line: texts.line,
      message,
    };
  }

  #addSuiteError(suite: Suite | undefined, message: string): void {
    this.#failures.add({
      outcome: 'suite-error',
      name: '',
      suite: suite?.name ?? '',
      file: suite?.file ?? '',
      line: undefined,
      message,
    });
  }

  #closeSuite(): void {
    const closed = this.#suites.pop();
    if (closed === undefined) return;
    this.#tellUnseen(closed);
    closed.settleSkipped();
    closed.settleCounted();
    this.#suites.at(-1)?.addSuite(closed);
  }

  #tellUnseen(suite: Suite): void {
    const unseen = suite.unseenTroubles;
    if (unseen === 0) return;
    this.#addSuiteError(
      suite,
      `The suite counts ${suite.declaredTroubles} failures and errors; ${unseen} of them are in no case.`,
    );
    suite.addSuiteErrors(unseen);
  }
}

/** Cases were lost, whoever lost them. */
function refuseShortfall({ shortfall }: Suite): void {
  if (shortfall === undefined) return;
  const { suite, counted, listed } = shortfall;
  const which = suite === '' ? 'a suite without a name' : `the suite ${shown(suite)}`;
  throw new Unreadable(`${which} counts ${counted} tests and lists ${listed}, so that some are missing`);
}
