import { type Comment, GitHubFailure } from '@plimsoll/github';
import { compareGenerations } from './generation.ts';
import { earlierAfter, type Marker, markerLine } from './marker.ts';
import { isFirstPart, isNewer, type MarkedComment, markedComments } from './own-comments.ts';
import type { CommentPort } from './ports.ts';
import { type Settled, settle } from './settle.ts';
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
  if (isBy(kept, request.text)) {
    await clear(request, { found: [...found, ...now], kept, live: kept.marker, passed: [] });
    return { kind: 'created', comment: mine, pages: pages.length };
  }
  if (isNewer(kept, request.text.entry)) return supersededBy(request, kept, now);
  // Mine already holds the words of another job of this run, which spoke later.
  if (kept.id === mine.id && isSibling(kept, request.text)) return supersededBy(request, kept, now);
  // A twin was there a moment earlier. It stays, with the text of whoever is the newer one.
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
    await clear(request, { found, kept, live: kept.marker, passed: [] });
    return { kind: 'unchanged', comment: kept, pages: 1 };
  }
  await continueWith(request, pages, found);
  if ((await port.updateComment({ id: kept.id, body: pages[0] })).kind === 'gone') return 'again';
  const settled = await settle({ port, comment: kept, id: text.id });
  if (settled.kind === 'gone') return 'again';
  if (isNewer(settled, text.entry)) return supersededBy(request, kept, await markedComments(threadOf(request)));
  return tidied(request, { found, kept, pages: pages.length, settled });
}

interface Update {
  readonly found: readonly MarkedComment[];
  readonly kept: MarkedComment;
  readonly pages: number;
  readonly settled: Extract<Settled, { kind: 'settled' }>;
}

/** After the last word of this run was spoken, by this job or by another one that was later still. */
async function tidied(request: WriteRequest, { found, kept, pages, settled }: Update): Promise<Written> {
  const live = settled.marker;
  const passed = passedSince(kept.marker, settled.history).filter(({ nonce }) => nonce !== live.nonce);
  const isUnseen = passed.some((one) => one.pages > 1 && !found.some(({ marker }) => marker.nonce === one.nonce));
  const seen = isUnseen ? await markedComments(threadOf(request)) : found;
  await clear(request, { found: seen, kept, live, passed });
  const isMine = pages === 1 || live.nonce === request.text.nonce;
  return isMine ? { kind: 'updated', comment: kept, pages } : { kind: 'superseded', comment: kept };
}

/** What others wrote between our look and our update, and what stood there at that look: nobody needs their pages any more. */
function passedSince(seen: Marker, history: readonly Marker[]): readonly Marker[] {
  const from = history.findLastIndex(({ nonce }) => nonce === seen.nonce);
  return [seen, ...history.slice(from + 1)];
}

function isBy({ marker }: Pick<MarkedComment, 'marker'>, { nonce }: CommentText): boolean {
  return marker.nonce === nonce;
}

/** Whether another job of the same attempt of the same run wrote it. */
function isSibling({ marker }: Pick<MarkedComment, 'marker'>, { nonce, entry }: CommentText): boolean {
  return marker.nonce !== nonce && compareGenerations(marker.entry, entry) === 0;
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

interface Remains {
  readonly found: readonly MarkedComment[];
  readonly kept: MarkedComment;
  /** Of the text that stands in the comment. */
  readonly live: Marker;
  /** Of texts that are known to be replaced. */
  readonly passed: readonly Marker[];
}

/**
 * Removes twins and continuations of older texts. Those of newer runs are looked after by these, and another job of the same run may be about to
 * write the text that its pages continue.
 */
async function clear({ port, text }: WriteRequest, { found, kept, live, passed }: Remains): Promise<void> {
  const isNeeded = (one: MarkedComment): boolean =>
    isSibling(one, text) && !isFirstPart(one) && !passed.some(({ nonce }) => nonce === one.marker.nonce);
  const old = found.filter((one) => one.id !== kept.id && !isNewer(one, text.entry));
  const stale = old.filter((one) => !isPageOf(one, live) && !isNeeded(one)).map((one) => one.id);
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

function isPageOf({ marker }: MarkedComment, { nonce }: Pick<Marker, 'nonce'>): boolean {
  return marker.nonce === nonce && marker.part > 1;
}

/** Creates a comment once, also when answers to it are lost: after each of these it is looked for. */
export async function create(request: WriteRequest, body: string): Promise<Comment> {
  const { port, number } = request;
  for (let tries = 1; ; tries += 1) {
    const created = await port.createComment({ number, body });
    if (created.kind === 'created') return created.comment;
    const found = await markedComments(threadOf(request));
    const there = found.find((one) => one.body.startsWith(body.split('\n', 1)[0] ?? body));
    if (there !== undefined) return there;
    if (tries === MOST_CREATIONS) throw created.failure;
  }
}

const MOST_CREATIONS = 2;
