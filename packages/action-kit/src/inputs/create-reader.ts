import { type Field, ofForm, type ReaderParts, readField } from './field.ts';
import { listField, parseEntries } from './lists.ts';
import type { InputReader, WithCount } from './reader.ts';
import { BOOLEAN, choiceForm, durationForm, type Form, integerForm, listEntries, PERCENTAGE } from './values.ts';

/** What `action.yml` has as default; the runner puts the token in its place. */
const JOB_TOKEN = '${{ github.token }}';

/** A reader over an environment as the runner sets it up. */
export function createReader(parts: ReaderParts): InputReader {
  const { problems } = parts;
  const read = <T>(field: Field<T>): T | undefined => readField(parts, field);
  const required = <T>(name: string, form: Form<T>, fallback: string | undefined): T | undefined =>
    read({ name, wanted: 'required', default: fallback, parse: (text) => ofForm(text, form) });
  const optional = <T>(name: string, form: Form<T>): T | undefined =>
    read({ name, wanted: 'optional', default: undefined, parse: (text) => ofForm(text, form) });
  const list = <T>(name: string, parse: (line: string) => T, options: WithCount = {}): readonly T[] =>
    read({ name, ...listField(options), parse: (text) => parseEntries(text, parse, options.atLeast ?? 0) }) ?? [];

  return {
    text: (name, options) => read({ name, wanted: 'required', default: options?.default, parse: same }) ?? '',
    optionalText: (name) => read({ name, wanted: 'optional', default: undefined, parse: same }),
    secret: (name) => read({ name, wanted: 'required', default: undefined, secret: true, parse: same }) ?? '',
    optionalSecret: (name) => read({ name, wanted: 'optional', default: undefined, secret: true, parse: same }),
    jobToken: (name) =>
      read({ name, wanted: 'required', default: JOB_TOKEN, secret: true, parse: withoutPlaceholder }) ?? '',
    secretLines: (name, secretParts = () => []) =>
      read({
        name,
        wanted: 'optional',
        default: undefined,
        secret: true,
        parse: maskedLines(parts.mask, secretParts),
      }) ?? [],
    lines: (name, options) => list(name, same, options),
    parsedLines: list,
    boolean: (name, options) => required(name, BOOLEAN, options?.default) ?? false,
    integer: (name, options) => required(name, integerForm(options), options.default) ?? options.min,
    optionalInteger: (name, options) => optional(name, integerForm(options)),
    duration: (name, options) => required(name, durationForm(options), options?.default) ?? options?.min ?? 0,
    optionalDuration: (name, options) => optional(name, durationForm(options)),
    optionalPercentage: (name) => optional(name, PERCENTAGE),
    choice: (name, values, options) => required(name, choiceForm(values), options?.default) ?? values[0],
    optionalChoice: (name, values) => optional(name, choiceForm(values)),
    parsed: (name, parse, options) =>
      orPlaceholder(read({ name, wanted: 'required', default: options?.default, parse: boxed(parse) })),
    optionalParsed: (name, parse) => read({ name, wanted: 'optional', default: undefined, parse }),
    problem: (name, message) => problems.add(name, message),
    sound: (...names) => !names.some((name) => problems.includes(name)),
  };
}

/** The lines of a text, each masked with its parts before anybody sees it. */
function maskedLines(
  mask: (secret: string) => void,
  partsOf: (line: string) => readonly string[],
): (text: string) => readonly string[] {
  return (text) => {
    const lines = listEntries(text);
    for (const secret of new Set(lines.flatMap((line) => [line, ...partsOf(line)]))) {
      mask(secret);
    }
    return lines;
  };
}

function withoutPlaceholder(text: string): string {
  return text === JOB_TOKEN ? '' : text;
}

function same(text: string): string {
  return text;
}

interface Box<T> {
  readonly value: T;
}

/** Keeps a parsed value apart from "nothing was parsed", whatever the value is. */
function boxed<T>(parse: (text: string) => T): (text: string) => Box<T> {
  return (text) => ({ value: parse(text) });
}

/** Without a box there is a problem, and then `readInputs` throws: the placeholder never leaves this package. */
function orPlaceholder<T>(box: Box<T> | undefined): T {
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- nobody can make a T from nothing; see above
  return box === undefined ? (undefined as T) : box.value;
}
