import { Failure } from '@plimsoll/outcome';

const LONGEST_SHOWN = 80;

/** Everything that is wrong with the inputs, in the order in which they are read; at most one entry per input. */
export class Problems {
  readonly #messages = new Map<string, string>();
  readonly #read: string[] = [];

  /** This input is read now. A problem with it may be found only later, when others are known too. */
  reading(name: string): void {
    this.#read.push(name);
  }

  add(name: string, message: string): void {
    if (!this.#messages.has(name)) {
      this.#messages.set(name, message);
    }
  }

  includes(name: string): boolean {
    return this.#messages.has(name);
  }

  /** Drops the problems of these inputs. */
  forget(names: Iterable<string>): void {
    for (const name of names) {
      this.#messages.delete(name);
    }
  }

  get found(): boolean {
    return this.#messages.size > 0;
  }

  /** One failure for all of them. It is one line, because it becomes the annotation people see first. */
  asFailure(): Failure {
    const inOrder = [...this.#messages].sort(([a], [b]) => this.#read.indexOf(a) - this.#read.indexOf(b));
    const entries = inOrder.map(([name, message]) => `${name}: ${message}`);
    const heading = entries.length === 1 ? 'An input is wrong' : `${entries.length} inputs are wrong`;
    return new Failure('input', `${heading}. ${entries.join('; ')}`);
  }
}

/** A value as errors show it: quoted, on one line, not too long. */
export function shown(value: string): string {
  const short = value.length > LONGEST_SHOWN ? `${value.slice(0, LONGEST_SHOWN)}…` : value;
  return JSON.stringify(short);
}
