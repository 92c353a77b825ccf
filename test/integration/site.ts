import { randomBytes } from 'node:crypto';
import { mkdir, readlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { afterAll, beforeAll, expect, jest } from '@jest/globals';
import {
  type ActionRequest,
  type ActionRun,
  checkStore,
  createRunner,
  generateKey,
  type KeyPair,
  type Runner,
  type RunningAction,
  type SshServer,
  type SshServerRequest,
  startServer,
  type TemporaryFolder,
  type TreeBuilder,
  temporaryFolder,
  treeBuilder,
} from '@plimsoll/testkit';

type Inputs = Readonly<Record<string, string>>;

/** For what never will be healthy: nobody need wait for it. What is healthy has more time, for the machine may be busy. */
export const SOON_GIVEN_UP: Inputs = { 'health-timeout': '1s' };

/** One deployment target on a server, and a runner that deploys to it. */
export interface Site extends AsyncDisposable {
  readonly runner: Runner;
  /** deploy-path: not there at first. */
  readonly root: string;
  /** What is deployed: one file at first. */
  readonly source: TreeBuilder;
  /** Inputs that every action needs here. */
  readonly inputs: Inputs;
  request(action: 'backup' | 'deploy-ssh' | 'rollback', inputs?: Inputs): ActionRequest;
  deploy(inputs?: Inputs): Promise<ActionRun>;
  /** A deployment that has to pass. Answers with the id of its release. */
  deployed(inputs?: Inputs): Promise<string>;
  start(inputs?: Inputs): Promise<RunningAction>;
  rollback(inputs?: Inputs): Promise<ActionRun>;
  backup(inputs?: Inputs): Promise<ActionRun>;
  /** The release that `current` leads to. */
  live(): Promise<string>;
  /** Nothing is broken, and nothing is left to be done. */
  expectSound(): Promise<void>;
}

/** A server that the tests of a block share. */
export interface SharedServer {
  readonly server: SshServer;
  readonly key: KeyPair;
  site(): Promise<Site>;
}

/** systemd's timers would be left on the machine that runs the tests. */
const WITHOUT = ['systemctl'];

/** Starts a server before the tests of the block, OpenSSH's where there is one, and ends it and all sites after them. */
export function useServer(
  tools: Partial<SshServerRequest> = {},
  start: (request: SshServerRequest) => Promise<SshServer> = startServer,
): SharedServer {
  let up: { readonly server: SshServer; readonly key: KeyPair; readonly folder: TemporaryFolder } | undefined;
  const sites: Site[] = [];
  // Some tests are a dozen runs of an action, on a machine that may be busy with others.
  jest.setTimeout(180_000);
  beforeAll(async () => {
    const key = await generateKey();
    const server = await start({ authorizedKeys: [key.publicKey], without: WITHOUT, ...tools });
    up = { server, key, folder: await temporaryFolder() };
  });
  afterAll(async () => {
    await up?.server.stop();
    for (const site of sites) await site[Symbol.asyncDispose]();
    await up?.folder.remove();
  });
  const started = (): NonNullable<typeof up> => {
    if (up === undefined) throw new Error('Only for use in tests, when the server has been started.');
    return up;
  };
  return {
    get server() {
      return started().server;
    },
    get key() {
      return started().key;
    },
    site: async () => {
      const site = await makeSite(started());
      sites.push(site);
      return site;
    },
  };
}

interface SiteParts {
  readonly server: SshServer;
  readonly key: KeyPair;
  readonly folder: TemporaryFolder;
}

async function makeSite({ server, key, folder }: SiteParts): Promise<Site> {
  const runner = await createRunner();
  const root = `${folder.path}/${randomBytes(4).toString('hex')}/srv`;
  await mkdir(dirname(root), { recursive: true });
  const source = treeBuilder(`${runner.workspace}/app`);
  await source.file('index.html', 'one');
  const inputs: Inputs = {
    hosts: '127.0.0.1',
    user: server.user,
    port: `${server.port}`,
    'private-key': key.privateKey,
    'known-hosts': server.knownHosts(),
    'deploy-path': root,
    'lock-timeout': '0s',
  };
  const request: Site['request'] = (action, more = {}) => ({
    action,
    inputs: { ...inputs, ...(action === 'deploy-ssh' ? { source: 'app', 'health-timeout': '20s' } : {}), ...more },
  });
  const deploy = (more: Inputs = {}): Promise<ActionRun> => runner.run(request('deploy-ssh', more));
  return {
    runner,
    root,
    source,
    inputs,
    request,
    deploy,
    deployed: async (more = {}) => {
      const run = await deploy(more);
      expectPass(run);
      return run.outputs['release-id'] ?? '';
    },
    start: (more = {}) => runner.start(request('deploy-ssh', more)),
    rollback: (more = {}) => runner.run(request('rollback', more)),
    backup: (more = {}) => runner.run(request('backup', more)),
    live: async () => (await readlink(`${root}/current`)).replace(/^releases\//, ''),
    expectSound: async () => expect(await checkStore(root)).toMatchObject({ violations: [], unsettled: [] }),
    [Symbol.asyncDispose]: () => runner[Symbol.asyncDispose](),
  };
}

/** Shows the log of a run that should have passed. */
export function expectPass(run: ActionRun): void {
  if (run.exitCode !== 0) throw new Error(`The action ended with ${run.exitCode}:\n${run.stdout}\n${run.stderr}`);
  expect(run.outputs).toMatchObject({ verdict: 'pass', 'failure-code': '' });
}

/** The result document of a run. */
export function resultOf({
  outputs,
}: ActionRun): { readonly facts: Readonly<Record<string, unknown>> } & Readonly<Record<string, unknown>> {
  const result: unknown = JSON.parse(outputs['result'] ?? '');
  if (typeof result !== 'object' || result === null || !('facts' in result))
    throw new Error(`No result: ${outputs['result']}`);
  const { facts } = result;
  if (typeof facts !== 'object' || facts === null) throw new Error(`No facts: ${outputs['result']}`);
  return { ...result, facts: { ...facts } };
}

/** An output that is JSON. */
export function jsonOf(run: ActionRun, output: string): unknown {
  return JSON.parse(run.outputs[output] ?? '');
}
