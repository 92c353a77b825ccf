import { GitHubFailure } from '@plimsoll/github';
import { findPullRequest, type PullRequestWish } from './find-pull-request.ts';
import { append, hideAll, recreate, removeAll } from './modes.ts';
import type { CommentPort, PullRequestPort } from './ports.ts';
import type { CommentText } from './text.ts';
import { upsert, type Written } from './upsert.ts';

export const MODES = ['upsert', 'append', 'recreate', 'hide', 'delete'] as const;
export type Mode = (typeof MODES)[number];

export interface SpeakRequest {
  readonly port: CommentPort & PullRequestPort;
  readonly wish: PullRequestWish;
  readonly mode: Mode;
  readonly text: CommentText;
}

/** What was done, and what could not be. */
export type Spoken =
  | { readonly kind: 'written'; readonly number: number; readonly written: Written }
  | {
      readonly kind: 'hidden' | 'deleted';
      readonly number: number;
      readonly count: number;
      readonly comment: { readonly id: number; readonly url: string } | undefined;
    }
  /** No pull request belongs to this run or commit. */
  | { readonly kind: 'nowhere' }
  /** The token may not: as in the run of a pull request from a fork. */
  | { readonly kind: 'forbidden'; readonly number: number | undefined; readonly failure: GitHubFailure };

/** Finds the pull request and says, hides or deletes what is wanted. @throws GitHubFailure for everything but a missing permission */
export async function speak({ port, wish, mode, text }: SpeakRequest): Promise<Spoken> {
  let number: number | undefined;
  try {
    number = await findPullRequest(port, wish);
    if (number === undefined) return { kind: 'nowhere' };
    return await act({ port, number, text }, mode);
  } catch (failure) {
    if (failure instanceof GitHubFailure && failure.reason === 'permission')
      return { kind: 'forbidden', number, failure };
    throw failure;
  }
}

type Act = { readonly port: CommentPort; readonly number: number; readonly text: CommentText };

async function act(request: Act, mode: Mode): Promise<Spoken> {
  const { port, number, text } = request;
  switch (mode) {
    case 'upsert':
      return { kind: 'written', number, written: await upsert(request) };
    case 'append':
      return { kind: 'written', number, written: await append(request) };
    case 'recreate':
      return { kind: 'written', number, written: await recreate(request) };
    case 'hide':
      return { kind: 'hidden', number, ...(await hideAll({ port, number, id: text.id })) };
    case 'delete':
      return { kind: 'deleted', number, ...(await removeAll({ port, number, id: text.id })) };
  }
}
