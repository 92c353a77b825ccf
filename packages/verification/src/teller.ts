import type { VerificationPorts } from './ports.ts';

/** A log of a quarter of an hour should still be read. */
const TOLD_EVERY_MS = 5_000;

/** Tells how far something is, but only every five seconds; the line is made only when it is told. */
export function createTeller(ports: Pick<VerificationPorts, 'now' | 'progress'>): (line: () => string) => void {
  let toldAt = ports.now();
  return (line) => {
    if (ports.now() - toldAt < TOLD_EVERY_MS) return;
    toldAt = ports.now();
    ports.progress(line());
  };
}
