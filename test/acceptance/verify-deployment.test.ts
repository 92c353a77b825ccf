import { readFile, writeFile } from 'node:fs/promises';
import { afterEach, describe, expect, test } from '@jest/globals';
import {
  type ActionRun,
  answers,
  type FaultyService,
  type ServiceAnswer,
  startFaultyService,
  UNHURRIED,
  waitUntil,
} from '@plimsoll/testkit';
import { useServer } from '../integration/site.ts';
import { expectReported } from './reported.ts';

const shared = useServer();
const services: FaultyService[] = [];
afterEach(async () => {
  for (const service of services.splice(0)) await service.close();
});

async function serve(answer: ServiceAnswer): Promise<FaultyService> {
  const service = await startFaultyService({ answers: { '*': answer } });
  services.push(service);
  return service;
}

const WELL = answers.reply({ body: { status: 'ok', version: 'v2' } });
const ILL = answers.reply({ status: 500, body: '<script>alert(1)</script> | ::set-output name=verdict::pass' });

async function verify(inputs: Readonly<Record<string, string>>): Promise<ActionRun> {
  const site = await shared.site();
  return site.runner.run({ action: 'verify-deployment', inputs });
}

function outputsOf(run: ActionRun): unknown {
  return JSON.parse(run.outputs['report'] ?? '');
}

describe('a service that is well', () => {
  test('passes with 303 samples in at most 20 a second, and all outputs', async () => {
    const service = await serve(WELL);
    const run = await verify({ 'health-url': service.url, 'expected-version': 'v2', interval: '10ms' });
    await expectReported(run, 'verify-deployment', '');
    expect(run.outputs).toMatchObject({ verdict: 'pass', 'error-rate': '0', 'samples-taken': '303' });
    expect(Number(run.outputs['p95'])).toBeGreaterThan(0);
    expect(outputsOf(run)).toMatchObject({ schema: 'plimsoll/verification@1', verdict: 'pass' });
  });

  test('is compared with how it was, and tells Prometheus', async () => {
    const site = await shared.site();
    const service = await serve(WELL);
    const baseline = `${site.runner.temp}/before/baseline.json`;
    const metrics = `${site.runner.temp}/plimsoll.prom`;
    await expectReported(await verify({ 'health-url': service.url, mode: 'pre', baseline }), 'verify-deployment', '');
    expect(JSON.parse(await readFile(baseline, 'utf8'))).toMatchObject({ checks: { health: { verdict: 'pass' } } });
    const inputs = { 'health-url': service.url, samples: '10', baseline, 'metrics-file': metrics };
    await expectReported(await verify(inputs), 'verify-deployment', '');
    expect(await readFile(metrics, 'utf8')).toContain('plimsoll_verification');
  });

  test('confirms the release that waits', async () => {
    const site = await shared.site();
    await site.deploy({ confirm: 'later', 'confirm-within': '10m' });
    const service = await serve(WELL);
    const server = site.request('rollback').inputs;
    const run = await site.runner.run({
      action: 'verify-deployment',
      inputs: { ...server, 'health-url': service.url, samples: '5', interval: '10ms', confirm: 'true' },
    });
    await expectReported(run, 'verify-deployment', '');
    expect(run.summary).toContain('is confirmed');
    expect((await site.rollback({ mode: 'list' })).stdout).toMatch(/healthy/);
    expect(await site.runner.leftovers()).toEqual([]);
  });
});

describe('a service that is not well', () => {
  test('fails with its code, and what it says does nothing', async () => {
    const service = await serve(ILL);
    const run = await verify({ 'health-url': service.url, duration: '600ms' });
    await expectReported(run, 'verify-deployment', 'health');
    // In a block of code it is text; and no line of the log is a command that it wrote.
    expect(run.summary).toContain('```\n<script>');
    expect(run.commands.filter(({ name }) => name === 'set-output')).toEqual([]);
  });

  test('is not confirmed', async () => {
    const site = await shared.site();
    const deployed = await site.deploy({ confirm: 'later', 'confirm-within': '10m' });
    const server = site.request('rollback').inputs;
    const inputs = { ...server, 'health-url': (await serve(ILL)).url, duration: '600ms', confirm: 'true' };
    await expectReported(await site.runner.run({ action: 'verify-deployment', inputs }), 'verify-deployment', 'health');
    const { releases = '' } = (await site.rollback({ mode: 'list' })).outputs;
    expect(JSON.parse(releases)).toMatchObject([{ id: deployed.outputs['release-id'], state: 'active' }]);
  });
});

