import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type FaultyService, startFaultyService } from '@plimsoll/testkit';
import type { HttpProbeRequest } from '../src/index.ts';
import { askHttp, CALM, httpProbe, verdictOf } from './probing.ts';

const { reply, raw, rawThenClose, redirect, inTurn } = answers;
const TOKEN = 's3cr3t-t0ken"x';

let service: FaultyService;
let other: FaultyService;

beforeAll(async () => {
  service = await startFaultyService({ answers: {} });
  other = await startFaultyService({ answers: { '*': reply({ body: { status: 'ok' } }) } });
});

afterAll(async () => {
  await service.close();
  await other.close();
});

const lastRequest = (): FaultyService['requests'][number] | undefined => service.requests.at(-1);

describe('what is sent', () => {
  test('says who asks, and asks for an answer that is neither compressed nor stored', async () => {
    service.answer('/health', reply());
    await askHttp({ url: `${service.url}/health?deep=1#part` });
    const seen = lastRequest();
    expect([seen?.method, seen?.target]).toEqual(['GET', '/health?deep=1']);
    expect(seen?.headers).toEqual({
      host: `127.0.0.1:${service.port}`,
      accept: '*/*',
      'accept-encoding': 'identity',
      'cache-control': 'no-cache',
      'user-agent': 'plimsoll-probe',
      connection: 'keep-alive',
    });
  });

  test('has the headers and the body of the user', async () => {
    service.answer('/health', reply());
    await askHttp({
      url: `${service.url}/health`,
      method: 'post',
      headers: { 'X-Key': { secret: 'k' }, Host: 'shop' },
      body: '{"ä":1}',
    });
    const seen = lastRequest();
    expect([
      seen?.method,
      seen?.body,
      seen?.headers['x-key'],
      seen?.headers['host'],
      seen?.headers['content-length'],
    ]).toEqual(['POST', '{"ä":1}', 'k', 'shop', '8']);
  });

  test.each(['DELETE', 'POST', 'PUT', 'PATCH'])('has a length even where there is no body: %s', async (method) => {
    service.answer('/health', reply());
    await askHttp({ url: `${service.url}/health`, method });
    expect(lastRequest()?.headers['content-length']).toBe('0');
  });

  test('goes past every proxy of the environment', async () => {
    service.answer('/health', reply());
    const before = other.requests.length;
    process.env['http_proxy'] = other.url;
    process.env['HTTP_PROXY'] = other.url;
    try {
      await askHttp({ url: `${service.url}/health` });
    } finally {
      delete process.env['http_proxy'];
      delete process.env['HTTP_PROXY'];
    }
    expect([other.requests.length - before, lastRequest()?.target]).toEqual([0, '/health']);
  });
});

describe('a redirect', () => {
  const elsewhere: readonly (readonly [string, () => string])[] = [
    ['another port', () => `${other.url}/health`],
    ['another name of the same address', () => `http://localhost:${service.port}/ok`],
    ['another scheme', () => `https://127.0.0.1:${service.port}/ok`],
    ['a place without a scheme', () => `//127.0.0.2:${service.port}/ok`],
    ['the address of metadata services', () => 'http://169.254.169.254/latest'],
    ['a file', () => 'file:///etc/passwd'],
    ['data', () => 'data:application/json,{"status":"ok"}'],
    ['a place with credentials in it', () => `http://user:pass@127.0.0.1:${other.port}/ok`],
    ['nowhere', () => 'http://[::bad'],
  ];

  test.each(elsewhere)('to %s is a failure, and nothing of ours goes there', async (_, place) => {
    const before = other.requests.length;
    service.answer('/health', redirect(place()));
    service.answer('/ok', reply());
    const seen = service.requests.length;
    const result = await askHttp({ url: `${service.url}/health`, redirects: 3, headers: { 'x-api-key': TOKEN } });
    expect(verdictOf(result)).toEqual({ verdict: 'health', detail: expect.stringContaining('another origin') });
    expect([other.requests.length - before, service.requests.length - seen]).toEqual([0, 1]);
    expect(JSON.stringify(result)).not.toContain('user:pass');
  });

  test('within the origin is followed where that is allowed, with all headers', async () => {
    service.answer('/health', redirect('/a/../ok?x=1'));
    service.answer('/ok', reply({ body: { status: 'ok' } }));
    const result = await askHttp({
      url: `${service.url}/health`,
      redirects: 1,
      headers: { 'x-api-key': TOKEN },
    });
    expect([result.kind, result.series, result.evidence.asked]).toEqual(['ok', 'first', `GET ${service.url}/ok?x=1`]);
    expect(lastRequest()?.headers['x-api-key']).toBe(TOKEN);
  });

  test.each([
    ['in circles', () => redirect('/health'), 3, /circles/u],
    ['in circles of two', () => inTurn(redirect('/b'), redirect('/b')), 3, /circles/u],
    ['once too often', () => inTurn(redirect('/b'), redirect('/c'), redirect('/d')), 2, /More than 2/u],
    ['without a place', () => raw('HTTP/1.1 302 Found\r\ncontent-length: 0\r\n\r\n'), 3, /without a location/u],
  ])('%s is a failure', async (...row) => {
    const [, answer, redirects, detail] = row;
    const one = answer();
    for (const path of ['/health', '/b', '/c', '/d']) service.answer(path, one);
    if (String(detail).includes('circles')) service.answer('/b', redirect('/health'));
    const result = await askHttp({ url: `${service.url}/health`, redirects });
    expect(verdictOf(result)).toEqual({ verdict: 'health', detail: expect.stringMatching(detail) });
  });

  test.each([
    [301, 'POST', 'GET', ''],
    [302, 'POST', 'GET', ''],
    [303, 'PUT', 'GET', ''],
    [307, 'POST', 'POST', 'data'],
    [308, 'PUT', 'PUT', 'data'],
  ])('%i of %s asks again with %s', async (...row) => {
    const [status, method, then, body] = row;
    service.answer('/health', redirect('/ok', status));
    service.answer('/ok', reply());
    const headers = { 'content-type': 'text/plain', 'x-kept': 'yes' };
    const result = await askHttp({ url: `${service.url}/health`, redirects: 1, method, body: 'data', headers });
    const seen = lastRequest();
    expect([result.kind, seen?.method, seen?.body, seen?.headers['x-kept'], seen?.headers['content-type']]).toEqual([
      'ok',
      then,
      body,
      'yes',
      body === '' ? undefined : 'text/plain',
    ]);
  });
});

