import { createHash } from 'node:crypto';
import type { BackupPlace, OmittedPath, StoredBackup, StoredDatabase, Verified } from './contract.ts';

/** The files of one backup as they lie on the server, as far as they are there. */
export interface BackupFiles {
  readonly id: string;
  readonly sidecar: Uint8Array | undefined;
  readonly verified: Uint8Array | undefined;
  /** Bytes of the archives and the manifest that lie there, by their names. */
  readonly sizes: ReadonlyMap<string, number>;
}

type Members = ReadonlyMap<string, unknown>;

const SCHEMA = 'plimsoll/backup@1';
const SEAL = /,"digest":"([0-9a-f]{64})"\}\n$/;

/** What the files say, each believed only when not one byte of it was changed. */
export function readStoredBackup(files: BackupFiles, place: BackupPlace): StoredBackup {
  const sidecar = files.sidecar === undefined ? undefined : readSealed(files.sidecar);
  if (sidecar === undefined) return unreadable(files.id, 'its backup.json is missing or not what was written');
  const stored = readMembers(files.id, sidecar.members);
  const problem = problemOf(stored, sidecar.members, place);
  const missing = problem === '' ? missingOf(stored, files.sizes) : undefined;
  if (missing !== undefined) return { ...stored, verified: 'damaged', problem: missing };
  return { ...stored, ...readVerified(files.verified, sidecar.digest), problem };
}

/** What must lie beside the description, as long as it was when it was written. */
function missingOf({ archive, archiveBytes }: StoredBackup, sizes: ReadonlyMap<string, number>): string | undefined {
  const size = sizes.get(archive);
  if (size === undefined) return `its ${archive} is not there`;
  if (size !== archiveBytes) return `its ${archive} has ${size} bytes, and was written with ${archiveBytes}`;
  return sizes.has('manifest') ? undefined : 'its manifest is not there';
}

/** SHA-256 of the manifest; empty when the sidecar is not what was written. */
export function manifestSumOf(sidecar: Uint8Array): string {
  return textOf(readSealed(sidecar)?.members.get('manifest'));
}

function unreadable(id: string, problem: string): StoredBackup {
  return { ...readMembers(id, new Map()), verified: 'damaged', problem };
}

function readMembers(id: string, members: Members): StoredBackup {
  const text = (name: string): string => textOf(members.get(name));
  const count = (name: string): number => (Number.isSafeInteger(members.get(name)) ? Number(members.get(name)) : 0);
  return {
    id,
    environment: text('environment'),
    releaseId: text('release'),
    version: text('version'),
    at: text('at'),
    by: text('by'),
    run: text('run'),
    size: count('size'),
    archiveBytes: count('archiveBytes'),
    files: count('files'),
    sha256: text('sha256'),
    archive: text('archive'),
    verified: 'no',
    verifiedAt: '',
    databases: pairs(members.get('databases')).map(readDatabase),
    omitted: pairs(members.get('omitted')).map(readOmitted),
    problem: '',
  };
}

function problemOf(stored: StoredBackup, members: Members, { environment }: BackupPlace): string {
  if (members.get('schema') !== SCHEMA) return 'it was written by a newer version';
  if (members.get('id') !== stored.id) return `it says that it is ${textOf(members.get('id'))}`;
  return stored.environment === environment ? '' : `it is of environment '${stored.environment}'`;
}

/** A word about another sidecar, or one that was changed, is no word about this backup. */
function readVerified(bytes: Uint8Array | undefined, digest: string): Pick<StoredBackup, 'verified' | 'verifiedAt'> {
  const sealed = bytes === undefined ? undefined : readSealed(bytes);
  if (sealed === undefined || sealed.members.get('backup') !== digest) return { verified: 'no', verifiedAt: '' };
  const how = sealed.members.get('how');
  const verified: Verified = how === 'restore' || how === 'checksum' || how === 'damaged' ? how : 'no';
  return { verified, verifiedAt: verified === 'no' ? '' : textOf(sealed.members.get('at')) };
}

interface Sealed {
  readonly members: Members;
  readonly digest: string;
}

/** A line of JSON that ends with the SHA-256 of what stands before; undefined when it does not fit. */
function readSealed(bytes: Uint8Array): Sealed | undefined {
  const line = Buffer.from(bytes).toString('latin1');
  const [seal, digest] = SEAL.exec(line) ?? [];
  if (seal === undefined || digest === undefined) return undefined;
  const sealed = line.slice(0, -seal.length);
  if (createHash('sha256').update(sealed, 'latin1').digest('hex') !== digest) return undefined;
  const members = parseObject(line);
  return members === undefined ? undefined : { members, digest };
}

function parseObject(json: string): Members | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null ? new Map(Object.entries(value)) : undefined;
  } catch {
    return undefined;
  }
}

function pairs(value: unknown): readonly Members[] {
  if (!Array.isArray(value)) return [];
  return value.flatMap((one: unknown) =>
    typeof one === 'object' && one !== null ? [new Map<string, unknown>(Object.entries(one))] : [],
  );
}

function readDatabase(members: Members): StoredDatabase {
  return { path: textOf(members.get('path')), how: textOf(members.get('how')) };
}

function readOmitted(members: Members): OmittedPath {
  return { path: textOf(members.get('path')), reason: textOf(members.get('reason')) };
}

/** The file was read as bytes, one code unit each. */
function textOf(value: unknown): string {
  return typeof value === 'string' ? Buffer.from(value, 'latin1').toString('utf8') : '';
}
