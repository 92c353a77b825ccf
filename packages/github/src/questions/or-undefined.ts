import { GitHubFailure } from '../failure.ts';

/** Undefined in place of the failure that says there is no such thing. */
export async function orUndefined<T>(answer: Promise<T>): Promise<T | undefined> {
  try {
    return await answer;
  } catch (error) {
    if (error instanceof GitHubFailure && error.reason === 'not-found') return undefined;
    throw error;
  }
}
