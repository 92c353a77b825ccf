import type { StoredBackup } from '@plimsoll/release-store';

/** A backup as a server lists it, verified by a restore unless told. */
export function stored(id: string, more: Partial<StoredBackup> = {}): StoredBackup {
  const [, y, mo, d, h, mi, s] = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z/.exec(id) ?? [];
  return {
    id,
    environment: '',
    releaseId: id.replace(/^[^-]*-/, ''),
    version: 'v1',
    at: `${y}-${mo}-${d}T${h}:${mi}:${s}Z`,
    by: 'me',
    run: '',
    size: 1_000,
    archiveBytes: 300,
    files: 3,
    sha256: 'ab'.repeat(32),
    archive: 'archive.tar.gz',
    verified: 'restore',
    verifiedAt: '2026-02-01T03:00:05Z',
    databases: [],
    omitted: [],
    problem: '',
    ...more,
  };
}
