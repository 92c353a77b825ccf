import { chmod, chown, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ActionRun,
  createRunner,
  generateKey,
  type RunningAction,
  type SessionTools,
  type SshServer,
  startServer,
  temporaryFolder,
  treeBuilder,
} from '@plimsoll/testkit';
import type { ActionName, QuickBundles } from './quick-bundles.ts';

/** A server with a store on it, and runners that work on it. */
export interface Bed extends AsyncDisposable {
  /** Holds the store, the home of the sessions and the sources; flags of failpoints go here too. */
  readonly folder: string;
  readonly deployPath: string;
  readonly server: SshServer;
  readonly bundles: QuickBundles;
  readonly memory: Memory;
  /** Starts a step on a runner of its own. */
  start(order: Order): Promise<Step>;
  /** A step from its start to the end of its post step. */
  run(order: Order): Promise<ActionRun>;
  /** Deploys the next version; every version differs from all before. */
  deploy(order?: Partial<Order>): Promise<ActionRun>;
  rollback(order?: Partial<Order>): Promise<ActionRun>;
  /** Writes the next version and answers with its folder. */
  nextSource(): Promise<string>;
}

/** What was seen of the store before, for what must never change. */
export interface Memory {
  /** What each release held when it was first seen healthy, by its id. */
  readonly contents: Map<string, ReadonlyMap<string, string>>;
  /** How long the last step took that passed, milliseconds. */
  lastDurationMs: number;
}

export interface Order {
  readonly action: ActionName;
  readonly inputs?: Readonly<Record<string, string>>;
  /** In place of the bed's own bundles. */
  readonly dist?: string;
  /** Where the runner finds the server; the server itself unless told. */
  readonly address?: { readonly host: string; readonly port: number };
  readonly nodeOptions?: readonly string[];
}

/** A step under way, or over. */
export interface Step extends AsyncDisposable {
  readonly running: RunningAction;
  /** RUNNER_TEMP of the step. */
  readonly temp: string;
  /** Runs the post step, with the untouched bundle. */
  post(): Promise<ActionRun>;
  /** What the step has left on its runner. */
  leftovers(): Promise<string[]>;
}

export interface BedRequest extends SessionTools {
  readonly bundles: QuickBundles;
  /** Where to put the store; below the bed's own folder unless told. */
  readonly place?: string;
}

/** Variable that every process of the server's sessions carries, with the bed's folder as its value. */
export const BED_VARIABLE = 'PLIMSOLL_BED';

/** Timers of systemd would be left on the machine that runs the tests. */
const WITHOUT = ['systemctl'];

/** Starts a server with an empty store. */
export async function makeBed({ bundles, place, ...tools }: BedRequest): Promise<Bed> {
  const folder = await temporaryFolder();
  const home = join(folder.path, 'home');
  await mkdir(home);
  if (tools.asUser !== undefined) await handOver([folder.path, home], tools.asUser);
  const key = await generateKey();
  const env = { ...tools.env, HOME: home, [BED_VARIABLE]: folder.path };
  const server = await startServer({ without: WITHOUT, ...tools, env, authorizedKeys: [key.publicKey] });
  const deployPath = join(place ?? folder.path, 'app');
  const nextSource = sourceWriter(folder.path);

  const start = async ({ action, inputs, dist, address = server, nodeOptions = [] }: Order): Promise<Step> => {
    const runner = await createRunner();
    const request = {
      action,
      dist: dist ?? bundles.folder(action),
      nodeOptions,
      inputs: {
        hosts: address.host,
        port: String(address.port),
        user: server.user,
        'private-key': key.privateKey,
        'known-hosts': server.knownHosts(address),
        'deploy-path': deployPath,
        'lock-timeout': '60s',
        ...inputs,
      },
    };
    const running = await runner.start(request);
    return {
      running,
      temp: runner.temp,
      post: async () => runner.post({ ...request, dist: bundles.folder(action) }, await running.ended),
      leftovers: () => runner.leftovers(),
      [Symbol.asyncDispose]: async () => {
        running.kill('SIGKILL');
        await running.ended;
        await runner[Symbol.asyncDispose]();
      },
    };
  };

  const memory: Memory = { contents: new Map(), lastDurationMs: 0 };
  const run = async (order: Order): Promise<ActionRun> => {
    await using step = await start(order);
    const ended = await step.running.ended;
    if (ended.exitCode === 0) memory.lastDurationMs = ended.durationMs;
    await step.post();
    return ended;
  };

  return {
    folder: folder.path,
    deployPath,
    server,
    bundles,
    memory,
    nextSource,
    start,
    run,
    deploy: async (order = {}) =>
      run({
        ...order,
        action: 'deploy-ssh',
        inputs: { source: await nextSource(), 'keep-releases': '2', ...order.inputs },
      }),
    rollback: (order = {}) => run({ ...order, action: 'rollback' }),
    [Symbol.asyncDispose]: async () => {
      await server.stop();
      await folder.remove();
    },
  };
}

/** The sessions of another user work in these folders as in their own. */
async function handOver(folders: readonly string[], user: number): Promise<void> {
  for (const folder of folders) {
    await chown(folder, user, user);
    await chmod(folder, 0o755);
  }
}

/** Every version has two files that name it, some that stay the same, and one of each kind that a tree can hold. */
function sourceWriter(folder: string): () => Promise<string> {
  let version = 0;
  return async () => {
    version += 1;
    const tree = treeBuilder(join(folder, `source-${version}`));
    await tree.file('version', `v${version}\n`);
    await tree.file('deep/er/version', `v${version}\n`);
    await tree.file('same', 'always the same\n');
    await tree.file('run', '#!/bin/sh\n', 0o755);
    await tree.file('empty', '');
    await tree.file('odd name\n$(x)', 'odd\n');
    await tree.link('link', 'same');
    await tree.folder('nothing/in/here');
    return tree.root;
  };
}

/** Waits at a failpoint and is let go by `release`. */
export interface Flag {
  /** Path that the server's program makes when it is there; holds its process id. */
  readonly path: string;
  /** Path that it waits for, where it waits. */
  readonly goPath: string;
  isUp(): Promise<boolean>;
  text(): Promise<string>;
  release(): Promise<void>;
}

let flags = 0;

/** A flag below the folder of a bed. */
export function makeFlag(bed: Pick<Bed, 'folder'>): Flag {
  flags += 1;
  const name = `flag-${flags}`;
  const path = join(bed.folder, name);
  const goPath = `${path}-go`;
  return {
    path,
    goPath,
    text: () => readFile(path, 'utf8'),
    isUp: async () => (await readdir(bed.folder)).includes(name),
    release: () => writeFile(goPath, ''),
  };
}
