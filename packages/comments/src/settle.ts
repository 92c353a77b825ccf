import { GitHubFailure, type OwnComment } from '@plimsoll/github';
import { compareGenerations } from './generation.ts';
import { type Marker, readMarker } from './marker.ts';
import type { CommentPort } from './ports.ts';

/** What stands in a comment when everybody who wrote to it has looked again. */
export type Settled =
  | {
      readonly kind: 'settled';
      readonly marker: Marker;
      /** Of every text it has had that GitHub still knows, oldest first, the one above among them. */
      readonly history: readonly Marker[];
    }
  /** Somebody deleted it meanwhile. */
  | { readonly kind: 'gone' };

export interface SettleRequest {
  readonly port: Pick<CommentPort, 'commentEdits' | 'updateComment'>;
  readonly comment: Pick<OwnComment, 'id' | 'nodeId'>;
  readonly id: string;
}

/** Each turn means that another run wrote between our two calls; so many of them in a row do not happen. */
const MOST_TURNS = 50;

/**
 * Makes sure, after a write, that the newest run's text stands in the comment. GitHub has no update with a condition, so an older run whose update
 * arrives late overwrites a newer one. But it keeps every text a comment has had: whoever wrote last reads them, and puts the newest run's text
 * back when it is not the last one. The last write of all is followed by such a look, and so is that of the newest run.
 *
 * @throws GitHubFailure, `conflict` when older runs do not stop writing
 */
export async function settle({ port, comment, id }: SettleRequest): Promise<Settled> {
  for (let turn = 0; turn < MOST_TURNS; turn += 1) {
    const texts = await port.commentEdits(comment);
    if (texts === undefined) return { kind: 'gone' };
    const versions = texts.flatMap((body) => {
      const marker = readMarker(body);
      return marker?.id === id ? [{ body, marker }] : [];
    });
    const last = versions.at(-1);
    const newest = firstOfEach(versions).reduce<typeof last>(laterOf, undefined);
    if (last === undefined || newest === undefined) return { kind: 'gone' };
    if (last.marker.nonce === newest.marker.nonce)
      return { kind: 'settled', marker: last.marker, history: versions.map(({ marker }) => marker) };
    const updated = await port.updateComment({ id: comment.id, body: newest.body });
    if (updated.kind === 'gone') return updated;
  }
  throw new GitHubFailure(
    'conflict',
    `Comment ${comment.id} was overwritten by older runs ${MOST_TURNS} times in a row. Run this step again when they are done.`,
  );
}

type Version = { readonly body: string; readonly marker: Marker };

/** Each text where it was first written: putting one back makes it no later, so that everybody who looks comes to the same end. */
function firstOfEach(versions: readonly Version[]): readonly Version[] {
  const seen = new Set<string>();
  return versions.filter(({ marker: { nonce } }) => !seen.has(nonce) && seen.add(nonce));
}

/** The later one of two within one attempt of a run is the one that was written later. */
function laterOf(best: Version | undefined, version: Version): Version {
  return best === undefined || compareGenerations(version.marker.entry, best.marker.entry) >= 0 ? version : best;
}
