import { performance } from 'node:perf_hooks';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import {
  answers,
  type FaultyService,
  mustRun,
  type ServiceAnswer,
  startFaultyService,
  waitUntil,
} from '@plimsoll/testkit';
import type { HttpProbeRequest, ProbeResult } from '../src/index.ts';
import { askHttp, CALM, httpProbe, verdictOf } from './probing.ts';

const { reply, raw, rawThenClose, rawThenReset, redirect, drip, bodyOf, hang, inTurn } = answers;
const OK_HEAD = 'HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n';
const BOMB = gzipSync(Buffer.alloc(20_000_000));
const HEALTHY = { expect: { json: ['.status == "ok"'] } } as const;
const IDENTITY = { identity: { from: { json: '.version' }, equals: '2.0.0' } } as const;

let service: FaultyService;

beforeAll(async () => {
  service = await startFaultyService({ answers: {} });
});

afterAll(() => service.close());

interface Case {
  readonly name: string;
  readonly answer: ServiceAnswer;
  readonly request?: Omit<Partial<HttpProbeRequest>, 'url'>;
  readonly verdict: string;
  readonly detail?: RegExp;
}

const SHORT = { firstByteMs: 150, totalMs: 300 };
const STATUSES: readonly Case[] = [300, 304, 400, 401, 403, 404, 429, 500, 502, 503, 504].map((status) => ({
  name: `status ${status}`,
  answer: status === 304 ? raw('HTTP/1.1 304 Not Modified\r\n\r\n') : reply({ status, body: { status: 'ok' } }),
  request: HEALTHY,
  verdict: 'health',
  detail: new RegExp(`The status is ${status}, not 2xx`, 'u'),
}));

