import { formatDuration } from '@plimsoll/figures';
import { Failure } from '@plimsoll/outcome';
import type { StoredBackup } from '@plimsoll/release-store';

export interface AgeRequest {
  readonly backups: readonly StoredBackup[];
  /** Milliseconds. */
  readonly maxAgeMs: number;
  /** Seconds since 1970 by the clock of the server, which also wrote the times of the backups. */
  readonly clock: number;
}

/** A clock that was set while a backup was made may put it a little ahead; one that is further ahead says nothing about its age. */
const CLOCK_SLACK_MS = 5 * 60_000;

/** The newest backup that was verified and can be used: one that is damaged, or of another environment, is none for this one. */
export function newestVerified(backups: readonly StoredBackup[]): StoredBackup | undefined {
  return newestFirst(backups).find(isUsable);
}

export function newestFirst(backups: readonly StoredBackup[]): readonly StoredBackup[] {
  return backups.toSorted((a, b) => (a.id < b.id ? 1 : -1));
}

/** Verified, and nothing is known against it. */
export function isUsable({ verified, problem }: StoredBackup): boolean {
  return problem === '' && (verified === 'restore' || verified === 'checksum');
}

/** Why the backups of a server are not enough; nothing when the newest verified one is young enough. */
export function judgeAge({ backups, maxAgeMs, clock }: AgeRequest): Failure | undefined {
  const limit = formatDuration(maxAgeMs);
  const newest = newestVerified(backups);
  if (newest === undefined) {
    const others = backups.length === 0 ? 'There is no backup at all' : `None of ${backups.length} backups is verified`;
    return tooOld(`${others}, and max-age is ${limit}. Make one (operation: create).`);
  }
  const age = clock * 1000 - Date.parse(newest.at);
  if (Number.isNaN(age) || age < -CLOCK_SLACK_MS)
    return tooOld(`The newest verified backup, ${newest.id}, is of ${newest.at}, which is no time in the past.`);
  if (age <= maxAgeMs) return undefined;
  return tooOld(
    `The newest verified backup, ${newest.id}, is ${formatDuration(age)} old, and max-age is ${limit}. Make one (operation: create).`,
  );
}

function tooOld(message: string): Failure {
  return new Failure('backup-too-old', message);
}
