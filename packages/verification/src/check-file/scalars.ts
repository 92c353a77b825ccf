import { choiceForm, durationForm, type Form, integerForm, PERCENTAGE, sizeForm } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import { fillIn } from './fill-in.ts';
import { shown, suggestion } from './problems.ts';
import type { JsonSchema, Reading, Shape, Spot } from './shape.ts';
import { offsetOf, scalarOf } from './yaml-document.ts';

type Scalar = NonNullable<ReturnType<typeof scalarOf>>;

/** A scalar with something in it; anything else is noted as a problem. */
function givenScalar({ node, what }: Spot, { problems }: Reading): Scalar | undefined {
  const scalar = scalarOf(node);
  if (scalar === undefined) problems.add(offsetOf(node), `${what} has to be a single value.`);
  else if (scalar.value === null) problems.add(offsetOf(node), `${what} has no value.`);
  else if (scalar.value === '') problems.add(offsetOf(node), `${what} is empty.`);
  else return scalar;
  return undefined;
}

/** Any text. Numbers and booleans are taken as they are written: the version 1.10 stays 1.10. */
export const TEXT: Shape<string> = {
  schema: { type: ['string', 'number', 'boolean'], minLength: 1 },
  read: (spot, reading) => givenScalar(spot, reading)?.written,
};

/** A text in which `${NAME}` stands for a variable of the environment, whose value is a secret. */
export const FILLED_TEXT: Shape<string> = filledText(() => (value) => value);

