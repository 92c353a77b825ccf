import type { ActionContext } from '@plimsoll/action-kit';
import {
  createTree,
  type ReleaseInfo,
  type ReleaseTree,
  type StoreReport,
  type StoreWithBackups,
} from '@plimsoll/release-store';
import type { DeploymentRequest } from '../../src/index.ts';
import { createTimings } from '../../src/timings.ts';

/** A log that is kept. */
export function recordingLog(): { readonly log: ActionContext['log']; readonly lines: string[] } {
  const lines: string[] = [];
  const keep = (kind: string) => (line: string) => void lines.push(`${kind}: ${line}`);
  const log: ActionContext['log'] = {
    info: keep('info'),
    notice: keep('notice'),
    warning: keep('warning'),
    error: keep('error'),
    debug: keep('debug'),
    secret: keep('secret'),
    remote: (source, line) => void lines.push(`${source} | ${line}`),
    group: (_title, body) => body(),
  };
  return { log, lines };
}

export const EMPTY_REPORT: StoreReport = {
  currentKind: 'none',
  currentRelease: '',
  releases: [],
  foreign: [],
  freeBytes: 1e12,
  freeInodes: 1e9,
  tools: new Set(['gzip']),
  clock: 0,
  base: undefined,
  armed: [],
  recovered: [],
  undone: [],
  fence: 1,
};

export const DEPLOYMENT: DeploymentRequest = {
  source: '/nowhere',
  include: [],
  exclude: [],
  version: 'v1',
  shared: [],
  links: [],
  envFile: undefined,
  prepare: '',
  beforeSwitch: '',
  runbook: {
    services: [],
    afterSwitch: '',
    healthCommand: '',
    healthUrl: '',
    healthTimeoutMs: 1_000,
    startupWaitMs: 0,
    commandTimeoutMs: 10_000,
  },
  confirmWithinMs: 60_000,
  confirm: 'auto',
  keepReleases: 5,
  verifyContent: 'full',
};

export const EMPTY_TREE: ReleaseTree = createTree([]);

export const INFO: ReleaseInfo = { version: 'v1', at: '2026-01-31T12:00:00.000Z', size: 0, files: 0, by: 'me' };

export const noTimings = (): ReturnType<typeof createTimings> => createTimings(() => 0);

const unused = (): Promise<never> => Promise.reject(new Error('not part of this test'));

/** For stores in tests that do one thing: everything else is a mistake. */
export const NO_STORE: StoreWithBackups = {
  announce: () => undefined,
  look: unused,
  open: unused,
  stage: unused,
  switchTo: () => ({ ready: unused(), go: unused, switched: () => 'no' }),
  close: unused,
  announceBackups: () => undefined,
  createBackup: unused,
  listBackups: unused,
  verifyBackup: unused,
  restoreBackup: unused,
  stageBackup: unused,
  downloadBackup: unused,
};
