import type { ActionContext } from '@plimsoll/action-kit';
import type { SwitchReport } from '@plimsoll/release-store';

const NO_WATCHDOG =
  'nothing on the server goes back at the deadline, because it ends all processes of a user at logout (KillUserProcesses of logind). Run `loginctl enable-linger` for the user once, as root.';

/** A switch that nobody guards is not refused, but whoever reads the log is to know. */
export function warnWithoutWatchdog(label: string, { watchdog }: SwitchReport, log: ActionContext['log']): void {
  if (watchdog === 'none') log.warning(`${label}: ${NO_WATCHDOG}`);
}
