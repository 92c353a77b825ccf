import type { InputReader } from '@plimsoll/action-kit';
import { MODES, type Mode } from '@plimsoll/comments';
import { Failure } from '@plimsoll/outcome';

export interface PrCommentInputs {
  readonly number: number | undefined;
  /** Empty: that of the run. */
  readonly sha: string;
  readonly id: string;
  readonly body: string;
  /** Path; empty without one. */
  readonly bodyFile: string;
  readonly mode: Mode;
  /** `toJSON(steps)` and `toJSON(needs)`. */
  readonly steps: string;
  readonly needs: string;
  readonly required: boolean;
  readonly token: string;
}

/** GitHub counts pull requests and issues together; an id beyond this is none of a repository. */
const LARGEST_NUMBER = 2_147_483_647;

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): PrCommentInputs {
  const inputs: PrCommentInputs = {
    number: read.optionalInteger('number', { min: 1, max: LARGEST_NUMBER }),
    sha: read.optionalParsed('sha', parseCommit) ?? '',
    id: read.parsed('id', parseId, { default: 'plimsoll' }),
    body: read.optionalText('body') ?? '',
    bodyFile: read.optionalText('body-file') ?? '',
    mode: read.choice('mode', MODES, { default: 'upsert' }),
    steps: read.optionalText('steps') ?? '',
    needs: read.optionalText('needs') ?? '',
    required: read.boolean('required', { default: 'false' }),
    token: read.jobToken('github-token'),
  };
  if (read.sound('mode', 'body')) checkText(read, inputs);
  return inputs;
}

function checkText(read: InputReader, { mode, body, bodyFile, steps, needs }: PrCommentInputs): void {
  if (body !== '' && bodyFile !== '') read.problem('body-file', 'and body are both given; give one of them');
  const says = [body, bodyFile, steps, needs].some((text) => text !== '');
  if (!says && mode !== 'hide' && mode !== 'delete')
    read.problem('body', `is empty, and so are body-file, steps and needs: mode '${mode}' has nothing to say`);
}

function parseCommit(text: string): string {
  if (/^[0-9a-f]{40}(?:[0-9a-f]{24})?$/.test(text)) return text;
  throw new Failure('input', `'${text.slice(0, 80)}' is not a whole commit id of 40 hexadecimal digits`);
}

function parseId(text: string): string {
  if (/^[A-Za-z0-9][A-Za-z0-9._-]{0,99}$/.test(text)) return text;
  throw new Failure('input', `'${text.slice(0, 80)}' is not a name of letters, digits, '.', '_' and '-'`);
}
