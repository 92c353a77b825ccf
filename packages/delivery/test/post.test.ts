import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type FaultyService, type ServiceAnswer, startFaultyService, waitUntil } from '@plimsoll/testkit';
import type { AttemptEnd } from '../src/attempts/attempt.ts';
import { type PostRequest, post, retryAfter } from '../src/attempts/post.ts';
import type { WebhookKind } from '../src/receivers/receiver.ts';

const NOW = new Date('2026-11-21T10:00:00.000Z');
const TEAMS_FAULT = 'Webhook message delivery failed with error: Microsoft Teams endpoint returned HTTP error';
const ANSWERS: Readonly<Record<string, ServiceAnswer>> = {
  '/200': answers.reply({ body: 'ok' }),
  '/204': answers.reply({ status: 204 }),
  '/301': answers.redirect('/200', 301),
  '/307': answers.redirect('/200', 307),
  '/400': answers.reply({ status: 400, body: 'invalid_blocks' }),
  '/401': answers.reply({ status: 401, body: 'Bearer topsecret is wrong' }),
  '/403': answers.reply({ status: 403, body: 'x'.repeat(5_000) }),
  '/404': answers.reply({ status: 404, body: { message: 'Unknown Webhook' } }),
  '/408': answers.reply({ status: 408 }),
  '/410': answers.reply({ status: 410 }),
  '/429': answers.reply({ status: 429, headers: { 'retry-after': '2' } }),
  '/500': answers.reply({ status: 500 }),
  '/503': answers.reply({ status: 503, headers: { 'retry-after': 'Sat, 21 Nov 2026 10:00:30 GMT' } }),
  '/hang': answers.hang,
  '/reset': answers.rawThenReset(''),
  '/close': answers.rawThenClose('HTTP/1.1 200'),
  '/drip': answers.drip('HTTP/1.1 200 OK\r\nx: ', 20),
  '/slow-body': answers.raw('HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\n'),
  '/slow-refusal': answers.raw('HTTP/1.1 400 Bad\r\ncontent-length: 10\r\n\r\n'),
  '/huge': answers.bodyOf(1e9, 'chunked'),
  '/huge-refusal': answers.raw(`HTTP/1.1 404 No\r\ncontent-length: 100000\r\n\r\n${'x'.repeat(50_000)}`),
  '/garbage': answers.rawThenClose('not HTTP at all\r\n\r\n'),
  '/hidden-429': answers.reply({ body: `${TEAMS_FAULT} 429 with ContextId tcid=0,server=x..` }),
  '/hidden-413': answers.reply({ body: `${TEAMS_FAULT} 413 with ContextId tcid=0,server=x..` }),
  '/hidden-502': answers.reply({ body: `${TEAMS_FAULT} 502 with ContextId tcid=0,server=x..` }),
  '/hidden': answers.reply({ body: 'Webhook message delivery failed with error: secret.' }),
  '/broken-body': answers.rawThenClose('HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
  '/broken-refusal': answers.rawThenClose('HTTP/1.1 400 No\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n'),
  '/1': answers.reply({ body: '1' }),
  '/202': answers.reply({ status: 202 }),
  '/not-ok': answers.reply({ body: { ok: false, error: 'channel_is_archived' } }),
  '/not-ok-secret': answers.reply({ body: { ok: false, error: 'Bearer topsecret' } }),
  '/is-ok': answers.reply({ body: { ok: true, message: { text: 'invalid_payload' } } }),
  '/bare-code': answers.reply({ body: 'invalid_payload' }),
  '/receipt': answers.reply({ body: 'message_accepted\n' }),
  '/no-receipt': answers.reply({ body: 'not_delivered' }),
  '/long-head': answers.raw(`HTTP/1.1 200 OK\r\nx: ${'y'.repeat(200_000)}\r\n\r\n`),
};

let service: FaultyService;
beforeAll(async () => {
  service = await startFaultyService({ answers: ANSWERS });
});
afterAll(() => service.close());

function send(path: string, change: Partial<PostRequest> = {}): Promise<AttemptEnd> {
  return post({
    kind: 'generic',
    url: new URL(path, service.url),
    headers: { 'x-own': 'y' },
    body: Buffer.from('{"a":"é"}'),
    env: {},
    timeoutMs: 15_000,
    signal: new AbortController().signal,
    now: () => NOW,
    ...change,
  });
}

describe('an attempt', () => {
  test('posts the body once, with its length and the headers', async () => {
    await send('/200?x=y');
    expect(service.requests.at(-1)).toMatchObject({
      method: 'POST',
      target: '/200?x=y',
      body: '{"a":"é"}',
      headers: { 'content-length': '10', 'x-own': 'y', 'accept-encoding': 'identity' },
    });
  });

  test.each<readonly [string, object]>([
    ['/200', { kind: 'delivered', status: 200 }],
    ['/204', { kind: 'delivered', status: 204 }],
    ['/huge', { kind: 'delivered', status: 200 }],
    ['/slow-body', { kind: 'delivered', status: 200 }],
    ['/301', { kind: 'lost', status: 301, reason: 'redirect', word: '' }],
    ['/307', { kind: 'lost', status: 307, reason: 'redirect', word: '' }],
    ['/400', { kind: 'lost', status: 400, reason: 'rejected', word: 'invalid_blocks' }],
    ['/401', { kind: 'lost', status: 401, reason: 'authentication', word: '' }],
    ['/403', { kind: 'lost', status: 403, reason: 'authentication', word: '' }],
    ['/404', { kind: 'lost', status: 404, reason: 'rejected', word: '' }],
    ['/huge-refusal', { kind: 'lost', status: 404, reason: 'rejected', word: '' }],
    ['/410', { kind: 'lost', status: 410, reason: 'gone', word: '' }],
    ['/408', { kind: 'again', status: 408, reason: 'server-error', retryAfterMs: undefined, word: '' }],
    ['/429', { kind: 'again', status: 429, reason: 'rate-limited', retryAfterMs: 2_000, word: '' }],
    ['/500', { kind: 'again', status: 500, reason: 'server-error', retryAfterMs: undefined, word: '' }],
    ['/503', { kind: 'again', status: 503, reason: 'server-error', retryAfterMs: 30_000, word: '' }],
    ['/reset', { kind: 'again', status: 0, reason: 'connection', retryAfterMs: undefined, word: 'ECONNRESET' }],
    ['/close', { kind: 'again', status: 0, reason: 'connection' }],
    ['/garbage', { kind: 'again', status: 0, reason: 'connection' }],
    ['/long-head', { kind: 'again', status: 0, reason: 'connection', word: 'HPE_HEADER_OVERFLOW' }],
  ])('at %s ends as %j', async (path, end) => {
    const before = service.requests.length;
    expect(await send(path)).toMatchObject(end);
    expect(service.requests.length).toBe(before + 1);
  });

  test.each<readonly [WebhookKind, string, object]>([
    ['teams', '/hidden-429', { kind: 'again', status: 429, reason: 'rate-limited' }],
    ['teams', '/hidden-502', { kind: 'again', status: 502, reason: 'server-error' }],
    ['teams', '/hidden-413', { kind: 'lost', status: 413, reason: 'rejected', word: '' }],
    ['teams', '/hidden', { kind: 'lost', status: 200, reason: 'rejected', word: '' }],
    ['slack', '/not-ok', { kind: 'lost', status: 200, reason: 'rejected', word: 'channel_is_archived' }],
    ['slack', '/not-ok-secret', { kind: 'lost', status: 200, reason: 'rejected', word: '' }],
    ['slack', '/bare-code', { kind: 'lost', status: 200, reason: 'rejected', word: 'invalid_payload' }],
    ['generic', '/hidden-413', { kind: 'delivered', status: 200 }],
    ['teams', '/1', { kind: 'delivered', status: 200 }],
    ['teams', '/202', { kind: 'delivered', status: 202 }],
    ['slack', '/200', { kind: 'delivered', status: 200 }],
    ['slack', '/no-receipt', { kind: 'lost', status: 200, reason: 'rejected', word: 'not_delivered' }],
    ['slack', '/is-ok', { kind: 'delivered', status: 200 }],
    ['slack', '/receipt', { kind: 'delivered', status: 200 }],
    ['slack', '/huge', { kind: 'delivered', status: 200 }],
    ['teams', '/slow-body', { kind: 'delivered', status: 200 }],
  ])('a success of %s that is none is not taken for one (%s)', async (kind, path, end) => {
    expect(await send(path, { kind })).toMatchObject(end);
  });

  test.each(['/hang', '/drip'])('at %s ends when its time is over', async (path) => {
    expect(await send(path, { timeoutMs: 150 })).toMatchObject({ kind: 'again', reason: 'timeout' });
  });

  test('keeps the status of a refusal whose body never comes', async () => {
    expect(await send('/slow-refusal', { timeoutMs: 2_000 })).toMatchObject({
      kind: 'lost',
      status: 400,
      reason: 'rejected',
    });
  });

  test('is called off by a signal, before and while it waits', async () => {
    expect(await send('/hang', { signal: AbortSignal.abort() })).toMatchObject({ kind: 'lost', reason: 'cancelled' });
    const controller = new AbortController();
    const ended = send('/hang', { signal: controller.signal });
    setImmediate(() => controller.abort());
    expect(await ended).toMatchObject({ kind: 'lost', reason: 'cancelled' });
  });

  test('keeps what the head of an answer said when the rest of it is broken', async () => {
    const end = await send('/broken-body', { kind: 'teams' });
    expect(end).toEqual({ kind: 'delivered', status: 200 });
    expect(await send('/broken-refusal')).toMatchObject({ kind: 'lost', status: 400, reason: 'rejected' });
  });

  test('goes through the proxy of the runner, but not to this machine itself', async () => {
    await using proxy = await startFaultyService({ answers: { '*': answers.rawThenClose('HTTP/1.1 502 No\r\n\r\n') } });
    const env = { HTTPS_PROXY: proxy.url, https_proxy: proxy.url, HTTP_PROXY: proxy.url, http_proxy: proxy.url };
    expect(await send('https://receiver.invalid/x', { env })).toMatchObject({ kind: 'again', reason: 'connection' });
    expect(proxy.requests.map(({ method, target }) => [method, target])).toEqual([['CONNECT', 'receiver.invalid:443']]);
    expect(await send('/200', { env })).toMatchObject({ kind: 'delivered' });
    expect(await send('https://127.0.0.1:1/', { env })).toMatchObject({ kind: 'again', word: 'ECONNREFUSED' });
    expect(proxy.requests).toHaveLength(1);
  });

  test('lets go of a proxy that never opens the way', async () => {
    let isGone = false;
    const hang: ServiceAnswer = (socket) => void socket.once('close', () => (isGone = true));
    await using proxy = await startFaultyService({ answers: { '*': hang } });
    const end = await send('https://receiver.invalid/x', { env: { HTTPS_PROXY: proxy.url }, timeoutMs: 200 });
    expect(end).toMatchObject({ kind: 'again' });
    await waitUntil(() => isGone, { deadlineMs: 4_000, what: 'the end of the connection to the proxy' });
  });

  test('at a port where nobody listens may be made again', async () => {
    const gone = await startFaultyService({ answers: {} });
    await gone.close();
    expect(await send(gone.url)).toMatchObject({
      kind: 'again',
      reason: 'connection',
      word: 'ECONNREFUSED',
    });
  });
});

test.each([
  [undefined, undefined],
  ['2', 2_000],
  ['0.25', 250],
  ['-1', undefined],
  ['soon', undefined],
  ['99999999999', undefined],
  ['Sat, 21 Nov 2026 09:59:00 GMT', 0],
])('Retry-After: %s is %s ms', (value, ms) => {
  expect(retryAfter(value, NOW)).toBe(ms);
});
