import { formatBytes, formatDuration } from '@plimsoll/figures';
import type { BackupLine, CheckLine, Details, HostLine, RuleLine } from './stage.ts';
import { verifiedText } from './verified-text.ts';

/** Many lines of one kind, with the word to count them by. */
export interface StageTable {
  readonly what: string;
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** Hosts of a deployment, rollback or backup, checks of a verification, rules of a gate. */
export function tableOf(details: Details): StageTable | undefined {
  switch (details.kind) {
    case 'gate':
      return ruleTable(details.rules);
    case 'deployment':
      return hostTable(details.hosts);
    case 'verification':
      return checkTable(details.checks);
    case 'rollback':
      return hostTable(details.hosts);
    case 'backup':
      return backupTable(details.backups);
    case 'other':
      return undefined;
  }
}

/** What is not well comes first, since the end of a long table may have no room. */
function badFirst<T>(lines: readonly T[], isGood: (line: T) => boolean): readonly T[] {
  return lines.toSorted((a, b) => Number(isGood(a)) - Number(isGood(b)));
}

function ruleTable(rules: readonly RuleLine[]): StageTable {
  const rows = badFirst(rules, ({ verdict }) => verdict === 'pass');
  return {
    what: 'rule',
    heads: ['Rule', 'Verdict', 'Seen', 'Wanted'],
    rows: rows.map(({ rule, verdict, seen, wanted }) => [rule, verdict, seen, wanted]),
  };
}

function checkTable(checks: readonly CheckLine[]): StageTable {
  const rows = badFirst(checks, ({ verdict }) => verdict === 'pass');
  return {
    what: 'check',
    heads: ['Check', 'Verdict', 'Code'],
    rows: rows.map(({ name, verdict, code }) => [name, verdict, code]),
  };
}

function backupTable(backups: readonly BackupLine[]): StageTable | undefined {
  if (backups.length < 2) return undefined;
  const rows = badFirst(backups, ({ code }) => code === '');
  return {
    what: 'host',
    heads: ['Host', 'Code', 'Backup', 'Size', 'Verified'],
    rows: rows.map(({ host, code, backup, bytes, verified }) => [
      host,
      code,
      backup,
      bytes === undefined ? '' : formatBytes(bytes),
      verifiedText(verified),
    ]),
  };
}

/** States of hosts that nobody has to look at. */
const QUIET = new Set(['healthy', 'planned']);

function hostTable(hosts: readonly HostLine[]): StageTable {
  const sorted = badFirst(hosts, ({ state }) => QUIET.has(state));
  return {
    what: 'host',
    heads: ['Host', 'State', 'Code', 'Time', 'Sent'],
    rows: sorted.map(({ host, state, code, durationMs, bytes }) => [
      host,
      state,
      code,
      durationMs === undefined ? '' : formatDuration(durationMs),
      bytes === undefined ? '' : formatBytes(bytes),
    ]),
  };
}
