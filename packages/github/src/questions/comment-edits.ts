import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { GitHub } from '../github.ts';

const QUERY =
  'query CommentEdits($id: ID!) { node(id: $id) { ... on IssueComment { body userContentEdits(first: 100) { nodes { diff editedAt } } } } }';

export function commentEditsQuestion({ client }: Asking): GitHub['commentEdits'] {
  return async ({ nodeId }) => {
    const data = await client.graphql({
      query: QUERY,
      variables: { id: nodeId },
      purpose: { what: 'read the edits of a comment', needs: ['pull-requests: read'] },
    });
    return data.at('node').maybe(readTexts);
  };
}

/** `diff` is called so, and holds the whole text. An edit that GitHub does not list yet is still what the comment says. */
function readTexts(comment: Answer): string[] {
  const body = comment.at('body').text();
  const edits = comment.at('userContentEdits').maybe((all) => all.nodes()) ?? [];
  // GitHub lists the newest first, and tells times to the second: of two edits in one second, the list knows which was first.
  const oldestFirst = edits.toReversed().toSorted((a, b) => editedAt(a) - editedAt(b));
  const texts = oldestFirst.flatMap((edit) => edit.at('diff').maybe((diff) => diff.text()) ?? []);
  return texts.at(-1) === body ? texts : [...texts, body];
}

function editedAt(edit: Answer): number {
  return Date.parse(edit.at('editedAt').text());
}