const BAD: readonly Case[] = [
  ...STATUSES,
  {
    name: 'a hang before the headers',
    answer: hang,
    request: { limits: SHORT },
    verdict: 'health',
    detail: /no answer within 150 ms/u,
  },
  {
    name: 'a hang within the headers',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-le'),
    request: { limits: SHORT },
    verdict: 'health',
    detail: /no answer within 150 ms/u,
  },
  {
    name: 'a hang after the headers',
    answer: raw(OK_HEAD),
    // Its headers have to arrive by then, also on a busy machine.
    request: { limits: { firstByteMs: 5000, totalMs: 1500 } },
    verdict: 'health',
    detail: /did not end within 1\.5 s/u,
  },
  {
    name: 'dripping headers',
    answer: drip('HTTP/1.1 200 OK\r\nx-long: ', 5),
    request: { limits: SHORT },
    verdict: 'health',
    detail: /no answer/u,
  },
  {
    name: 'a dripping body',
    answer: (socket, request) => {
      raw(OK_HEAD)(socket, request);
      drip('', 10)(socket, request);
    },
    request: { limits: { firstByteMs: 5000, totalMs: 1500 } },
    verdict: 'health',
    detail: /did not end/u,
  },
  {
    name: 'endless interim answers',
    answer: (socket) => {
      const timer = setInterval(() => socket.write('HTTP/1.1 102 Processing\r\n\r\n'), 5);
      socket.once('close', () => clearInterval(timer));
    },
    request: { limits: SHORT },
    verdict: 'health',
    detail: /no answer/u,
  },
  {
    name: '200 that says error',
    answer: reply({ body: { status: 'error' } }),
    request: HEALTHY,
    verdict: 'health',
    detail: /\.status is "error", not "ok"/u,
  },
  {
    name: '200 that says error, with nothing asked',
    answer: reply({ body: { status: 'error' } }),
    verdict: 'health',
    detail: /says of itself/u,
  },
  {
    name: '200 that says DOWN, with nothing asked',
    answer: reply({ body: { status: 'DOWN' } }),
    verdict: 'health',
    detail: /says of itself/u,
  },
  {
    name: '200 that says ok: false, with nothing asked',
    answer: reply({ body: { ok: false } }),
    verdict: 'health',
    detail: /\.ok is false/u,
  },
  ...[
    { body: { status: 503 }, says: /\.status is 503/u },
    { body: { statusCode: 500, message: 'Internal Server Error' }, says: /\.statusCode is 500/u },
    { body: '"Unhealthy"', says: /not well: "Unhealthy"/u },
    { body: 'false', says: /not well: false/u },
  ].map(({ body, says }) => ({
    name: `200 that says ${JSON.stringify(body)}, with nothing asked`,
    answer: reply({ body, headers: { 'content-type': 'application/json' } }),
    verdict: 'health',
    detail: says,
  })),
  {
    name: 'a header that leads browsers elsewhere',
    answer: reply({ headers: { refresh: '0; url=/login' }, body: 'hello' }),
    verdict: 'health',
    detail: /Refresh leads to \/login/u,
  },
  {
    name: 'a header that leads browsers to another origin',
    answer: reply({ headers: { refresh: '0; url=http://elsewhere.example/health' }, body: 'hello' }),
    verdict: 'health',
    detail: /Refresh leads to http:\/\/elsewhere/u,
  },
  {
    name: 'broken JSON that nobody asked for',
    answer: reply({ body: '{"status":', headers: { 'content-type': 'application/json' } }),
    verdict: 'health',
    detail: /called JSON/u,
  },
  ...['Internal Server Error', 'OK?', 'not ready', '<h1>OK</h1>', '{"status":"ok"', 'ok ok'].map((body) => ({
    name: `${JSON.stringify(body)} that is called JSON`,
    answer: reply({ body, headers: { 'content-type': 'application/json' } }),
    verdict: 'health',
    detail: /called JSON/u,
  })),
  {
    name: 'a status that is well, with a body that is not, among those that were asked for',
    answer: reply({ body: { status: 'down' } }),
    request: { expect: { status: [200, 401] } },
    verdict: 'health',
    detail: /says of itself/u,
  },
  {
    name: 'an old version',
    answer: reply({ body: { status: 'ok', version: '1.9.9' } }),
    request: { ...HEALTHY, ...IDENTITY },
    verdict: 'version',
    detail: /"1\.9\.9" answers, not "2\.0\.0"/u,
  },
  ...[
    ['vv2.0.0', 'v2.0.0'],
    ['version-2', 'ersion-2'],
    ['V2', 'v2'],
    ['2.0.0-rc.1', 'v2.0.0'],
  ].map(([version = '', equals = '']) => ({
    name: `the version ${version} for ${equals}`,
    answer: reply({ body: { version } }),
    request: { identity: { from: { json: '.version' }, equals } },
    verdict: 'version',
    detail: /answers, not/u,
  })),
  {
    name: 'an old version that answers otherwise',
    answer: reply({ body: { version: '1.9.9' } }),
    request: { ...HEALTHY, ...IDENTITY },
    verdict: 'version',
    detail: /1\.9\.9/u,
  },
  {
    name: 'no version',
    answer: reply({ body: { status: 'ok' } }),
    request: { ...HEALTHY, ...IDENTITY },
    verdict: 'version',
    detail: /no text at \.version/u,
  },
  {
    name: 'a version that is not in the body',
    answer: reply({ body: 'hello' }),
    request: { identity: { from: { body: 'v(\\d+)' }, equals: '2' } },
    verdict: 'version',
  },
  {
    name: 'no header with the version',
    answer: reply(),
    request: { identity: { from: { header: 'x-version' }, equals: '2' } },
    verdict: 'version',
  },
  {
    name: 'two headers with versions',
    answer: raw('HTTP/1.1 200 OK\r\nx-version: 1\r\nx-version: 2\r\ncontent-length: 0\r\n\r\n'),
    request: { identity: { from: { header: 'x-version' }, equals: '2' } },
    verdict: 'version',
    detail: /1, 2/u,
  },
  {
    name: 'two headers that should come once, with versions',
    answer: raw('HTTP/1.1 200 OK\r\nserver: 2\r\nserver: 1\r\ncontent-length: 0\r\n\r\n'),
    request: { identity: { from: { header: 'server' }, equals: '2' } },
    verdict: 'version',
    detail: /2, 1/u,
  },
  {
    name: 'a version that is a number of the same value',
    answer: reply({ body: '{"version":1.10}' }),
    request: { identity: { from: { json: '.version' }, equals: '1.1' } },
    verdict: 'version',
    detail: /"1\.10" answers/u,
  },
  {
    name: 'a build number whose neighbour is asked for',
    answer: reply({ body: '\u{feff}{"build":[9007199254740993]}' }),
    request: { identity: { from: { json: '.build[0]' }, equals: '9007199254740992' } },
    verdict: 'version',
    detail: /"9007199254740993" answers/u,
  },
  {
    name: 'a long number whose neighbour is asked for',
    answer: reply({ body: '{"id":9007199254740993}' }),
    request: { expect: { json: ['.id == 9007199254740992'] } },
    verdict: 'health',
    detail: /\.id is 9007199254740993, not 9007199254740992/u,
  },
  {
    name: 'a redirect to the login page',
    answer: redirect('/login'),
    verdict: 'health',
    detail: /302 leads to .*\/login/u,
  },
  {
    name: 'a body that announces 200 MiB',
    answer: bodyOf(209_715_200, 'length'),
    verdict: 'health',
    detail: /announces 209715200 bytes/u,
  },
  {
    name: 'a body of 200 MiB in chunks',
    answer: bodyOf(209_715_200, 'chunked'),
    verdict: 'health',
    detail: /larger than 1048576 bytes: it goes on/u,
  },
  {
    name: 'an empty body instead of JSON',
    answer: reply(),
    request: HEALTHY,
    verdict: 'health',
    detail: /no valid JSON: nothing/u,
  },
  {
    name: 'HTML instead of JSON',
    answer: reply({ body: '<h1>ok</h1>' }),
    request: HEALTHY,
    verdict: 'health',
    detail: /no valid JSON/u,
  },
  {
    name: 'JSON that ends early',
    answer: reply({ body: '{"status":"ok"' }),
    request: HEALTHY,
    verdict: 'health',
    detail: /not closed/u,
  },
  {
    name: 'JSON with something after it',
    answer: reply({ body: '{"status":"ok"}{"status":"error"}' }),
    request: HEALTHY,
    verdict: 'health',
    detail: /after the end/u,
  },
  {
    name: 'JSON with a key twice',
    answer: reply({ body: '{"status":"error","status":"ok"}' }),
    request: HEALTHY,
    verdict: 'health',
    detail: /a second "status" at character 19/u,
  },
  {
    name: 'JSON with a key twice, once escaped',
    answer: reply({ body: '{"status":"error","st\\u0061tus":"ok"}' }),
    request: HEALTHY,
    verdict: 'health',
    detail: /a second "status"/u,
  },
  {
    name: 'JSON that is not UTF-8',
    answer: raw(Buffer.from('HTTP/1.1 200 OK\r\ncontent-length: 16\r\n\r\n{"status":"ok\xff"}', 'latin1')),
    request: HEALTHY,
    verdict: 'health',
    detail: /UTF-8/u,
  },
  {
    name: 'a member that only the prototype has',
    answer: reply({ body: {} }),
    request: { expect: { json: ['.constructor != null'] } },
    verdict: 'health',
    detail: /there is no \.constructor/u,
  },
  { name: 'a close before any byte', answer: rawThenClose(''), verdict: 'health', detail: /closed before an answer/u },
  { name: 'a reset before any byte', answer: rawThenReset(''), verdict: 'health', detail: /closed before an answer/u },
  {
    name: 'a reset within the headers',
    answer: rawThenReset('HTTP/1.1 200 OK\r\nx'),
    verdict: 'health',
    detail: /closed before an answer/u,
  },
  {
    name: 'a reset within the body',
    answer: rawThenReset(`${OK_HEAD}abc`),
    verdict: 'health',
    detail: /broke within the body, after 3 of 500 bytes/u,
  },
  {
    name: 'a body shorter than announced',
    answer: rawThenClose(`${OK_HEAD}abc`),
    verdict: 'health',
    detail: /after 3 of 500 bytes/u,
  },
  {
    name: 'chunks that are cut',
    answer: rawThenClose('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nabc'),
    verdict: 'health',
    detail: /broke within the body/u,
  },
  {
    name: 'chunks without an end',
    answer: rawThenClose('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n3\r\nabc\r\n'),
    verdict: 'health',
    detail: /broke within the body/u,
  },
  {
    name: 'chunks of no size',
    answer: raw('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\nabc\r\n'),
    verdict: 'health',
    detail: /broke|not valid HTTP/u,
  },
  {
    name: 'two lengths',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ncontent-length: 4\r\n\r\nabc'),
    verdict: 'health',
    detail: /not valid HTTP/u,
  },
  {
    name: 'length and chunks',
    answer: raw('HTTP/1.1 200 OK\r\ncontent-length: 3\r\ntransfer-encoding: chunked\r\n\r\n0\r\n\r\n'),
    verdict: 'health',
    detail: /not valid HTTP/u,
  },
  {
    name: 'no HTTP at all',
    answer: rawThenClose('SSH-2.0-OpenSSH_9.2\r\n'),
    verdict: 'health',
    detail: /not valid HTTP/u,
  },
  {
    name: 'huge headers',
    answer: raw(`HTTP/1.1 200 OK\r\nx-big: ${'x'.repeat(100_000)}\r\n\r\n`),
    verdict: 'health',
    detail: /larger than 16384 bytes/u,
  },
  {
    name: 'an upgrade',
    answer: raw('HTTP/1.1 101 Switching Protocols\r\nupgrade: websocket\r\nconnection: upgrade\r\n\r\n'),
    verdict: 'health',
  },
  {
    name: 'a compressed bomb',
    answer: raw(
      Buffer.concat([
        Buffer.from(`HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${BOMB.length}\r\n\r\n`),
        BOMB,
      ]),
    ),
    request: HEALTHY,
    verdict: 'health',
    detail: /compressed/u,
  },
  {
    name: 'a header that is missing',
    answer: reply(),
    request: { expect: { headers: [{ name: 'X-Ready', contains: 'yes' }] } },
    verdict: 'health',
    detail: /X-Ready is missing/u,
  },
  {
    name: 'a header with another value',
    answer: reply({ headers: { 'x-ready': 'no' } }),
    request: { expect: { headers: [{ name: 'X-Ready', contains: 'yes' }] } },
    verdict: 'health',
    detail: /X-Ready is "no", without "yes"/u,
  },
  {
    name: 'a header without what it has to contain',
    answer: reply({ headers: { 'content-type': 'text/html' } }),
    request: { expect: { headers: [{ name: 'content-type', contains: 'json' }] } },
    verdict: 'health',
  },
  {
    name: 'a text that is missing',
    answer: reply({ body: 'Sign in' }),
    request: { expect: { contains: ['Welcome'] } },
    verdict: 'health',
    detail: /does not contain "Welcome"/u,
  },
  {
    name: 'a pattern that does not match',
    answer: reply({ body: 'abc' }),
    request: { expect: { matches: ['^b'] } },
    verdict: 'health',
    detail: /does not match \/\^b\//u,
  },
  {
    name: 'a body that a pattern chokes on',
    answer: reply({ body: `${'a'.repeat(50)}!` }),
    request: { expect: { matches: ['^(a+)+$'] } },
    verdict: 'health',
    detail: /busy for more than 250 ms/u,
  },
  {
    name: 'numbers beyond what is allowed',
    answer: reply({ body: { queue: 101 } }),
    request: { expect: { json: ['.queue < 100'] } },
    verdict: 'health',
    detail: /\.queue is 101, not < 100/u,
  },
];

