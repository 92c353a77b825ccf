import { type Cell, code, escapeMarkdown, type Log, markdownTable, type Outcome } from '@plimsoll/action-kit';
import { formatBytes, formatDuration } from '@plimsoll/figures';
import type { Json } from '@plimsoll/outcome';
import { displayPath, type StoredBackup } from '@plimsoll/release-store';
import { handedOut } from '../handed-out.ts';
import type { BackupTask } from './backup-request.ts';
import { newestVerified } from './max-age.ts';
import type { HostBackups } from './run-backup.ts';

type Operation = BackupTask['operation'];

/** A summary lists this many backups of a host. */
const LISTED_BACKUPS = 50;
const NAMED_DATABASES = 20;
const LISTED_PATHS = 50;

const TITLES: { readonly [operation in Operation]: string } = {
  create: 'Backup',
  list: 'Backups',
  verify: 'Verification of a backup',
  restore: 'Restored backup',
};

const VERIFIED_TEXTS: { readonly [verified in StoredBackup['verified']]: string } = {
  restore: 'by restoring it',
  checksum: 'by checksum',
  no: 'not verified',
  damaged: 'damaged',
};

/** The outcome of a task: one sentence, outputs of the first host that has anything, facts, and tables for the summary. */
export function reportBackups(task: BackupTask, hosts: readonly HostBackups[]): Outcome {
  const failed = hosts.find(({ code: hostCode }) => hostCode !== '');
  const first = hosts.find(({ isNew }) => !isNew) ?? hosts[0];
  // Whoever goes on with a backup must not take the one of another host for the one that failed.
  const shown = failed === undefined ? first?.backup : undefined;
  const summary = failed === undefined ? passedSentence(task, hosts) : failedSentence(hosts);
  return {
    verdict: failed === undefined ? 'pass' : 'fail',
    code: failed?.code ?? '',
    summary,
    outputs: {
      'backup-id': shown?.id ?? '',
      size: shown === undefined ? '' : String(shown.size),
      sha256: shown?.sha256 ?? '',
      backups: handedOut((first?.backups ?? []).map(backupRow)),
    },
    facts: { operation: task.operation, hosts: hosts.map(hostFacts) },
    report: [
      `### ${TITLES[task.operation]}`,
      ...summary.split('\n').map(escapeMarkdown),
      ...tables(task.operation, hosts),
    ].join('\n\n'),
  };
}

/** Prints all backups of all hosts. */
export function logBackups(hosts: readonly HostBackups[], log: Log): void {
  for (const { label, backups } of hosts) {
    log.info(`${label}: ${countText(backups.length)}`);
    for (const one of backups)
      log.info(
        `  ${one.id}  ${one.version}  ${one.at}  ${formatBytes(one.size)}  ${VERIFIED_TEXTS[one.verified]}  ${one.problem}`.trimEnd(),
      );
  }
}

function tables(operation: Operation, hosts: readonly HostBackups[]): readonly string[] {
  if (operation === 'list')
    return hosts.flatMap(({ label, backups }) => [`#### ${code(label)}`, ...backupTable(backups)]);
  const rows = hosts.map((host): readonly Cell[] => [
    host.label,
    host.code || (host.isNew ? 'nothing to back up' : 'done'),
    { code: host.backup?.id ?? '–' },
    host.backup?.version ?? '',
    host.backup === undefined ? '' : formatBytes(host.backup.size),
    host.backup === undefined ? '' : formatBytes(host.backup.archiveBytes),
    host.backup === undefined ? '' : VERIFIED_TEXTS[host.backup.verified],
    formatDuration(host.durationMs),
  ]);
  return [
    markdownTable(['Host', 'State', 'Backup', 'Version', 'Size', 'Archive', 'Verified', 'Time'], rows),
    ...remarks(hosts),
  ];
}

