import type { InputReader } from '@plimsoll/action-kit';
import { readOptionalServerInputs, type ServerInputs } from '@plimsoll/fleet';
import { Failure } from '@plimsoll/outcome';
import type { Mode, PlanSettings } from '@plimsoll/verification';

export interface VerifyInputs {
  /** YAML, or the path of a file with it; empty where `healthUrl` is given. */
  readonly checks: string;
  readonly healthUrl: string;
  readonly mode: Mode;
  /** What comes before the settings in a file of checks. */
  readonly settings: PlanSettings;
  /** Path of the baseline; empty without one. */
  readonly baseline: string;
  readonly prometheusUrl: string;
  /** Path for the outcome in Prometheus' text format; empty: none is written. */
  readonly metricsFile: string;
  readonly confirm: boolean;
  readonly environment: string;
  /** Undefined where nothing is to be done on servers. */
  readonly servers: ServerInputs | undefined;
}

const MODES = ['pre', 'post', 'monitor'] as const satisfies readonly Mode[];

/** Reads and checks every input, in the order of `action.yml`. */
export function readInputs(read: InputReader): VerifyInputs {
  const checks = read.optionalText('checks') ?? '';
  const healthUrl = read.optionalParsed('health-url', parseUrl) ?? '';
  const expectedVersion = read.optionalText('expected-version');
  const mode = read.choice('mode', MODES, { default: 'post' });
  const settings = { ...readRates(read), ...(expectedVersion === undefined ? {} : { expectedVersion }) };
  const baseline = read.optionalText('baseline') ?? '';
  const prometheusUrl = read.optionalParsed('prometheus-url', parseUrl) ?? '';
  const metricsFile = read.optionalText('metrics-file') ?? '';
  const confirm = read.boolean('confirm', { default: 'false' });
  const { servers, environment } = readOptionalServerInputs(read);
  const inputs = {
    checks,
    healthUrl,
    mode,
    settings,
    baseline,
    prometheusUrl,
    metricsFile,
    confirm,
    environment,
    servers,
  };
  checkRules(read, inputs);
  return inputs;
}

function readRates(read: InputReader): PlanSettings {
  return {
    samples: read.optionalInteger('samples', { min: 1, max: 100_000 }),
    maxResponseTimeMs: read.optionalDuration('max-response-time', { min: 1 }),
    percentile: shareOf(read.optionalPercentage('percentile')),
    maxErrorRate: shareOf(read.optionalPercentage('max-error-rate')),
    durationMs: read.optionalDuration('duration', { min: 1 }),
    intervalMs: read.optionalDuration('interval', { min: 10 }),
  };
}

function checkRules(read: InputReader, inputs: VerifyInputs): void {
  const { checks, healthUrl, mode, baseline, confirm, servers } = inputs;
  if (checks === '' && healthUrl === '' && read.sound('health-url'))
    read.problem('checks', "is missing: give 'checks', or 'health-url' for one check");
  if (checks !== '' && healthUrl !== '') read.problem('health-url', "is for use without 'checks': put it among them");
  checkShares(read, inputs.settings);
  // A mode that is not known reads as the first of the table.
  const isBefore = mode === 'pre' && read.sound('mode');
  if (isBefore && baseline === '')
    read.problem('baseline', "is missing: mode 'pre' writes it. Give the path of a file");
  if (confirm && isBefore)
    read.problem('confirm', "means nothing in mode 'pre': leave it out, nothing is deployed yet");
  if (confirm && servers === undefined && read.sound('hosts')) {
    read.problem('hosts', "is missing: 'confirm' tells the servers that the release is good");
  }
}

/** As in a file of checks: 0.95 is what somebody wrote who meant 95 %, and would let nearly everything pass. */
function checkShares(read: InputReader, { percentile, maxErrorRate }: PlanSettings): void {
  if (percentile !== undefined && percentile < 0.01)
    read.problem('percentile', `of ${percentOf(percentile)} % would let nearly everything pass: write 95 for 95 %`);
  if (maxErrorRate !== undefined && maxErrorRate >= 1)
    read.problem('max-error-rate', `of ${percentOf(maxErrorRate)} % lets everything pass: give one below 100 %`);
}

function percentOf(share: number): number {
  return Number((share * 100).toPrecision(12));
}

function shareOf(percentage: number | undefined): number | undefined {
  return percentage === undefined ? undefined : percentage / 100;
}

function parseUrl(text: string): string {
  if (/\s\S*:\/\//u.test(text))
    throw new Failure('input', "holds several URLs, and takes one: list the others in 'checks'");
  const url = URL.parse(text);
  if (url?.protocol === 'http:' || url?.protocol === 'https:') return text;
  // What is no URL may be a secret at the wrong place: only its start is shown.
  throw new Failure('input', `'${text.slice(0, 20)}' is not a URL that begins with http:// or https://`);
}
