import { GitHubFailure } from './failure.ts';

/**
 * A part of what GitHub answered, and where it stands there. Nothing of an answer is believed before it was read through one of these; what does
 * not fit is a `GitHubFailure` with the reason `unreadable`.
 */
export class Answer {
  readonly #value: unknown;
  readonly #place: string;

  constructor(value: unknown, place: string) {
    this.#value = value;
    this.#place = place;
  }

  /** The member of an object; of a missing or null one in an object too. */
  at(name: string): Answer {
    const value = this.#value;
    if (typeof value !== 'object' || value === null) throw this.#odd('an object');
    return new Answer(new Map<string, unknown>(Object.entries(value)).get(name), `${this.#place}.${name}`);
  }

  /** Null counts as missing. */
  get isMissing(): boolean {
    return this.#value === undefined || this.#value === null;
  }

  maybe<T>(read: (answer: Answer) => T): T | undefined {
    return this.isMissing ? undefined : read(this);
  }

  text(): string {
    if (typeof this.#value !== 'string') throw this.#odd('text');
    return this.#value;
  }

  /** A whole number; big ones come as text from GraphQL. */
  whole(): number {
    const value = typeof this.#value === 'string' && /^\d+$/u.test(this.#value) ? Number(this.#value) : this.#value;
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw this.#odd('a whole number');
    return value;
  }

  flag(): boolean {
    if (typeof this.#value !== 'boolean') throw this.#odd('true or false');
    return this.#value;
  }

  list(): Answer[] {
    if (!Array.isArray(this.#value)) throw this.#odd('a list');
    return this.#value.map((item: unknown, index) => new Answer(item, `${this.#place}[${index}]`));
  }

  /** Nodes of a GraphQL connection, without those that GitHub could not load. */
  nodes(): Answer[] {
    return this.at('nodes')
      .list()
      .filter((node) => !node.isMissing);
  }

  raw(): unknown {
    return this.#value;
  }

  #odd(expected: string): GitHubFailure {
    const seen = this.isMissing ? 'nothing' : typeof this.#value;
    return new GitHubFailure(
      'unreadable',
      `The answer of GitHub has ${seen} at ${this.#place}, where ${expected} belongs.`,
    );
  }
}
