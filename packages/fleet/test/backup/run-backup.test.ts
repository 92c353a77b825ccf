import { once } from 'node:events';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { Failure, type FailureCode } from '@plimsoll/outcome';
import type {
  CreateBackupRequest,
  StoredBackup,
  StoredRelease,
  StoreReport,
  StoreWithBackups,
} from '@plimsoll/release-store';
import { type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { reportBackups } from '../../src/backup/backup-report.ts';
import type { BackupRequest, BackupTask } from '../../src/backup/backup-request.ts';
import { planDownloads } from '../../src/backup/download-folder.ts';
import { onFleet } from '../../src/backup/run-backup.ts';
import type { Fleet } from '../../src/index.ts';
import { EMPTY_REPORT, NO_STORE, recordingLog } from '../support/parts.ts';
import { stored } from './support.ts';

const NOW = Date.parse('2026-02-01T03:00:00Z') / 1000;
const RELEASE = '20260131T120000Z-1a2b3c4';
const OLD = stored(`20260130T030000Z-${RELEASE}`);

const CREATE: Extract<BackupTask, { operation: 'create' }> = {
  operation: 'create',
  selection: { paths: [{ pattern: 'current', optional: false }], excluded: [] },
  before: 'dump',
  after: 'tidy',
  keep: 3,
  keepForMs: 0,
  verify: 'restore',
  downloadTo: '',
};

/** A server with a release that is live and well. */
const LIVE: Partial<StoreReport> = { currentKind: 'release', currentRelease: RELEASE };
/** A server that a first deployment is to come to. */
const NEW: Partial<StoreReport> = { currentKind: 'none', currentRelease: '', releases: [] };

/** A server that keeps its backups in memory, and what it was asked. */
interface Pretended {
  readonly store: StoreWithBackups;
  readonly asked: string[];
  readonly created: CreateBackupRequest[];
  readonly backups: StoredBackup[];
}

interface Script {
  /** What opening tells besides; unless told, a release is live. */
  readonly report?: Partial<StoreReport>;
  /** Whether a host that is taken for a new one holds anything. */
  readonly holds?: 'files' | 'nothing';
  readonly clock?: number;
  readonly backups?: readonly StoredBackup[];
  /** The failure of each kind of execution. */
  readonly fails?: Readonly<Record<string, FailureCode>>;
  /** What the server calls its archive. */
  readonly archive?: string;
  /** What they say. */
  readonly words?: string;
}

function pretend({
  clock = NOW,
  backups: first = [],
  fails = {},
  words,
  archive = 'archive.tar.gz',
  report: more = LIVE,
  holds = 'nothing',
}: Script): Pretended {
  const asked: string[] = [];
  const created: CreateBackupRequest[] = [];
  const backups = [...first];
  const ask = async (name: string): Promise<void> => {
    asked.push(name);
    const code = fails[name];
    if (code !== undefined) throw new Failure(code, words ?? `${name} did not work`);
  };
  const found = (id: string): StoredBackup => {
    const one = id === '' ? backups.at(-1) : backups.find((backup) => backup.id === id);
    if (one === undefined) throw new Failure('backup', `there is no backup ${id}`);
    return one;
  };
  const report = { ...EMPTY_REPORT, clock, fence: 7, ...more };
  const store: StoreWithBackups = {
    ...NO_STORE,
    look: () => ask('look').then(() => report),
    open: ({ intent }) => ask(`open ${intent}`).then(() => report),
    close: async ({ decision, fence }) => {
      await ask(`close ${decision} ${fence}`);
      return { end: 'dropped', liveRelease: '', detail: '', removed: [], deadline: 0, releases: [] };
    },
    createBackup: async (request) => {
      created.push(request);
      await ask('create');
      if (request.host === 'new' && holds === 'nothing') return { kind: 'nothing' };
      const { verify } = request.spec;
      const backup = stored(`${request.time}-${RELEASE}`, { verified: verify === 'none' ? 'no' : verify });
      backups.push(backup);
      return { kind: 'made', backup, removed: ['20260101T030000Z-none'], notes: ['nobody could look at the dump'] };
    },
    listBackups: () => ask('list').then(() => ({ backups: [...backups], clock })),
    verifyBackup: ({ id, how }) => ask(`verify ${how}`).then(() => ({ backup: found(id), notes: [] })),
    restoreBackup: ({ id, to }) => ask('restore').then(() => ({ backup: found(id), path: to || '/srv/restored' })),
    downloadBackup: async ({ id, open }) => {
      await ask('download');
      await fill(open('backup.json', 'backup.json', 2), '{}');
      await fill(open('manifest', 'manifest', 1), 'm');
      if (fails['download half'] !== undefined) throw new Failure(fails['download half'], 'it broke off');
      await fill(open('archive', archive, 7), 'archive');
      return { backup: found(id), sha256: found(id).sha256 };
    },
  };
  return { store, asked, created, backups };
}

async function fill(stream: Writable, text: string): Promise<void> {
  stream.end(text);
  await once(stream, 'finish');
}

let folder: TemporaryFolder;
beforeEach(async () => {
  folder = await temporaryFolder();
});
afterEach(() => folder.remove());

interface Order {
  readonly task: BackupTask;
  readonly maxAgeMs?: number;
}

/** Runs the task on hosts web1, web2, … */
async function run(servers: readonly Pretended[], { task, maxAgeMs }: Order) {
  const { log, lines } = recordingLog();
  const held: string[] = [];
  const labels = servers.map((_, index) => `web${index + 1}`);
  const request: BackupRequest = {
    inputs: {
      hosts: labels.map((label) => ({ label, host: label, port: 22, user: 'deploy' })),
      privateKey: '',
      passphrase: '',
      certificate: '',
      knownHosts: '',
      proxyJump: [],
      connectTimeoutMs: 1_000,
      commandTimeoutMs: 90_000,
      deployPath: '/srv/app',
      environment: 'production',
      lockTimeoutMs: 0,
    },
    place: { folder: '/srv/app/backups/production', environment: 'production' },
    task,
    maxAgeMs,
    identity: { owner: 'o', who: 'w', actor: 'ann', commit: '', runUrl: 'https://example.org/run' },
    context: { log, signal: new AbortController().signal, temporaryFolder: folder.path },
    onHold: (state) => void held.push(state),
    onFolder: () => undefined,
  };
  const fleet: Fleet<StoreWithBackups> = {
    servers: servers.map(({ store }, index) => ({ label: labels[index] ?? '', store })),
    shells: [],
    close: async () => undefined,
  };
  const downloads = 'downloadTo' in task && task.downloadTo !== '' ? await planDownloads(task.downloadTo, labels) : [];
  const hosts = await onFleet(fleet, request, downloads);
  return { hosts, lines, held, outcome: reportBackups(task, hosts) };
}

describe('create', () => {
  test('hands all that was asked for to the server, under the lease, which it gives back', async () => {
    const web = pretend({ backups: [OLD] });
    const { outcome, held, lines, hosts } = await run([web], { task: { ...CREATE, keepForMs: 5_000 } });
    const id = `20260201T030000Z-${RELEASE}`;
    expect(web.asked).toEqual(['open deploy', 'create', 'list', 'close drop 7']);
    expect(held).toEqual(['held', 'released']);
    expect(web.created).toMatchObject([
      {
        fence: 7,
        time: '20260201T030000Z',
        place: { folder: '/srv/app/backups/production', environment: 'production' },
        spec: {
          paths: [{ pattern: 'current', optional: false }],
          excluded: [],
          before: 'dump',
          after: 'tidy',
          keep: 3,
          keepForMs: 5_000,
          verify: 'restore',
          commandTimeoutMs: 90_000,
          info: { version: '', by: 'ann', run: 'https://example.org/run' },
        },
      },
    ]);
    expect(outcome).toMatchObject({
      verdict: 'pass',
      code: '',
      outputs: { 'backup-id': id, size: '1000', sha256: 'ab'.repeat(32) },
    });
    expect(JSON.parse(outcome.outputs['backups'] ?? '')).toEqual([
      {
        id,
        releaseId: RELEASE,
        version: 'v1',
        at: '2026-02-01T03:00:00Z',
        size: 1000,
        sha256: 'ab'.repeat(32),
        verified: 'restore',
      },
      expect.objectContaining({ id: OLD.id }),
    ]);
    expect(hosts[0]?.removed).toEqual(['20260101T030000Z-none']);
    expect(lines).toContain('notice: web1: nobody could look at the dump');
  });

  test('without verification is a warning, and says so', async () => {
    const { outcome, lines } = await run([pretend({})], { task: { ...CREATE, verify: 'none' } });
    expect(lines.join('\n')).toContain(
      'warning: web1: backup 20260201T030000Z-20260131T120000Z-1a2b3c4 was not verified',
    );
    expect(outcome.summary).toContain('not verified');
  });

  test('gives all hosts one time, of the clock that is ahead', async () => {
    const servers = [pretend({}), pretend({ clock: NOW + 30 })];
    await run(servers, { task: CREATE });
    expect(servers.map(({ created }) => created[0]?.time)).toEqual(['20260201T030030Z', '20260201T030030Z']);
  });

  test('on one host that fails does not keep the others from their backup, and fails', async () => {
    const servers = [pretend({}), pretend({ fails: { create: 'backup' } }), pretend({})];
    const { outcome, hosts, held } = await run(servers, { task: CREATE });
    expect(hosts.map(({ code }) => code)).toEqual(['', 'backup', '']);
    expect(outcome).toMatchObject({
      verdict: 'fail',
      code: 'backup',
      outputs: { 'backup-id': '', size: '', sha256: '' },
    });
    expect(outcome.summary).toBe('web2: create did not work\nThe other 2 hosts have done it.');
    for (const { asked } of servers) expect(asked.at(-1)).toBe('close drop 7');
    expect(held).toEqual(['held', 'released']);
  });

  test('begins nowhere when one host cannot be opened', async () => {
    const servers = [pretend({}), pretend({ fails: { 'open deploy': 'locked' } })];
    await expect(run(servers, { task: CREATE })).rejects.toMatchObject({ code: 'locked' });
    expect(servers.map(({ asked }) => asked)).toEqual([['open deploy', 'close drop 7'], ['open deploy']]);
  });

  test('whose list cannot be read afterwards is no pass', async () => {
    const { outcome } = await run([pretend({ fails: { list: 'connect' } })], { task: CREATE });
    expect(outcome).toMatchObject({ verdict: 'fail', code: 'connect' });
  });

  test.each([
    ['is gone', 'backup', () => []],
    [
      'is not verified',
      'backup-unverified',
      (all: readonly StoredBackup[]) => all.map((one) => ({ ...one, verified: 'no' as const })),
    ],
    [
      'is of no use',
      'backup-unverified',
      (all: readonly StoredBackup[]) => all.map((one) => ({ ...one, problem: 'x' })),
    ],
  ] as const)('that afterwards %s is no pass', async (_what, code, seen) => {
    const web = pretend({});
    const { listBackups } = web.store;
    const store: StoreWithBackups = {
      ...web.store,
      listBackups: async (request) => {
        const listed = await listBackups(request);
        return { ...listed, backups: seen(listed.backups) };
      },
    };
    const { outcome } = await run([{ ...web, store }], { task: CREATE });
    expect(outcome).toMatchObject({ verdict: 'fail', code });
  });

  test('counts for max-age itself', async () => {
    const passed = await run([pretend({})], { task: CREATE, maxAgeMs: 60_000 });
    expect(passed.outcome.code).toBe('');
  });
});

describe('a host that never had a release', () => {
  const DAY = 24 * 3_600_000;
  const list: BackupTask = { operation: 'list' };
  const release = (state: StoredRelease['state'], confirmed: number): Partial<StoreReport> => ({
    ...NEW,
    releases: [{ id: RELEASE, state, confirmed, current: false, version: 'v1', at: '', size: 1, files: 1, by: '' }],
  });

  test('has nothing to save, which is said and keeps the others from nothing', async () => {
    const servers = [pretend({ report: NEW }), pretend({})];
    const { outcome, hosts, lines } = await run(servers, { task: CREATE, maxAgeMs: DAY });
    const id = `20260201T030000Z-${RELEASE}`;
    expect(hosts.map(({ isNew, code }) => [isNew, code])).toEqual([
      [true, ''],
      [false, ''],
    ]);
    expect(outcome).toMatchObject({ verdict: 'pass', outputs: { 'backup-id': id, sha256: 'ab'.repeat(32) } });
    expect(JSON.parse(outcome.outputs['backups'] ?? '')).toMatchObject([{ id }]);
    expect(outcome.summary).toContain('web1: no release yet, and nothing to back up; web2: ');
    expect(outcome.report).toContain('nothing to back up');
    expect(outcome.facts).toMatchObject({
      hosts: [
        { new: true, backup: '' },
        { new: false, backup: id },
      ],
    });
    expect(lines).toContain('notice: web1: no release yet, and nothing to back up.');
    for (const { asked } of servers) expect(asked.at(-1)).toBe('close drop 7');
  });

  test('passes where all are new, and hands out no id', async () => {
    const { outcome } = await run([pretend({ report: NEW }), pretend({ report: NEW })], { task: CREATE });
    expect(outcome).toMatchObject({ verdict: 'pass', outputs: { 'backup-id': '', backups: '[]' } });
  });

  test('is backed up where it holds files already', async () => {
    const { hosts } = await run([pretend({ report: NEW, holds: 'files' })], { task: CREATE });
    expect(hosts[0]).toMatchObject({ isNew: false, backup: { verified: 'restore' } });
  });

  test('does not hide that another one failed, nor counts as one that was backed up', async () => {
    const servers = [pretend({ report: NEW }), pretend({ fails: { create: 'backup' } })];
    const { outcome } = await run(servers, { task: CREATE });
    expect(outcome).toMatchObject({ verdict: 'fail', code: 'backup', summary: 'web2: create did not work' });
  });

  test('may have a first release that failed, and is as new as before', async () => {
    const { outcome } = await run([pretend({ report: release('failed', 0) })], { task: CREATE });
    expect(outcome.code).toBe('');
  });

  test('needs no backup for max-age', async () => {
    const servers = [pretend({ report: NEW }), pretend({ backups: [stored(`20260201T020000Z-${RELEASE}`)] })];
    const { outcome } = await run(servers, { task: list, maxAgeMs: DAY });
    expect(outcome).toMatchObject({ verdict: 'pass', outputs: { 'backup-id': `20260201T020000Z-${RELEASE}` } });
  });

  test.each([
    ['has a release', LIVE],
    ['had a healthy release', release('healthy', 4)],
    ['had one that was confirmed once', release('failed', 4)],
    ['has something else at current', { ...NEW, currentKind: 'foreign' as const }],
    ['has lost what current points at', { ...NEW, currentKind: 'dangling' as const }],
    ['has folders of another tool', { ...NEW, foreign: ['20240101'] }],
    ['waits for a confirmation', { ...NEW, armed: [{ release: RELEASE, deadline: 1, confirm: 'auto' }] }],
  ])('is none that %s: max-age fails without a backup there, and nothing is left out', async (_what, report) => {
    const gate = await run([pretend({ report })], { task: list, maxAgeMs: DAY });
    expect(gate.outcome).toMatchObject({ verdict: 'fail', code: 'backup-too-old' });
    const web = pretend({ report });
    await run([web], { task: CREATE });
    expect(web.created[0]?.host).toBe('known');
  });

  test('is judged by its backups where it has some', async () => {
    const { outcome } = await run([pretend({ report: NEW, backups: [OLD] })], { task: list, maxAgeMs: DAY });
    expect(outcome.code).toBe('backup-too-old');
    const created = await run([pretend({ report: NEW, backups: [OLD] })], { task: CREATE, maxAgeMs: DAY });
    expect(created.outcome.code).toBe('backup-too-old');
  });

  test('whose backups cannot be listed is no pass', async () => {
    for (const task of [CREATE, list]) {
      const { outcome, lines } = await run([pretend({ report: NEW, fails: { list: 'connect' } })], { task });
      expect(outcome).toMatchObject({ verdict: 'fail', code: 'connect', facts: { hosts: [{ new: false }] } });
      expect(lines.join()).not.toContain('nothing to back up');
    }
  });
});

describe('list', () => {
  const task: BackupTask = { operation: 'list' };

  test('only looks, and shows the newest first', async () => {
    const newer = stored(`20260131T030000Z-${RELEASE}`, {
      verified: 'damaged',
      problem: 'its description was changed',
    });
    const web = pretend({ backups: [OLD, newer] });
    const { outcome, held } = await run([web], { task });
    expect([web.asked, held]).toEqual([['look', 'list'], []]);
    expect(outcome.outputs['backup-id']).toBe(newer.id);
    expect(JSON.parse(outcome.outputs['backups'] ?? '')).toMatchObject([
      { id: newer.id, verified: 'damaged' },
      { id: OLD.id },
    ]);
    expect(outcome.report).toContain('damaged: its description was changed');
  });

  test('of very many hands out as many as fit into a variable, the newest ones', async () => {
    const at = (minute: number): string =>
      new Date(NOW * 1000 - minute * 60_000).toISOString().replace(/[-:]|\.\d+/g, '');
    const backups = Array.from({ length: 2_000 }, (_, minute) => stored(`${at(minute)}-${RELEASE}`));
    const { outcome } = await run([pretend({ backups })], { task });
    const listed: unknown = JSON.parse(outcome.outputs['backups'] ?? '');
    expect(listed).toHaveLength(82);
    expect(outcome.outputs['backups']?.startsWith(`[{"id":"${backups[0]?.id}"`)).toBe(true);
    expect(Buffer.byteLength(outcome.outputs['backups'] ?? '')).toBeLessThanOrEqual(20_000);
    expect(outcome.report).toContain('… and 1950 more.');
  });

  test('of nothing passes, and is empty', async () => {
    const { outcome } = await run([pretend({})], { task });
    expect(outcome).toMatchObject({ verdict: 'pass', outputs: { 'backup-id': '', backups: '[]' } });
  });

  test('with max-age fails where one host has no backup that is young enough', async () => {
    const servers = [pretend({ backups: [stored(`20260201T020000Z-${RELEASE}`)] }), pretend({ backups: [OLD] })];
    const { outcome } = await run(servers, { task, maxAgeMs: 24 * 3_600_000 });
    expect(outcome).toMatchObject({ verdict: 'fail', code: 'backup-too-old', outputs: { 'backup-id': '' } });
    expect(outcome.summary).toContain(`web2: The newest verified backup, ${OLD.id}, is 48 h old`);
  });

  test('shows what others wrote as text', async () => {
    const evil = stored(`20260131T030000Z-${RELEASE}`, {
      version: '[x](https://evil.example) | `a`',
      problem: '<img src=x>',
    });
    const { outcome } = await run([pretend({ backups: [evil] })], { task });
    expect(outcome.report).not.toMatch(/\[x\]\(|<img/);
    const failing = pretend({ fails: { list: 'connect' }, words: 'gone <img src=x>\n# Big' });
    const { outcome: failed } = await run([failing], { task });
    expect(failed.report).toContain('gone');
    expect(failed.report).not.toMatch(/<img|^# /m);
  });
});

describe('verify and restore', () => {
  test('verify takes the newest one unless told, in the way that was asked for', async () => {
    const web = pretend({ backups: [OLD] });
    const { outcome } = await run([web], { task: { operation: 'verify', id: '', how: 'checksum', downloadTo: '' } });
    expect(web.asked).toEqual(['open deploy', 'verify checksum', 'list', 'close drop 7']);
    expect(outcome.outputs['backup-id']).toBe(OLD.id);
  });

  test('a verification that fails is told, and hands out no id', async () => {
    const web = pretend({ backups: [OLD], fails: { 'verify restore': 'integrity' } });
    const { outcome } = await run([web], { task: { operation: 'verify', id: OLD.id, how: 'restore', downloadTo: '' } });
    expect(outcome).toMatchObject({
      code: 'integrity',
      outputs: { 'backup-id': '' },
      summary: 'verify restore did not work',
    });
  });

  test('restore says where it went', async () => {
    const { outcome, hosts } = await run([pretend({ backups: [OLD] })], {
      task: { operation: 'restore', id: OLD.id, to: '' },
    });
    expect(hosts[0]?.restored).toBe('/srv/restored');
    expect(outcome.summary).toContain(`${OLD.id} restored into /srv/restored`);
    expect(outcome.outputs['backup-id']).toBe(OLD.id);
  });
});

describe('download-to', () => {
  const id = `20260201T030000Z-${RELEASE}`;

  test('gets three files in a folder named after the backup, readable by nobody else', async () => {
    const to = join(folder.path, 'out');
    const { hosts } = await run([pretend({})], { task: { ...CREATE, downloadTo: to } });
    expect(hosts[0]?.downloaded).toBe(join(to, id));
    expect(await readdir(to)).toEqual([id]);
    expect((await readdir(join(to, id))).sort()).toEqual(['archive.tar.gz', 'backup.json', 'manifest']);
    expect(await readFile(join(to, id, 'archive.tar.gz'), 'utf8')).toBe('archive');
  });

  test('gets an archive of a name that is known here, whatever the server calls it', async () => {
    const to = join(folder.path, 'out');
    await run([pretend({ archive: '../../../evil.zst' })], { task: { ...CREATE, downloadTo: to } });
    expect((await readdir(folder.path, { recursive: true })).filter((path) => path.includes('arch'))).toEqual([
      `out/${id}/archive.tar.zst`,
    ]);
  });

  test('gets a folder for each of several hosts', async () => {
    const to = join(folder.path, 'out');
    await run([pretend({}), pretend({})], { task: { ...CREATE, downloadTo: to } });
    expect((await readdir(to, { recursive: true })).filter((path) => path.endsWith(id)).sort()).toEqual([
      `web1/${id}`,
      `web2/${id}`,
    ]);
  });

  test('keeps nothing of a download that broke off', async () => {
    const to = join(folder.path, 'out');
    const { outcome } = await run([pretend({ fails: { 'download half': 'integrity' } })], {
      task: { ...CREATE, downloadTo: to },
    });
    expect([outcome.code, await readdir(to)]).toEqual(['integrity', []]);
  });

  test('that is a file or not empty is refused', async () => {
    await writeFile(join(folder.path, 'file'), '');
    await mkdir(join(folder.path, 'full'));
    await writeFile(join(folder.path, 'full', 'x'), '');
    await expect(planDownloads(join(folder.path, 'file'), ['a'])).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('is no folder'),
    });
    await expect(planDownloads(join(folder.path, 'full'), ['a'])).rejects.toMatchObject({
      code: 'input',
      message: expect.stringContaining('is not empty, it holds x'),
    });
  });

  test('that cannot be written to fails, and says that the backup is there', async () => {
    await mkdir(join(folder.path, 'full'));
    const task = { ...CREATE, downloadTo: join(folder.path, 'full') };
    const web = pretend({});
    const { createBackup } = web.store;
    const store: StoreWithBackups = {
      ...web.store,
      createBackup: async (request) => {
        // Somebody else puts a folder there meanwhile.
        await mkdir(join(folder.path, 'full', id, 'x'), { recursive: true });
        return createBackup(request);
      },
    };
    const { outcome } = await run([{ ...web, store }], { task });
    expect(outcome).toMatchObject({ code: 'backup', summary: expect.stringContaining('It is on the server') });
  });

  test('names folders that every file system and artifact takes, no two alike', async () => {
    const labels = ['deploy@web1:22', 'deploy@web1-22', '[2001:db8::1]:22', '..', 'ü'];
    const folders = await planDownloads(join(folder.path, 'out'), labels);
    const names = folders.map(({ path }) => path.slice(join(folder.path, 'out').length + 1));
    expect(new Set(names).size).toBe(labels.length);
    for (const name of names) expect(name).toMatch(/^[A-Za-z0-9][A-Za-z0-9._-]*$/);
  });
});
