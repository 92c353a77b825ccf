import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type {
  CloseReport,
  CloseRequest,
  StageBackupRequest,
  StoredRelease,
  StoreWithBackups,
  SwitchReport,
  SwitchRequest,
  Verified,
} from '@plimsoll/release-store';
import { createRollbackHost } from '../src/rollback-host.ts';
import type { RollbackRequest } from '../src/rollback-request.ts';
import { stored } from './backup/support.ts';
import { EMPTY_REPORT, INFO, NO_STORE, recordingLog } from './support/parts.ts';

const INPUTS: RollbackRequest['inputs'] = {
  hosts: [{ label: 'web1', host: 'web1', port: 22, user: 'deploy' }],
  privateKey: '',
  passphrase: '',
  certificate: '',
  knownHosts: '',
  proxyJump: [],
  connectTimeoutMs: 1_000,
  commandTimeoutMs: 1_000,
  deployPath: '/srv/app',
  environment: '',
  lockTimeoutMs: 0,
};

const NO_SWITCH: SwitchReport = {
  gate: { code: '', detail: '' },
  revertTarget: '',
  watchdog: 'detached',
  closed: undefined,
};

const RELEASE: StoredRelease = { ...INFO, id: 'r1', state: 'healthy', confirmed: 3, current: true };

interface Script {
  readonly report?: SwitchReport;
  readonly goal?: RollbackRequest['goal'];
  readonly failing?: Failure;
  readonly verified?: Verified;
}

function pretend({ report = NO_SWITCH, goal = { mode: 'auto' }, failing, verified = 'restore' }: Script) {
  const asked: StageBackupRequest[] = [];
  const switched: SwitchRequest[] = [];
  const closed: CloseRequest[] = [];
  const store: StoreWithBackups = {
    ...NO_STORE,
    switchTo: (request) => {
      switched.push(request);
      return {
        ready: Promise.resolve(),
        go: async () => {
          if (failing !== undefined) throw failing;
          return report;
        },
        switched: () => (failing === undefined ? 'yes' : 'no'),
      };
    },
    stageBackup: async (request) => {
      asked.push(request);
      return { backup: stored(request.id, { verified }), info: INFO };
    },
    close: async (request) => {
      closed.push(request);
      return { end: 'dropped', liveRelease: '', detail: '', removed: [], deadline: 0, releases: [] };
    },
  };
  const { log, lines } = recordingLog();
  const request: RollbackRequest = {
    inputs: INPUTS,
    goal,
    expectedCurrent: '',
    reason: '',
    gate: 'asked',
    identity: { owner: 'o', who: 'w', actor: 'a', commit: '', runUrl: '' },
    context: { log, signal: new AbortController().signal, temporaryFolder: '/nowhere' },
    onHold: () => undefined,
    onFolder: () => undefined,
  };
  return {
    lines,
    asked,
    closed,
    switched,
    host: createRollbackHost({
      server: { label: 'web1', store, report: { ...EMPTY_REPORT, currentRelease: 'r2' } },
      release: 'r1',
      request,
    }),
  };
}

describe('a host that is rolled back', () => {
  test.each([
    ['auto', { mode: 'auto' } as const, 'r2'],
    ['to', { mode: 'to', release: 'r1', force: 'no' } as const, ''],
  ])('by itself with mode %s confirms on the server, in the switch', async (_mode, goal, markFailed) => {
    const closed: CloseReport = {
      end: 'confirmed',
      liveRelease: '',
      detail: '',
      removed: [],
      deadline: 0,
      releases: [RELEASE],
    };
    const { host, switched, closed: asked } = pretend({ goal, report: { ...NO_SWITCH, closed } });
    await host.activate();
    const settled = await host.settle({ decision: 'confirm' });
    expect(switched.map(({ whenPassed }) => whenPassed)).toEqual([
      { decision: 'confirm', event: 'rolled-back', markFailed, keep: 0 },
    ]);
    expect([settled.end, asked, host.releases()]).toEqual(['confirmed', [], [RELEASE]]);
  });

  test.each(['none', 'detached', 'system-timer'])(
    'with the watchdog %s warns only where nothing guards it',
    async (watchdog) => {
      const { host, lines } = pretend({ report: { ...NO_SWITCH, revertTarget: 'r2', watchdog } });
      expect(await host.activate()).toEqual({ code: '', detail: '' });
      expect(host.watchdog()).toBe(watchdog);
      const warnings = lines.filter((line) => line.startsWith('warning: web1: nothing on the server goes back'));
      expect(warnings).toHaveLength(watchdog === 'none' ? 1 : 0);
    },
  );
});

describe('a host that is rolled back to a backup', () => {
  const place = { folder: '/srv/app/backups/default', environment: '' };
  const goal = { mode: 'backup', id: '20260201T030000Z-20260131T120000Z-1a2b3c4', place } as const;

  test('makes the release of it first, under its own lease', async () => {
    const { host, asked, lines } = pretend({ goal });
    await host.stage();
    expect(asked).toMatchObject([{ fence: 1, place, id: goal.id, release: 'r1' }]);
    expect(lines).toContain(`info: web1: made release r1 (v1) from backup ${goal.id}`);
  });

  test('takes one that nobody verified, and none that was found damaged', async () => {
    await expect(pretend({ goal, verified: 'no' }).host.stage()).resolves.toBeUndefined();
    await expect(pretend({ goal, verified: 'damaged' }).host.stage()).rejects.toMatchObject({ code: 'integrity' });
  });

  test('makes none for a release that is there', async () => {
    const { host, asked } = pretend({});
    await host.stage();
    expect(asked).toEqual([]);
  });

  test.each([
    ['backup', goal, ''],
    ['auto', { mode: 'auto' } as const, 'r1'],
  ])('that turns out to be damaged keeps no release of mode %s that nobody else needs', async (_mode, aim, marked) => {
    const { host, closed } = pretend({ goal: aim, failing: new Failure('integrity', 'changed') });
    await expect(host.activate()).rejects.toMatchObject({ code: 'integrity' });
    await host.settle({ decision: 'drop' });
    expect(closed).toMatchObject([{ decision: 'drop', release: 'r1', markFailed: marked }]);
  });
});
