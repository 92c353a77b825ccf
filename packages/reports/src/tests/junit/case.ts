import type { XmlAttributes } from '../../xml/attributes.ts';
import { millisecondsOf } from './numbers.ts';
import { type CaseOutcome, FAILED, outcomeOfStatus, PASSED, SKIPPED, worse } from './outcome.ts';

/** What a failure tells of its case, read only where there may be one. */
export interface CaseTexts {
  readonly name: string;
  readonly className: string;
  readonly file: string;
  readonly line: number | undefined;
}

/** A case while it is read. */
export class Case {
  readonly durationMs: number;
  readonly texts: CaseTexts;
  #worst: CaseOutcome;
  troubles = 0;
  hasRecovered = false;
  /** Whether it is known not to work yet, so that nothing it does says anything: the `todo` of Node's runner, which ends well with it. */
  isTodo = false;
  message = '';

  constructor(attributes: XmlAttributes) {
    this.durationMs = millisecondsOf(attributes, 'time') ?? 0;
    this.#worst = statusOf(attributes);
    this.texts = textsOf(attributes);
  }

  get outcome(): CaseOutcome {
    return this.isTodo ? SKIPPED : this.#worst;
  }

  /** @returns whether this is the worst so far, so that its message is that of the case */
  add(outcome: CaseOutcome): boolean {
    if (outcome >= FAILED) this.troubles += 1;
    const isWorst = outcome > this.#worst;
    this.#worst = worse(this.#worst, outcome);
    return isWorst;
  }
}

/** Whether a case without anything in it has passed; most are like this, and nothing has to be kept of them. */
export function hasPlainlyPassed(attributes: XmlAttributes): boolean {
  return !attributes.has('status') && !attributes.has('result');
}

function statusOf(attributes: XmlAttributes): CaseOutcome {
  const [status, result] = [attributes.text('status'), attributes.text('result')];
  if (status === undefined && result === undefined) return PASSED;
  return worse(outcomeOfStatus(status ?? ''), outcomeOfStatus(result ?? ''));
}

function textsOf(attributes: XmlAttributes): CaseTexts {
  const line = Number(attributes.text('line') ?? '');
  return {
    name: attributes.text('name') ?? '',
    className: attributes.text('classname') ?? '',
    file: attributes.text('file') ?? '',
    line: Number.isSafeInteger(line) && line > 0 ? line : undefined,
  };
}