describe('an http probe calls by its name', () => {
  test.each(BAD)('$name', async ({ answer, request = {}, verdict, detail = /./u }) => {
    service.answer('/health', answer);
    const result = await askHttp({ url: `${service.url}/health`, ...request });
    expect(verdictOf(result)).toEqual({ verdict, detail: expect.stringMatching(detail) });
  });

  test('a service that has crashed', async () => {
    const dead = await startFaultyService({ answers: {} });
    await dead.close();
    const result = await askHttp({ url: `${dead.url}/health` });
    expect(verdictOf(result)).toEqual({
      verdict: 'health',
      detail: expect.stringContaining(`127.0.0.1:${dead.port}: refused`),
    });
  });

  test('every failure by the code that it was given', async () => {
    service.answer('/health', reply({ status: 500 }));
    const result = await askHttp({ url: `${service.url}/health`, code: 'smoke' });
    expect(verdictOf(result).verdict).toBe('smoke');
  });
});

const GOOD: readonly Omit<Case, 'verdict' | 'detail'>[] = [
  { name: 'nothing but 200', answer: reply() },
  { name: '204 without a body', answer: raw('HTTP/1.1 204 No Content\r\n\r\n') },
  {
    name: 'HTTP/1.0, ended by the close',
    answer: rawThenClose('HTTP/1.0 200 OK\r\n\r\n{"status":"ok"}'),
    request: HEALTHY,
  },
  {
    name: 'HTTP/1.1, ended by the close',
    answer: rawThenClose('HTTP/1.1 200 OK\r\n\r\n{"status":"ok"}'),
    request: HEALTHY,
  },
  {
    name: 'JSON in chunks, called text',
    answer: raw(
      'HTTP/1.1 200 OK\r\ncontent-type: text/plain\r\ntransfer-encoding: chunked\r\n\r\n8\r\n{"status\r\n7\r\n":"ok"}\r\n0\r\n\r\n',
    ),
    request: HEALTHY,
  },
  {
    name: 'an interim answer first',
    answer: raw('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'),
  },
  {
    name: 'a status that was asked for',
    answer: reply({ status: 401 }),
    request: { expect: { status: [401, '3xx'] } },
  },
  ...[
    { status: 401, body: { statusCode: 401, message: 'Unauthorized' } },
    { status: 403, body: { success: false, error: 'forbidden' } },
    { status: 404, body: { status: 404, error: 'Not Found' } },
    { status: 503, body: 'Unavailable' },
  ].map(({ status, body }) => ({
    name: `a refusal that was asked for, and says that it is one: ${JSON.stringify(body)}`,
    answer: reply({ status, body, headers: { 'content-type': 'application/json' } }),
    request: { expect: { status: [status] } },
  })),
  ...['OK', 'pong\n', 'Healthy', 'ready.'].map((body) => ({
    name: `${JSON.stringify(body)} that is called JSON`,
    answer: reply({ body, headers: { 'content-type': 'application/json' } }),
  })),
  {
    name: 'a version that two servers in a row put into the head',
    answer: raw('HTTP/1.1 200 OK\r\nx-version: 2\r\nX-Version: 2\r\ncontent-length: 0\r\n\r\n'),
    request: { identity: { from: { header: 'x-version' }, equals: '2' } },
  },
  {
    name: 'the same type of the body twice',
    answer: raw(
      'HTTP/1.1 200 OK\r\ncontent-encoding: identity\r\ncontent-encoding: identity\r\ncontent-length: 2\r\n\r\n{}',
    ),
    request: { expect: { json: ['.a == null'] } },
  },
  {
    name: 'a redirect that was asked for',
    answer: redirect('https://elsewhere.example/'),
    request: { expect: { status: [302], headers: [{ name: 'location', contains: 'elsewhere' }] }, redirects: 3 },
  },
  { name: 'the version in JSON', answer: reply({ body: { version: '2.0.0' } }), request: IDENTITY },
  ...[
    ['2.0.0', 'v2.0.0'],
    ['v2.0.0', '2.0.0'],
  ].map(([version = '', equals = '']) => ({
    name: `the version ${version} for ${equals}`,
    answer: reply({ body: { version } }),
    request: { identity: { from: { json: '.version' }, equals } },
  })),
  {
    name: 'the version as a number',
    answer: reply({ body: { build: 17 } }),
    request: { identity: { from: { json: '.build' }, equals: '17' } },
  },
  {
    name: 'a long version as a number',
    answer: reply({ body: '{"build":20261121214406001}' }),
    request: {
      identity: { from: { json: '.build' }, equals: '20261121214406001' },
      expect: { json: ['.build == 20261121214406001', '.build != 20261121214406000', '.build > 20261121214406000'] },
    },
  },
  ...(
    [
      ['windows-1252', 'latin1'],
      ['"ISO-8859-1"', 'latin1'],
      ['unheard-of', 'utf8'],
    ] as const
  ).map(([charset, encoding]) => ({
    name: `a text in ${charset}`,
    answer: rawThenClose(
      Buffer.from(`HTTP/1.1 200 OK\r\ncontent-type: text/html; charset=${charset}\r\n\r\nGrün`, encoding),
    ),
    request: { expect: { contains: ['Grün'], matches: ['^Grün$'] } },
  })),
  {
    name: 'a header that loads the page again',
    answer: reply({ headers: { refresh: '5; url=/health' }, body: 'hello' }),
  },
  ...['http', 'HTTP'].map((scheme) => ({
    name: `a page that loads itself again by its whole URL, beginning with ${scheme}`,
    answer: ((socket, request) => {
      const url = `${scheme}${service.url.slice(4)}/health`;
      const body = `<html><meta http-equiv="refresh" content="30; url=${url}"></html>`;
      reply({ headers: { refresh: `30; url=${url}`, 'content-type': 'text/html' }, body })(socket, request);
    }) satisfies ServiceAnswer,
  })),
  { name: 'a status of its own below 400', answer: reply({ body: { status: 200 } }) },
  {
    name: 'the version in a header',
    answer: reply({ headers: { 'X-Version': '2' } }),
    request: { identity: { from: { header: 'x-version' }, equals: '2' } },
  },
  {
    name: 'the version in a page',
    answer: reply({ body: '<p>Version v2.0.0</p>' }),
    request: { identity: { from: { body: 'v([0-9.]+)' }, equals: '2.0.0' } },
  },
  { name: 'a body that is just not too large', answer: bodyOf(1_048_576, 'chunked') },
  {
    name: 'a compressed body that nobody looks into',
    answer: reply({ headers: { 'content-encoding': 'gzip' }, body: 'x' }),
  },
  {
    name: 'all kinds of assertions',
    answer: reply({ body: { a: { b: [1, { c: 'shop-7' }] }, n: null } }),
    request: {
      expect: {
        json: ['.a.b[0] == 1', '.a.b[-1].c ~ "^shop"', '.n == null', '.missing == null', '.a.b != []', '.a.b[0] >= 1'],
        contains: ['shop'],
        matches: [{ pattern: 'SHOP', flags: 'i' }],
      },
    },
  },
  {
    name: 'an answer to HEAD',
    answer: reply({ headers: { 'content-length': '5000000' } }),
    request: { method: 'HEAD' },
  },
];

