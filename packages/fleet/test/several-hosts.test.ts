import { mkdir, readdir, readlink } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { composeTree, createStore, scanSource } from '@plimsoll/release-store';
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
import { createDeployHost } from '../src/deploy-host.ts';
import type { Server } from '../src/fleet.ts';
import { openServers } from '../src/open-servers.ts';
import { DEPLOYMENT, INFO, noTimings, recordingLog } from './support/parts.ts';

/** Two servers, each with a deploy path of its own, because both lie on the disk of this machine. */
let folder: TemporaryFolder;
let servers: readonly SshServer[];
let ssh: Ssh;
beforeAll(async () => {
  folder = await temporaryFolder();
  const key = await generateKey();
  const start = (): Promise<SshServer> => startServer({ authorizedKeys: [key.publicKey], without: ['systemctl'] });
  servers = await Promise.all([start(), start()]);
  ssh = await openSsh({
    privateKey: key.privateKey,
    passphrase: '',
    certificate: '',
    knownHosts: servers.map((server) => server.knownHosts()).join(''),
    proxyJump: [],
    connectTimeoutMs: 10_000,
    temporaryFolder: folder.path,
  });
});
afterAll(async () => {
  await ssh.close();
  await Promise.all(servers.map((server) => server.stop()));
  await folder.remove();
});

let round = 0;
let roots: readonly string[];
beforeEach(async () => {
  round += 1;
  roots = servers.map((_, index) => `${folder.path}/${round}-${index}`);
  await Promise.all(roots.map((root) => mkdir(root)));
});

const live = (): Promise<string[]> => Promise.all(roots.map((root) => readlink(`${root}/current`)));

interface Change {
  readonly release: string;
  readonly content: string;
  /** Commands see which server they are on by the deploy path. */
  readonly prepare?: string;
  readonly healthCommand?: string;
  readonly confirm?: 'auto' | 'later';
}

const NEVER = new AbortController().signal;

/** Both servers as one run has them. */
function serversFor(owner: string): Promise<readonly Server[]> {
  const open = async ({ host, port, user }: SshServer, index: number): Promise<Server> => {
    const label = `web${index}`;
    const connection = await ssh.connect({ label, host, port, user }, NEVER);
    const silent = (): void => undefined;
    const deployPath = roots[index] ?? '';
    const who = `run of ${owner}`;
    return { label, store: createStore({ connection, deployPath, owner, who, onOutput: silent, onStep: silent }) };
  };
  return Promise.all(servers.map(open));
}

async function deploy(change: Change): Promise<readonly HostOutcome[]> {
  const context = { log: recordingLog().log, signal: NEVER };
  const source = treeBuilder(`${folder.path}/source`);
  await source.file('index.html', change.content);
  const tree = composeTree(await scanSource(source.root, () => true), { ...DEPLOYMENT, madeAt: 0 });
  const fleet = { servers: await serversFor(change.release), shells: [], close: async () => undefined };
  const opened = await openServers(fleet, { intent: 'deploy', lockTimeoutMs: 0, base: 'verified', next: [], context });
  const runbook = { ...DEPLOYMENT.runbook, healthCommand: change.healthCommand ?? '' };
  const deployment = { ...DEPLOYMENT, runbook, prepare: change.prepare ?? '' };
  const { release } = change;
  const hosts = opened.map((server) =>
    createDeployHost({
      server,
      deployment,
      tree,
      release,
      info: INFO,
      entry: {},
      context,
      timings: noTimings(),
      order: 'awaited',
    }),
  );
  return rollOut({ hosts, confirm: change.confirm ?? 'auto', signal: NEVER });
}

const ends = (outcomes: readonly HostOutcome[]): string[] => outcomes.map(({ end, code }) => `${end} ${code}`.trim());

describe('a deployment to several hosts', () => {
  test('ends on the new version everywhere', async () => {
    expect(ends(await deploy({ release: 'r1', content: 'one' }))).toEqual(['healthy', 'healthy']);
    expect(await live()).toEqual(['releases/r1', 'releases/r1']);
  });

  test('ends on the old version everywhere when one of them is not healthy', async () => {
    await deploy({ release: 'r1', content: 'one' });
    const outcomes = await deploy({
      release: 'r2',
      content: 'two',
      healthCommand: 'case $PLIMSOLL_DEPLOY_PATH in *-1) exit 1 ;; esac',
    });
    expect(ends(outcomes)).toEqual(['reverted', 'reverted health']);
    expect(concludeRollout(outcomes, false)).toMatchObject({ code: 'reverted', cause: 'health', host: 'web1' });
    expect(await live()).toEqual(['releases/r1', 'releases/r1']);
    const states = await Promise.all(
      roots.map(async (root) => (await checkStore(root)).releases.map(({ state }) => state)),
    );
    expect(states).toEqual([
      ['healthy', 'reverted'],
      ['healthy', 'failed'],
    ]);
    for (const root of roots) expect(await checkStore(root)).toMatchObject({ violations: [], unsettled: [] });
  });

  test('switches none of them when one cannot be prepared, however long the other was ready', async () => {
    await deploy({ release: 'r1', content: 'one' });
    const outcomes = await deploy({
      release: 'r2',
      content: 'two',
      prepare: 'case $PLIMSOLL_DEPLOY_PATH in *-1) sleep 0.3; exit 1 ;; esac',
    });
    expect(ends(outcomes)).toEqual(['untouched', 'untouched remote-command']);
    expect(await live()).toEqual(['releases/r1', 'releases/r1']);
    for (const root of roots) expect(await readdir(`${root}/releases`)).toEqual(['r1']);
  });

  test('opens none of them when one is in use', async () => {
    await deploy({ release: 'r1', content: 'one' });
    const [, second] = await serversFor('somebody else');
    await second?.store.open({ intent: 'deploy', lockTimeoutMs: 0, base: 'none', signal: NEVER });
    await expect(deploy({ release: 'r2', content: 'two' })).rejects.toMatchObject({
      code: 'locked',
      message: expect.stringMatching(/^web1: The lease .* held by run of somebody else/),
    });
    const [first = ''] = roots;
    expect((await checkStore(first)).unsettled).toEqual([]);
  });

  test('may be left to be confirmed', async () => {
    await deploy({ release: 'r1', content: 'one' });
    expect(ends(await deploy({ release: 'r2', content: 'two', confirm: 'later' }))).toEqual(['pending', 'pending']);
    expect(await live()).toEqual(['releases/r2', 'releases/r2']);
  });
});
