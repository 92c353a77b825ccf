import { Failure } from '@plimsoll/outcome';

/** The Failure that a function throws or a promise rejects with; anything else fails the test. */
export async function failureOf(work: (() => unknown) | Promise<unknown>): Promise<Failure> {
  try {
    await (typeof work === 'function' ? work() : work);
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error('It did not fail.');
}
