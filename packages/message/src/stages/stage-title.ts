import { formatDuration } from '@plimsoll/figures';
import type { Stage } from './stage.ts';

/** `Verification failed (latency) after 14 s`: of our own words alone, so that it needs no escaping. */
export function stageTitle(stage: Stage): string {
  const end = ENDS[stage.verdict];
  const code = stage.code === '' || stage.code === stage.verdict ? '' : ` (${stage.code})`;
  return `${subjectOf(stage)} ${end}${code} after ${formatDuration(stage.durationMs)}`;
}

const ENDS = { pass: 'passed', fail: 'failed', inconclusive: 'is inconclusive' } as const;

/** Modes of a verification, in words. */
const MODES: ReadonlyMap<string, string> = new Map([
  ['pre', 'Verification before the deployment'],
  ['monitor', 'Monitoring'],
]);

/** What the stage did, in words of ours. */
export function subjectOf({ action, verdict, details }: Stage): string {
  switch (details.kind) {
    case 'gate':
      return 'Quality gate';
    case 'backup':
      return BACKUPS.get(details.operation) ?? 'Backup';
    case 'deployment':
      return details.isDryRun ? 'Dry run' : 'Deployment';
    case 'verification':
      return MODES.get(details.mode) ?? 'Verification';
    case 'rollback':
      // One that failed before it knew a release reports as little as a list.
      return verdict !== 'pass' && details.did === 'looked' ? 'Rollback' : ROLLBACKS[details.did];
    case 'other':
      // The name of an action has the shape of one: lower-case words with hyphens.
      return action;
  }
}

/** Operations on backups, in words. */
const BACKUPS: ReadonlyMap<string, string> = new Map([
  ['list', 'List of backups'],
  ['verify', 'Verification of a backup'],
  ['restore', 'Restoring a backup'],
]);

const ROLLBACKS = {
  'went-back': 'Rollback',
  'was-there': 'Rollback',
  confirmed: 'Confirmation',
  looked: 'List of releases',
} as const;
