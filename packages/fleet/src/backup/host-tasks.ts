import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { formatBytes, formatDuration } from '@plimsoll/figures';
import type { BackupFile, StoredBackup, StoreWithBackups } from '@plimsoll/release-store';
import type { OpenServer } from '../open-servers.ts';
import type { BackupRequest, BackupTask } from './backup-request.ts';
import { type DownloadFolder, intoFolder } from './download-folder.ts';
import { isNew } from './new-host.ts';
import { createProgressLog } from './progress-log.ts';

/** One host of a run. */
export interface HostRequest {
  readonly server: OpenServer<StoreWithBackups>;
  /** UTC, as the id of a new backup begins. */
  readonly time: string;
  /** Undefined: nothing is to be fetched. */
  readonly download: DownloadFolder | undefined;
}

/** What was done on one host. */
export interface Done {
  readonly id: string;
  /** The host never had a release, and nothing that was asked for holds a file. */
  readonly foundNothing: boolean;
  readonly removed: readonly string[];
  /** Folder on the runner, empty when nothing was fetched. */
  readonly downloaded: string;
  /** Folder on the server, empty when nothing was restored. */
  readonly restored: string;
}

export const NOTHING_DONE: Done = { id: '', foundNothing: false, removed: [], downloaded: '', restored: '' };

type Task<O extends BackupTask['operation']> = Extract<BackupTask, { readonly operation: O }>;

/** Makes a backup, has it verified, and fetches it where that was asked for. */
export async function createOn(request: BackupRequest, host: HostRequest, task: Task<'create'>): Promise<Done> {
  const { identity, inputs, context } = request;
  const { server, time } = host;
  const startedAt = performance.now();
  const { selection, before, after, verify, keep, keepForMs } = task;
  const creating = server.store.createBackup({
    ...common(request, host),
    time,
    host: isNew(server.report) ? 'new' : 'known',
    spec: {
      ...selection,
      before,
      after,
      verify,
      keep,
      keepForMs,
      commandTimeoutMs: inputs.commandTimeoutMs,
      info: { version: '', by: identity.actor, run: identity.runUrl },
    },
  });
  server.store.announceBackups('backups');
  const created = await creating;
  if (created.kind === 'nothing') return { ...NOTHING_DONE, foundNothing: true };
  const { backup, removed, notes } = created;
  tell(request, server, notes);
  if (verify === 'none') context.log.warning(`${server.label}: backup ${backup.id} was not verified (verify: none).`);
  context.log.info(
    `${server.label}: made backup ${backup.id} in ${formatDuration(performance.now() - startedAt)}, ${describe(backup)}`,
  );
  if (removed.length > 0) context.log.info(`${server.label}: removed ${removed.join(', ')}`);
  return { ...NOTHING_DONE, id: backup.id, removed, downloaded: await fetchFrom(request, host, backup.id) };
}

export async function verifyOn(request: BackupRequest, host: HostRequest, task: Task<'verify'>): Promise<Done> {
  const { server } = host;
  const { backup, notes } = await server.store.verifyBackup({ ...common(request, host), id: task.id, how: task.how });
  tell(request, server, notes);
  request.context.log.info(`${server.label}: backup ${backup.id} is what it was, ${describe(backup)}`);
  return { ...NOTHING_DONE, id: backup.id, downloaded: await fetchFrom(request, host, backup.id) };
}

export async function restoreOn(request: BackupRequest, host: HostRequest, task: Task<'restore'>): Promise<Done> {
  const { server } = host;
  const { backup, path } = await server.store.restoreBackup({ ...common(request, host), id: task.id, to: task.to });
  request.context.log.info(`${server.label}: restored ${backup.id} into ${path}, ${describe(backup)}`);
  return { ...NOTHING_DONE, id: backup.id, restored: path };
}

function common({ place, context }: BackupRequest, { server }: HostRequest) {
  const onProgress = createProgressLog(server.label, context.log);
  return { fence: server.report.fence, place, signal: context.signal, onProgress };
}

/** Things that do not fail a backup and that somebody is to know. */
function tell({ context }: BackupRequest, { label }: OpenServer, notes: readonly string[]): void {
  for (const note of notes) context.log.notice(`${label}: ${note}`);
}

function describe({ files, size, archiveBytes }: StoredBackup): string {
  return `${files} files, ${formatBytes(size)}, archive ${formatBytes(archiveBytes)}`;
}

/** @returns the folder on the runner, empty when nothing was to be fetched */
async function fetchFrom(
  { place, context }: BackupRequest,
  { server, download }: HostRequest,
  id: string,
): Promise<string> {
  if (download === undefined) return '';
  const startedAt = performance.now();
  const folder = await intoFolder(download, id, async (path) => {
    await server.store.downloadBackup({
      place,
      id,
      signal: context.signal,
      onProgress: createProgressLog(server.label, context.log),
      open: (file, name) => createWriteStream(join(path, nameOf(file, name)), { flags: 'wx', mode: 0o600 }),
    });
  });
  context.log.info(`${server.label}: fetched ${id} to ${folder} in ${formatDuration(performance.now() - startedAt)}`);
  return folder;
}

/** What the server says only chooses between names that are known here: it must not choose where the runner writes. */
function nameOf(file: BackupFile, told: string): string {
  if (file !== 'archive') return file;
  return told.endsWith('.zst') ? 'archive.tar.zst' : 'archive.tar.gz';
}
