import type { Comment } from '@plimsoll/github';
import { compareGenerations, type Generation } from './generation.ts';
import { allMarkedComments, isFirstPart, isNewer, type MarkedComment, markedComments } from './own-comments.ts';
import type { CommentPort } from './ports.ts';
import { pagesOf } from './text.ts';
import { create, type WriteRequest, type Written } from './upsert.ts';

/** A new comment each time; earlier ones stay. */
export async function append(request: WriteRequest): Promise<Written> {
  const [comment, ...rest] = await createAll(request);
  return { kind: 'created', comment, pages: rest.length + 1 };
}

async function createAll(request: WriteRequest): Promise<readonly [Comment, ...Comment[]]> {
  const [first, ...rest] = pagesOf(request.text, []);
  const comments: [Comment, ...Comment[]] = [await create(request, first)];
  for (const page of rest) comments.push(await create(request, page));
  return comments;
}

/**
 * A new comment at the end of the conversation; earlier ones go once it is there. Of runs that do so at once the newest stays: each looks again
 * after it has spoken, and takes its own words back when it sees those of a later one. An older run says nothing.
 */
export async function recreate(request: WriteRequest): Promise<Written> {
  const { port, number, text } = request;
  const thread = { port, number, id: text.id };
  const before = await allMarkedComments(thread);
  const newer = before.find((one) => isFirstPart(one) && isNewer(one, text.entry));
  if (newer !== undefined) return { kind: 'superseded', comment: newer };
  const mine = await createAll(request);
  const [comment] = mine;
  const others = [...before, ...(await markedComments(thread))].filter(({ marker }) => marker.nonce !== text.nonce);
  const later = others.find((one) => isFirstPart(one) && isLater(one, { id: comment.id, entry: text.entry }));
  const stale = later === undefined ? others.filter((one) => !isNewer(one, text.entry)) : mine;
  for (const id of new Set(stale.map((one) => one.id))) await port.deleteComment(id);
  return later === undefined
    ? { kind: 'created', comment, pages: mine.length }
    : { kind: 'superseded', comment: later };
}

/** Of a newer run, or of the same one and written later. */
function isLater({ id, marker }: MarkedComment, mine: { readonly id: number; readonly entry: Generation }): boolean {
  return (compareGenerations(marker.entry, mine.entry) || id - mine.id) > 0;
}

export interface CleanUpRequest {
  readonly port: CommentPort;
  readonly number: number;
  readonly id: string;
}

/** How many comments were deleted or folded away, and the first of them. */
export interface CleanedUp {
  readonly count: number;
  readonly comment: { readonly id: number; readonly url: string } | undefined;
}

/** Deletes all comments with this id. */
export async function removeAll({ port, number, id }: CleanUpRequest): Promise<CleanedUp> {
  const found = await allMarkedComments({ port, number, id });
  for (const comment of found) await port.deleteComment(comment.id);
  return { count: found.length, comment: undefined };
}

/** Folds all comments with this id away, as outdated. */
export async function hideAll({ port, number, id }: CleanUpRequest): Promise<CleanedUp> {
  const found = await allMarkedComments({ port, number, id });
  const shown = found.filter(({ isMinimized }) => !isMinimized);
  for (const comment of shown) await port.minimizeComment(comment, 'OUTDATED');
  return { count: shown.length, comment: found.find(isFirstPart) };
}