describe('an http probe is content with', () => {
  test.each(GOOD)('$name', async ({ answer, request = {} }) => {
    service.answer('/health', answer);
    const result = await askHttp({ url: `${service.url}/health`, ...request });
    expect(verdictOf(result)).toEqual({ verdict: 'ok', detail: '' });
  });
});

describe('a time limit', () => {
  test.each([
    { answer: hang, limits: { firstByteMs: 123, totalMs: 2000 }, least: 123 },
    { answer: raw(OK_HEAD), limits: { firstByteMs: 1000, totalMs: 177 }, least: 177 },
  ])('makes a sample that took no less than it: $least ms', async ({ answer, limits, least }) => {
    service.answer('/health', answer);
    const result = await askHttp({ url: `${service.url}/health`, limits });
    expect([result.kind, result.durationMs >= least]).toEqual(['wrong', true]);
  });

  test('is not undercut by a clock that is a little behind the timer', async () => {
    service.answer('/health', hang);
    const result = await askHttp({ url: `${service.url}/health`, limits: { firstByteMs: 50 } }, { now: () => 0 });
    expect(result.durationMs).toBe(50);
  });

  test('leaves no connection behind', async () => {
    await using hanging = await startFaultyService({ answers: { '*': hang } });
    let closed = 0;
    hanging.answer('*', (socket) => socket.once('close', () => (closed += 1)));
    const probe = httpProbe({ url: hanging.url, limits: { firstByteMs: 50 } });
    await probe.attempt(CALM);
    await waitUntil(() => closed === 1, { deadlineMs: 60_000, what: 'the connection to be closed' });
    await probe.close();
  });
});

