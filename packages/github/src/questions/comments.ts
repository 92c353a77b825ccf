import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Comment, CreatedComment, UpdatedComment } from '../comments.ts';
import { GitHubFailure } from '../failure.ts';
import type { GitHub } from '../github.ts';
import { commentEditsQuestion } from './comment-edits.ts';
import { orUndefined } from './or-undefined.ts';
import { ownCommentsQuestion } from './own-comments.ts';

type CommentQuestions = Pick<
  GitHub,
  | 'ownComments'
  | 'createComment'
  | 'updateComment'
  | 'deleteComment'
  | 'comment'
  | 'commentEdits'
  | 'minimizeComment'
  | 'unminimizeComment'
>;

const WRITE = ['pull-requests: write'];
const ONE_COMMENT = '/repos/{owner}/{repo}/issues/comments/{comment_id}';

export function commentQuestions(asking: Asking): CommentQuestions {
  return {
    ownComments: ownCommentsQuestion(asking),
    createComment: (comment) => createComment(asking, comment),
    updateComment: (comment) => updateComment(asking, comment),
    deleteComment: (id) => deleteComment(asking, id),
    comment: (id) => readOneComment(asking, id),
    commentEdits: commentEditsQuestion(asking),
    minimizeComment: ({ nodeId }, reason) => fold(asking, MINIMIZE, { id: nodeId, reason }),
    unminimizeComment: ({ nodeId }) => fold(asking, UNMINIMIZE, { id: nodeId }),
  };
}

async function createComment(
  { client, repository }: Asking,
  { number, body }: { readonly number: number; readonly body: string },
): Promise<CreatedComment> {
  try {
    const answer = await client.rest({
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      parameters: { ...repository, issue_number: number, body },
      purpose: { what: `comment on pull request #${number}`, needs: WRITE },
      repeatable: 'once',
    });
    return { kind: 'created', comment: readComment(answer) };
  } catch (error) {
    if (error instanceof GitHubFailure && isUnsure(error)) return { kind: 'unsure', failure: error };
    throw error;
  }
}

/** An answer that cannot be read may well be the one to a comment that is there. */
function isUnsure({ mayHaveHappened, reason }: GitHubFailure): boolean {
  return mayHaveHappened || reason === 'unreadable';
}

async function updateComment(
  { client, repository }: Asking,
  { id, body }: { readonly id: number; readonly body: string },
): Promise<UpdatedComment> {
  const answer = await orUndefined(
    client.rest({
      route: `PATCH ${ONE_COMMENT}`,
      parameters: { ...repository, comment_id: id, body },
      purpose: { what: `update comment ${id}`, needs: WRITE },
    }),
  );
  return answer === undefined ? { kind: 'gone' } : { kind: 'updated', comment: readComment(answer) };
}

async function deleteComment({ client, repository }: Asking, id: number): Promise<void> {
  await orUndefined(
    client.rest({
      route: `DELETE ${ONE_COMMENT}`,
      parameters: { ...repository, comment_id: id },
      purpose: { what: `delete comment ${id}`, needs: WRITE },
    }),
  );
}

async function readOneComment({ client, repository }: Asking, id: number): Promise<Comment | undefined> {
  const answer = await orUndefined(
    client.rest({
      route: `GET ${ONE_COMMENT}`,
      parameters: { ...repository, comment_id: id },
      purpose: { what: `read comment ${id}`, needs: ['pull-requests: read'] },
    }),
  );
  return answer === undefined ? undefined : readComment(answer);
}

const MINIMIZE =
  'mutation Minimize($id: ID!, $reason: ReportedContentClassifiers!) { minimizeComment(input: { subjectId: $id, classifier: $reason }) { minimizedComment { isMinimized } } }';

const UNMINIMIZE =
  'mutation Unminimize($id: ID!) { unminimizeComment(input: { subjectId: $id }) { unminimizedComment { isMinimized } } }';

/** Folding what is folded does nothing, so it may be sent again. */
async function fold({ client }: Asking, query: string, variables: Readonly<Record<string, string>>): Promise<void> {
  await client.graphql({ query, variables, purpose: { what: 'fold a comment', needs: WRITE } });
}

function readComment(comment: Answer): Comment {
  return {
    id: comment.at('id').whole(),
    nodeId: comment.at('node_id').text(),
    body: comment.at('body').maybe((body) => body.text()) ?? '',
    url: comment.at('html_url').text(),
    createdAt: comment.at('created_at').text(),
    updatedAt: comment.at('updated_at').text(),
  };
}