/** The same, where values have to be written in some way to stand in a text like this one. */
export function filledText(writerFor: (text: string) => (value: string) => string): Shape<string> {
  return {
    schema: TEXT.schema,
    read: (spot, reading) => {
      const text = TEXT.read(spot, reading);
      if (text === undefined) return undefined;
      const write = writerFor(text);
      const { filled, secrets, problems } = fillIn(text, reading.env, write);
      for (const secret of secrets) reading.secrets.add(secret).add(write(secret));
      for (const problem of problems) reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problem}`);
      return problems.length === 0 ? filled : undefined;
    },
  };
}

export interface PatternRequest<T> {
  /** For editors: what can be said of the form by a pattern; `parse` may be stricter. */
  readonly pattern: RegExp;
  /** Completes "… is not …". */
  readonly expected: string;
  /** Throws Failure('input') that says what is wrong, without the text where it may hold a secret. */
  readonly parse: (text: string) => T;
}

/** A text of a certain form. */
export function patternText<T>({ pattern, expected, parse }: PatternRequest<T>): Shape<T> {
  return {
    schema: { type: 'string', pattern: pattern.source },
    read: (spot, reading) => {
      const scalar = givenScalar(spot, reading);
      if (scalar === undefined) return undefined;
      if (typeof scalar.value !== 'string' || !pattern.test(scalar.value)) {
        reading.problems.add(offsetOf(spot.node), `${spot.what}: ${shown(scalar.written)} is not ${expected}.`);
        return undefined;
      }
      return parsed(parse, { ...spot, text: scalar.value }, reading);
    },
  };
}

/** A text that `parse` has to accept, kept as it is. */
export function checkedText(check: (text: string) => unknown): Shape<string> {
  return {
    schema: TEXT.schema,
    read: (spot, reading) => {
      const text = TEXT.read(spot, reading);
      if (text === undefined) return undefined;
      const keep = (): string => {
        check(text);
        return text;
      };
      return parsed(keep, { ...spot, text }, reading);
    },
  };
}

/** Turns a Failure of a parser into a problem with its line. */
function parsed<T>(
  parse: (text: string) => T,
  spot: Spot & { readonly text: string },
  reading: Reading,
): T | undefined {
  try {
    return parse(spot.text);
  } catch (thrown) {
    if (!(thrown instanceof Failure)) throw thrown;
    reading.problems.add(offsetOf(spot.node), `${spot.what}: ${thrown.message}`);
    return undefined;
  }
}

/** A number or a text of one of the forms that inputs of actions have. */
export function formShape<T>(
  form: Form<T>,
  schema: JsonSchema,
  fits: (value: unknown) => boolean = isNumberOrText,
): Shape<T> {
  return {
    schema,
    read: (spot, reading) => {
      const scalar = givenScalar(spot, reading);
      if (scalar === undefined) return undefined;
      // A number is taken by what it is worth, so that 1e1 and 10 are the same to the reader and to editors.
      const value = fits(scalar.value) ? form.parse(String(scalar.value)) : undefined;
      if (value === undefined) {
        reading.problems.add(offsetOf(spot.node), `${spot.what}: ${shown(scalar.written)} is not ${form.expected}.`);
      }
      return value;
    },
  };
}

function isNumberOrText(value: unknown): boolean {
  return typeof value === 'number' || typeof value === 'string';
}

/** A whole number, both bounds inclusive; a text of digits is none. */
export function integer(range: { readonly min: number; readonly max: number }): Shape<number> {
  const schema = { type: 'integer', minimum: range.min, maximum: range.max };
  return formShape(integerForm(range), schema, (value) => typeof value === 'number');
}

/** Milliseconds. */
export function duration(range: { readonly min: number; readonly max?: number }): Shape<number> {
  const digits = range.min > 0 ? '0*[1-9]\\d*' : '\\d+';
  return formShape(durationForm(range), { type: 'string', pattern: `^${digits} ?(ms|s|m|h)$` });
}

/** Bytes. */
export function size(range: { readonly min: number; readonly max: number }): Shape<number> {
  return formShape(sizeForm(range), { type: 'string', pattern: '^0*[1-9]\\d* ?(B|[kKMGT]i?B)$' });
}

/** A rate from 0 to 1, written as a percentage; bounds are percentages, the upper one exclusive where told. */
export function percentage(range: {
  readonly min: number;
  readonly max: number;
  readonly below?: true;
}): Shape<number> {
  const { min, max, below } = range;
  const isInside = (value: number): boolean => value >= min && (below === true ? value < max : value <= max);
  const form: Form<number> = {
    expected: `a percentage from ${min} to ${below === true ? 'below ' : ''}${max}, such as 95 or 0.5%`,
    parse: (text) => {
      const value = PERCENTAGE.parse(text);
      return value !== undefined && isInside(value) ? value / 100 : undefined;
    },
  };
  const asNumber = { type: 'number', minimum: min, ...(below === true ? { exclusiveMaximum: max } : { maximum: max }) };
  return formShape(form, { anyOf: [asNumber, { type: 'string', pattern: '^\\d{1,3}(\\.\\d+)? ?%?$' }] });
}

/** `4 of 5`, of at most `max`. */
export function outOf({ max }: { readonly max: number }): Shape<{ readonly pass: number; readonly of: number }> {
  const form = {
    expected: `so many of at most ${max}, such as 4 of 5`,
    parse: (text: string) => {
      const [pass = 0, of = 0] = text.split(' of ').map(Number);
      return OUT_OF.test(text) && pass <= of && of <= max ? { pass, of } : undefined;
    },
  };
  return formShape(form, { type: 'string', pattern: OUT_OF.source });
}

const OUT_OF = /^[1-9]\d{0,3} of [1-9]\d{0,3}$/u;

/** One word of a table. */
export function choice<V extends string>(values: readonly V[]): Shape<V> {
  const form = choiceForm(values);
  return {
    schema: { enum: values },
    read: (spot, reading) => {
      const scalar = givenScalar(spot, reading);
      if (scalar === undefined) return undefined;
      const value = typeof scalar.value === 'string' ? form.parse(scalar.value) : undefined;
      if (value === undefined) {
        const problem = `${shown(scalar.written)} is not ${form.expected}.${suggestion(scalar.written, values)}`;
        reading.problems.add(offsetOf(spot.node), `${spot.what}: ${problem}`);
      }
      return value;
    },
  };
}

/** A key that is there or not, written as `true`. */
export const PRESENT: Shape<true> = {
  schema: { const: true },
  read: (spot, reading) => {
    const scalar = givenScalar(spot, reading);
    if (scalar === undefined) return undefined;
    if (scalar.value === true) return true;
    reading.problems.add(
      offsetOf(spot.node),
      `${spot.what}: ${shown(scalar.written)} is not true, which is all it can be.`,
    );
    return undefined;
  },
};
