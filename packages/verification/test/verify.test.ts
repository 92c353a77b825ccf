import { afterEach, describe, expect, test } from '@jest/globals';
import { answers, type FaultyService, type ServiceAnswer, startFaultyService } from '@plimsoll/testkit';
import type { Check } from '../src/check.ts';
import type { VerificationRequest } from '../src/mode.ts';
import type { VerificationPlan } from '../src/plan.ts';
import type { VerificationPorts } from '../src/ports.ts';
import { type Verification, verify } from '../src/verify.ts';
import { commandCheck, httpCheck, planFor, portsFor, shellOf } from './support/plans.ts';

const { inTurn, reply } = answers;
const services: FaultyService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

async function serve(...turns: readonly ServiceAnswer[]): Promise<FaultyService> {
  const service = await startFaultyService({ answers: { '*': inTurn(...turns) } });
  services.push(service);
  return service;
}

const WELL = reply({ body: { status: 'ok', version: 'v2' } });
const ILL = reply({ status: 503, body: 'no' });
const OLD = reply({ body: { status: 'ok', version: 'v1' } });
const times = (count: number, answer: ServiceAnswer): ServiceAnswer[] => Array.from({ length: count }, () => answer);

/** A port that nobody listens on. */
async function closedPort(): Promise<number> {
  const service = await startFaultyService({ answers: {} });
  await service.close();
  return service.port;
}

type Case = Partial<VerificationPlan> & {
  readonly before?: VerificationRequest['before'];
  readonly ports?: Partial<VerificationPorts>;
};

async function run(
  checks: VerificationPlan['checks'],
  { before, ports, ...plan }: Case = {},
): Promise<Verification['report']> {
  const { report } = await verify({ plan: planFor(checks, plan), before, ports: portsFor(ports) });
  return report;
}