describe('a secret', () => {
  const secret = { secret: TOKEN };
  const echoes: readonly (readonly [string, ReturnType<typeof reply>])[] = [
    ['in the body', reply({ status: 500, body: `token ${TOKEN}!` })],
    ['in JSON', reply({ status: 500, body: { token: TOKEN } })],
    ['in an URL', reply({ status: 500, body: encodeURIComponent(TOKEN) })],
    ['in Base64', reply({ status: 500, body: Buffer.from(TOKEN).toString('base64') })],
    ['in the reason', reply({ status: 500, statusText: `No ${TOKEN}` })],
    ['in the type', reply({ status: 500, headers: { 'content-type': TOKEN } })],
    ['in a redirect', redirect(`https://elsewhere.example/?t=${TOKEN}`)],
    ['across the end of the excerpt', reply({ status: 500, body: `${'x'.repeat(1995)}${TOKEN}` })],
    ['cut off', rawThenClose(`HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\nabc ${TOKEN.slice(0, 9)}`)],
    ['in what is asserted', reply({ body: { status: TOKEN } })],
    ['as the version', reply({ headers: { 'x-version': TOKEN }, body: { status: 'ok' } })],
  ];

  test.each(echoes)('that is echoed %s is redacted', async (_, answer) => {
    service.answer('/health', answer);
    const result = await askHttp({
      url: `${service.url}/health`,
      headers: { 'X-Custom': secret },
      expect: { json: ['.status == "ok"'] },
      identity: { from: { header: 'x-version' }, equals: '1' },
    });
    const said = JSON.stringify(result);
    expect(result.kind).toBe('wrong');
    for (const shape of [
      TOKEN.slice(0, 9),
      encodeURIComponent(TOKEN),
      Buffer.from(TOKEN).toString('base64').slice(0, 10),
    ])
      expect(said).not.toContain(shape);
  });

  test.each([
    ['Authorization', 'Bearer abcdef123456', 'abcdef123456'],
    ['authorization', `Basic ${Buffer.from('user:passw0rd').toString('base64')}`, 'passw0rd'],
    ['Cookie', 'session=abcdef123456; theme=dark', 'abcdef123456'],
    ['X-API-Key', 'abcdef123456', 'abcdef123456'],
  ])('in %s needs no declaration', async (name, value, hidden) => {
    service.answer('/health', reply({ status: 500, body: `you sent ${hidden}` }));
    const result = await askHttp({ url: `${service.url}/health`, headers: { [name]: value } });
    expect(result.evidence.excerpt).toBe('you sent ***');
  });

  test('of the URL is redacted where it is declared', async () => {
    service.answer('/health', reply({ status: 500, body: 'no' }));
    const result = await askHttp({ url: `${service.url}/health?token=abcdef`, secrets: ['abcdef'] });
    expect(result.evidence.asked).toBe(`GET ${service.url}/health?token=***`);
  });
});

