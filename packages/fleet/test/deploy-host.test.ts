import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type {
  CloseReport,
  CloseRequest,
  Store,
  StoreReport,
  Switching,
  SwitchReport,
  SwitchRequest,
} from '@plimsoll/release-store';
import { rollOut } from '@plimsoll/rollout';
import { createDeployHost } from '../src/deploy-host.ts';
import type { DeploymentRequest } from '../src/deployment-request.ts';
import { DEPLOYMENT, EMPTY_REPORT, EMPTY_TREE, INFO, NO_STORE, noTimings, recordingLog } from './support/parts.ts';

/** How the switch of a pretended server goes. */
interface Script {
  readonly linked?: string;
  readonly ready?: Promise<void>;
  readonly go?: () => Promise<SwitchReport>;
  readonly switched?: ReturnType<Switching['switched']>;
  readonly report?: Partial<StoreReport>;
  readonly deployment?: Partial<DeploymentRequest>;
  readonly close?: (request: CloseRequest) => Promise<CloseReport>;
}

const PASSED: SwitchReport = {
  gate: { code: '', detail: '' },
  revertTarget: 'r1',
  watchdog: 'detached',
  closed: undefined,
};
const ENDS = { confirm: 'confirmed', later: 'pending', drop: 'dropped', revert: 'reverted' } as const;

function pretend(script: Script, order: 'awaited' | 'at-once' = 'at-once') {
  const closed: CloseRequest[] = [];
  const switched: SwitchRequest[] = [];
  const store: Store = {
    ...NO_STORE,
    stage: async () => ({ linked: script.linked ?? 'none 0' }),
    switchTo: (request) => {
      switched.push(request);
      return {
        ready: script.ready ?? Promise.resolve(),
        go: script.go ?? (async () => PASSED),
        switched: () => script.switched ?? 'yes',
      };
    },
    close: async (request) => {
      closed.push(request);
      if (script.close !== undefined) return script.close(request);
      return { end: ENDS[request.decision], liveRelease: 'r1', detail: '', removed: ['r0'], deadline: 0, releases: [] };
    },
  };
  const { log, lines } = recordingLog();
  const host = createDeployHost({
    server: { label: 'web1', store, report: { ...EMPTY_REPORT, ...script.report } },
    deployment: { ...DEPLOYMENT, ...script.deployment },
    tree: EMPTY_TREE,
    release: 'r2',
    info: INFO,
    entry: {},
    context: { log, signal: new AbortController().signal },
    timings: noTimings(),
    order,
  });
  return { host, closed, switched, lines };
}

async function deploy(script: Script, order: 'awaited' | 'at-once' = 'at-once') {
  const { host, closed, switched, lines } = pretend(script, order);
  const confirm = script.deployment?.confirm ?? 'auto';
  const [outcome] = await rollOut({ hosts: [host], confirm, signal: new AbortController().signal });
  return { outcome, closed, switched, lines };
}

const trouble = (code: 'connect' | 'remote-command' | 'fenced') => () =>
  Promise.reject(new Failure(code, `it was ${code}`));

describe('a host that is switched at once', () => {
  const end = { liveRelease: 'r1', detail: '', removed: ['r0'], deadline: 0, releases: [] } as const;
  const settles = (closed: CloseReport['end']) => async () => ({ ...PASSED, closed: { ...end, end: closed } });

  test('settles by itself, and is not closed once more', async () => {
    const { outcome, closed, switched, lines } = await deploy({ go: settles('confirmed') });
    expect(switched.map(({ whenPassed }) => whenPassed)).toEqual([
      { decision: 'confirm', event: 'deployed', markFailed: '', keep: 5 },
    ]);
    expect([outcome?.end, outcome?.code, closed]).toEqual(['healthy', '', []]);
    expect(lines).toContain('info: web1: removed r0');
  });

  test('leaves it to somebody else where it is told so', async () => {
    const { outcome, switched } = await deploy({ go: settles('pending'), deployment: { confirm: 'later' } });
    expect([outcome?.end, switched.map(({ whenPassed }) => whenPassed)]).toEqual([
      'pending',
      [{ decision: 'later', keep: 0 }],
    ]);
  });

  test('is what the server made of it, though the run was cancelled meanwhile', async () => {
    const { host, closed } = pretend({ go: settles('confirmed') });
    await host.activate();
    const settled = await host.settle({ decision: 'revert', cause: 'cancelled', mark: 'reverted' });
    expect([settled.end, closed]).toEqual(['confirmed', []]);
  });

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
  test('is settled only when all of them have passed', async () => {
    const { outcome, closed, switched } = await deploy({}, 'awaited');
    expect(switched.map(({ whenPassed }) => whenPassed)).toEqual(['wait']);
    expect([outcome?.end, closed.map(({ decision }) => decision)]).toEqual(['healthy', ['confirm']]);
  });

  test('gets ready first, and is dropped when it cannot', async () => {
    const ready = Promise.reject(new Failure('remote-command', 'prepare ended with status 1'));
    const { outcome, closed } = await deploy({ ready, switched: 'no' }, 'awaited');
    expect(outcome).toMatchObject({ end: 'untouched', code: 'remote-command' });
    expect(closed.map(({ decision }) => decision)).toEqual(['drop']);
  });
});

test.each([
  ['reflink 3', ', 3 unchanged shared with the release before (reflinks)'],
  ['hardlink 3', ', 3 unchanged shared with the release before (hard links)'],
  ['copy 3', ', 3 unchanged copied on the server from the release before'],
  ['none 0', ''],
])('a host that reports %s is told without the words of cp', async (linked, said) => {
  const { lines } = await deploy({ linked });
  expect(lines.find((line) => line.includes('staged r2'))?.replace(/.* of changed files/, '')).toBe(said);
});

describe('a host is refused before anything is sent', () => {
  test.each([
    ['its disk is too full', { freeBytes: 1_000 }, 'The server has 1 kB free, the release needs'],
    ['it has too few inodes', { freeInodes: 3 }, 'The server has 3 inodes free, the release needs 64'],
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
