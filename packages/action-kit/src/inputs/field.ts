import { Failure } from '@plimsoll/outcome';
import { type Problems, shown } from './problems.ts';
import type { InputDescription, InputSource } from './reader.ts';
import type { Form } from './values.ts';

/** What reading takes: where from, where problems go, and who wants to know what was declared. */
export interface ReaderParts extends InputSource {
  readonly problems: Problems;
  readonly declare?: (input: InputDescription) => void;
}

/** How one input is read: `wanted` is what its absence means. */
export interface Field<T> {
  readonly name: string;
  readonly wanted: 'required' | 'optional';
  readonly default: string | undefined;
  readonly secret?: boolean;
  /** Throws `Failure('input')` when the text is not of the form. */
  readonly parse: (text: string) => T;
}

/** The value of one input, or `undefined` when it is not set or has a problem. */
export function readField<T>(parts: ReaderParts, field: Field<T>): T | undefined {
  const { name, secret = false } = field;
  const isRequired = field.wanted === 'required' && field.default === undefined;
  parts.declare?.({ name, required: isRequired, default: field.default, secret });
  parts.problems.reading(name);
  const given = givenText(parts.env, name);
  if (secret && given !== '') {
    parts.mask(given);
  }
  const text = given === '' ? (field.default ?? '') : given;
  if (text === '') {
    return absent(parts.problems, field);
  }
  return parseOrReport(parts.problems, field, text);
}

function absent<T>(problems: Problems, field: Field<T>): T | undefined {
  // A default of nothing is a default: an empty text, an empty list.
  if (field.wanted === 'required' && field.default === '') {
    return parseOrReport(problems, field, '');
  }
  if (field.wanted === 'required') {
    problems.add(
      field.name,
      `required, but not set (add it under "with:"; where it stands there, what it is filled from is empty)`,
    );
  }
  return undefined;
}

function parseOrReport<T>(problems: Problems, field: Field<T>, text: string): T | undefined {
  try {
    return field.parse(text);
  } catch (thrown) {
    if (isInputFailure(thrown)) {
      problems.add(field.name, thrown.message);
      return undefined;
    }
    throw thrown;
  }
}

/** The runner puts inputs into the environment in capitals, spaces as `_`; hyphens stay as they are. */
function givenText(env: InputSource['env'], name: string): string {
  const value = env[`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`] ?? '';
  // Text typed into a browser arrives with CRLF, and neither shells nor keys bear it.
  return value.replaceAll('\r\n', '\n').trim();
}

/** Parses by a form, with an error that shows the value and what is allowed. */
export function ofForm<T>(text: string, form: Form<T>): T {
  const value = form.parse(text);
  if (value === undefined) {
    throw new Failure('input', `${shown(text)} is not ${form.expected}`);
  }
  return value;
}

/** Whether this was thrown by a parser that found its text wrong, as against a fault of the parser. */
export function isInputFailure(thrown: unknown): thrown is Failure {
  return thrown instanceof Failure && thrown.code === 'input';
}
