import { mkdir, readdir, readlink, rm, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { composeTree, createStoreWithBackups, type StoreWithBackups, scanSource } from '@plimsoll/release-store';
import { concludeRollout, type HostOutcome, rollOut } from '@plimsoll/rollout';
import { openSsh, type Ssh } from '@plimsoll/ssh';
import {
  checkStore,
  generateKey,
  type SshServer,
  startServer,
  type TemporaryFolder,
  temporaryFolder,
  treeBuilder,
} from '@plimsoll/testkit';
import type { BackupRequest } from '../../src/backup/backup-request.ts';
import { type HostBackups, onFleet } from '../../src/backup/run-backup.ts';
import { createDeployHost } from '../../src/deploy-host.ts';
import type { Fleet, RollbackRequest } from '../../src/index.ts';
import { type OpenServer, openServers } from '../../src/open-servers.ts';
import { createRollbackHost } from '../../src/rollback-host.ts';
import { chooseTarget } from '../../src/rollback-target.ts';
import { DEPLOYMENT, INFO, noTimings, recordingLog } from '../support/parts.ts';

/** Two servers with one place for backups each, because both lie on the disk of this machine. */
let folder: TemporaryFolder;
let server: SshServer;
let ssh: Ssh;
beforeAll(async () => {
  folder = await temporaryFolder();
  const key = await generateKey();
  server = await startServer({ authorizedKeys: [key.publicKey], without: ['systemctl'] });
  ssh = await openSsh({
    privateKey: key.privateKey,
    passphrase: '',
    certificate: '',
    knownHosts: server.knownHosts(),
    proxyJump: [],
    connectTimeoutMs: 10_000,
    temporaryFolder: folder.path,
  });
  for (const root of [...roots(), ...mixed()]) await mkdir(root);
});
afterAll(async () => {
  await ssh.close();
  await server.stop();
  await folder.remove();
});

const NEVER = new AbortController().signal;
const CONTEXT = { log: recordingLog().log, signal: NEVER, temporaryFolder: '/nowhere' };
/** Relative to the deploy path of each: as if they were two disks. */
const PLACE = 'backups/default';

const roots = (): readonly string[] => [`${folder.path}/web0`, `${folder.path}/web1`];
/** One of them is new. */
const mixed = (): readonly [string, string] => [`${folder.path}/web2`, `${folder.path}/web3`];
const live = (): Promise<string[]> => Promise.all(roots().map((root) => readlink(`${root}/current`)));

async function fleetOf(owner: string, places = roots()): Promise<Fleet<StoreWithBackups>> {
  const servers = await Promise.all(
    places.map(async (deployPath, index) => {
      const { host, port, user } = server;
      const label = `web${index}`;
      const connection = await ssh.connect({ label, host, port, user }, NEVER);
      const silent = (): void => undefined;
      const store = createStoreWithBackups({
        connection,
        deployPath,
        owner,
        who: owner,
        onOutput: silent,
        onStep: silent,
      });
      // A run has one place for all hosts; here each has its own.
      const own = <R extends { readonly place: { readonly folder: string; readonly environment: string } }>(
        request: R,
      ): R => ({ ...request, place: { folder: `${deployPath}/${PLACE}`, environment: '' } });
      return {
        label,
        store: {
          ...store,
          createBackup: (request: Parameters<typeof store.createBackup>[0]) => store.createBackup(own(request)),
          listBackups: (request: Parameters<typeof store.listBackups>[0]) => store.listBackups(own(request)),
          stageBackup: (request: Parameters<typeof store.stageBackup>[0]) => store.stageBackup(own(request)),
        },
      };
    }),
  );
  return { servers, shells: [], close: async () => undefined };
}

async function deploy(release: string, content: string, places = roots()): Promise<void> {
  const source = treeBuilder(`${folder.path}/source`);
  await source.file('index.html', content);
  const tree = composeTree(await scanSource(source.root, () => true), { ...DEPLOYMENT, madeAt: 0 });
  const opened = await openServers(await fleetOf(release, places), {
    intent: 'deploy',
    lockTimeoutMs: 0,
    base: 'none',
    next: [],
    context: CONTEXT,
  });
  const common = { deployment: DEPLOYMENT, tree, release, info: INFO, entry: {}, context: CONTEXT };
  const hosts = opened.map((one) =>
    createDeployHost({ ...common, server: one, timings: noTimings(), order: 'awaited' }),
  );
  const outcomes = await rollOut({ hosts, confirm: 'auto', signal: NEVER });
  expect(outcomes.map(({ end }) => end)).toEqual(places.map(() => 'healthy'));
}

const IDENTITY = { owner: 'backup', who: 'who', actor: 'ann', commit: '', runUrl: '' };
const INPUTS: BackupRequest['inputs'] = {
  hosts: [0, 1].map((index) => ({ label: `web${index}`, host: `web${index}`, port: 22, user: 'deploy' })),
  privateKey: '',
  passphrase: '',
  certificate: '',
  knownHosts: '',
  proxyJump: [],
  connectTimeoutMs: 1_000,
  commandTimeoutMs: 10_000,
  deployPath: '/unused',
  environment: '',
  lockTimeoutMs: 0,
};

async function backUp(places = roots(), more: Partial<BackupRequest> = {}): Promise<readonly HostBackups[]> {
  const request: BackupRequest = {
    inputs: INPUTS,
    place: { folder: PLACE, environment: '' },
    task: {
      operation: 'create',
      selection: { paths: [{ pattern: 'current', optional: false }], excluded: [] },
      before: '',
      after: '',
      keep: 0,
      keepForMs: 0,
      verify: 'restore',
      downloadTo: '',
    },
    maxAgeMs: undefined,
    identity: IDENTITY,
    context: CONTEXT,
    onHold: () => undefined,
    onFolder: () => undefined,
    ...more,
  };
  return onFleet(await fleetOf('backup', places), request, []);
}

async function rollBackTo(id: string): Promise<readonly HostOutcome[]> {
  const opened: readonly OpenServer<StoreWithBackups>[] = await openServers(await fleetOf('rollback'), {
    intent: 'rollback',
    lockTimeoutMs: 0,
    base: 'none',
    next: [],
    context: CONTEXT,
  });
  const request: RollbackRequest = {
    inputs: INPUTS,
    goal: { mode: 'backup', id, place: { folder: PLACE, environment: '' } },
    expectedCurrent: '',
    reason: '',
    gate: 'asked',
    identity: IDENTITY,
    context: CONTEXT,
    onHold: () => undefined,
    onFolder: () => undefined,
  };
  const { release } = chooseTarget(opened, request.goal, []);
  const hosts = opened.map((one) => createRollbackHost({ server: one, release, request }));
  return rollOut({ hosts, confirm: 'auto', signal: NEVER });
}

test('two hosts get backups of one id, go back to it together, or not at all', async () => {
  await deploy('20260131T120000Z-1a2b3c4', 'one');
  const hosts = await backUp();
  expect(hosts.map(({ detail }) => detail)).toEqual(['', '']);
  const [id = '', other] = hosts.map(({ backup }) => backup?.id);
  expect(id).toMatch(/^\d{8}T\d{6}Z-20260131T120000Z-1a2b3c4$/);
  expect(other).toBe(id);
  await deploy('20260131T130000Z-5d6e7f8', 'two');

  const back = await rollBackTo(id);
  expect(back.map(({ end }) => end)).toEqual(['healthy', 'healthy']);
  const [first, second] = await live();
  expect([first?.endsWith('-1a2b3c4'), second]).toEqual([true, first]);

  await rm(`${roots()[1]}/${PLACE}/${id}`, { recursive: true });
  await writeFile(`${roots()[1]}/untouched`, '');
  const refused = await rollBackTo(id);
  expect(refused.map(({ end, code }) => `${end} ${code}`.trim())).toEqual(['untouched', 'untouched backup']);
  expect(concludeRollout(refused, false)).toMatchObject({ code: 'backup', host: 'web1' });
  expect(await live()).toEqual([first, first]);
  for (const root of roots()) {
    expect(await checkStore(root)).toMatchObject({ violations: [], unsettled: [] });
    expect((await readdir(`${root}/releases`)).length).toBe(3);
  }
});

test('a new host beside one with a release has nothing to save, until its own first release', async () => {
  const DAY = 24 * 3_600_000;
  const LIST = { operation: 'list' } as const;
  const told = async (more?: Partial<BackupRequest>): Promise<unknown> =>
    (await backUp(mixed(), { maxAgeMs: DAY, ...more })).map(({ isNew, code, backups }) => [
      isNew,
      code,
      backups.length,
    ]);
  const [old] = mixed();
  expect(await told()).toEqual([
    [true, '', 0],
    [true, '', 0],
  ]);
  await deploy('20260131T120000Z-1a2b3c4', 'one', [old]);
  expect(await told({ task: LIST })).toEqual([
    [false, 'backup-too-old', 0],
    [true, '', 0],
  ]);
  expect(await told()).toEqual([
    [false, '', 1],
    [true, '', 0],
  ]);
  expect(await told({ task: LIST })).toEqual([
    [false, '', 1],
    [true, '', 0],
  ]);
  await deploy('20260131T130000Z-5d6e7f8', 'two', mixed());
  expect(await told({ task: LIST })).toEqual([
    [false, '', 1],
    [false, 'backup-too-old', 0],
  ]);
  for (const root of mixed()) expect(await checkStore(root)).toMatchObject({ violations: [], unsettled: [] });
});
