import { fromText } from '../byte-path.ts';
import type { Performance } from '../performance.ts';
import { BACKUP } from '../programs/backup.ts';
import { startExecution } from '../start-execution.ts';
import type { StoreSettings } from '../store-contract.ts';
import type { BackupEvents } from './backup-events.ts';
import type { BackupPlace } from './contract.ts';

/** However large it is, nobody waits for longer. */
export const BACKUP_LIMIT_MS: number = 24 * 60 * 60_000;

/** What the execution that changes backups is asked for. */
export interface BackupStart {
  readonly fence: number;
  readonly place: BackupPlace;
  readonly signal: AbortSignal;
  readonly events: BackupEvents;
  readonly args: Readonly<Record<string, string>>;
}

/** Starts the program that needs the lease; arguments that an operation does not have are empty. */
export function startBackup(settings: StoreSettings, request: BackupStart): Performance {
  return startExecution(settings, BACKUP.backup, {
    args: {
      intent: 'recover',
      fence: String(request.fence),
      folder: fromText(request.place.folder),
      environment: fromText(request.place.environment),
      ...NOTHING,
      ...request.args,
    },
    onEvent: request.events.hear,
    signal: request.signal,
    limitMs: BACKUP_LIMIT_MS,
  });
}

const NOTHING = {
  id: '',
  how: '',
  host: 'known',
  to: '',
  release: '',
  paths: '',
  excluded: '',
  before: '',
  after: '',
  verify: '',
  version: '',
  info: '',
  entry: '',
  time: '',
  keep: '0',
  keep_for: '0',
  command_timeout: '600',
} as const;