describe('evidence', () => {
  test('says what was asked and what came, with where the time went', async () => {
    service.answer(
      '/health',
      reply({
        status: 503,
        statusText: 'Service Unavailable',
        body: { status: 'ok', version: '2', stats: { errors: 3 } },
      }),
    );
    const result = await askHttp({
      url: `${service.url}/health`,
      expect: { status: ['5xx'] },
      identity: { from: { json: '.version' }, equals: '2' },
      counters: { errors: '.stats.errors', gone: '.gone' },
    });
    expect(result).toEqual({
      kind: 'ok',
      at: expect.any(Number),
      durationMs: expect.any(Number),
      series: 'first',
      evidence: {
        asked: `GET ${service.url}/health`,
        came: '503 Service Unavailable, application/json, 50 bytes',
        excerpt: '{"status":"ok","version":"2","stats":{"errors":3}}',
        address: `127.0.0.1:${service.port}`,
        version: '2',
        counters: { errors: 3 },
        phases: {
          resolve: expect.any(Number),
          connect: expect.any(Number),
          tls: expect.any(Number),
          firstByte: expect.any(Number),
          transfer: expect.any(Number),
        },
      },
    });
    const { resolve, connect, tls, firstByte, transfer } = result.evidence.phases;
    expect(resolve + connect + tls + firstByte + transfer).toBeLessThanOrEqual(result.durationMs + 1);
  });

  test('makes control characters visible', async () => {
    service.answer('/health', reply({ status: 500, body: 'a\u{1b}[31m\r\n::error::b\u{202e}\u{0}' }));
    const result = await askHttp({ url: `${service.url}/health` });
    expect(result.evidence.excerpt).toBe('a\\u{1b}[31m\\r\\n::error::b\\u{202e}\\u{0}');
  });

  test('holds no more than 2 kB of a body', async () => {
    service.answer('/health', reply({ body: '\u{1}'.repeat(100_000) }));
    const result = await askHttp({ url: `${service.url}/health` });
    expect(result.evidence.excerpt).toHaveLength(2000);
  });
});

describe('a request is refused that', () => {
  const bad: readonly (readonly [string, Partial<HttpProbeRequest>, RegExp])[] = [
    ['has no scheme', { url: 'example.org/health' }, /"example\.org\/health" is no URL/u],
    ['has another scheme', { url: 'ftp://example.org' }, /is no URL of HTTP/u],
    ['has credentials in its URL', { url: 'https://u:hunter2@example.org' }, /holds credentials/u],
    ['has no method', { method: 'GE T' }, /no method/u],
    ['tunnels', { method: 'CONNECT' }, /no method/u],
    ['sets its own framing', { headers: { 'Transfer-Encoding': 'chunked' } }, /the probe's own/u],
    ['smuggles headers', { headers: { 'X-A': { secret: 'hunter2\r\nX-B: c' } } }, /"X-A" cannot be sent/u],
    ['has no header name', { headers: { 'X A': 'b' } }, /"X A" cannot be sent/u],
    ['follows too much', { redirects: 4 }, /from 0 to 3/u],
    ['expects no status', { expect: { status: [] } }, /empty/u],
    ['expects what is no status', { expect: { status: [99] } }, /99/u],
    ['expects what is no pattern', { expect: { matches: ['('] } }, /no regular expression/u],
    ['has other flags', { expect: { matches: [{ pattern: 'a', flags: 'g' }] } }, /flags/u],
    ['asserts in another language', { expect: { json: ['status = ok'] } }, /no path/u],
    ['expects what is no header', { expect: { headers: [{ name: 'a b', contains: 'c' }] } }, /no name of a header/u],
    ['expects an empty version', { identity: { from: { header: 'x' }, equals: '' } }, /version is empty/u],
    ['reads a version from nowhere', { identity: { from: { json: 'version' }, equals: '1' } }, /no path/u],
    ['has no time', { limits: { totalMs: 0 } }, /totalMs is 0/u],
    ['has no sense of time', { limits: { connectMs: Number.NaN } }, /connectMs is NaN/u],
    ['trusts what is no certificate', { tls: { ca: 'x' }, url: 'https://example.org' }, /no certificate/u],
  ];

  test.each(bad)('%s', (_, request, message) => {
    const make = (): unknown => httpProbe({ url: 'https://example.org', ...request });
    expect(make).toThrow(expect.objectContaining({ code: 'input', message: expect.stringMatching(message) }));
    expect(make).not.toThrow(/hunter2/u);
  });
});

describe('one probe', () => {
  test('can be asked many times at once', async () => {
    service.answer('/health', reply({ body: { status: 'ok' } }));
    const probe = httpProbe({ url: `${service.url}/health` });
    const results = await Promise.all(Array.from({ length: 20 }, () => probe.attempt(CALM)));
    await probe.close();
    expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(['ok']));
  });
});
