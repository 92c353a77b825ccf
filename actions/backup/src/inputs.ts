import type { InputReader } from '@plimsoll/action-kit';
import {
  absoluteFolder,
  type BackupTask,
  backupPlace,
  joinSelections,
  parseBackupId,
  parsePathLine,
  parseServerFolder,
  readServerInputs,
  refusePlace,
  type ServerInputs,
} from '@plimsoll/fleet';
import type { BackupPlace, BackupSelection } from '@plimsoll/release-store';

export interface BackupInputs {
  readonly server: ServerInputs;
  readonly place: BackupPlace;
  readonly task: BackupTask;
  /** Milliseconds; undefined: any age will do. */
  readonly maxAgeMs: number | undefined;
}

const OPERATIONS = ['create', 'list', 'verify', 'restore'] as const;
type Operation = (typeof OPERATIONS)[number];

const TEN_YEARS = 10 * 365 * 24 * 3_600_000;
/** A backup takes longer than this to be made and looked at. */
const SHORTEST_AGE = 60_000;

/** Inputs as they were read, before what they mean together. */
interface Given {
  readonly operation: Operation;
  readonly selection: BackupSelection;
  readonly before: string;
  readonly after: string;
  readonly destination: string;
  readonly keep: number;
  readonly keepForMs: number | undefined;
  readonly verify: 'restore' | 'checksum' | 'none';
  readonly maxAgeMs: number | undefined;
  readonly id: string;
  readonly downloadTo: string;
  readonly restoreTo: string;
}

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): BackupInputs {
  const server = readServerInputs(read);
  const given = readGiven(read);
  if (read.sound('operation')) checkOperation(read, given);
  checkRules(read, given);
  checkPlaces(read, given, server);
  return {
    server,
    place: backupPlace(server, given.destination),
    task: taskOf(given, server),
    maxAgeMs: given.maxAgeMs,
  };
}

function readGiven(read: InputReader): Given {
  const age = { min: SHORTEST_AGE, max: TEN_YEARS };
  return {
    operation: read.choice('operation', OPERATIONS, { default: 'create' }),
    selection: joinSelections(read.parsedLines('paths', parsePathLine, { default: 'current\nshared', atLeast: 1 })),
    before: read.optionalText('before') ?? '',
    after: read.optionalText('after') ?? '',
    destination: read.optionalParsed('destination', parseServerFolder) ?? '',
    keep: read.integer('keep', { min: 0, max: 10_000, default: '10' }),
    keepForMs: read.optionalDuration('keep-for', age),
    verify: read.choice('verify', ['restore', 'checksum', 'none'], { default: 'restore' }),
    maxAgeMs: read.optionalDuration('max-age', age),
    id: read.optionalParsed('backup-id', parseBackupId) ?? '',
    downloadTo: read.optionalText('download-to') ?? '',
    restoreTo: read.optionalParsed('restore-to', parseServerFolder) ?? '',
  };
}

/** Inputs without a default, and the operations that look at them: given to another one, somebody is mistaken. */
const MEANT_FOR: readonly (readonly [
  input: string,
  given: (all: Given) => boolean,
  operations: readonly Operation[],
])[] = [
  ['before', ({ before }) => before !== '', ['create']],
  ['after', ({ after }) => after !== '', ['create']],
  ['keep-for', ({ keepForMs }) => keepForMs !== undefined, ['create']],
  ['max-age', ({ maxAgeMs }) => maxAgeMs !== undefined, ['create', 'list', 'verify']],
  ['backup-id', ({ id }) => id !== '', ['verify', 'restore']],
  ['download-to', ({ downloadTo }) => downloadTo !== '', ['create', 'verify']],
  ['restore-to', ({ restoreTo }) => restoreTo !== '', ['restore']],
];

function checkOperation(read: InputReader, given: Given): void {
  const { operation } = given;
  for (const [input, isGiven, operations] of MEANT_FOR) {
    if (isGiven(given) && !operations.includes(operation))
      read.problem(input, `means nothing with operation '${operation}', only with ${operations.join(', ')}`);
  }
  if (operation === 'restore' && given.id === '')
    read.problem('backup-id', "is missing: operation 'restore' needs the id of a backup, which operation 'list' shows");
  if (operation === 'verify' && given.verify === 'none')
    read.problem('verify', "of 'none' would verify nothing with operation 'verify'");
}

function checkRules(read: InputReader, { selection, keep, keepForMs, verify, maxAgeMs, operation }: Given): void {
  if (read.sound('paths') && selection.paths.length === 0)
    read.problem('paths', "only leaves out ('!'), and names nothing to back up");
  if (read.sound('keep') && keep === 0 && keepForMs !== undefined)
    read.problem('keep-for', 'has no effect: keep is 0, which keeps all. Give the number to keep at least');
  if (operation === 'create' && verify === 'none' && maxAgeMs !== undefined)
    read.problem('max-age', "asks for a verified backup, and verify is 'none'");
}

function checkPlaces(read: InputReader, given: Given, server: ServerInputs): void {
  if (!read.sound('deploy-path', 'environment', 'destination', 'restore-to')) return;
  const places = {
    destination: backupPlace(server, given.destination).folder,
    'restore-to': restoreFolder(given, server),
  };
  for (const [input, folder] of Object.entries(places)) {
    const refusal = folder === '' ? undefined : refusePlace(server.deployPath, folder);
    if (refusal !== undefined) read.problem(input, `${refusal}. Give another folder`);
  }
}

/** Empty for the one that the server chooses. */
function restoreFolder({ restoreTo }: Given, { deployPath }: ServerInputs): string {
  return restoreTo === '' ? '' : absoluteFolder(deployPath, restoreTo);
}

function taskOf(given: Given, server: ServerInputs): BackupTask {
  const { operation, selection, before, after, keep, keepForMs = 0, verify, id, downloadTo } = given;
  switch (operation) {
    case 'create':
      return { operation, selection, before, after, keep, keepForMs, verify, downloadTo };
    case 'list':
      return { operation };
    case 'verify':
      return { operation, id, how: verify === 'none' ? 'restore' : verify, downloadTo };
    case 'restore':
      return { operation, id, to: restoreFolder(given, server) };
  }
}
