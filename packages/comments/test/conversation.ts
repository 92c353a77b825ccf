import { type Comment, LONGEST_COMMENT, type OwnComment } from '@plimsoll/github';
import { Random } from '@plimsoll/testkit';
import type { CommentPort } from '../src/ports.ts';

interface Kept extends OwnComment {
  readonly texts: string[];
}

/** The comments of one pull request, as GitHub keeps them: each call happens at one moment between its question and its answer. */
export class Conversation {
  readonly #comments = new Map<number, Kept>();
  readonly #random: Random;
  #last = 0;
  calls: string[] = [];
  /** Comments in the middle of a long conversation, which only shows them to who reads all of it. */
  readonly middle = new Set<number>();
  /** Answers to creations that are lost on the way, one after the other. */
  lostAnswers = 0;

  constructor(seed = 1) {
    this.#random = new Random(seed);
  }

  get bodies(): readonly string[] {
    return [...this.#comments.values()].map(({ body }) => body);
  }

  get comments(): readonly OwnComment[] {
    return [...this.#comments.values()];
  }

  edit(id: number, change: Partial<OwnComment>): void {
    const kept = this.#comments.get(id);
    if (kept !== undefined) this.#comments.set(id, { ...kept, ...change });
  }

  remove(id: number): void {
    this.#comments.delete(id);
  }

  /** As seen by one run. */
  port(): CommentPort {
    return {
      ownComments: ({ reach }) =>
        this.#at(`ownComments ${reach}`, () => ({
          viewer: 'bot',
          comments: this.comments.filter(({ id }) => reach === 'all' || !this.middle.has(id)),
          complete: reach === 'all' || this.middle.size === 0,
          total: this.#comments.size,
        })),
      createComment: async ({ body }) => {
        const comment = await this.#at('createComment', () => this.#create(body));
        if (this.lostAnswers === 0) return { kind: 'created', comment };
        this.lostAnswers -= 1;
        const { GitHubFailure } = await import('@plimsoll/github');
        return {
          kind: 'unsure',
          failure: new GitHubFailure('unavailable', 'The answer was lost.', { mayHaveHappened: true }),
        };
      },
      updateComment: ({ id, body }) => this.#at('updateComment', () => this.#update(id, body)),
      deleteComment: (id) => this.#at('deleteComment', () => this.remove(id)),
      commentEdits: ({ nodeId }) => this.#at('commentEdits', () => this.#comments.get(Number(nodeId))?.texts.slice()),
      minimizeComment: ({ nodeId }) =>
        this.#at('minimizeComment', () => this.edit(Number(nodeId), { isMinimized: true })),
      unminimizeComment: ({ nodeId }) =>
        this.#at('unminimizeComment', () => this.edit(Number(nodeId), { isMinimized: false })),
    };
  }

  #create(body: string): Comment {
    if (body.length > LONGEST_COMMENT) throw new Error('body is too long');
    this.#last += 1;
    const id = this.#last;
    const at = new Date(id * 1000).toISOString();
    const kept = {
      id,
      nodeId: `${id}`,
      body,
      url: `https://github.test/${id}`,
      createdAt: at,
      updatedAt: at,
      isMinimized: false,
      texts: [body],
    };
    this.#comments.set(id, kept);
    return kept;
  }

  #update(id: number, body: string): Awaited<ReturnType<CommentPort['updateComment']>> {
    const kept = this.#comments.get(id);
    if (kept === undefined) return { kind: 'gone' };
    if (body.length > LONGEST_COMMENT) throw new Error('body is too long');
    kept.texts.push(body);
    this.#comments.set(id, { ...kept, body });
    return { kind: 'updated', comment: { ...kept, body } };
  }

  async #at<T>(call: string, happen: () => T): Promise<T> {
    await this.#passSomeTime();
    this.calls.push(call);
    const answer = happen();
    await this.#passSomeTime();
    return answer;
  }

  /** Turns of the event loop instead of time: runs overtake each other, and nobody waits. */
  async #passSomeTime(): Promise<void> {
    for (let turns = this.#random.below(6); turns > 0; turns -= 1)
      await new Promise((resolve) => setImmediate(resolve));
  }
}
