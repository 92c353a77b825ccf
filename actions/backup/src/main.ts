import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import { identifyRun, logBackups, releaseHold, rememberHold, reportBackups, runBackup } from '@plimsoll/fleet';
import { type BackupInputs, readInputs } from './inputs.ts';

/** Makes, lists, verifies and restores backups on servers. */
export const backup: ActionDefinition<BackupInputs> = {
  name: 'backup',
  outputs: ['backup-id', 'size', 'sha256', 'backups'],
  inputs: readInputs,
  main: run,
  post: (inputs, context) => releaseHold(inputs.server, context),
};

async function run({ server, place, task, maxAgeMs }: BackupInputs, context: ActionContext): Promise<Outcome> {
  const identity = identifyRun('backup', context.env);
  const hold = rememberHold(context, identity.owner);
  const hosts = await runBackup({ inputs: server, place, task, maxAgeMs, identity, context, ...hold });
  if (task.operation === 'list') logBackups(hosts, context.log);
  return reportBackups(task, hosts);
}
