/** Keys of checks that ask a URL. */
import { validateHeaderValue } from 'node:http';
import type { Form } from '@plimsoll/action-kit';
import { parseAssertion, parsePath } from '@plimsoll/probe';
import type { HttpCheck, Role } from '../../check.ts';
import { BACKEND, HTTP_URL } from '../addresses.ts';
import { namedTexts, oneOrMore } from '../collections.ts';
import { type Mapping, section } from '../mapping.ts';
import { choice, FILLED_TEXT, formShape, integer, patternText, size, TEXT } from '../scalars.ts';
import type { Table } from '../shape.ts';
import { ATTEMPT_TIME, CA, DAYS, NAME, PATTERN, pathText, ROLE, TIMEOUT } from './shared-keys.ts';

type Names = Readonly<Record<string, string>>;

const MEBIBYTE = 2 ** 20;

/** What the name of a header is made of (RFC 9110, 5.6.2). */
const HEADER_NAME = /^[!#$%&'*+.^_`|~0-9A-Za-z-]+$/u;
const HEADERS = { pattern: HEADER_NAME, expected: 'the name of a header' };

const STATUS: Form<string> = {
  expected: 'a status such as 200, or a class such as 2xx',
  parse: (text) => (/^[1-5](?:[0-9]{2}|xx)$/u.test(text) ? text : undefined),
};
const STATUS_SCHEMA = {
  anyOf: [
    { type: 'integer', minimum: 100, maximum: 599 },
    { type: 'string', pattern: '^[1-5](?:[0-9]{2}|xx)$' },
  ],
};

function parseVersionPlace(text: string): string {
  if (text.startsWith('.')) parsePath(text);
  return text;
}

export const HTTP_EXPECT: Table<
  { headers: Names; contains: readonly string[]; matches: readonly string[]; json: readonly string[] },
  { status: readonly string[] }
> = {
  status: {
    name: 'status',
    shape: oneOrMore(formShape(STATUS, STATUS_SCHEMA)),
    meaning: 'A status, a class such as `2xx`, or a list of them, of which one has to come.',
    preset: { text: '2xx', value: ['2xx'] },
  },
  headers: {
    name: 'headers',
    shape: namedTexts({ ...HEADERS, fold: (name) => name.toLowerCase() }, TEXT),
    meaning: 'Names of headers, and what their values have to contain.',
  },
  contains: { name: 'contains', shape: oneOrMore(TEXT), meaning: 'What the body has to contain: a text or a list.' },
  matches: {
    name: 'matches',
    shape: oneOrMore(PATTERN),
    meaning: 'Regular expressions that the body has to match, in the syntax of JavaScript with the flag `u`.',
  },
  json: {
    name: 'json',
    shape: oneOrMore(pathText('an assertion. Write it as .status == "ok"', parseAssertion)),
    meaning:
      'What has to hold of the body as JSON, such as `.status == "ok"`, `.id != null`, `.queue < 100` or `.name ~ "^shop"`.',
  },
};

interface HttpValues {
  readonly http: string;
  readonly name: string;
  readonly headers: Names;
  readonly body: string;
  readonly expect: Mapping;
  readonly version: string;
  readonly counters: Names;
  readonly ca: string;
  readonly backends: readonly string[];
}

interface HttpPresets {
  readonly role: Exclude<Role, 'state'>;
  readonly method: string;
  readonly redirects: number;
  readonly connections: HttpCheck['connections'];
  readonly maxBody: number;
  readonly certificateDays: number;
  readonly connectTimeout: number;
  readonly firstByteTimeout: number;
  readonly timeout: number;
}

export const HTTP: Table<HttpValues, HttpPresets> = {
  http: { name: 'http', shape: HTTP_URL, meaning: 'The URL that is asked.' },
  name: NAME,
  role: ROLE,
  method: {
    name: 'method',
    shape: choice(['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']),
    meaning: 'The method.',
    preset: { text: 'GET', value: 'GET' },
  },
  headers: {
    name: 'headers',
    shape: namedTexts({ ...HEADERS, check: headerProblem }, FILLED_TEXT),
    meaning: 'Headers to send. `${NAME}` in a value reads a variable of the step. Values are not shown in any report.',
  },
  body: {
    name: 'body',
    shape: FILLED_TEXT,
    meaning: 'What to send. Needs `method`. `${NAME}` reads a variable of the step.',
  },
  expect: { name: 'expect', shape: section(HTTP_EXPECT), meaning: 'What the answer has to be. All of it has to hold.' },
  version: {
    name: 'version',
    shape: patternText({
      pattern: /^(?:\.|header:[!#$%&'*+.^_`|~0-9A-Za-z-]+$|body$)/u,
      expected: "the place of a version. Write a path such as .version, 'header:x-version', or 'body'",
      parse: parseVersionPlace,
    }),
    meaning:
      'Where the answer says its version: a path such as `.version`, `header:x-version`, or `body` for all of it.',
  },
  counters: {
    name: 'counters',
    shape: namedTexts(
      { pattern: /^[A-Za-z_][A-Za-z0-9_-]*$/u, expected: 'a name of letters, digits, - and _' },
      pathText('a path such as .stats.errors', parsePath),
    ),
    meaning:
      'Counters of the service that the answer holds, by name, such as `errors: .stats.errors`. One that goes back shows a restart.',
  },
  redirects: {
    name: 'redirects',
    shape: integer({ min: 0, max: 3 }),
    meaning: 'How many redirects to follow, only within the origin of the URL.',
    preset: { text: '0', value: 0 },
  },
  connections: {
    name: 'connections',
    shape: choice(['kept', 'new']),
    meaning:
      '`kept` asks again over a connection that is there; `new` makes one for each attempt, for a balancer that shares out connections.',
    preset: { text: 'kept', value: 'kept' },
  },
  maxBody: {
    name: 'max-body',
    shape: size({ min: 1, max: 16 * MEBIBYTE }),
    meaning: 'A larger body is a failure.',
    preset: { text: '1MiB', value: MEBIBYTE },
  },
  ca: CA,
  certificateDays: {
    name: 'certificate-days',
    shape: DAYS,
    meaning: 'A certificate that ends in fewer days is a failure; with 0, one that has ended.',
    preset: { text: '0', value: 0 },
  },
  backends: {
    name: 'backends',
    shape: oneOrMore(BACKEND),
    meaning:
      'Where the processes or machines behind the URL are, as origins such as `http://10.0.0.1:8000` or as IP addresses. Each is asked for its version. Needs `version`.',
  },
  connectTimeout: {
    name: 'connect-timeout',
    shape: ATTEMPT_TIME,
    meaning: 'For connecting, and again for the TLS handshake. Never more than `timeout`.',
    preset: { text: '5s', value: 5000 },
  },
  firstByteTimeout: {
    name: 'first-byte-timeout',
    shape: ATTEMPT_TIME,
    meaning: 'From the request to the headers of the answer. Never more than `timeout`.',
    preset: { text: '10s', value: 10_000 },
  },
  timeout: TIMEOUT,
};

function headerProblem(name: string, value: string): string {
  try {
    validateHeaderValue(name, value);
    return '';
  } catch {
    return 'the value holds a character that no header can, such as a line break.';
  }
}