test('a release that went live meanwhile is not confirmed: it was not looked at', async () => {
  const site = await shared.site();
  const later = { confirm: 'later', 'confirm-within': '10m' };
  await site.deployed(later);
  const service = await serve(ILL);
  const server = site.request('rollback').inputs;
  const inputs = { ...server, 'health-url': service.url, samples: '1', confirm: 'true' };
  const action = await site.runner.start({ action: 'verify-deployment', inputs });
  await waitUntil(() => service.requests.length > 0, { deadlineMs: 60_000, what: 'its first question' });
  await site.rollback({ mode: 'confirm' });
  const other = await site.deployed(later);
  service.answer('*', WELL);
  const run = await action.ended;
  await expectReported(run, 'verify-deployment', 'unexpected-current');
  expect(run.summary).toContain('The service is well, and the confirmation failed.');
  const { releases = '' } = (await site.rollback({ mode: 'list' })).outputs;
  expect(JSON.parse(releases)).toMatchObject([{ id: other, state: 'active' }, { state: 'healthy' }]);
});

describe('checks on the server', () => {
  test('are run there, and told with what they said', async () => {
    const site = await shared.site();
    const file = `${site.runner.workspace}/checks.yml`;
    await writeFile(
      file,
      'checks:\n  - name: queue\n    command: echo "$SECRET stuck" >&2; exit 3\n    code: database\nready-within: 600ms\n',
    );
    const server = site.request('rollback').inputs;
    const run = await site.runner.run({ action: 'verify-deployment', inputs: { ...server, checks: file } });
    await expectReported(run, 'verify-deployment', 'database');
    expect(run.summary).toContain('stuck');
    expect(await site.runner.leftovers()).toEqual([]);
  });
});

describe('a run that is cancelled', () => {
  test('while it watches says so, confirms nothing and leaves nothing', async () => {
    const site = await shared.site();
    await site.deployed({ confirm: 'later', 'confirm-within': '10m' });
    const service = await serve(WELL);
    const server = site.request('rollback').inputs;
    const inputs = {
      ...server,
      'health-url': service.url,
      mode: 'monitor',
      duration: '10m',
      interval: '20ms',
      confirm: 'true',
    };
    const action = await site.runner.start({ action: 'verify-deployment', inputs });
    await waitUntil(() => service.requests.length > 5, { deadlineMs: 60_000, what: 'samples' });
    await expectReported(await action.cancel(UNHURRIED), 'verify-deployment', 'cancelled');
    expect(await site.runner.leftovers()).toEqual([]);
  });
});

describe('wrong inputs', () => {
  test('are all told at once, and nothing is asked', async () => {
    const service = await serve(WELL);
    const run = await verify({ 'health-url': 'ftp://example.org', mode: 'pre', percentile: '0', confirm: 'true' });
    await expectReported(run, 'verify-deployment', 'input');
    for (const name of ['health-url', 'baseline', 'percentile', 'confirm']) expect(run.stdout).toContain(name);
    expect(service.requests).toEqual([]);
  });

  test('are told with what to do, and not held against other inputs', async () => {
    const inputs = { 'health-url': 'localhost:80', mode: 'bad', percentile: '0.95', 'max-error-rate': '100' };
    const run = await verify(inputs);
    await expectReported(run, 'verify-deployment', 'input');
    expect(run.annotations[0]?.message).toBe(
      "4 inputs are wrong. health-url: 'localhost:80' is not a URL that begins with http:// or https://; " +
        'mode: "bad" is not one of: pre, post, monitor; ' +
        'percentile: of 0.95 % would let nearly everything pass: write 95 for 95 %; ' +
        'max-error-rate: of 100 % lets everything pass: give one below 100 %',
    );
  });

  test.each<[string, Readonly<Record<string, string>>, string]>([
    ['baseline', { baseline: 'no/where' }, "the file 'no/where' cannot be read: there is no such file or folder."],
    ['metrics-file', { 'metrics-file': '/proc/x/y' }, "the file '/proc/x/y' cannot be written: there is no such file"],
    ['baseline', { mode: 'pre', baseline: '/tmp' }, "the file '/tmp' cannot be written: it is a folder."],
  ])('of %s: %j are told before anything is asked', async (name, inputs, said) => {
    const run = await verify({ 'health-url': 'http://127.0.0.1:9', ...inputs });
    await expectReported(run, 'verify-deployment', 'input');
    expect(run.annotations[0]?.message).toContain(`${name}: ${said}`);
  });

  test.each([
    ['checks.txt', 'there is no such file or folder'],
    ['/dev/zero', 'it is no regular file'],
  ])('of checks that are the path %s', async (checks, why) => {
    const run = await verify({ checks });
    await expectReported(run, 'verify-deployment', 'input');
    expect(run.annotations[0]?.message).toContain(`checks: the file '${checks}' cannot be read: ${why}.`);
  });

  test('in a file of checks are told with their lines', async () => {
    const run = await verify({ checks: 'checks:\n  - http: https://example.org\n    expct: {status: 200}\n' });
    await expectReported(run, 'verify-deployment', 'input');
    expect(run.stdout).toContain('line 3');
  });
});
