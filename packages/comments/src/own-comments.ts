import { GitHubFailure, type OwnComment } from '@plimsoll/github';
import { compareGenerations, type Generation } from './generation.ts';
import { type Marker, readMarker } from './marker.ts';
import type { CommentPort } from './ports.ts';

/** A comment that this token's account wrote, with our marker. */
export interface MarkedComment extends OwnComment {
  readonly marker: Marker;
}

/** Where comments are looked for. */
export interface Thread {
  readonly port: Pick<CommentPort, 'ownComments'>;
  readonly number: number;
  readonly id: string;
}

/** Our comments with this id, oldest first. When the edges of a long conversation hold none, or not all pages of it, all of it is read. */
export async function markedComments({ port, number, id }: Thread): Promise<readonly MarkedComment[]> {
  const edges = await read(port, { number, reach: 'edges' });
  const found = marked(edges.comments, id);
  if (edges.complete || isWhole(found)) return found;
  return marked((await read(port, { number, reach: 'all' })).comments, id);
}

/** Every one of them, to the last. */
export async function allMarkedComments({ port, number, id }: Thread): Promise<readonly MarkedComment[]> {
  return marked((await read(port, { number, reach: 'all' })).comments, id);
}

/** Whether the oldest text is there with every page it goes on in. */
function isWhole(found: readonly MarkedComment[]): boolean {
  const first = found.find(isFirstPart);
  const pages = found.filter(({ marker }) => marker.nonce === first?.marker.nonce);
  return first !== undefined && pages.length >= first.marker.pages;
}

export function isFirstPart({ marker }: MarkedComment): boolean {
  return marker.part === 1;
}

/** Whether a newer run than this wrote it. */
export function isNewer({ marker }: Pick<MarkedComment, 'marker'>, mine: Generation): boolean {
  return compareGenerations(marker.entry, mine) > 0;
}

async function read(
  port: Pick<CommentPort, 'ownComments'>,
  question: Parameters<CommentPort['ownComments']>[0],
): Promise<NonNullable<Awaited<ReturnType<CommentPort['ownComments']>>>> {
  const own = await port.ownComments(question);
  if (own !== undefined) return own;
  throw new GitHubFailure(
    'not-found',
    `There is no pull request #${question.number} in this repository that the token can see. Check \`number\`.`,
  );
}

function marked(comments: readonly OwnComment[], id: string): readonly MarkedComment[] {
  return comments.flatMap((comment) => {
    const marker = readMarker(comment.body);
    return marker?.id === id ? [{ ...comment, marker }] : [];
  });
}
