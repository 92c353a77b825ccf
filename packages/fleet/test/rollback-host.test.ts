import { describe, expect, test } from '@jest/globals';
import type { Store, SwitchReport } from '@plimsoll/release-store';
import { createRollbackHost } from '../src/rollback-host.ts';
import type { RollbackRequest } from '../src/rollback-request.ts';
import { EMPTY_REPORT, recordingLog } from './support/parts.ts';

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

const unused = (): Promise<never> => Promise.reject(new Error('not part of a switch'));

function pretend(report: SwitchReport) {
  const store: Store = {
    announce: () => undefined,
    look: unused,
    open: unused,
    stage: unused,
    close: unused,
    switchTo: () => ({ ready: Promise.resolve(), go: async () => report, switched: () => 'yes' }),
  };
  const { log, lines } = recordingLog();
  const request: RollbackRequest = {
    inputs: INPUTS,
    goal: { mode: 'auto' },
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
    host: createRollbackHost({ server: { label: 'web1', store, report: EMPTY_REPORT }, release: 'r1', request }),
  };
}

describe('a host that is rolled back', () => {
  test.each(['none', 'detached', 'system-timer'])(
    'with the watchdog %s warns only where nothing guards it',
    async (watchdog) => {
      const { host, lines } = pretend({ gate: { code: '', detail: '' }, revertTarget: 'r2', watchdog });
      expect(await host.activate()).toEqual({ code: '', detail: '' });
      expect(host.watchdog()).toBe(watchdog);
      const warnings = lines.filter((line) => line.startsWith('warning: web1: nothing on the server goes back'));
      expect(warnings).toHaveLength(watchdog === 'none' ? 1 : 0);
    },
  );
});
