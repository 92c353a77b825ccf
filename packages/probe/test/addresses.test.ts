import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { answers, type FaultyService, startFaultyService } from '@plimsoll/testkit';
import { createTcpProbe, type ProbePorts, systemPorts } from '../src/index.ts';
import { askHttp, CALM, httpProbe, once, verdictOf } from './probing.ts';

/** Routed nowhere (RFC 5737), so that connecting to it either hangs or has no way. */
const NOWHERE = '192.0.2.1';

let service: FaultyService;

beforeAll(async () => {
  service = await startFaultyService({ answers: { '*': answers.reply() } });
});

afterAll(() => service.close());

const named = (): string => `http://shop.example:${service.port}/`;

function lookupOf(...answers: readonly (readonly string[] | Error)[]): ProbePorts['lookup'] & { asked: string[] } {
  const asked: string[] = [];
  const lookup = async (name: string): Promise<readonly string[]> => {
    asked.push(name);
    const answer = answers[Math.min(asked.length, answers.length) - 1] ?? [];
    if (answer instanceof Error) throw answer;
    return answer;
  };
  return Object.assign(lookup, { asked });
}

function systemError(code: string): Error {
  return Object.assign(new Error(`getaddrinfo ${code} shop.example`), { code });
}

describe('a name', () => {
  test.each([
    ['that does not exist', systemError('ENOTFOUND'), /no address as seen from here \(ENOTFOUND\)/u],
    ['whose servers do not answer', systemError('EAI_AGAIN'), /could not be looked up from here \(EAI_AGAIN\)/u],
    ['without addresses', [], /has no address/u],
  ])('%s shows nothing about the service', async (_, answer, detail) => {
    const result = await askHttp({ url: named() }, { lookup: lookupOf(answer) });
    expect(verdictOf(result)).toEqual({ verdict: 'unknown', detail: expect.stringMatching(detail) });
  });

  test('whose lookup hangs shows nothing either', async () => {
    const lookup = (): Promise<never> => Promise.withResolvers<never>().promise;
    const result = await askHttp({ url: named(), limits: { connectMs: 50 } }, { lookup });
    expect(verdictOf(result)).toEqual({ verdict: 'unknown', detail: expect.stringContaining('longer than 50 ms') });
  });

  test('is looked up once, so that no attempt is led elsewhere', async () => {
    const lookup = lookupOf(['127.0.0.1'], ['127.0.0.9']);
    const probe = httpProbe({ url: named(), connection: 'new' }, { lookup });
    const results = [await probe.attempt(CALM), await probe.attempt(CALM)];
    await probe.close();
    expect([results.map(({ kind }) => kind), lookup.asked]).toEqual([['ok', 'ok'], ['shop.example']]);
  });

  test('is looked up again when that failed, and never when it did not', async () => {
    const lookup = lookupOf(systemError('EAI_AGAIN'), ['127.0.0.1'], ['127.0.0.9']);
    const probe = httpProbe({ url: named(), connection: 'new' }, { lookup });
    const verdicts: string[] = [];
    for (let attempt = 0; attempt < 3; attempt += 1) verdicts.push(verdictOf(await probe.attempt(CALM)).verdict);
    await probe.close();
    expect([verdicts, lookup.asked.length]).toEqual([['unknown', 'ok', 'ok'], 2]);
  });

  test('can be probed at one address of many', async () => {
    const lookup = lookupOf(['127.0.0.9']);
    const result = await askHttp({ url: named(), address: '127.0.0.1' }, { lookup });
    expect([result.kind, lookup.asked, service.requests.at(-1)?.headers['host']]).toEqual([
      'ok',
      [],
      `shop.example:${service.port}`,
    ]);
  });
});

describe('of two addresses', () => {
  test('a dead one is named, and asked last from then on', async () => {
    const probe = httpProbe({ url: named(), connection: 'new' }, { lookup: lookupOf(['127.0.0.9', '127.0.0.1']) });
    const results = [await probe.attempt(CALM), await probe.attempt(CALM)];
    await probe.close();
    expect(results.map(({ kind, evidence }) => [kind, evidence.address, evidence.deadAddresses])).toEqual([
      ['ok', `127.0.0.1:${service.port}`, ['127.0.0.9 (refused)']],
      ['ok', `127.0.0.1:${service.port}`, ['127.0.0.9 (refused)']],
    ]);
  });

  test('both dead are the fault of the service, each with its reason', async () => {
    const result = await askHttp({ url: named() }, { lookup: lookupOf(['127.0.0.8', '127.0.0.9']) });
    expect(verdictOf(result)).toEqual({
      verdict: 'health',
      detail: expect.stringMatching(/127\.0\.0\.8:\d+: refused; 127\.0\.0\.9:\d+: refused/u),
    });
  });

  test('one that hangs does not keep the other from being tried', async () => {
    const ports = { lookup: lookupOf([NOWHERE, '127.0.0.1']) };
    const result = await askHttp({ url: named(), limits: { connectMs: 1000 } }, ports);
    expect([result.kind, result.evidence.deadAddresses?.[0]]).toEqual(['ok', expect.stringContaining(NOWHERE)]);
  });

  test('one that has no way from here and one that refuses are the fault of the service', async () => {
    const result = await askHttp({ url: named() }, { lookup: lookupOf(['127.0.0.9', '100::1']) });
    expect(verdictOf(result).verdict).toBe('health');
  });
});

describe('localhost', () => {
  test.each(['127.0.0.1', '::1'])('finds what listens on %s only', async (host) => {
    await using one = await startFaultyService({ host, answers: { '*': answers.reply() } });
    const result = await askHttp(
      { url: `http://localhost:${one.port}/` },
      { lookup: lookupOf(systemError('ENOTFOUND')) },
    );
    expect([result.kind, result.evidence.deadAddresses]).toEqual(['ok', undefined]);
  });

  test('is an address in brackets as well', async () => {
    await using one = await startFaultyService({ host: '::1', answers: { '*': answers.reply() } });
    const result = await askHttp({ url: `${one.url}/` });
    expect([result.kind, result.evidence.address]).toEqual(['ok', `[::1]:${one.port}`]);
  });
});

describe('a tcp probe', () => {
  const tcp = (request: Partial<Parameters<typeof createTcpProbe>[0]>): ReturnType<typeof once> =>
    once(createTcpProbe({ name: 'port', host: '127.0.0.1', port: 1, ...request }, systemPorts));

  test('is content with a port that accepts', async () => {
    const result = await tcp({ port: service.port });
    expect([result.kind, result.series, result.evidence.asked, result.evidence.came]).toEqual([
      'ok',
      'first',
      `tcp 127.0.0.1:${service.port}`,
      'connected',
    ]);
  });

  test('says when nothing accepts', async () => {
    const closed = await startFaultyService({ answers: {} });
    await closed.close();
    expect(verdictOf(await tcp({ port: closed.port, code: 'database' }))).toEqual({
      verdict: 'database',
      detail: expect.stringContaining('refused'),
    });
  });

  test.each([0, 65_536, 1.5])('refuses port %d', (port) => {
    expect(() => createTcpProbe({ name: 'port', host: 'a', port }, systemPorts)).toThrow(
      /is not a number from 1 to 65535/u,
    );
  });
});