describe('a machine that stood still', () => {
  /** Stands still for so long, by its clock, as soon as it has asked. */
  const askStandingStill = async (answer: ServiceAnswer, ms: number): Promise<ReturnType<typeof verdictOf>> => {
    let stoodMs = 0;
    service.answer('/health', (socket, request) => {
      stoodMs = ms;
      answer(socket, request);
    });
    const now = (): number => performance.now() + stoodMs;
    return verdictOf(await askHttp({ url: `${service.url}/health`, limits: { firstByteMs: 100 } }, { now }));
  };
  const unknown = { verdict: 'unknown', detail: expect.stringMatching(/This machine stood still for (?:29|30)/u) };

  test('does not know how long an answer took, nor whether it came in time', async () => {
    expect(await askStandingStill(reply(), 30_000)).toEqual(unknown);
    expect(await askStandingStill(hang, 30_000)).toEqual(unknown);
  });

  test('still knows what was wrong with an answer', async () => {
    expect(await askStandingStill(reply({ status: 500 }), 30_000)).toMatchObject({ verdict: 'health' });
  });

  test('is another one than a machine that is a little late', async () => {
    expect(await askStandingStill(hang, 300)).toMatchObject({ verdict: 'health' });
  });
});

describe('the caller', () => {
  test('can stop an attempt, which then shows nothing', async () => {
    const controller = new AbortController();
    service.answer('/health', () => controller.abort());
    const probe = httpProbe({ url: `${service.url}/health` });
    const result = await probe.attempt(controller.signal);
    await probe.close();
    expect(verdictOf(result)).toEqual({ verdict: 'unknown', detail: 'The attempt was stopped before it ended.' });
  });

  test('can have stopped it before', async () => {
    const before = service.requests.length;
    const probe = httpProbe({ url: `${service.url}/health` });
    const result = await probe.attempt(AbortSignal.abort());
    expect([result.kind, service.requests.length - before]).toEqual(['unknown', 0]);
  });
});

