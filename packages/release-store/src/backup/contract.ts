import type { Writable } from 'node:stream';
import type { ReleaseInfo } from '../report.ts';
import type { Store } from '../store-contract.ts';
import type { BackupPath } from './paths.ts';

/** `restore`: unpacked and compared; `checksum`: the archive is the one that was written; `none`: not looked at. */
export type VerifyMode = 'restore' | 'checksum' | 'none';

/** What is known of a backup. `damaged` stays until a later verification finds it whole. */
export type Verified = 'restore' | 'checksum' | 'no' | 'damaged';

/** A path that is not in the backup, and why: `unreadable`, `socket`, `fifo`, `device`, `sqlite-companion`, `own` … */
export interface OmittedPath {
  /** Byte path; `displayPath` makes it readable. */
  readonly path: string;
  readonly reason: string;
}

/** A database in a backup, and how it was taken: `sqlite3` (its own backup command) or `dump` (by `before`). */
export interface StoredDatabase {
  readonly path: string;
  readonly how: string;
}

/** One backup as it lies on a server. Where `problem` is not empty, members that could not be read are empty or 0. */
export interface StoredBackup {
  /** `<UTC time>-<release id>`, or `<UTC time>-none` where nothing was live. */
  readonly id: string;
  readonly environment: string;
  /** Empty where nothing was live. */
  readonly releaseId: string;
  readonly version: string;
  /** ISO 8601, UTC, by the server's clock. */
  readonly at: string;
  readonly by: string;
  /** Address of the run. */
  readonly run: string;
  /** Bytes of the files. */
  readonly size: number;
  readonly archiveBytes: number;
  readonly files: number;
  /** Of the archive, hexadecimal. */
  readonly sha256: string;
  /** Name of the archive in the backup's folder. */
  readonly archive: string;
  readonly verified: Verified;
  /** ISO 8601, UTC; empty when it was never verified. */
  readonly verifiedAt: string;
  readonly databases: readonly StoredDatabase[];
  readonly omitted: readonly OmittedPath[];
  /** Why it cannot be used: damaged, written by a newer version, of another environment. Empty when it can. */
  readonly problem: string;
}

/** Where the backups of one environment lie. */
export interface BackupPlace {
  /** Absolute: `<folder>/<environment>`, or `<folder>/default`. */
  readonly folder: string;
  /** Empty when the user named none. */
  readonly environment: string;
}

/** What to back up and how. */
export interface BackupSpec {
  readonly paths: readonly BackupPath[];
  /** Patterns of what is left out, with everything below. */
  readonly excluded: readonly string[];
  /** One text for `sh -e`; empty for nothing. Has PLIMSOLL_DUMPS, PLIMSOLL_DEPLOY_PATH, PLIMSOLL_RELEASE and PLIMSOLL_BACKUP. */
  readonly before: string;
  /** Runs on every way out once `before` was begun. */
  readonly after: string;
  readonly verify: VerifyMode;
  /** Backups to keep, 0: all. */
  readonly keep: number;
  /** Age up to which backups are kept, 0: no matter. */
  readonly keepForMs: number;
  /** For `before` and for `after`, each. */
  readonly commandTimeoutMs: number;
  /** `version` empty: that of the release that is live. */
  readonly info: { readonly version: string; readonly by: string; readonly run: string };
}

/** Phases in the order of a creation; `bytes` are those of what the phase works on, `totalBytes` 0 where it is not known. */
export interface BackupProgress {
  readonly phase: 'list' | 'hash' | 'archive' | 'unpack' | 'compare' | 'send';
  readonly doneBytes: number;
  readonly totalBytes: number;
}

interface Underway {
  readonly signal: AbortSignal;
  /** Called every two seconds or so while something takes longer. */
  readonly onProgress: (progress: BackupProgress) => void;
}

