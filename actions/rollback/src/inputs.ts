import type { InputReader } from '@plimsoll/action-kit';
import { backupPlace, parseBackupId, parseServerFolder, readServerInputs, type ServerInputs } from '@plimsoll/fleet';
import { Failure } from '@plimsoll/outcome';
import { type BackupPlace, RELEASE_ID } from '@plimsoll/release-store';

export interface RollbackInputs {
  readonly server: ServerInputs;
  readonly mode: 'auto' | 'to' | 'backup' | 'list' | 'confirm';
  /** Empty unless the mode is `to`. */
  readonly release: string;
  /** Empty unless the mode is `backup`. */
  readonly backupId: string;
  readonly backupPlace: BackupPlace;
  readonly expectedCurrent: string;
  readonly reason: string;
  readonly force: boolean;
}

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): RollbackInputs {
  const server = readServerInputs(read);
  const mode = read.choice('mode', ['auto', 'to', 'backup', 'list', 'confirm'], { default: 'auto' });
  const release = read.optionalParsed('release', parseReleaseId) ?? '';
  const backupId = read.optionalParsed('backup-id', parseBackupId) ?? '';
  const destination = read.optionalParsed('destination', parseServerFolder) ?? '';
  const expectedCurrent = read.optionalParsed('expected-current', parseReleaseId) ?? '';
  const reason = (read.optionalText('reason') ?? '').replace(/\s+/g, ' ').slice(0, 500);
  const force = read.boolean('force', { default: 'false' });
  if (read.sound('mode')) checkMode(read, { mode, release, backupId, destination, force });
  const place = backupPlace(server, destination);
  return { server, mode, release, backupId, backupPlace: place, expectedCurrent, reason, force };
}

type Given = Pick<RollbackInputs, 'mode' | 'release' | 'backupId' | 'force'> & { readonly destination: string };

function checkMode(read: InputReader, { mode, release, backupId, destination, force }: Given): void {
  if (mode === 'to' && release === '')
    read.problem('release', "is missing: mode 'to' needs the id of a release, which mode 'list' shows");
  if (mode === 'backup' && backupId === '')
    read.problem('backup-id', "is missing: mode 'backup' needs the id of a backup, which the action backup lists");
  const meant = { release: [release, 'to'], 'backup-id': [backupId, 'backup'], destination: [destination, 'backup'] };
  for (const [input, [value, only]] of Object.entries(meant)) {
    if (value !== '' && mode !== only) read.problem(input, `is only for mode '${only}', and mode is '${mode}'`);
  }
  if (force && (mode === 'list' || mode === 'confirm')) read.problem('force', `means nothing in mode '${mode}'`);
}

function parseReleaseId(text: string): string {
  if (RELEASE_ID.test(text)) return text;
  throw new Failure('input', `'${text.slice(0, 80)}' is not a release id, such as '20260131T120000Z-1a2b3c4'`);
}
