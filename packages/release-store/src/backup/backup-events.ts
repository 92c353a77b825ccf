import { Failure } from '@plimsoll/outcome';
import type { RemoteEvent } from '@plimsoll/ssh';
import { unheard } from '../start-execution.ts';
import type { BackupPlace, BackupProgress, StoredBackup } from './contract.ts';
import { type BackupFiles, manifestSumOf, readStoredBackup } from './stored-backup.ts';

const PHASES: readonly BackupProgress['phase'][] = ['hash', 'archive', 'unpack', 'compare', 'send'];

type Found = { -readonly [member in keyof BackupFiles]: BackupFiles[member] };

/** Collects what the programs of backups tell. */
export class BackupEvents {
  private readonly texts = new Map<string, string[]>();
  private readonly found: Found[] = [];
  private readonly onProgress: (progress: BackupProgress) => void;

  constructor(onProgress: (progress: BackupProgress) => void) {
    this.onProgress = onProgress;
  }

  readonly hear = (event: RemoteEvent): void => {
    const last = this.found.at(-1);
    if (event.name === 'progress') this.progress(event.value);
    else if (event.name === 'backup')
      this.found.push({ id: toText(event.value), sidecar: undefined, verified: undefined, sizes: new Map() });
    else if (event.name === 'files' && last !== undefined) last.sizes = readSizes(event.value);
    else if (event.name === 'backup-file' && last !== undefined) last.sidecar = event.block;
    else if (event.name === 'verified-file' && last !== undefined) last.verified = event.block;
    else this.texts.set(event.name, [...this.all(event.name), toText(event.value)]);
  };

  /** All values of an event, as text. */
  all(name: string): readonly string[] {
    return this.texts.get(name) ?? [];
  }

  /** @throws Failure('remote-environment') when the server did not say it. */
  one(name: string): string {
    const value = this.all(name)[0];
    if (value === undefined) throw unheard(name);
    return value;
  }

  backups(place: BackupPlace): readonly StoredBackup[] {
    return this.found.map((files) => readStoredBackup(files, place));
  }

  /**
   * The one backup that the execution was about.
   * @throws Failure('integrity') when what came is not what was written.
   */
  backup(place: BackupPlace): StoredBackup {
    const [backup] = this.backups(place);
    if (backup === undefined) throw unheard('backup');
    if (backup.problem !== '') throw new Failure('integrity', `Backup ${backup.id} cannot be used: ${backup.problem}.`);
    return backup;
  }

  /** The sidecar of the one backup as it lies on the server. */
  sidecar(): Uint8Array {
    const bytes = this.found[0]?.sidecar;
    if (bytes === undefined) throw unheard('backup-file');
    return bytes;
  }

  /** SHA-256 of the manifest as the sidecar has it. */
  manifestSum(): string {
    return manifestSumOf(this.sidecar());
  }

  private progress(value: string): void {
    const [name = '', done = '0', total = '0'] = value.split(' ');
    const phase = PHASES.find((known) => known === name);
    if (phase !== undefined) this.onProgress({ phase, doneBytes: Number(done), totalBytes: Number(total) });
  }
}

/** `<name> <bytes>`, one after the other. */
function readSizes(text: string): ReadonlyMap<string, number> {
  return new Map([...text.matchAll(/(\S+) (\d+)/g)].map(([, name = '', bytes]) => [name, Number(bytes)]));
}

function toText(bytes: string): string {
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
