import { Failure, type Json } from '@plimsoll/outcome';
import { shown } from '../unreadable.ts';

type Path = { readonly parent: JsonPlace; readonly step: string | number } | { readonly file: string };

const MAX_SEEN = 60;

/**
 * A value in a report, and where it is: whatever is not as its format demands is refused by the name of its place. A member that is
 * `null` counts as missing: the writers of these reports use both for "nothing".
 */
export class JsonPlace {
  readonly #value: Json;
  readonly #path: Path;

  private constructor(value: Json, path: Path) {
    this.#value = value;
    this.#path = path;
  }

  /** The whole document of the report at the path `file`. */
  static of(document: Json, file: string): JsonPlace {
    return new JsonPlace(document, { file });
  }

  /** A member of this object, if it is there. */
  optional(name: string): JsonPlace | undefined {
    const members = this.#members();
    const value = Object.hasOwn(members, name) ? members[name] : undefined;
    return value === undefined || value === null ? undefined : new JsonPlace(value, { parent: this, step: name });
  }

  required(name: string): JsonPlace {
    return this.optional(name) ?? this.refuse(`has no ${JSON.stringify(name)}`);
  }

  /** The members of this object, in the order of the report. */
  members(): (readonly [name: string, place: JsonPlace])[] {
    return Object.entries(this.#members()).map(([name, value]) => [
      name,
      new JsonPlace(value, { parent: this, step: name }),
    ]);
  }

  items(): JsonPlace[] {
    const value = this.#value;
    if (!isArray(value)) return this.#wrong('a list');
    return value.map((item, index) => new JsonPlace(item, { parent: this, step: index }));
  }

  /** The items of a member that may be missing. */
  itemsOf(name: string): JsonPlace[] {
    return this.optional(name)?.items() ?? [];
  }

  /** What it is, for places where a format allows several things. */
  sort(): 'text' | 'truth' | 'number' | 'list' | 'object' | 'nothing' {
    const value = this.#value;
    if (value === null) return 'nothing';
    if (isArray(value)) return 'list';
    if (typeof value === 'string') return 'text';
    if (typeof value === 'boolean') return 'truth';
    return typeof value === 'number' ? 'number' : 'object';
  }

  text(): string {
    return typeof this.#value === 'string' ? this.#value : this.#wrong('a text');
  }

  /** The text of a member; empty when it is missing. */
  textOf(name: string): string {
    return this.optional(name)?.text() ?? '';
  }

  isTrue(): boolean {
    return typeof this.#value === 'boolean' ? this.#value : this.#wrong('true or false');
  }

  /** A whole number that is not negative. */
  count(): number {
    const value = this.#value;
    return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 ? value : this.#wrong('a count');
  }

  /** A text or number as text: some writers quote their numbers. */
  figure(): string {
    return typeof this.#value === 'number' ? String(this.#value) : this.text();
  }

  /** One of the words that the format knows, as `words` has it for this text. */
  oneOf<Word extends string, Meaning>(words: Readonly<Record<Word, Meaning>>): Meaning {
    const text = this.text();
    return isKeyOf(words, text) ? words[text] : this.#wrong(`one of ${Object.keys(words).join(', ')}`);
  }

  /** @throws Failure `report`, with the file, this place, and what is wrong with it. */
  refuse(what: string): never {
    throw new Failure('report', `${this.#file()}: ${this.#where()} ${what}.`);
  }

  #wrong(expected: string): never {
    const seen = JSON.stringify(this.#value);
    return this.refuse(`is ${seen.length > MAX_SEEN ? `${seen.slice(0, MAX_SEEN)}…` : seen}, not ${expected}`);
  }

  #members(): Readonly<Record<string, Json>> {
    const value = this.#value;
    return typeof value === 'object' && value !== null && !isArray(value) ? value : this.#wrong('an object');
  }

  #file(): string {
    return 'file' in this.#path ? this.#path.file : this.#path.parent.#file();
  }

  #where(): string {
    if ('file' in this.#path) return '$';
    const { parent, step } = this.#path;
    return `${parent.#where()}${pathStep(step)}`;
  }
}

/** One step on the way to a value, as JavaScript writes it: `[2]`, `.runs` or `["security-severity"]`. */
export function pathStep(step: string | number): string {
  if (typeof step === 'number') return `[${step}]`;
  return /^[A-Za-z_]\w{0,60}$/u.test(step) ? `.${step}` : `[${shown(step)}]`;
}

function isArray(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}

function isKeyOf<Word extends string>(words: Readonly<Record<Word, unknown>>, text: string): text is Word {
  return Object.hasOwn(words, text);
}

/** Whether a document is an object with all of these members; for telling formats apart. */
export function hasMembers(document: Json, ...names: readonly string[]): boolean {
  if (typeof document !== 'object' || document === null || isArray(document)) return false;
  return names.every((name) => Object.hasOwn(document, name));
}
