import { readFileSync, statSync } from 'node:fs';
import { Failure } from '@plimsoll/outcome';
import type { PrCommentInputs } from './inputs.ts';

const LARGEST_BODY = 5 * 1024 * 1024;

/** The user's Markdown, from the input or its file. @throws Failure('input') when the file cannot be read */
export function readBody({ body, bodyFile }: Pick<PrCommentInputs, 'body' | 'bodyFile'>): string {
  if (bodyFile === '') return body;
  try {
    const found = statSync(bodyFile);
    if (!found.isFile()) throw new Error('it is no regular file');
    if (found.size > LARGEST_BODY) throw new Error(`it has ${found.size} bytes, and at most 5 MiB are read`);
    return readFileSync(bodyFile, 'utf8').trim();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    throw new Failure(
      'input',
      `body-file: '${bodyFile}' cannot be read: ${why}. Give its path from the working directory of the job.`,
      { cause },
    );
  }
}
