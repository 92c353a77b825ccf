import { fromText } from '../byte-path.ts';
import { BACKUP } from '../programs/backup.ts';
import { SLACK_MS, startExecution } from '../start-execution.ts';
import type { StoreSettings } from '../store-contract.ts';
import { BackupEvents } from './backup-events.ts';
import type { ListBackupsRequest, ListedBackups } from './contract.ts';

/** All backups of an environment, oldest first; needs no lease and changes nothing. */
export async function listBackups(settings: StoreSettings, request: ListBackupsRequest): Promise<ListedBackups> {
  const { place, signal } = request;
  const events = new BackupEvents(() => undefined);
  const { done } = startExecution(settings, BACKUP.backups, {
    args: {
      do: 'list',
      intent: 'recover',
      id: '',
      folder: fromText(place.folder),
      environment: fromText(place.environment),
    },
    onEvent: events.hear,
    signal,
    limitMs: SLACK_MS,
  });
  await done;
  events.one('looked');
  const backups = events.backups(place).toSorted((a, b) => a.id.localeCompare(b.id, 'en', { numeric: true }));
  return { backups, clock: Number(events.one('clock')) };
}
