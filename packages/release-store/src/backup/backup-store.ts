import { BACKUP } from '../programs/backup.ts';
import { createStore } from '../store.ts';
import type { StoreSettings } from '../store-contract.ts';
import type { StoreWithBackups } from './contract.ts';
import { createBackup } from './create-backup.ts';
import { downloadBackup } from './download-backup.ts';
import { listBackups } from './list-backups.ts';
import { restoreBackup, stageBackup, verifyBackup } from './use-backup.ts';

/** A store of releases and backups. Opens no connection and runs nothing by itself. */
export function createStoreWithBackups(settings: StoreSettings): StoreWithBackups {
  return {
    ...createStore(settings),
    announceBackups: (...executions) => {
      for (const name of executions) settings.connection.prepare(BACKUP[name].text);
    },
    createBackup: (request) => createBackup(settings, request),
    listBackups: (request) => listBackups(settings, request),
    verifyBackup: (request) => verifyBackup(settings, request),
    restoreBackup: (request) => restoreBackup(settings, request),
    stageBackup: (request) => stageBackup(settings, request),
    downloadBackup: (request) => downloadBackup(settings, request),
  };
}