/** Everything that changes something needs the lease, which it keeps: `close` with decision `drop` gives it back. */
export interface CreateBackupRequest extends Underway {
  readonly fence: number;
  readonly place: BackupPlace;
  readonly spec: BackupSpec;
  /** Time in the id, such as `20260201T030000Z`, so that several hosts agree; empty: the server's own. A second one of the same id gets `-2`. */
  readonly time: string;
  /** `new`: it never had a release that was live and well. `current` may be missing there. */
  readonly host: 'new' | 'known';
}

export type CreatedBackup = MadeBackup | NothingToBackUp;

/** On a new host where nothing that was asked for holds a file. No command ran, and nothing was left. */
export interface NothingToBackUp {
  readonly kind: 'nothing';
}

export interface MadeBackup {
  readonly kind: 'made';
  readonly backup: StoredBackup;
  /** Backups that retention removed. */
  readonly removed: readonly string[];
  /** Sentences for people: files that vanished meanwhile, dumps that no tool was there to check … */
  readonly notes: readonly string[];
}

/** Names a backup; empty for the newest that is not damaged. */
export interface BackupRequest extends Underway {
  readonly fence: number;
  readonly place: BackupPlace;
  readonly id: string;
}

export interface VerifyBackupRequest extends BackupRequest {
  readonly how: 'restore' | 'checksum';
}

export interface VerifiedBackup {
  readonly backup: StoredBackup;
  readonly notes: readonly string[];
}

export interface RestoreBackupRequest extends BackupRequest {
  /** Absolute, must not exist, its parent must; empty: `<deploy-path>/restored/<backup-id>`. */
  readonly to: string;
}

export interface RestoredBackup {
  readonly backup: StoredBackup;
  /** Where it lies now. */
  readonly path: string;
}

export interface StageBackupRequest extends BackupRequest {
  /** Id of the release that it becomes. */
  readonly release: string;
}

export interface StagedBackup {
  readonly backup: StoredBackup;
  readonly info: ReleaseInfo;
}

export interface ListBackupsRequest {
  readonly place: BackupPlace;
  readonly signal: AbortSignal;
}

export interface ListedBackups {
  /** Oldest first. */
  readonly backups: readonly StoredBackup[];
  /** Seconds since 1970 by the server's clock. */
  readonly clock: number;
}

/** The files of a backup in the order in which they are sent. */
export type BackupFile = 'backup.json' | 'manifest' | 'archive';

/** Needs no lease. */
export interface DownloadBackupRequest extends Underway {
  readonly place: BackupPlace;
  readonly id: string;
  /**
   * Called for each file, with the name it has on the server (the archive is `archive.tar.zst` or `archive.tar.gz`). Written with respect for
   * its backpressure and ended; the download waits until it is finished.
   */
  readonly open: (file: BackupFile, name: string, size: number) => Writable;
}

export interface DownloadedBackup {
  readonly backup: StoredBackup;
  /** Of the archive as it arrived; was compared with the sidecar and with what the server hashed. */
  readonly sha256: string;
}

/**
 * The backups on one server. Each method is one execution. Rejects with Failure: `integrity` when a backup is not what it was, `backup` when there is
 * none of that id, it is of another environment or a newer version, or creation failed; `backup-unverified` when there is no room to verify;
 * `disk`, `fenced`, `cancelled`, `connect` and `remote-environment` as all executions.
 */
export interface BackupStore {
  /** As `announce` of a store, for the executions of backups: `backup` changes something, `backups` only looks. */
  announceBackups(...executions: readonly ('backup' | 'backups')[]): void;
  createBackup(request: CreateBackupRequest): Promise<CreatedBackup>;
  listBackups(request: ListBackupsRequest): Promise<ListedBackups>;
  verifyBackup(request: VerifyBackupRequest): Promise<VerifiedBackup>;
  restoreBackup(request: RestoreBackupRequest): Promise<RestoredBackup>;
  /** Makes the release part of a backup a staged release, as `stage` does; `switchTo` then takes it like any other. */
  stageBackup(request: StageBackupRequest): Promise<StagedBackup>;
  downloadBackup(request: DownloadBackupRequest): Promise<DownloadedBackup>;
}

/** The releases and the backups on one server. */
export interface StoreWithBackups extends Store, BackupStore {}
