import { checkWildcards, type InputReader } from '@plimsoll/action-kit';
import { type DeploymentRequest, readServerInputs, type ServerInputs } from '@plimsoll/fleet';
import { Failure } from '@plimsoll/outcome';
import { parseGlob, parseInnerPath, parseLinkMapping, type Runbook } from '@plimsoll/release-store';

export interface DeployInputs {
  readonly server: ServerInputs;
  readonly deployment: DeploymentRequest;
  readonly dryRun: boolean;
}

const MINUTE = 60_000;

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): DeployInputs {
  const server = readServerInputs(read);
  const content = readContent(read);
  const hooks = { prepare: read.optionalText('prepare') ?? '', beforeSwitch: read.optionalText('before-switch') ?? '' };
  const runbook = readRunbook(read, server.commandTimeoutMs);
  const deployment: DeploymentRequest = {
    ...content,
    ...hooks,
    runbook,
    confirmWithinMs: read.duration('confirm-within', { min: 10_000, max: 24 * 60 * MINUTE, default: '10m' }),
    confirm: read.choice('confirm', ['auto', 'later'], { default: 'auto' }),
    keepReleases: read.integer('keep-releases', { min: 2, max: 100, default: '5' }),
    verifyContent: read.choice('verify-content', ['full', 'changed'], { default: 'full' }),
  };
  checkTimes(read, deployment);
  return { server, deployment, dryRun: read.boolean('dry-run', { default: 'false' }) };
}

function readContent(
  read: InputReader,
): Pick<DeploymentRequest, 'source' | 'include' | 'exclude' | 'version' | 'shared' | 'links' | 'envFile'> {
  return {
    source: read.text('source'),
    include: read.parsedLines('include', parsePattern),
    exclude: read.parsedLines('exclude', parsePattern),
    version: read.optionalParsed('version', parseVersion) ?? '',
    shared: read.parsedLines('shared', parseInnerPath),
    links: read.parsedLines('links', parseLinkMapping),
    envFile: read.optionalSecret('env-file'),
  };
}

function readRunbook(read: InputReader, commandTimeoutMs: number): Runbook {
  return {
    afterSwitch: read.optionalText('after-switch') ?? '',
    services: read.parsedLines('services', parseUnit),
    healthCommand: read.optionalText('health-command') ?? '',
    healthUrl: read.optionalParsed('health-url', parseHealthUrl) ?? '',
    healthTimeoutMs: read.duration('health-timeout', { min: 1_000, max: 60 * MINUTE, default: '60s' }),
    startupWaitMs: read.duration('startup-wait', { min: 0, max: 10 * MINUTE, default: '0s' }),
    commandTimeoutMs,
  };
}

/** A deadline that comes before the gate can have answered would revert good releases. */
function checkTimes(read: InputReader, { runbook, confirmWithinMs }: DeploymentRequest): void {
  if (!read.sound('health-timeout', 'startup-wait', 'confirm-within')) return;
  const needed = runbook.startupWaitMs + runbook.healthTimeoutMs;
  if (confirmWithinMs <= needed) {
    read.problem(
      'confirm-within',
      `must be longer than startup-wait and health-timeout together (${needed / 1000} s), or good releases are reverted before they can answer`,
    );
  }
}

function parsePattern(line: string): string {
  return parseGlob(checkWildcards(line));
}

function parseVersion(text: string): string {
  if (/^[\x21-\x7e]{1,128}$/.test(text)) return text;
  throw new Failure(
    'input',
    `'${text.slice(0, 40)}' is not a version of at most 128 printable characters without spaces`,
  );
}

function parseUnit(text: string): string {
  if (/^(?:user:)?[A-Za-z0-9][A-Za-z0-9:_.@\\-]{0,200}$/.test(text)) return text;
  throw new Failure(
    'input',
    `'${text}' is not the name of a systemd unit, such as 'app.service' or 'user:app.service'${/[\s,;]/.test(text) ? '; write one per line' : ''}`,
  );
}

function parseHealthUrl(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url !== undefined && (url.protocol === 'http:' || url.protocol === 'https:') && /^[\x21-\x7e]+$/.test(text))
    return text;
  throw new Failure('input', `'${text}' is not an http or https address, such as 'http://127.0.0.1:8000/health'`);
}
