import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { Writable } from 'node:stream';
import { Failure } from '@plimsoll/outcome';
import { fromText } from '../byte-path.ts';
import { BACKUP } from '../programs/backup.ts';
import { startExecution, unheard } from '../start-execution.ts';
import type { StoreSettings } from '../store-contract.ts';
import { BackupEvents } from './backup-events.ts';
import type { BackupFile, BackupProgress, DownloadBackupRequest, DownloadedBackup, StoredBackup } from './contract.ts';
import { BACKUP_LIMIT_MS } from './start-backup.ts';

/** Streams a backup to this machine: memory does not grow with its size. Needs no lease and changes nothing on the server. */
export async function downloadBackup(
  settings: StoreSettings,
  request: DownloadBackupRequest,
): Promise<DownloadedBackup> {
  const { place, signal } = request;
  const events = new BackupEvents(request.onProgress);
  const files = new ArrivingFiles(request, () => events.all('archive-name')[0] ?? '');
  const { done } = startExecution(settings, BACKUP.backups, {
    args: {
      do: 'download',
      intent: 'recover',
      id: fromText(request.id),
      folder: fromText(place.folder),
      environment: fromText(place.environment),
    },
    onEvent: events.hear,
    onBlock: files.receive,
    signal,
    limitMs: BACKUP_LIMIT_MS,
  });
  await done;
  const backup = events.backup(place);
  await files.keep('backup.json', events.sidecar());
  compare(backup, [
    { what: 'manifest', here: files.sum('manifest'), written: events.manifestSum() },
    { what: backup.archive, here: files.sum('archive'), written: backup.sha256, sent: events.one('archive-sum') },
  ]);
  return { backup, sha256: files.sum('archive') };
}

interface Sums {
  readonly what: string;
  readonly here: string;
  readonly written: string;
  /** What the server hashed when it sent the file. */
  readonly sent?: string;
}

function compare({ id }: StoredBackup, all: readonly Sums[]): void {
  for (const { what, here, written, sent = here } of all) {
    if (here !== sent) {
      throw new Failure(
        'integrity',
        `${what} of backup ${id} arrived as ${here}, the server sent ${sent}. Download it again.`,
      );
    }
    if (here !== written) {
      throw new Failure(
        'integrity',
        `${what} of backup ${id} is ${here}, but was written as ${written}. It is damaged on the server; take another one.`,
      );
    }
  }
}

interface Arriving {
  readonly file: BackupFile;
  readonly name: string;
  readonly size: number;
}

const TELL_AFTER_MS = 2_000;

/** Opens a place for each file that comes, and hashes what passes through. */
class ArrivingFiles {
  private readonly request: DownloadBackupRequest;
  private readonly archiveName: () => string;
  private readonly sums = new Map<BackupFile, string>();

  constructor(request: DownloadBackupRequest, archiveName: () => string) {
    this.request = request;
    this.archiveName = archiveName;
  }

  /** Blocks with other names are for the report, and are kept in memory. */
  readonly receive = (name: string, size: number): Writable | undefined => {
    if (name === 'manifest') return this.place({ file: 'manifest', name, size }, () => undefined);
    if (name === 'archive')
      return this.place(
        { file: 'archive', name: this.archiveName(), size },
        tellSometimes(this.request.onProgress, size),
      );
    return undefined;
  };

  /** Writes a file that is here already. */
  async keep(file: BackupFile, bytes: Uint8Array): Promise<void> {
    const stream = this.request.open(file, file, bytes.length);
    stream.end(bytes);
    await once(stream, 'finish');
  }

  /** @throws Failure('remote-environment') when the file did not come. */
  sum(file: BackupFile): string {
    const sum = this.sums.get(file);
    if (sum === undefined) throw unheard(file);
    return sum;
  }

  private place({ file, name, size }: Arriving, onBytes: (bytes: number) => void): Writable {
    const hash = createHash('sha256');
    const target = this.request.open(file, name, size);
    const passage = new Writable({
      write: (chunk: Buffer, _encoding, done) => {
        hash.update(chunk);
        onBytes(chunk.length);
        if (target.write(chunk)) done();
        else target.once('drain', done);
      },
      final: (done) => {
        this.sums.set(file, hash.digest('hex'));
        target.end(done);
      },
      destroy: (error, done) => {
        if (error !== null) target.destroy();
        done(error);
      },
    });
    target.once('error', (error) => passage.destroy(error));
    return passage;
  }
}

function tellSometimes(onProgress: (progress: BackupProgress) => void, totalBytes: number): (bytes: number) => void {
  let doneBytes = 0;
  let toldAt = performance.now();
  return (bytes) => {
    doneBytes += bytes;
    if (performance.now() - toldAt < TELL_AFTER_MS) return;
    toldAt = performance.now();
    onProgress({ phase: 'send', doneBytes, totalBytes });
  };
}
