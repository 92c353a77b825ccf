import type { Json } from '@plimsoll/outcome';
import { valueAt } from '../json/json-path.ts';
import { headerOf, type Reading } from './reading.ts';

/** Members by which health answers sum themselves up: those of Spring, of the draft `health+json`, of MicroProfile, and plain ones. */
const WORDS = ['status', 'state', 'health'] as const;
const FLAGS = ['ok', 'healthy', 'success'] as const;
/** Frameworks and gateways write the status that they meant into the body where the one of HTTP is lost. */
const STATUSES = ['status', 'statusCode'] as const;
/** Members that are there, and filled, where something went wrong; GraphQL and JSON-RPC answer 200 with them. */
const ERRORS = ['error', 'errors'] as const;
const NOT_WELL = new Set([
  'critical',
  'dead',
  'degraded',
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
const WELL = /^(?:alive|healthy|live|ok|pong|ready|running|success|up)[.!]?$/iu;
/** What an error is called where there is none. */
const NO_ERROR = new Set(['', 'no', 'none', 'null', 'ok']);

/** So much of a body is looked at where it is no JSON. */
const START_BYTES = 4_096;
const BYTE_ORDER_MARK = /^\u{ef}\u{bb}\u{bf}/u;

/** Frameworks that answer 200 while they say that they are not well are the oldest way to a false pass. Empty when nothing is said. */
export function selfReportedTrouble(reading: Reading): string {
  const { body } = reading.answer;
  // Browsers follow it as they follow the tag of the same name.
  const elsewhere = refreshPlace(headerOf(reading.answer, 'refresh') ?? '');
  if (elsewhere !== '' && !leadsTo(elsewhere, reading.url))
    return `The header Refresh leads to ${elsewhere}, as a redirect does`;
  const start = body.subarray(0, START_BYTES).toString('latin1').replace(BYTE_ORDER_MARK, '').trimStart();
  if (start === '') return '';
  // Most bodies are no JSON, and need no reading.
  if (start.startsWith('{') || claimsJson(reading)) return troubleInJson(reading);
  return start.startsWith('<') ? troubleInPage(start, reading.url) : troubleInText(start);
}

function troubleInJson(reading: Reading): string {
  const json = reading.json();
  if (!json.ok) {
    return claimsJson(reading) && !isWell(reading) ? `The body is called JSON and is none: ${json.problem}` : '';
  }
  const { value } = json;
  if (value === false || isNotWell(value))
    return `The service says of itself that it is not well: ${JSON.stringify(value)}`;
  const name =
    WORDS.find((word) => isNotWell(valueAt([word], value))) ??
    FLAGS.find((flag) => valueAt([flag], value) === false) ??
    STATUSES.find((status) => isErrorStatus(valueAt([status], value))) ??
    (saysHowItIs(value) ? undefined : ERRORS.find((error) => isError(valueAt([error], value))));
  if (name === undefined) return '';
  const said = JSON.stringify(valueAt([name], value));
  return `The service says of itself that it is not well: .${name} is ${said} (where that is well, say under expect: json what has to hold)`;
}

function isNotWell(value: Json | undefined): boolean {
  return typeof value === 'string' && NOT_WELL.has(value.trim().toLowerCase());
}

/** Gateways and frameworks call every body JSON that nobody calls anything else, also one that is just such a word. */
function isWell({ answer }: Reading): boolean {
  return WELL.test(answer.body.toString('latin1').trim());
}

function isErrorStatus(value: Json | undefined): boolean {
  return typeof value === 'number' && Number.isInteger(value) && value >= 400 && value <= 599;
}

/** Whether it sums itself up: an error beside that is for the service to weigh. */
function saysHowItIs(value: Json): boolean {
  return (
    WORDS.some((word) => typeof valueAt([word], value) === 'string') ||
    FLAGS.some((flag) => valueAt([flag], value) === true)
  );
}

/** Numbers are counts of errors, of which a service may have had some. */
function isError(value: Json | undefined): boolean {
  if (typeof value === 'string') return !NO_ERROR.has(value.trim().toLowerCase());
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0;
  return value === true;
}

/** `ERROR`, `Unhealthy`, `error: no database`: the first line, up to where it goes on to explain itself. */
function troubleInText(start: string): string {
  const [first = ''] = start.split(/[\r\n]/u, 1);
  const word = /^[^:;,.!(-]*/u.exec(first)?.[0].trim() ?? '';
  return isNotWell(word) ? `The service says of itself that it is not well: ${JSON.stringify(first.trim())}` : '';
}

/** A page that sends browsers elsewhere is a redirect, whatever its status is; one that loads itself again is not. */
function troubleInPage(start: string, here: URL): string {
  // What is for browsers without scripts, or for nobody, leads nowhere.
  const page = start.replace(/<noscript\b.*?<\/noscript>|<!--.*?-->/gisu, '');
  for (const [tag] of page.matchAll(/<meta\b[^>]{0,500}>/giu)) {
    if (!/\bhttp-equiv\s*=\s*["']?refresh\b/iu.test(tag)) continue;
    const where = refreshPlace(tag);
    if (where !== '' && !leadsTo(where, here)) return `The page leads to ${where}, as a redirect does`;
  }
  return '';
}

function refreshPlace(text: string): string {
  return /\burl\s*=\s*["']?([^"'>\s]+)/iu.exec(text)?.[1] ?? '';
}

function leadsTo(where: string, here: URL): boolean {
  const url = URL.parse(where, here.href);
  return url !== null && url.origin === here.origin && url.pathname === here.pathname && url.search === here.search;
}

/** Whether the answer is JSON by its own account. */
export function claimsJson({ answer }: Reading): boolean {
  return /^(?:application|text)\/(?:[\w.-]+\+)?json\b/iu.test(answer.headers['content-type'] ?? '');
}
