import { fromText } from '../byte-path.ts';
import { seconds } from '../start-execution.ts';
import type { StoreSettings } from '../store-contract.ts';
import { BackupEvents } from './backup-events.ts';
import type { BackupPlace, BackupSpec, CreateBackupRequest, CreatedBackup } from './contract.ts';
import { exclusionExpressions } from './paths.ts';
import { startBackup } from './start-backup.ts';

/** Takes a backup where there is something to save, verifies it, and removes those that nobody wants any more. */
export async function createBackup(settings: StoreSettings, request: CreateBackupRequest): Promise<CreatedBackup> {
  const { place, spec } = request;
  const events = new BackupEvents(request.onProgress);
  const args = {
    do: 'create',
    time: request.time,
    host: request.host,
    ...describe(spec),
    entry: ledgerEntry(spec, place),
  };
  await startBackup(settings, { ...request, events, args }).done;
  if (events.all('nothing').length > 0) return { kind: 'nothing' };
  return { kind: 'made', backup: events.backup(place), removed: events.all('removed'), notes: events.all('note') };
}

function describe(spec: BackupSpec): Readonly<Record<string, string>> {
  const { version, by, run } = spec.info;
  return {
    paths: fromText(
      spec.paths.map(({ pattern, optional }) => `${optional ? 'optional' : 'needed'} ${pattern}`).join('\n'),
    ),
    excluded: fromText(exclusionExpressions(spec.excluded).join('\n')),
    before: fromText(spec.before),
    after: fromText(spec.after),
    verify: spec.verify,
    keep: String(spec.keep),
    keep_for: seconds(spec.keepForMs),
    command_timeout: seconds(spec.commandTimeoutMs),
    version: version === '' ? '' : json(version),
    info: `"by":${json(by)},"run":${json(run)}`,
  };
}

function ledgerEntry({ info }: BackupSpec, { environment }: BackupPlace): string {
  return `"by":${json(info.by)},"run":${json(info.run)},"action":"backup","environment":${json(environment)}`;
}

function json(text: string): string {
  return fromText(JSON.stringify(text));
}
