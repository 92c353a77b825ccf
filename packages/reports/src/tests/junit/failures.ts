import type { TestFailure } from '../../facts.ts';
import { MAX_KEPT_FAILURES, MAX_MESSAGE, MAX_NAME } from '../../limits.ts';

/** Failures in the order of the report: the first of them with their texts, the others as a number. */
export class Failures {
  readonly kept: TestFailure[] = [];
  notKept = 0;

  /** Whether the next one will be kept, so that it is worth reading its text. */
  get hasRoom(): boolean {
    return this.kept.length < MAX_KEPT_FAILURES;
  }

  add(failure: TestFailure): void {
    if (!this.hasRoom) {
      this.notKept += 1;
      return;
    }
    this.kept.push({
      ...failure,
      name: failure.name.slice(0, MAX_NAME),
      suite: failure.suite.slice(0, MAX_NAME),
      file: failure.file.slice(0, MAX_NAME),
      message: failure.message.trim().slice(0, MAX_MESSAGE),
      line: failure.line ?? lineIn(failure),
    });
  }
}

/** Where the text of a failure names a line of the file of its test, as the stack of an exception does. */
function lineIn({ file, message }: TestFailure): number | undefined {
  const name = file.slice(file.lastIndexOf('/') + 1);
  if (name === '') return undefined;
  const at = message.indexOf(`${name}:`);
  const digits = at < 0 ? undefined : /^\d{1,9}/u.exec(message.slice(at + name.length + 1))?.[0];
  return digits === undefined ? undefined : Number(digits);
}
