import type { Comment, World } from './world.ts';

/** GitHub counts characters, not bytes. */
const LONGEST_COMMENT = 65_536;

/** What GitHub has against the text of a comment, if anything. */
export function textProblem(text: string): string | undefined {
  if (text.trim() === '') return 'Body cannot be blank';
  return Array.from(text).length <= LONGEST_COMMENT
    ? undefined
    : `Body is too long (maximum is ${LONGEST_COMMENT} characters)`;
}

/** Changes what a comment says, and keeps what it said. */
export function editComment({ now }: World, comment: Comment, text: string): void {
  if (comment.edits.length === 0) comment.edits.push({ text: comment.body, at: comment.createdAt });
  comment.body = text;
  comment.updatedAt = now();
  comment.edits.push({ text, at: comment.updatedAt });
}
