import { Failure } from '@plimsoll/outcome';

/** The Failure that this throws or rejects with. Throws when it does anything else. */
export async function failureOf(act: () => unknown): Promise<Failure> {
  let value: unknown;
  try {
    value = await act();
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error(`A failure was expected, not ${JSON.stringify(value)}`);
}