describe('after a deployment', () => {
  test('a service that is well passes, with as many samples as the limit needs', async () => {
    const report = await run([httpCheck((await serve(WELL)).url)]);
    expect(report).toMatchObject({ verdict: 'pass', code: '', mode: 'post' });
    expect(report.checks.map(({ judgement }) => judgement.evidence.taken)).toEqual([303]);
  });

  test('a number of samples of the user is taken as it is, and the report says what it shows', async () => {
    const service = await serve(WELL);
    const report = await run([httpCheck(service.url)], { samples: 10 });
    expect(report.checks.map(({ judgement }) => judgement.evidence.taken)).toEqual([10]);
    expect(report.checks[0]?.judgement.shows).toContain('26');
    // One of readiness, and the samples.
    expect(service.requests).toHaveLength(11);
  });

  test('a service that starts up slowly is waited for', async () => {
    const report = await run([httpCheck((await serve(ILL, WELL)).url)], { samples: 3, readyWithinMs: 5_000 });
    expect(report.verdict).toBe('pass');
  });

  test('a service that never becomes well fails with what it said last', async () => {
    const report = await run([httpCheck((await serve(ILL)).url)]);
    expect(report).toMatchObject({ verdict: 'fail', code: 'health' });
    expect(report.summary).toMatch(/: Not ready within [^.]+\. The last attempt: It failed with health: .*503/);
  });

  test('errors now and then are an error rate, told long before all samples are taken', async () => {
    const turns = [...times(3, WELL), ...Array.from({ length: 400 }, (_, index) => (index % 5 === 4 ? ILL : WELL))];
    const report = await run([httpCheck((await serve(...turns)).url)]);
    expect(report).toMatchObject({ verdict: 'fail', code: 'error-rate' });
    expect(report.checks[0]?.judgement.evidence.taken).toBeLessThan(100);
  });

  test('the old version fails, however well it is', async () => {
    const check = httpCheck((await serve(OLD)).url, { version: '.version' });
    expect(await run([check], { expectedVersion: 'v2' })).toMatchObject({ verdict: 'fail', code: 'version' });
  });

  test('one backend of two with the old version fails, though the one in front has the new one', async () => {
    const [front, second] = [await serve(WELL), await serve(OLD)];
    const check = httpCheck(front.url, { version: '.version', backends: [front.url, second.url] });
    const report = await run([check], { expectedVersion: 'v2', samples: 5 });
    expect(report).toMatchObject({ verdict: 'fail', code: 'version' });
    expect(report.identity.seen).toEqual([
      { backend: front.url, version: 'v2', when: 'start' },
      { backend: second.url, version: 'v1', when: 'start' },
    ]);
  });

  test('a version that changes back while samples are taken fails', async () => {
    const turns = [...times(40, WELL), OLD];
    const check = httpCheck((await serve(...turns)).url, { version: '.version' });
    expect(await run([check], { expectedVersion: 'v2' })).toMatchObject({ verdict: 'fail', code: 'version' });
  });

  test('a smoke test is tried once, and not before the service is ready', async () => {
    const [health, smoke] = [await serve(ILL, WELL), await serve(ILL, WELL)];
    const checks = [httpCheck(health.url), httpCheck(smoke.url, { name: 'login', role: 'smoke' })];
    const report = await run(checks, { readyWithinMs: 5_000 });
    expect(report).toMatchObject({ verdict: 'fail', code: 'smoke' });
    expect(smoke.requests).toHaveLength(1);
  });

  test.each([
    { method: 'GET', verdict: 'pass', requests: 2 },
    { method: 'POST', verdict: 'inconclusive', requests: 1 },
  ])(
    'a smoke test ($method) during which the runner stood still is tried again, where that changes nothing',
    async ({ method, verdict, requests }) => {
      let stoodMs = 0;
      const stop: ServiceAnswer = (socket, request) => {
        stoodMs = 30_000;
        WELL(socket, request);
      };
      const [health, smoke] = [await serve(WELL), await serve(stop, WELL)];
      const checks = [httpCheck(health.url), httpCheck(smoke.url, { name: 'login', role: 'smoke', method })];
      const report = await run(checks, { samples: 3, ports: { now: () => performance.now() + stoodMs } });
      expect([report.verdict, smoke.requests.length]).toEqual([verdict, requests]);
    },
  );

  test('a runner that stands still at the last look at the version looks again', async () => {
    let stoodMs = 0;
    const stop: ServiceAnswer = (socket, request) => {
      stoodMs = 30_000;
      WELL(socket, request);
    };
    // Readiness, the version, three samples, the version again.
    const service = await serve(...times(5, WELL), stop, WELL);
    const check = httpCheck(service.url, { version: '.version' });
    const ports = { now: () => performance.now() + stoodMs };
    expect(await run([check], { expectedVersion: 'v2', samples: 3, ports })).toMatchObject({ verdict: 'pass' });
  });

  test('a smoke test of a port fails by the same name', async () => {
    const port = await closedPort();
    const tcp: Check = { name: 'mail', role: 'smoke', line: 2, kind: 'tcp', host: '127.0.0.1', port, timeoutMs: 1_000 };
    const report = await run([httpCheck((await serve(WELL)).url), tcp]);
    expect(report).toMatchObject({ verdict: 'fail', code: 'smoke' });
  });

  test('a balancer that shares out connections hides the old version no more once each attempt makes a new one', async () => {
    // Every connection has one backend for good, of which the last of twenty is old.
    let connections = 0;
    const backends = new WeakMap<object, ServiceAnswer>();
    const front: ServiceAnswer = (socket, request) => {
      const answer = backends.get(socket) ?? (++connections % 20 === 0 ? OLD : WELL);
      backends.set(socket, answer);
      answer(socket, request);
    };
    const check = httpCheck((await serve(front)).url, { version: '.version', connections: 'new' });
    expect(await run([check], { expectedVersion: 'v2' })).toMatchObject({ verdict: 'fail', code: 'version' });
  });

  test('a counter that went back is a restart', async () => {
    const count = (errors: number): ServiceAnswer => reply({ body: { status: 'ok', requests: errors } });
    const check = httpCheck((await serve(...times(20, count(900)), count(3))).url, {
      counters: { requests: '.requests' },
    });
    const report = await run([check]);
    expect(report).toMatchObject({ verdict: 'fail', code: 'process' });
    expect(report.summary).toContain('went back from 900 to 3');
  });

  test('a counter that no answer holds cannot show a restart, and nothing passes on it', async () => {
    const check = httpCheck((await serve(WELL)).url, { counters: { errors: '.stats.errors' } });
    const report = await run([check], { samples: 3 });
    expect(report).toMatchObject({ verdict: 'inconclusive', code: 'inconclusive' });
    expect(report.summary).toContain('The counter errors is no number in the answer');
    // The version of before may not have them yet.
    expect(await run([check], { mode: 'pre', samples: 3 })).toMatchObject({ verdict: 'pass' });
  });

  test('a command is run on every server', async () => {
    const shells = [shellOf('web1', {}), shellOf('web2', { pg_isready: 2 })];
    const checks = [httpCheck((await serve(WELL)).url), commandCheck('pg_isready', { code: 'database' })];
    const report = await run(checks, { ports: { shells } });
    expect(report).toMatchObject({ verdict: 'fail', code: 'database' });
    expect(report.summary).toContain('web2');
  });

  test('a check on servers without servers is refused', async () => {
    await expect(run([commandCheck('true')])).rejects.toThrow(/line 2.*no 'hosts'/);
  });

  test('trouble of our own side alone decides nothing', async () => {
    const ports = { lookup: () => Promise.reject(Object.assign(new Error('try again'), { code: 'EAI_AGAIN' })) };
    const report = await run([httpCheck('http://service.example.org/')], { ports });
    expect(report).toMatchObject({ verdict: 'inconclusive', code: 'probe-environment' });
  });

  test('a latency above the limit fails', async () => {
    const slow: ServiceAnswer = (socket, request) => void setTimeout(() => WELL(socket, request), 60);
    const check = httpCheck((await serve(slow)).url);
    const report = await run([check], { samples: 5, maxResponseTimeMs: 20 });
    expect(report).toMatchObject({ verdict: 'fail', code: 'latency' });
  });

  test('so many of so many pass, as soon as they were well', async () => {
    const countRule = { kind: 'of', pass: 4, of: 5 } as const;
    const report = await run([httpCheck((await serve(WELL, WELL, ILL, WELL)).url)], { countRule });
    expect(report.verdict).toBe('pass');
    // The next one may be under way already when it is decided.
    expect(report.checks[0]?.judgement.evidence.taken).toBeGreaterThanOrEqual(5);
    expect(report.checks[0]?.judgement.evidence.taken).toBeLessThan(10);
  });

  test('with a number of samples, all of them are taken', async () => {
    const countRule = { kind: 'of', pass: 4, of: 5 } as const;
    const turns = [...times(8, WELL), ILL, ILL, WELL];
    const report = await run([httpCheck((await serve(...turns)).url)], { countRule, samples: 12 });
    expect(report).toMatchObject({ verdict: 'fail', summary: expect.stringContaining('4 of the last 5 have to pass') });
  });

  test('so many in a row pass, and so many in a row fail', async () => {
    const countRule = { kind: 'consecutive', successes: 5, failures: 2 } as const;
    const [well, ill] = [await serve(WELL, WELL, ILL, WELL), await serve(WELL, WELL, ILL)];
    const passed = await run([httpCheck(well.url)], { countRule });
    expect(passed.verdict).toBe('pass');
    expect(passed.checks[0]?.judgement.evidence.taken).toBeGreaterThanOrEqual(7);
    expect(passed.checks[0]?.judgement.evidence.taken).toBeLessThan(12);
    expect(await run([httpCheck(ill.url)], { countRule })).toMatchObject({ verdict: 'fail', code: 'health' });
  });

  test('good and bad ones in turn are inconclusive where they are counted in a row, and come to an end', async () => {
    const countRule = { kind: 'consecutive', successes: 3, failures: 3 } as const;
    const turns = Array.from({ length: 200 }, (_, index) => (index % 2 === 0 ? WELL : ILL));
    const report = await run([httpCheck((await serve(...turns)).url)], { countRule });
    expect(report).toMatchObject({ verdict: 'inconclusive', code: 'inconclusive' });
    expect(report.checks[0]?.judgement.evidence.taken).toBe(120);
  });

  test('a cancelled run decides nothing', async () => {
    const signal = AbortSignal.abort();
    await expect(run([httpCheck((await serve(WELL)).url)], { ports: { signal } })).rejects.toMatchObject({
      code: 'cancelled',
    });
  });
});

