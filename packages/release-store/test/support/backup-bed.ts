import { readdir } from 'node:fs/promises';
import type {
  BackupPlace,
  BackupProgress,
  BackupSpec,
  CreatedBackup,
  MadeBackup,
  StoredBackup,
  VerifiedBackup,
} from '../../src/backup/contract.ts';
import { parseBackupPath } from '../../src/backup/paths.ts';
import { openForDeployment, type StoreBed } from './store-bed.ts';

const NEVER = new AbortController().signal;

/** What a backup is taken of and how; `paths` as a user writes them. */
export type BackupOrder = Partial<Omit<BackupSpec, 'paths' | 'excluded'>> & {
  readonly paths?: readonly string[];
  readonly time?: string;
  readonly signal?: AbortSignal;
  readonly fence?: number;
  readonly host?: 'new' | 'known';
};

export interface BackupBed {
  readonly place: BackupPlace;
  readonly progress: BackupProgress[];
  /** Takes the lease, unless it is given, and a backup. */
  create(order?: BackupOrder): Promise<MadeBackup>;
  /** The same where there may be nothing to save. */
  tryCreate(order?: BackupOrder): Promise<CreatedBackup>;
  list(): Promise<readonly StoredBackup[]>;
  verify(id: string, how?: 'restore' | 'checksum'): Promise<VerifiedBackup>;
  restore(id: string, to?: string): Promise<string>;
  stage(id: string, release: string): Promise<number>;
  /** What lies among the backups, hidden things too. */
  names(): Promise<string[]>;
}

export function openBackupBed(bed: StoreBed, folder: string, environment = ''): BackupBed {
  const place = { folder, environment };
  const progress: BackupProgress[] = [];
  const underway = { signal: NEVER, onProgress: (one: BackupProgress) => void progress.push(one) };
  const take = async (): Promise<number> => (await openForDeployment(bed, 'listed')).fence;
  const tryCreate: BackupBed['tryCreate'] = async (order = {}) => {
    const { paths = ['shared'], time = '', fence, signal = NEVER, host = 'known', ...spec } = order;
    return bed.store.createBackup({
      ...underway,
      signal,
      fence: fence ?? (await take()),
      place,
      time,
      host,
      spec: { ...SPEC, ...spec, ...selectionOf(paths) },
    });
  };
  return {
    place,
    progress,
    tryCreate,
    create: async (order) => {
      const made = await tryCreate(order);
      if (made.kind === 'nothing') throw new Error('There was nothing to back up.');
      return made;
    },
    list: async () => (await bed.store.listBackups({ place, signal: NEVER })).backups,
    verify: async (id, how = 'restore') => bed.store.verifyBackup({ ...underway, fence: await take(), place, id, how }),
    restore: async (id, to = '') =>
      (await bed.store.restoreBackup({ ...underway, fence: await take(), place, id, to })).path,
    stage: async (id, release) => {
      const fence = await take();
      await bed.store.stageBackup({ ...underway, fence, place, id, release });
      return fence;
    },
    names: async () => (await readdir(folder).catch((): string[] => [])).sort(),
  };
}

const SPEC = {
  before: '',
  after: '',
  verify: 'restore',
  keep: 0,
  keepForMs: 0,
  commandTimeoutMs: 20_000,
  info: { version: '', by: 'me', run: 'https://ci/1' },
} as const;

function selectionOf(lines: readonly string[]): Pick<BackupSpec, 'paths' | 'excluded'> {
  const parsed = lines.map(parseBackupPath);
  return { paths: parsed.flatMap(({ paths }) => paths), excluded: parsed.flatMap(({ excluded }) => excluded) };
}
