/** The generated parts of the documentation, between markers, so that they cannot tell another story than the code. */
import { exitCodeOf, type FailureCode, isFailureCode } from '@plimsoll/outcome';
import type { ActionMetadata, InputEntry, OutputEntry } from './metadata.ts';

/** What each failure means to the person who reads it. A new code does not compile without its line here. */
const MEANINGS: Readonly<Record<FailureCode, string>> = {
  process: 'A process or service that has to run does not.',
  database: 'The database cannot be reached or does not answer as it should.',
  health: 'The health check did not pass within its time.',
  version: 'What runs is not the version that was expected.',
  latency: 'Responses take longer than allowed.',
  'error-rate': 'More responses fail than allowed.',
  alerts: 'Alerts are firing.',
  smoke: 'A smoke test failed.',
  tls: 'The certificate or the TLS connection is not acceptable.',
  inconclusive: 'The evidence does not suffice for a verdict, which never counts as a pass.',
  'probe-environment': 'A check could not be made where it runs: a tool or the network is missing.',
  'unhealthy-before': 'The service was not healthy before anything was changed.',
  reverted: 'The new release was bad; the previous one is back and serves users.',
  'revert-failed': 'The new release was bad, and the way back failed too: a person has to look.',
  tests: 'Tests failed, are too few, or too many were skipped.',
  coverage: 'Coverage is below what was asked for.',
  findings: 'An analysis found something of a severity that is not accepted.',
  approvals: 'The required approvals are not there.',
  policy: 'A rule about branch, tag, version or environment does not hold.',
  command: 'A command of the gate failed.',
  report: 'A report is missing, empty, cut off or of an unknown form.',
  connect: 'The server could not be reached, or the connection broke.',
  'host-key': 'The server did not show a key that `known-hosts` names.',
  authentication: 'The server did not accept the user and key.',
  'remote-command': 'A command on the server failed.',
  locked: 'Another run holds the lock of this server, and did not let go in time.',
  fenced: 'This run lost its lock to another one and may not change anything any more.',
  disk: 'The server has no space, no inodes, or refuses to write.',
  integrity: 'Files on the server are not what their manifest says.',
  'remote-environment': 'The server lacks a tool or a permission that is needed.',
  backup: 'The backup could not be made or restored.',
  'backup-unverified': 'The backup could not be shown to be complete.',
  'backup-too-old': 'The newest backup is older than allowed.',
  input: 'An input of the action is missing or wrong; nothing was done.',
  'no-release': 'There is no release to go to.',
  'unexpected-current': 'The server is on another release than `expected-current` says.',
  github: 'GitHub did not answer as it should.',
  'github-permission': 'The token lacks a permission.',
  'not-delivered': 'A message could not be delivered.',
  cancelled: 'The run was cancelled.',
  internal: 'A fault in Plimsoll itself: please report it.',
};

export function inputsTable(inputs: readonly InputEntry[]): string {
  const rows = inputs.map(({ name, description, required, default: preset }) => [
    `\`${name}\``,
    describe(description),
    required ? '**required**' : showDefault(preset),
  ]);
  return table(['input', 'meaning', 'default'], rows);
}

export function outputsTable(outputs: readonly OutputEntry[]): string {
  return table(
    ['output', 'meaning'],
    outputs.map(({ name, description }) => [`\`${name}\``, describe(description)]),
  );
}

/** One row per failure code, in the order of the numbers. */
export function failureCodesTable(): string {
  const codes = Object.keys(MEANINGS).filter(isFailureCode);
  const rows = codes
    .sort((one, other) => exitCodeOf(one) - exitCodeOf(other))
    .map((code) => [String(exitCodeOf(code)), `\`${code}\``, MEANINGS[code]]);
  return table(['exit code', '`failure-code`', 'meaning'], [['0', '', 'Passed.'], ...rows]);
}

/** One row per action, with a link to its page. */
export function actionsTable(actions: ReadonlyMap<string, ActionMetadata>): string {
  const rows = [...actions].map(([name, metadata]) => [
    `[\`${name}\`](actions/${name}/README.md)`,
    describe(metadata.description),
  ]);
  return table(['action', 'what it does'], rows);
}

/**
 * The page with the text between `<!-- <name>:start … -->` and `<!-- <name>:end -->` replaced.
 * Throws when the page lacks the markers.
 */
export function withGenerated(page: string, name: string, generated: string): string {
  const markers = new RegExp(`(<!-- ${name}:start[^>]*-->\\n)[\\s\\S]*?(<!-- ${name}:end -->)`, 'u');
  if (!markers.test(page)) throw new Error(`the markers <!-- ${name}:start --> and <!-- ${name}:end --> are missing`);
  return page.replace(markers, (_, start: string, end: string) => `${start}\n${generated}\n\n${end}`);
}

function showDefault(preset: string | undefined): string {
  return preset === undefined || preset === '' ? '' : `\`${preset.trim().replaceAll('\n', ' ')}\``;
}

/** A description of several lines becomes one cell. */
function describe(description: string): string {
  return description
    .trim()
    .replaceAll('|', '\\|')
    .replaceAll(/\s*\n\s*/gu, ' ');
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map(() => '---')), ...rows.map(line)].join('\n');
}
