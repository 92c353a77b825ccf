import { gzipSync } from 'node:zlib';
import { afterEach, describe, expect, test } from '@jest/globals';
import { answers, type FaultyService, type ServiceAnswer, startFaultyService, waitUntil } from '@plimsoll/testkit';
import { openGitHub } from '../src/index.ts';
import { createFetch, type Fetch } from '../src/transport/fetch.ts';
import { failureOf } from '../src/transport/refusal.ts';
import { TransportFault } from '../src/transport/transport-fault.ts';
import { fastPace, runVariables } from './support/fake.ts';

const services: FaultyService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

async function serve(answer: ServiceAnswer): Promise<FaultyService> {
  const service = await startFaultyService({ answers: { '*': answer } });
  services.push(service);
  return service;
}

const TRY_MS = 250;

function limitedFetch(env: Record<string, string> = {}): Fetch {
  return createFetch({ tryMs: TRY_MS, maxBytes: 10_000, env });
}

const GET = { method: 'GET', headers: { accept: 'x' } } as const;

function gzipped(text: string): ServiceAnswer {
  const body = gzipSync(text);
  const head = `HTTP/1.1 200 OK\r\ncontent-encoding: gzip\r\ncontent-length: ${body.length}\r\n\r\n`;
  return answers.raw(Buffer.concat([Buffer.from(head), body]));
}

describe('an answer', () => {
  test('comes with status, headers and text, over one connection', async () => {
    const service = await serve(answers.reply({ status: 404, headers: { 'x-a': 'b' }, body: 'näh' }));
    const fetch = limitedFetch();
    for (const _ of [1, 2, 3]) {
      const response = await fetch(`${service.url}/x?y=1`, GET);
      expect([response.status, response.headers.get('x-a'), await response.text()]).toEqual([404, 'b', 'näh']);
    }
    expect(service.connections).toBe(1);
    expect(service.requests[0]).toMatchObject({ method: 'GET', target: '/x?y=1', headers: { accept: 'x' } });
  });

  test('is unpacked', async () => {
    const service = await serve(gzipped('packed'));
    expect(await (await limitedFetch()(service.url, GET)).text()).toBe('packed');
  });

  test.each([
    ['longer than allowed', () => answers.bodyOf(10_001, 'length'), 'unreadable'],
    ['longer than allowed, without a length', () => answers.bodyOf(1_000_000, 'chunked'), 'unreadable'],
    ['longer than allowed once it is unpacked', () => gzipped('x'.repeat(10_001)), 'unreadable'],
    [
      'packed, and is not',
      () => answers.reply({ headers: { 'content-encoding': 'gzip' }, body: 'plain' }),
      'unreadable',
    ],
    ['not there in time', () => answers.hang, 'timeout'],
    ['dripping in', () => answers.drip('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\n', 2), 'timeout'],
    ['cut short', () => answers.rawThenClose('HTTP/1.1 200 OK\r\ncontent-length: 900\r\n\r\nabc'), 'lost'],
    ['a reset', () => answers.rawThenReset(''), 'lost'],
    ['no HTTP', () => answers.rawThenClose('SSH-2.0-x\r\n'), 'lost'],
  ])('%s', async (_name, answer, kind) => {
    const service = await serve(answer());
    await expect(limitedFetch()(service.url, GET)).rejects.toMatchObject({ kind });
  });

  test('of nobody was never asked for', async () => {
    const service = await serve(answers.hang);
    await service.close();
    await expect(limitedFetch()(service.url, GET)).rejects.toMatchObject({ kind: 'not-sent' });
  });

  test('is not waited for when the step is cancelled', async () => {
    const service = await serve(answers.hang);
    const controller = new AbortController();
    const request = limitedFetch()(service.url, { ...GET, signal: controller.signal });
    controller.abort();
    await expect(request).rejects.toMatchObject({ kind: 'aborted' });
    await expect(limitedFetch()(service.url, { ...GET, signal: controller.signal })).rejects.toMatchObject({
      kind: 'aborted',
    });
  });

  test('comes through the proxy of the runner', async () => {
    const proxy = await serve(answers.reply({ body: 'by proxy' }));
    const response = await limitedFetch({ HTTP_PROXY: proxy.url })('http://api.github.example/x', GET);
    expect(await response.text()).toBe('by proxy');
    expect(proxy.requests[0]?.target).toBe('http://api.github.example/x');
  });

  test('lets go of a proxy that never opens the way', async () => {
    let isGone = false;
    const proxy = await serve((socket) => void socket.once('close', () => (isGone = true)));
    const request = limitedFetch({ HTTPS_PROXY: proxy.url })('https://api.github.example/x', GET);
    await expect(request).rejects.toMatchObject({ kind: 'not-sent' });
    await waitUntil(() => isGone, { deadlineMs: 10_000, what: 'the end of the connection to the proxy' });
  });
});

describe('a question', () => {
  test('that nobody answers in time is asked again, and then fails', async () => {
    const service = await serve(answers.rawThenReset(''));
    const env = { ...runVariables('a'.repeat(40)), GITHUB_API_URL: service.url };
    const github = await openGitHub({ token: 't', env, signal: new AbortController().signal, pace: fastPace() });
    await expect(github.environmentApprovals()).rejects.toMatchObject({
      code: 'github',
      reason: 'unavailable',
      status: undefined,
      message: expect.stringMatching(/[^.]\. See \S+githubstatus\.com and check/u),
    });
    expect(service.requests.length).toBe(6);
  });

  test('that cannot have been heard is asked again, even to create something', async () => {
    const service = await serve(answers.hang);
    await service.close();
    const env = { ...runVariables('a'.repeat(40)), GITHUB_API_URL: service.url };
    const pace = fastPace();
    const github = await openGitHub({ token: 't', env, signal: new AbortController().signal, pace });
    const created = github.createComment({ number: 1, body: 'x' });
    await expect(created).rejects.toMatchObject({
      reason: 'unavailable',
      mayHaveHappened: false,
      message: expect.stringMatching(/ECONNREFUSED .*\. The runner cannot reach .*HTTPS_PROXY.*GITHUB_API_URL/u),
    });
    expect(pace.pauses).toHaveLength(5);
  });

  test.each([
    ['not-sent', 'ENOTFOUND', /check its network, name server and proxy/u],
    ['lost', 'SELF_SIGNED_CERT_IN_CHAIN', /set NODE_EXTRA_CA_CERTS/u],
    ['lost', 'ECONNRESET', /run again/u],
    ['timeout', '', /run again/u],
    ['aborted', '', /: no luck\.$/u],
  ] as const)('without an answer (%s %s) says what to look at', (kind, code, said) => {
    const fault = new TransportFault(kind, 'no luck', { cause: Object.assign(new Error('deeper'), { code }) });
    const { message } = failureOf({ kind: 'fault', fault }, { what: 'read it', needs: [], redact: (text) => text });
    expect(message).toMatch(said);
    expect(message).toMatch(/^GitHub did not read it: no luck\./u);
  });

  test('ends with the step, by the reason it was cancelled for', async () => {
    const service = await serve(answers.hang);
    const controller = new AbortController();
    const env = { ...runVariables('a'.repeat(40)), GITHUB_API_URL: service.url };
    const github = await openGitHub({ token: 't', env, signal: controller.signal });
    const asked = github.environmentApprovals();
    const reason = new Error('cancelled by somebody');
    controller.abort(reason);
    await expect(asked).rejects.toBe(reason);
  });
});
