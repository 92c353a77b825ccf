import type { Log } from '@plimsoll/action-kit';
import { formatBytes } from '@plimsoll/figures';
import type { BackupProgress } from '@plimsoll/release-store';

const EVERY_MS = 5_000;

const PHASES: { readonly [phase in BackupProgress['phase']]: string } = {
  list: 'listing',
  hash: 'hashing',
  archive: 'archiving',
  unpack: 'unpacking',
  compare: 'comparing',
  send: 'fetching',
};

/** Prints how far long work on a server is, now and then; what is over soon prints nothing. */
export function createProgressLog(
  label: string,
  log: Log,
  tick: () => number = () => performance.now(),
): (one: BackupProgress) => void {
  let toldAt = tick();
  return ({ phase, doneBytes, totalBytes }) => {
    if (tick() - toldAt < EVERY_MS) return;
    toldAt = tick();
    const of = totalBytes > 0 ? ` of ${formatBytes(totalBytes)}` : '';
    log.info(`${label}: ${PHASES[phase]}: ${formatBytes(doneBytes)}${of}`);
  };
}
