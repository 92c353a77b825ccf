import { readFileSync } from 'node:fs';

/*
 * The programs that run on the server: function files, and a main part that calls them. Each literal `new URL` is found by the
 * bundler, which puts the file beside the bundle.
 */
const layout = readFileSync(new URL('../remote/layout.sh', import.meta.url), 'utf8');
const lease = readFileSync(new URL('../remote/lease.sh', import.meta.url), 'utf8');
const releases = readFileSync(new URL('../remote/releases.sh', import.meta.url), 'utf8');
const ledger = readFileSync(new URL('../remote/ledger.sh', import.meta.url), 'utf8');
const activate = readFileSync(new URL('../remote/activate.sh', import.meta.url), 'utf8');
const armed = readFileSync(new URL('../remote/armed.sh', import.meta.url), 'utf8');
const watchdog = readFileSync(new URL('../remote/watchdog.sh', import.meta.url), 'utf8');
const open = readFileSync(new URL('../remote/open.sh', import.meta.url), 'utf8');
const stage = readFileSync(new URL('../remote/stage.sh', import.meta.url), 'utf8');
const switchOver = readFileSync(new URL('../remote/switch.sh', import.meta.url), 'utf8');
const close = readFileSync(new URL('../remote/close.sh', import.meta.url), 'utf8');
const backupScratch = readFileSync(new URL('../remote/backup-scratch.sh', import.meta.url), 'utf8');
const backupEntries = readFileSync(new URL('../remote/backup-entries.sh', import.meta.url), 'utf8');
const backupPaths = readFileSync(new URL('../remote/backup-paths.sh', import.meta.url), 'utf8');
const backupManifest = readFileSync(new URL('../remote/backup-manifest.sh', import.meta.url), 'utf8');
const backupCopies = readFileSync(new URL('../remote/backup-copies.sh', import.meta.url), 'utf8');
const backupArchive = readFileSync(new URL('../remote/backup-archive.sh', import.meta.url), 'utf8');
const backupProgress = readFileSync(new URL('../remote/backup-progress.sh', import.meta.url), 'utf8');
const backupSidecar = readFileSync(new URL('../remote/backup-sidecar.sh', import.meta.url), 'utf8');
const backupVerify = readFileSync(new URL('../remote/backup-verify.sh', import.meta.url), 'utf8');
const backupDumps = readFileSync(new URL('../remote/backup-dumps.sh', import.meta.url), 'utf8');
const backupKeep = readFileSync(new URL('../remote/backup-keep.sh', import.meta.url), 'utf8');
const backupRestore = readFileSync(new URL('../remote/backup-restore.sh', import.meta.url), 'utf8');
const backupTell = readFileSync(new URL('../remote/backup-tell.sh', import.meta.url), 'utf8');
const backup = readFileSync(new URL('../remote/backup.sh', import.meta.url), 'utf8');
const backups = readFileSync(new URL('../remote/backups.sh', import.meta.url), 'utf8');

const base = [layout, lease, releases];
const all = [...base, ledger, activate, armed, watchdog, backupScratch];
const readsBackups = [backupEntries, backupProgress, backupSidecar, backupTell];
const makesBackups = [
  ...readsBackups,
  backupScratch,
  backupPaths,
  backupManifest,
  backupCopies,
  backupArchive,
  backupVerify,
  backupDumps,
  backupKeep,
  backupRestore,
];

/** The four executions of a deployment, and the two of backups; see the head of each file for what it does. */
export const PROGRAMS: { readonly [name in 'open' | 'stage' | 'switch' | 'close' | 'backup' | 'backups']: string } = {
  open: [...all, open].join('\n'),
  stage: [...base, stage].join('\n'),
  switch: [...all, switchOver].join('\n'),
  close: [...all, close].join('\n'),
  backup: [...base, ledger, activate, ...makesBackups, backup].join('\n'),
  backups: [...base, ...readsBackups, backups].join('\n'),
};
