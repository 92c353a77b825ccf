import type { StoreSettings } from '../store-contract.ts';
import type { BackupStore } from './contract.ts';
import { createBackup } from './create-backup.ts';
import { downloadBackup } from './download-backup.ts';
import { listBackups } from './list-backups.ts';
import { restoreBackup, stageBackup, verifyBackup } from './use-backup.ts';

/** Opens no connection and runs nothing by itself. */
export function createBackupStore(settings: StoreSettings): BackupStore {
  return {
    createBackup: (request) => createBackup(settings, request),
    listBackups: (request) => listBackups(settings, request),
    verifyBackup: (request) => verifyBackup(settings, request),
    restoreBackup: (request) => restoreBackup(settings, request),
    stageBackup: (request) => stageBackup(settings, request),
    downloadBackup: (request) => downloadBackup(settings, request),
  };
}
