import { fromText } from './byte-path.ts';

/** How a release is brought to life and asked whether it is well. It stays with the release, so that whoever switches to it later does the same. */
export interface Runbook {
  /** systemd units; `user:name` for units of the user's own manager. */
  readonly services: readonly string[];
  readonly afterSwitch: string;
  readonly healthCommand: string;
  readonly healthUrl: string;
  readonly healthTimeoutMs: number;
  readonly startupWaitMs: number;
  readonly commandTimeoutMs: number;
}

/** The file on the server: a name and a value a line, with the escapes of the wire. */
export function formatRunbook(runbook: Runbook): string {
  const seconds = (ms: number): string => String(Math.ceil(ms / 1000));
  const lines: readonly (readonly [string, string])[] = [
    ['services', runbook.services.join('\n')],
    ['after_switch', runbook.afterSwitch],
    ['health_command', runbook.healthCommand],
    ['health_url', runbook.healthUrl],
    ['health_timeout', seconds(runbook.healthTimeoutMs)],
    ['startup_wait', seconds(runbook.startupWaitMs)],
    ['command_timeout', seconds(runbook.commandTimeoutMs)],
  ];
  return lines.map(([name, value]) => `${name} ${onOneLine(fromText(value))}\n`).join('');
}

function onOneLine(value: string): string {
  return value.replaceAll('\\', '\\\\').replaceAll('\n', '\\n');
}
