import type { Json } from '@plimsoll/outcome';
import { valueAt } from '../json/json-path.ts';
import type { Reading } from './reading.ts';

/** Members by which health answers sum themselves up: those of Spring, of the draft `health+json`, of MicroProfile, and plain ones. */
const WORDS = ['status', 'state', 'health'] as const;
const FLAGS = ['ok', 'healthy', 'success'] as const;
const NOT_WELL = new Set([
  'critical',
  'dead',
  'down',
  'err',
  'error',
  'fail',
  'failed',
  'failing',
  'failure',
  'fatal',
  'not ok',
  'out_of_service',
  'outage',
  'unavailable',
  'unhealthy',
]);

/** Frameworks that answer 200 while they say that they are not well are the oldest way to a false pass. Empty when nothing is said. */
export function selfReportedTrouble(reading: Reading): string {
  // Most bodies are no objects, and need no reading.
  if (!/^\s*\{/u.test(reading.answer.body.subarray(0, 64).toString('latin1'))) return '';
  const json = reading.json();
  if (!json.ok) return claimsJson(reading) ? `The body is called JSON and is none: ${json.problem}` : '';
  const word = WORDS.find((name) => isNotWell(valueAt([name], json.value)));
  const flag = FLAGS.find((name) => valueAt([name], json.value) === false);
  const name = word ?? flag;
  if (name === undefined) return '';
  return `The service says of itself that it is not well: .${name} is ${JSON.stringify(valueAt([name], json.value))}`;
}

function isNotWell(value: Json | undefined): boolean {
  return typeof value === 'string' && NOT_WELL.has(value.trim().toLowerCase());
}

function claimsJson({ answer }: Reading): boolean {
  return /^application\/(?:[\w.-]+\+)?json\b/iu.test(answer.headers['content-type'] ?? '');
}
