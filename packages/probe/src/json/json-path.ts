import { Failure, type Json } from '@plimsoll/outcome';
import { readJsonPrefix } from './read-json.ts';

/** Steps from the root: names of members and, from 0, numbers of items; -1 is the last item. */
export type JsonPath = readonly (string | number)[];

const NAME = /^\.([A-Za-z_][\w-]*)/u;
const INDEX = /^\.?\[(-?[0-9]{1,9})\]/u;
const SHAPE = 'write it as .a.b[0] or .["a b"]';

/**
 * Reads a path from the start of a text: `.` is the whole, `.a`, `.["any name"]`, `[0]`.
 *
 * @throws Failure('input') when there is none.
 */
export function readPath(text: string): { readonly path: JsonPath; readonly rest: string } {
  if (!text.startsWith('.')) throw new Failure('input', `${JSON.stringify(text)} has no path; ${SHAPE}.`);
  const path: (string | number)[] = [];
  let rest = text;
  for (let step = readStep(rest); step !== undefined; step = readStep(rest)) {
    path.push(step.step);
    rest = step.rest;
  }
  return { path, rest: path.length === 0 ? rest.slice(1) : rest };
}

/** @throws Failure('input') when the whole text is not one path. */
export function parsePath(text: string): JsonPath {
  const { path, rest } = readPath(text.trim());
  if (rest !== '') throw new Failure('input', `${JSON.stringify(text)} is no path; ${SHAPE}.`);
  return path;
}

export function formatPath(path: JsonPath): string {
  const steps = path.map((step) => {
    if (typeof step === 'number') return `[${step}]`;
    return /^[A-Za-z_][\w-]*$/u.test(step) ? `.${step}` : `[${JSON.stringify(step)}]`;
  });
  const text = steps.join('');
  return text.startsWith('.') ? text : `.${text}`;
}

/** The value at a path; undefined where there is nothing. */
export function valueAt(path: JsonPath, root: Json): Json | undefined {
  return path.reduce<Json | undefined>((value, step) => (value === undefined ? undefined : member(value, step)), root);
}

function member(value: Json, step: string | number): Json | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (isList(value)) return typeof step === 'number' ? value.at(step) : undefined;
  // Nothing that objects inherit is a member of the answer.
  return typeof step === 'string' && Object.hasOwn(value, step) ? value[step] : undefined;
}

function isList(value: object): value is readonly Json[] {
  return Array.isArray(value);
}

function readStep(text: string): { readonly step: string | number; readonly rest: string } | undefined {
  const named = NAME.exec(text);
  if (named !== null) return { step: named[1] ?? '', rest: text.slice(named[0].length) };
  const index = INDEX.exec(text);
  if (index !== null) return { step: Number(index[1]) + 0, rest: text.slice(index[0].length) };
  return readQuotedStep(text);
}

function readQuotedStep(text: string): { readonly step: string; readonly rest: string } | undefined {
  const bracket = /^\.?\[(?=")/u.exec(text);
  if (bracket === null) return undefined;
  const quoted = readJsonPrefix(text.slice(bracket[0].length));
  if (quoted === undefined || typeof quoted.value !== 'string' || !quoted.rest.startsWith(']')) return undefined;
  return { step: quoted.value, rest: quoted.rest.slice(1) };
}
