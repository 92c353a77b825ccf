import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { CloseReport, CloseRequest, Store, StoreReport, Switching, SwitchReport } from '@plimsoll/release-store';
import { rollOut } from '@plimsoll/rollout';
import { createDeployHost } from '../src/deploy-host.ts';
import { DEPLOYMENT, EMPTY_REPORT, EMPTY_TREE, INFO, NO_STORE, noTimings, recordingLog } from './support/parts.ts';

/** How the switch of a pretended server goes. */
interface Script {
  readonly ready?: Promise<void>;
  readonly go?: () => Promise<SwitchReport>;
  readonly switched?: ReturnType<Switching['switched']>;
  readonly report?: Partial<StoreReport>;
  readonly close?: (request: CloseRequest) => Promise<CloseReport>;
}

const PASSED: SwitchReport = { gate: { code: '', detail: '' }, revertTarget: 'r1', watchdog: 'detached' };
const ENDS = { confirm: 'confirmed', later: 'pending', drop: 'dropped', revert: 'reverted' } as const;

function pretend(script: Script, order: 'awaited' | 'at-once' = 'at-once') {
  const closed: CloseRequest[] = [];
  const store: Store = {
    ...NO_STORE,
    stage: async () => ({ linked: 'none 0' }),
    switchTo: () => ({
      ready: script.ready ?? Promise.resolve(),
      go: script.go ?? (async () => PASSED),
      switched: () => script.switched ?? 'yes',
    }),
    close: async (request) => {
      closed.push(request);
      if (script.close !== undefined) return script.close(request);
      return { end: ENDS[request.decision], liveRelease: 'r1', detail: '', removed: ['r0'], deadline: 0, releases: [] };
    },
  };
  const { log, lines } = recordingLog();
  const host = createDeployHost({
    server: { label: 'web1', store, report: { ...EMPTY_REPORT, ...script.report } },
    deployment: DEPLOYMENT,
    tree: EMPTY_TREE,
    release: 'r2',
    info: INFO,
    entry: {},
    context: { log, signal: new AbortController().signal },
    timings: noTimings(),
    order,
  });
  return { host, closed, lines };
}

async function deploy(script: Script, order: 'awaited' | 'at-once' = 'at-once') {
  const { host, closed, lines } = pretend(script, order);
  const [outcome] = await rollOut({ hosts: [host], confirm: 'auto', signal: new AbortController().signal });
  return { outcome, closed, lines };
}

const trouble = (code: 'connect' | 'remote-command' | 'fenced') => () =>
  Promise.reject(new Failure(code, `it was ${code}`));

describe('a host that is switched at once', () => {
  test('is confirmed when its gate passed', async () => {
    const { outcome, closed, lines } = await deploy({});
    expect(outcome).toMatchObject({ end: 'healthy', code: '' });
    expect(closed).toEqual([
      { fence: 1, release: 'r2', keep: 5, decision: 'confirm', event: 'deployed', markFailed: '' },
    ]);
    expect(lines).toContain('info: web1: removed r0');
  });

  test('is untouched when a command before the switch failed, for the server said that it ended without switching', async () => {
    const { outcome, closed } = await deploy({ go: trouble('remote-command'), switched: 'no' });
    expect(outcome).toMatchObject({ end: 'untouched', code: 'remote-command' });
    expect(closed.map(({ decision }) => decision)).toEqual(['drop']);
  });

  test.each([
    ['when the switch was made and then something failed', 'fenced', 'yes'],
    ['when nobody knows whether it was switched', 'connect', 'unknown'],
  ] as const)('is asked to go back %s', async (_when, code, switched) => {
    const { outcome, closed } = await deploy({ go: trouble(code), switched });
    expect(outcome).toMatchObject({ end: 'reverted', code });
    expect(closed.map(({ decision }) => decision)).toEqual(['revert']);
  });

  test('is not known when it cannot be asked any more, whatever it was doing when the link broke', async () => {
    const ready = trouble('connect')();
    ready.catch(() => undefined);
    const { outcome } = await deploy({ ready, go: trouble('connect'), switched: 'unknown', close: trouble('connect') });
    expect(outcome).toMatchObject({ end: 'unknown', code: 'connect' });
  });
});

describe('a host that waits for others', () => {
  test('gets ready first, and is dropped when it cannot', async () => {
    const ready = Promise.reject(new Failure('remote-command', 'prepare ended with status 1'));
    const { outcome, closed } = await deploy({ ready, switched: 'no' }, 'awaited');
    expect(outcome).toMatchObject({ end: 'untouched', code: 'remote-command' });
    expect(closed.map(({ decision }) => decision)).toEqual(['drop']);
  });
});

describe('a host is refused before anything is sent', () => {
  test.each([
    ['its disk is too full', { freeBytes: 1_000 }, 'has 1 kB free, the release needs'],
    ['it has too few inodes', { freeInodes: 3 }, 'has 3 inodes free, the release needs 64'],
  ])('when %s', async (_what, report, said) => {
    const { outcome, closed } = await deploy({ report });
    expect(outcome).toMatchObject({ end: 'untouched', code: 'disk', detail: expect.stringContaining(said) });
    expect(closed.map(({ decision }) => decision)).toEqual(['drop']);
  });

  test('when health-url is to be asked and it has nothing to ask with', async () => {
    const { host } = pretend({});
    const asking = createDeployHost({
      server: host.server,
      deployment: { ...DEPLOYMENT, runbook: { ...DEPLOYMENT.runbook, healthUrl: 'http://127.0.0.1/' } },
      tree: EMPTY_TREE,
      release: 'r2',
      info: INFO,
      entry: {},
      context: { log: recordingLog().log, signal: new AbortController().signal },
      timings: noTimings(),
      order: 'at-once',
    });
    await expect(asking.stage()).rejects.toMatchObject({
      code: 'remote-environment',
      message: expect.stringContaining('neither curl nor GNU wget'),
    });
  });
});