describe('before a deployment', () => {
  test('how the service is becomes the baseline', async () => {
    const plan = planFor([httpCheck((await serve(WELL)).url)], { mode: 'pre' });
    const { report, baselines } = await verify({ plan, before: undefined, ports: portsFor() });
    expect(report.verdict).toBe('pass');
    expect(baselines?.checks.get('health')).toMatchObject({ verdict: 'pass', samples: 20, errors: 0 });
  });

  test('a service that is not well is told as such, and its baseline is kept', async () => {
    const plan = planFor([httpCheck((await serve(ILL)).url)], { mode: 'pre' });
    const { report, baselines } = await verify({ plan, before: undefined, ports: portsFor() });
    expect(report).toMatchObject({ verdict: 'fail', code: 'unhealthy-before' });
    expect(baselines?.checks.get('health')).toMatchObject({ verdict: 'fail' });
  });

  test('the version is not asked for: the new one cannot be there yet', async () => {
    const check = httpCheck((await serve(OLD)).url, { version: '.version' });
    expect(await run([check], { mode: 'pre', expectedVersion: 'v2' })).toMatchObject({ verdict: 'pass' });
  });
});

describe('over a window', () => {
  const WINDOW = { mode: 'monitor', durationMs: 200, intervalMs: 20 } as const;

  test('a service that stays well passes, and not before the window is over', async () => {
    const report = await run([httpCheck((await serve(WELL)).url)], WINDOW);
    expect(report.verdict).toBe('pass');
    expect(report.durationMs).toBeGreaterThanOrEqual(195);
    expect(report.checks[0]?.judgement.evidence.taken).toBe(11);
  });

  test('its looks are not in step with its interval', async () => {
    const hour = 3_600_000;
    // Nobody waits: so each wait would be the whole time since the start.
    const waits: number[] = [];
    const sleep = async (ms: number): Promise<void> => void waits.push(ms);
    const window = { ...WINDOW, durationMs: 3 * hour, intervalMs: hour, ports: { sleep } };
    expect((await run([httpCheck((await serve(WELL)).url)], window)).verdict).toBe('pass');
    expect(waits.map((ms) => (ms / hour).toFixed(1))).toEqual(['0.4', '1.8', '3.0', '4.0']);
  });

  test('it ends early when something is clear', async () => {
    const service = await serve(WELL, WELL, ILL);
    const report = await run([httpCheck(service.url)], { ...WINDOW, durationMs: 60_000 });
    expect(report.verdict).toBe('fail');
    expect(report.durationMs).toBeLessThan(30_000);
  });

  test('samples that are counted are counted to the end', async () => {
    const countRule = { kind: 'consecutive', successes: 2, failures: 3 } as const;
    const [well, ill] = [await serve(WELL, ILL, ILL, WELL), await serve(...times(6, WELL), ILL)];
    const report = await run([httpCheck(well.url)], { ...WINDOW, countRule });
    expect([report.verdict, report.checks[0]?.judgement.evidence.taken]).toEqual(['pass', 11]);
    expect((await run([httpCheck(ill.url)], { ...WINDOW, countRule })).verdict).toBe('fail');
  });

  test('a state that is bad once fails', async () => {
    let calls = 0;
    const shell = {
      ...shellOf('web1', {}),
      run: async () => ({ status: ++calls === 3 ? 1 : 0, signal: null, stdout: '', stderr: '' }),
    };
    const report = await run([httpCheck((await serve(WELL)).url), commandCheck('check')], {
      ...WINDOW,
      ports: { shells: [shell] },
    });
    expect(report).toMatchObject({ verdict: 'fail', code: 'health' });
    expect(report.summary).toContain('command');
  });
});
