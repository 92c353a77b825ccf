import { type Comment, GitHubFailure } from '@plimsoll/github';
import { earlierAfter, markerLine } from './marker.ts';
import { isFirstPart, isNewer, type MarkedComment, markedComments } from './own-comments.ts';
import type { CommentPort } from './ports.ts';
import { settle } from './settle.ts';
import { type CommentText, pagesOf } from './text.ts';

export interface WriteRequest {
  readonly port: CommentPort;
  readonly number: number;
  readonly text: CommentText;
}

/** What became of a text. */
export type Written =
  | {
      readonly kind: 'created' | 'updated' | 'unchanged';
      readonly comment: Pick<Comment, 'id' | 'url'>;
      readonly pages: number;
    }
  /** A newer run has spoken already: nothing of this one stays. */
  | { readonly kind: 'superseded'; readonly comment: Pick<Comment, 'id' | 'url'> };

/** Somebody who deletes the comment each time it is written. */
const MOST_TRIES = 5;

/**
 * Leaves exactly one comment with this id, that of the newest run, in three calls where it is there already: read, update, look again.
 * The oldest comment stays, so that it keeps its place in the conversation; twins of a race go.
 */
export async function upsert(request: WriteRequest): Promise<Written> {
  for (let tries = 0; tries < MOST_TRIES; tries += 1) {
    const written = await attempt(request);
    if (written !== 'again') return written;
  }
  throw new GitHubFailure('conflict', `Somebody deletes the comment '${request.text.id}' as soon as it is written.`);
}

async function attempt(request: WriteRequest): Promise<Written | 'again'> {
  const found = await markedComments(threadOf(request));
  const kept = found.find(isFirstPart);
  if (kept === undefined) return createFirst(request, found);
  if (isNewer(kept, request.text.entry)) return supersededBy(request, kept, found);
  return replace(request, kept, found);
}

function threadOf({ port, number, text }: WriteRequest): Parameters<typeof markedComments>[0] {
  return { port, number, id: text.id };
}

/** Nothing is there: creates a comment, and looks whether others did the same at that moment. */
async function createFirst(request: WriteRequest, found: readonly MarkedComment[]): Promise<Written | 'again'> {
  const pages = pagesOf(request.text, []);
  await continueWith(request, pages, found);
  const mine = await create(request, pages[0]);
  const now = await markedComments(threadOf(request));
  const kept = now.find(isFirstPart);
  if (kept === undefined) return 'again';
  if (kept.id === mine.id) {
    await clear(request, [...found, ...now], kept);
    return { kind: 'created', comment: mine, pages: pages.length };
  }
  // A twin was there a moment earlier. It stays, with the text of whoever is the newer one.
  if (isNewer(kept, request.text.entry)) return supersededBy(request, kept, now);
  return replace(request, kept, now);
}

async function replace(
  request: WriteRequest,
  kept: MarkedComment,
  found: readonly MarkedComment[],
): Promise<Written | 'again'> {
  const { port, text } = request;
  const pages = pagesOf(text, earlierAfter(kept.marker, text.entry));
  if (kept.isMinimized) await port.unminimizeComment(kept);
  if (pages.length === 1 && isSame(kept, pages[0], text)) {
    await clear(request, found, kept);
    return { kind: 'unchanged', comment: kept, pages: 1 };
  }
  await continueWith(request, pages, found);
  if ((await port.updateComment({ id: kept.id, body: pages[0] })).kind === 'gone') return 'again';
  const settled = await settle({ port, comment: kept, id: text.id });
  if (settled.kind === 'gone') return 'again';
  if (isNewer(settled, text.entry)) return supersededBy(request, kept, await markedComments(threadOf(request)));
  await clear(request, found, kept);
  return { kind: 'updated', comment: kept, pages: pages.length };
}

/** Two attempts to write the same differ in what they are told apart by, and in their time. */
function isSame(kept: MarkedComment, fresh: string, { nonce, entry }: CommentText): boolean {
  const alike = { ...kept.marker, nonce, entry: { ...kept.marker.entry, at: entry.at } };
  const [, ...said] = kept.body.replaceAll('\r\n', '\n').split('\n');
  return [markerLine(alike), ...said].join('\n').trimEnd() === fresh.trimEnd();
}

/** A newer run has spoken: whatever this run created goes again. */
async function supersededBy(
  request: WriteRequest,
  kept: MarkedComment,
  found: readonly MarkedComment[],
): Promise<Written> {
  const { port, text } = request;
  const own = found.filter(({ id, marker }) => id !== kept.id && marker.nonce === text.nonce);
  for (const { id } of own) await port.deleteComment(id);
  return { kind: 'superseded', comment: kept };
}

/** Removes twins and continuations of older texts. Those of newer runs are looked after by these. */
async function clear(
  { port, text }: WriteRequest,
  found: readonly MarkedComment[],
  kept: MarkedComment,
): Promise<void> {
  const old = found.filter((one) => one.id !== kept.id && !isNewer(one, text.entry));
  const stale = old.filter((one) => !isPageOf(one, text)).map((one) => one.id);
  for (const id of new Set(stale)) await port.deleteComment(id);
}

/** The comments that continue the first one are there before it speaks of them, once for all tries. */
async function continueWith(
  request: WriteRequest,
  pages: readonly string[],
  found: readonly MarkedComment[],
): Promise<void> {
  if (found.some((one) => isPageOf(one, request.text))) return;
  for (const page of pages.slice(1)) await create(request, page);
}

function isPageOf({ marker }: MarkedComment, { nonce }: CommentText): boolean {
  return marker.nonce === nonce && marker.part > 1;
}

/** Creates a comment once, also when the answer to the first try was lost. */
export async function create({ port, number, text }: WriteRequest, body: string): Promise<Comment> {
  const created = await port.createComment({ number, body });
  if (created.kind === 'created') return created.comment;
  const found = await markedComments({ port, number, id: text.id });
  const there = found.find((one) => one.body.startsWith(body.split('\n', 1)[0] ?? body));
  if (there !== undefined) return there;
  const again = await port.createComment({ number, body });
  if (again.kind === 'created') return again.comment;
  throw again.failure;
}
