import { createHash } from 'node:crypto';
import { join } from 'node:path';
import {
  type ActionRun,
  createRunner,
  generateKey,
  type RunningAction,
  type SshServer,
  startNodeSsh,
  temporaryFolder,
} from '@plimsoll/testkit';
import { buildVersion, type Version } from './application.ts';
import type { Cleanup } from './cleanup.ts';
import { type Service, startService } from './service.ts';
import { endStragglers } from './stragglers.ts';
import { startVisitor, type Visitor } from './visitor.ts';

/** Everything that stands before the first act: a server with a service on it, a visitor, and what is needed to start actions. */
export interface Stage {
  /** All that the demo writes lies below this folder. */
  readonly folder: string;
  readonly deployPath: string;
  readonly server: SshServer;
  readonly service: Service;
  readonly visitor: Visitor;
  deploy(version: Version, inputs?: Inputs): Promise<Step>;
  rollBack(inputs: Inputs): Promise<Step>;
}

/** An action that was started on a runner of its own. */
export interface Step {
  readonly running: RunningAction;
  /** What the step left on its runner: in its temporary folders and its home. */
  leftovers(): Promise<readonly string[]>;
}

export type Inputs = Readonly<Record<string, string>>;

/** Builds the stage. Whatever is started is handed to `cleanup` at once. */
export async function buildStage(cleanup: Cleanup): Promise<Stage> {
  const folder = await enterFolder(cleanup);
  const deployPath = join(folder, 'srv', 'harbour');
  const service = await startService(join(deployPath, 'current'), cleanup);
  const key = await generateKey();
  const server = await startServer({ authorizedKey: key.publicKey, service, cleanup });
  const visitor = startVisitor(service.url);
  cleanup.add(() => visitor.leave());
  const common: Inputs = {
    hosts: server.host,
    port: String(server.port),
    user: server.user,
    'private-key': key.privateKey,
    'known-hosts': server.knownHosts(),
    'deploy-path': deployPath,
  };
  const start = starter(common, cleanup);
  return {
    folder,
    deployPath,
    server,
    service,
    visitor,
    deploy: async (version, inputs = {}) => {
      const source = join(folder, 'source');
      await buildVersion(source, version);
      return start({ action: 'deploy-ssh', commit: version.name, inputs: { ...recipe(source, version), ...inputs } });
    },
    rollBack: (inputs) => start({ action: 'rollback', commit: 'none', inputs }),
  };
}

/** Temporary folders of the demo, of the testkit and of the actions are all made inside this one. */
async function enterFolder(cleanup: Cleanup): Promise<string> {
  const folder = await temporaryFolder();
  cleanup.add(() => folder.remove());
  cleanup.add(() => endStragglers(folder.path));
  process.env['TMPDIR'] = folder.path;
  return folder.path;
}

interface ServerRequest {
  readonly authorizedKey: string;
  readonly service: Service;
  readonly cleanup: Cleanup;
}

/** Without systemctl, which would keep the watchdog's timer in a folder of the machine itself. */
async function startServer({ authorizedKey, service, cleanup }: ServerRequest): Promise<SshServer> {
  const server = await startNodeSsh({
    authorizedKeys: [authorizedKey],
    without: ['systemctl'],
    commands: service.commands,
    env: { APP_URL: service.url },
  });
  cleanup.add(() => server.stop());
  return server;
}

/** How the application is deployed, in every act. */
function recipe(source: string, { name }: Version): Inputs {
  return {
    source,
    version: name,
    'after-switch': 'restart-app',
    'health-command': 'node health.ts "$APP_URL"',
    'health-timeout': '15s',
  };
}

interface StartRequest {
  readonly action: string;
  /** Stands for the commit that the workflow runs for. */
  readonly commit: string;
  readonly inputs: Inputs;
}

/** Starts actions from dist/, as a runner starts them. */
function starter(common: Inputs, cleanup: Cleanup): (request: StartRequest) => Promise<Step> {
  return async ({ action, commit, inputs }) => {
    const runner = await createRunner();
    cleanup.add(async () => runner[Symbol.asyncDispose]());
    const GITHUB_SHA = createHash('sha1').update(commit).digest('hex');
    const running = await runner.start({ action, inputs: { ...common, ...inputs }, env: { GITHUB_SHA } });
    cleanup.add(() => kill(running));
    return { running, leftovers: () => runner.leftovers() };
  };
}

/** The sudden end of a runner: no signal that could be caught, no clean-up, no post step. */
export async function kill(running: RunningAction): Promise<ActionRun> {
  running.kill('SIGKILL');
  return running.ended;
}
