import { fromText } from '../byte-path.ts';
import { parseInfo } from '../report.ts';
import type { StoreSettings } from '../store-contract.ts';
import { BackupEvents } from './backup-events.ts';
import type {
  RestoreBackupRequest,
  RestoredBackup,
  StageBackupRequest,
  StagedBackup,
  VerifiedBackup,
  VerifyBackupRequest,
} from './contract.ts';
import { startBackup } from './start-backup.ts';

/** Looks whether a backup is what was backed up, and has the server remember what it found. */
export async function verifyBackup(settings: StoreSettings, request: VerifyBackupRequest): Promise<VerifiedBackup> {
  const events = new BackupEvents(request.onProgress);
  const args = { do: 'verify', id: fromText(request.id), how: request.how };
  await startBackup(settings, { ...request, events, args }).done;
  return { backup: events.backup(request.place), notes: events.all('note') };
}

/** Restores a backup into a fresh folder on its server. */
export async function restoreBackup(settings: StoreSettings, request: RestoreBackupRequest): Promise<RestoredBackup> {
  const events = new BackupEvents(request.onProgress);
  const args = { do: 'restore', id: fromText(request.id), to: fromText(request.to) };
  await startBackup(settings, { ...request, events, args }).done;
  return { backup: events.backup(request.place), path: events.one('restored') };
}

/** Makes the release part of a backup a staged release. */
export async function stageBackup(settings: StoreSettings, request: StageBackupRequest): Promise<StagedBackup> {
  const events = new BackupEvents(request.onProgress);
  const args = { do: 'stage', id: fromText(request.id), release: request.release };
  await startBackup(settings, { ...request, events, args }).done;
  events.one('staged');
  return { backup: events.backup(request.place), info: parseInfo(events.one('info')) };
}
