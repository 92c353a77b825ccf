import { allMarkedComments, isFirstPart } from './own-comments.ts';
import type { CommentPort } from './ports.ts';
import { pagesOf } from './text.ts';
import { create, type WriteRequest, type Written } from './upsert.ts';

/** A new comment each time; earlier ones stay. */
export async function append(request: WriteRequest): Promise<Written> {
  const [first, ...rest] = pagesOf(request.text, []);
  const comment = await create(request, first);
  for (const page of rest) await create(request, page);
  return { kind: 'created', comment, pages: rest.length + 1 };
}

/** A new comment at the end of the conversation; earlier ones go once it is there. */
export async function recreate(request: WriteRequest): Promise<Written> {
  const { port, number, text } = request;
  const before = await allMarkedComments({ port, number, id: text.id });
  const written = await append(request);
  for (const { id } of before) await port.deleteComment(id);
  return written;
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