function backupTable(backups: readonly StoredBackup[]): readonly string[] {
  const rows = backups
    .slice(0, LISTED_BACKUPS)
    .map((one): readonly Cell[] => [
      { code: one.id },
      one.version,
      one.at,
      formatBytes(one.size),
      formatBytes(one.archiveBytes),
      one.problem === '' ? VERIFIED_TEXTS[one.verified] : `${VERIFIED_TEXTS[one.verified]}: ${one.problem}`,
    ]);
  const rest = backups.length - rows.length;
  return [
    rows.length === 0 ? 'None.' : markdownTable(['Backup', 'Version', 'Time', 'Size', 'Archive', 'Verified'], rows),
    ...(rest > 0 ? [`… and ${rest} more.`] : []),
  ];
}

/** What a table has no room for, as a list. */
function remarks(hosts: readonly HostBackups[]): readonly string[] {
  const lines = hosts.flatMap((host) => remarksOn(host).map((remark) => `- ${code(host.label)}: ${remark}`));
  return lines.length === 0 ? [] : [lines.join('\n')];
}

function remarksOn({ backup, removed, downloaded, restored }: HostBackups): readonly string[] {
  const { databases = [], omitted = [] } = backup ?? {};
  const rest = omitted.length - LISTED_PATHS;
  return [
    ...(restored === '' ? [] : [`restored into ${code(restored)}`]),
    ...(downloaded === '' ? [] : [`fetched to ${code(downloaded)}`]),
    ...databases
      .slice(0, LISTED_PATHS)
      .map(({ path, how }) => `database ${code(displayPath(path))}, taken by ${escapeMarkdown(how)}`),
    ...omitted
      .slice(0, LISTED_PATHS)
      .map(({ path, reason }) => `left out ${code(displayPath(path))}: ${escapeMarkdown(reason)}`),
    ...(rest > 0 ? [`left out ${rest} more`] : []),
    ...(removed.length === 0 ? [] : [`removed ${removed.map(code).join(', ')}`]),
  ];
}

/** The form of the output `backups`. */
function backupRow(backup: StoredBackup): { readonly [key: string]: Json } {
  const { id, releaseId, version, at, size, sha256, verified } = backup;
  return { id, releaseId, version, at, size, sha256, verified };
}

function hostFacts(host: HostBackups): Json {
  const { label, isNew, backup, backups, removed, restored, code: failure, durationMs } = host;
  return {
    host: label,
    code: failure,
    new: isNew,
    backup: backup?.id ?? '',
    size: backup?.size ?? 0,
    archiveBytes: backup?.archiveBytes ?? 0,
    files: backup?.files ?? 0,
    verified: backup?.verified ?? '',
    omitted: backup?.omitted.length ?? 0,
    databases: (backup?.databases ?? [])
      .slice(0, NAMED_DATABASES)
      .map(({ path, how }): Json => ({ path: displayPath(path), how })),
    backups: backups.length,
    newestVerified: newestVerified(backups)?.id ?? '',
    removed,
    restored,
    durationMs,
  };
}

function passedSentence({ operation }: BackupTask, hosts: readonly HostBackups[]): string {
  const parts = hosts.map((host) => `${host.label}: ${passedText(operation, host)}`);
  return `${parts.join('; ')}.`;
}

function passedText(operation: Operation, { isNew, backup, backups, restored, durationMs }: HostBackups): string {
  if (isNew) return 'no release yet, and nothing to back up';
  const id = backup?.id ?? '';
  const verified = backup === undefined ? '' : VERIFIED_TEXTS[backup.verified];
  switch (operation) {
    case 'create':
      return `${id} made in ${formatDuration(durationMs)}, ${backup?.verified === 'no' ? 'not verified' : `verified ${verified}`}`;
    case 'verify':
      return `${id} verified ${verified}`;
    case 'restore':
      return `${id} restored into ${restored}`;
    case 'list':
      return countText(backups.length);
  }
}

function failedSentence(hosts: readonly HostBackups[]): string {
  const failed = hosts.filter(({ code: failure }) => failure !== '');
  const text = failed.map(({ label, detail }) => (hosts.length > 1 ? `${label}: ${detail}` : detail)).join('\n');
  const passed = hosts.filter(({ code: failure, isNew }) => failure === '' && !isNew).length;
  return passed === 0 ? text : `${text}\nThe other ${passed === 1 ? 'host has' : `${passed} hosts have`} done it.`;
}

function countText(count: number): string {
  return count === 1 ? '1 backup' : `${count} backups`;
}
