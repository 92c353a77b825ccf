import type { Log, Outcome } from '@plimsoll/action-kit';
import type { Spoken, Written } from '@plimsoll/comments';

export interface ReportRequest {
  readonly spoken: Spoken;
  /** What was to be said: it goes to the job summary where it could not be said. */
  readonly markdown: string;
  readonly isRequired: boolean;
  readonly log: Pick<Log, 'warning' | 'notice'>;
}

/** The outcome of the step: what was done, where, and what could not be done. */
export function report({ spoken, markdown, isRequired, log }: ReportRequest): Outcome {
  switch (spoken.kind) {
    case 'written':
      return passed({
        number: spoken.number,
        comment: spoken.written.comment,
        done: spoken.written.kind,
        summary: writtenSentence(spoken.number, spoken.written),
      });
    case 'hidden':
    case 'deleted':
      return passed({
        number: spoken.number,
        comment: spoken.comment,
        done: spoken.kind,
        summary: `${countOf(spoken.count)} of pull request #${spoken.number} ${spoken.kind}.`,
      });
    case 'nowhere':
      log.notice(
        'No pull request belongs to this run or commit, so there is nowhere to comment. The text is in the job summary.',
      );
      return {
        ...passed({
          number: undefined,
          comment: undefined,
          done: 'nowhere',
          summary: 'No pull request belongs to this run or commit.',
        }),
        report: markdown,
      };
    case 'forbidden':
      return forbidden({ spoken, markdown, isRequired, log });
  }
}

type Forbidden = ReportRequest & { readonly spoken: Extract<Spoken, { kind: 'forbidden' }> };

/** The run of a pull request from a fork has a token that may only read: normal, and no reason to fail unless somebody says so. */
function forbidden({ spoken: { number, failure }, markdown, isRequired, log }: Forbidden): Outcome {
  const summary = `The comment could not be written: ${failure.message}`;
  if (!isRequired) log.warning(`${summary} The text is in the job summary.`);
  const outcome = passed({ number, comment: undefined, done: 'forbidden', summary });
  const ended = isRequired
    ? ({ verdict: 'fail', code: 'github-permission' } as const)
    : ({ verdict: 'pass', code: '' } as const);
  return { ...outcome, ...ended, report: markdown };
}

interface Passed {
  readonly number: number | undefined;
  readonly comment: { readonly id: number; readonly url: string } | undefined;
  readonly done: string;
  readonly summary: string;
}

function passed({ number, comment, done, summary }: Passed): Outcome {
  return {
    verdict: 'pass',
    code: '',
    summary,
    facts: { number: number ?? null, commentId: comment?.id ?? null, done },
    outputs: {
      number: number === undefined ? '' : `${number}`,
      'comment-id': comment === undefined ? '' : `${comment.id}`,
      'comment-url': comment?.url ?? '',
      found: String(number !== undefined),
    },
    report: comment === undefined ? '' : `${summary.replace(/\.$/, '')}: [comment ${comment.id}](${comment.url}).`,
  };
}

const SENTENCES: Readonly<Record<Written['kind'], string>> = {
  created: 'Commented on pull request',
  updated: 'Updated the comment on pull request',
  unchanged: 'The comment says so already, on pull request',
  superseded: 'A newer run has commented already on pull request',
};

function writtenSentence(number: number, { kind }: Written): string {
  return `${SENTENCES[kind]} #${number}.`;
}

function countOf(count: number): string {
  return count === 1 ? 'One comment' : `${count === 0 ? 'No' : count} comments`;
}
