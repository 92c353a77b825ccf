import { createReader } from './create-reader.ts';
import { Problems } from './problems.ts';
import type { InputDescription, InputReader, InputSource } from './reader.ts';

/**
 * Reads all inputs of an action.
 *
 * @throws Failure `input`, one for all problems, in the order of reading
 */
export function readInputs<I>(define: (read: InputReader) => I, source: InputSource): I {
  const problems = new Problems();
  const inputs = attempt(() => define(createReader({ ...source, problems })), problems);
  if (problems.found || inputs === undefined) {
    throw problems.asFailure();
  }
  return inputs.value;
}

/**
 * Which inputs an action declares, in the order of reading, by reading them with nothing set.
 *
 * @throws Failure `input` when a default is not a value the input itself would accept
 * @throws Error when `define` looks into values of inputs that have a problem
 */
export function describeInputs(define: (read: InputReader) => unknown): readonly InputDescription[] {
  const declared: InputDescription[] = [];
  const unset = new Set<string>();
  const problems = new Problems();
  const declare = (input: InputDescription): void => {
    declared.push(input);
    if (input.required) {
      unset.add(input.name);
    }
  };
  // Rules between inputs say nothing about defaults, so they are not heard here.
  const read = { ...createReader({ env: {}, mask: () => {}, problems, declare }), problem: () => {} };
  if (attempt(() => define(read), problems) === undefined) {
    throw new Error('Reading the inputs stopped at a placeholder: look into values only after read.sound(...)');
  }
  problems.forget(unset);
  if (problems.found) {
    throw problems.asFailure();
  }
  return declared;
}

/** What was thrown after a problem is taken for its consequence: code that met a placeholder instead of a value. */
function attempt<T>(read: () => T, problems: Problems): { readonly value: T } | undefined {
  try {
    return { value: read() };
  } catch (thrown) {
    if (problems.found) {
      return undefined;
    }
    throw thrown;
  }
}
