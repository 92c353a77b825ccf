import { readFileSync } from 'node:fs';
import { activate, base, compose, ledger, type Program, scratch } from './program.ts';

const making = readFileSync(new URL('../../remote/backup-scratch.sh', import.meta.url), 'utf8');
const entries = readFileSync(new URL('../../remote/backup-entries.sh', import.meta.url), 'utf8');
const paths = readFileSync(new URL('../../remote/backup-paths.sh', import.meta.url), 'utf8');
const manifest = readFileSync(new URL('../../remote/backup-manifest.sh', import.meta.url), 'utf8');
const copies = readFileSync(new URL('../../remote/backup-copies.sh', import.meta.url), 'utf8');
const archive = readFileSync(new URL('../../remote/backup-archive.sh', import.meta.url), 'utf8');
const progress = readFileSync(new URL('../../remote/backup-progress.sh', import.meta.url), 'utf8');
const sidecar = readFileSync(new URL('../../remote/backup-sidecar.sh', import.meta.url), 'utf8');
const memory = readFileSync(new URL('../../remote/backup-memory.sh', import.meta.url), 'utf8');
const verify = readFileSync(new URL('../../remote/backup-verify.sh', import.meta.url), 'utf8');
const dumps = readFileSync(new URL('../../remote/backup-dumps.sh', import.meta.url), 'utf8');
const keep = readFileSync(new URL('../../remote/backup-keep.sh', import.meta.url), 'utf8');
const restore = readFileSync(new URL('../../remote/backup-restore.sh', import.meta.url), 'utf8');
const tell = readFileSync(new URL('../../remote/backup-tell.sh', import.meta.url), 'utf8');
const backup = readFileSync(new URL('../../remote/backup.sh', import.meta.url), 'utf8');
const backups = readFileSync(new URL('../../remote/backups.sh', import.meta.url), 'utf8');

const reads = [entries, progress, sidecar, tell];
const makes = [scratch, making, paths, manifest, copies, archive, memory, verify, dumps, keep, restore];

/** The two executions of backups: `backup` changes something, `backups` only looks. */
export const BACKUP: { readonly [name in 'backup' | 'backups']: Program } = {
  backup: compose('backup', [...base, ledger, activate, ...reads, ...makes, backup]),
  backups: compose('backups', [...base, ...reads, backups]),
};