describe('memory', () => {
  test.each(['length', 'chunked'] as const)('stays flat under large bodies (%s)', async (framing) => {
    service.answer('/health', bodyOf(209_715_200, framing));
    const program = new URL('large-bodies.ts', import.meta.url).pathname;
    const args = ['--conditions=source', program, `${service.url}/health`];
    const [kinds, megabytes] = (await mustRun({ program: process.execPath, args })).split(' ');
    // Twenty attempts at 200 MiB each.
    expect([kinds, Number(megabytes) < 64]).toEqual(['wrong', true]);
  });
});

describe('kept connections', () => {
  test('are a series of their own', async () => {
    await using calm = await startFaultyService({ answers: { '*': reply() } });
    const probe = httpProbe({ url: calm.url });
    const results = [await probe.attempt(CALM), await probe.attempt(CALM), await probe.attempt(CALM)];
    await probe.close();
    expect([results.map(({ series }) => series), calm.connections]).toEqual([['first', 'kept', 'kept'], 1]);
    expect(results.map(({ evidence }) => evidence.phases.connect > 0)).toEqual([true, false, false]);
  });

  test('are not kept where that was not wanted', async () => {
    await using calm = await startFaultyService({ answers: { '*': reply() } });
    const probe = httpProbe({ url: calm.url, connection: 'new' });
    const results = [await probe.attempt(CALM), await probe.attempt(CALM)];
    await probe.close();
    expect([results.map(({ series }) => series), calm.connections]).toEqual([['first', 'first'], 2]);
  });

  test.each([
    ['closed', rawThenClose('')],
    ['reset', rawThenReset('')],
  ])('show nothing when they are %s before any byte, but only once', async (_, ending) => {
    await using tired = await startFaultyService({
      answers: { '*': inTurn(reply(), ending, reply(), reply(), ending, reply(), ending) },
    });
    const probe = httpProbe({ url: tired.url });
    const verdicts: string[] = [];
    for (let attempt = 0; attempt < 7; attempt += 1) verdicts.push(verdictOf(await probe.attempt(CALM)).verdict);
    await probe.close();
    // The fourth answers over a kept connection, which clears the second; the sixth is a new connection, which does not.
    expect(verdicts).toEqual(['ok', 'unknown', 'ok', 'ok', 'unknown', 'ok', 'health']);
  });

  test('show nothing when several of them are closed at once', async () => {
    const inPairs = Promise.withResolvers<void>();
    let held = 0;
    // The first two answers wait for each other, so that both connections are kept.
    const together: ServiceAnswer = (socket, request) => {
      held += 1;
      if (held === 2) inPairs.resolve();
      void inPairs.promise.then(() => reply()(socket, request));
    };
    await using tired = await startFaultyService({
      answers: { '*': inTurn(together, together, rawThenClose(''), rawThenClose(''), reply()) },
    });
    const probe = httpProbe({ url: tired.url });
    const pair = (): Promise<ProbeResult[]> => Promise.all([probe.attempt(CALM), probe.attempt(CALM)]);
    const results = [...(await pair()), ...(await pair())];
    await probe.close();
    expect(results.map(({ kind, series }) => `${kind} ${series}`)).toEqual([
      'ok first',
      'ok first',
      'unknown kept',
      'unknown kept',
    ]);
  });

  test('are the fault of the service when they break within an answer', async () => {
    await using tired = await startFaultyService({
      answers: { '*': inTurn(reply(), rawThenReset('HTTP/1.1 200 OK\r\n')) },
    });
    const probe = httpProbe({ url: tired.url });
    const verdicts = [verdictOf(await probe.attempt(CALM)).verdict, verdictOf(await probe.attempt(CALM)).verdict];
    await probe.close();
    expect(verdicts).toEqual(['ok', 'health']);
  });

  test('are not used again once they are closed', async () => {
    await using polite = await startFaultyService({ answers: { '*': reply({ headers: { connection: 'close' } }) } });
    const probe = httpProbe({ url: polite.url });
    const results = [await probe.attempt(CALM), await probe.attempt(CALM)];
    await probe.close();
    expect(results.map((result) => [result.kind, result.series])).toEqual([
      ['ok', 'first'],
      ['ok', 'first'],
    ]);
  });
});
