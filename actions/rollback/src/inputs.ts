import type { InputReader } from '@plimsoll/action-kit';
import { readServerInputs, type ServerInputs } from '@plimsoll/fleet';
import { Failure } from '@plimsoll/outcome';
import { RELEASE_ID } from '@plimsoll/release-store';

export interface RollbackInputs {
  readonly server: ServerInputs;
  readonly mode: 'auto' | 'to' | 'list' | 'confirm';
  /** Empty unless the mode is `to`. */
  readonly release: string;
  readonly expectedCurrent: string;
  readonly reason: string;
  readonly force: boolean;
}

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): RollbackInputs {
  const server = readServerInputs(read);
  const mode = read.choice('mode', ['auto', 'to', 'list', 'confirm'], { default: 'auto' });
  const release = read.optionalParsed('release', parseReleaseId) ?? '';
  const expectedCurrent = read.optionalParsed('expected-current', parseReleaseId) ?? '';
  const reason = (read.optionalText('reason') ?? '').replace(/\s+/g, ' ').slice(0, 500);
  const force = read.boolean('force', { default: 'false' });
  const inputs: RollbackInputs = { server, mode, release, expectedCurrent, reason, force };
  if (read.sound('mode', 'release', 'force')) checkMode(read, inputs);
  return inputs;
}

function checkMode(read: InputReader, { mode, release, force }: RollbackInputs): void {
  if (mode === 'to' && release === '')
    read.problem('release', "is missing: mode 'to' needs the id of a release, which mode 'list' shows");
  if (mode !== 'to' && release !== '') read.problem('release', `is only for mode 'to', and mode is '${mode}'`);
  if (force && (mode === 'list' || mode === 'confirm')) read.problem('force', `means nothing in mode '${mode}'`);
}

function parseReleaseId(text: string): string {
  if (RELEASE_ID.test(text)) return text;
  throw new Failure('input', `'${text.slice(0, 80)}' is not a release id, such as '20260131T120000Z-1a2b3c4'`);
}
