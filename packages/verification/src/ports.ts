import type { ProbePorts, RemoteShell } from '@plimsoll/probe';

/** What a verification needs of the world. */
export interface VerificationPorts extends ProbePorts {
  /** Resolves after so many milliseconds, or at once when the signal is aborted. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
  /** Servers for checks of processes, commands and databases; empty where no `hosts` were given. */
  readonly shells: readonly RemoteShell[];
  /** One line about how far it is. */
  progress(line: string): void;
  /** Aborted when the run is cancelled. */
  readonly signal: AbortSignal;
}
