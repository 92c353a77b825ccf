import type { Answer } from '../answer.ts';
import type { StandingReview } from '../approvals.ts';
import { ACTOR_FIELDS, readActor } from '../read-person.ts';

/** Asks for what `standingReviews` reads, of a review. */
export const REVIEW_FIELDS: string = `author ${ACTOR_FIELDS} state submittedAt authorCanPushToRepository commit { oid }`;

/**
 * The last word of everybody, told apart by id, in the order they spoke. Comments and drafts say nothing; a dismissed review takes back what its
 * author said before, and so does any state that GitHub adds later.
 */
export function standingReviews(reviews: readonly Answer[], headSha: string): StandingReview[] {
  const byPerson = new Map<number, StandingReview>();
  const words = reviews.flatMap((review) => readReview(review, headSha) ?? []);
  for (const word of words.toSorted((a, b) => Date.parse(a.submittedAt) - Date.parse(b.submittedAt))) {
    byPerson.delete(word.user.id);
    byPerson.set(word.user.id, word);
  }
  return [...byPerson.values()];
}

function readReview(review: Answer, headSha: string): StandingReview | undefined {
  const state = review.at('state').text();
  const user = review.at('author').maybe(readActor);
  if (user === undefined || state === 'COMMENTED' || state === 'PENDING') return undefined;
  const commit = review.at('commit').maybe((one) => one.at('oid').text());
  return {
    user,
    state: STATES.get(state) ?? 'dismissed',
    commit,
    onHead: commit === headSha,
    canPush: review.at('authorCanPushToRepository').flag(),
    submittedAt: review.at('submittedAt').text(),
  };
}

const STATES: ReadonlyMap<string, StandingReview['state']> = new Map([
  ['APPROVED', 'approved'],
  ['CHANGES_REQUESTED', 'changes-requested'],
]);
