import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionRequest, ActionRun, Runner, RunningAction, StoreReport } from '@plimsoll/testkit';
import { checkStore, createRunner, treeBuilder, waitUntil } from '@plimsoll/testkit';
import type { Host } from './host.ts';
import { DEPLOY_USER } from './host.ts';

/** In which way a user deploys and restarts the service, and what the server has for a watchdog then. */
export interface Way {
  readonly user: string;
  /** The unit as `services` takes it, made from its bare name. */
  readonly service: (name: string) => string;
  readonly watchdog: 'system-timer' | 'user-timer' | 'detached';
}

/** A user whose systemd ends when nobody is logged in any more. */
export const PLAIN_USER = 'plain';

export const AS_ROOT: Way = { user: 'root', service: (name) => `${name}.service`, watchdog: 'system-timer' };
export const WITH_LINGER: Way = {
  user: DEPLOY_USER,
  service: (name) => `user:${name}.service`,
  watchdog: 'user-timer',
};
/** May restart the service by sudo, and nothing else. */
export const WITHOUT_LINGER: Way = {
  user: PLAIN_USER,
  service: (name) => `${name}.service`,
  watchdog: 'detached',
};

/** Gives a host the users of all ways. */
export async function prepareUsers(host: Host): Promise<void> {
  await host.run(`loginctl enable-linger ${DEPLOY_USER}`);
  await host.run(`useradd --create-home --user-group --shell /bin/bash ${PLAIN_USER}`);
}

/** What a version of the service does. */
export interface AppVersion {
  /** Such as `1`; what the service answers with. */
  readonly version: string;
  readonly behaviour?: 'well' | 'crashes' | 'is-unwell';
}

/** What a deployment is told besides. */
export interface DeployOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Bundle in place of the committed one, such as one with a failpoint. */
  readonly dist?: string;
}

/** A deployment under way, on a runner of its own. */
export interface RunningDeployment extends AsyncDisposable {
  readonly running: RunningAction;
  /** Runs the post step, as the runner does also for a step that was killed. */
  post(): Promise<ActionRun>;
}

/** A web service on a host: deployed by Plimsoll, run by systemd from `current`, asked over HTTP. */
export interface WebApp {
  readonly host: Host;
  readonly way: Way;
  readonly name: string;
  readonly deployPath: string;
  /** The deploy path as seen from outside of the host, also while that is off. */
  readonly outerPath: string;
  /** Inputs that every action needs to reach the server. */
  readonly serverInputs: Readonly<Record<string, string>>;
  deploy(version: AppVersion, options?: DeployOptions): Promise<ActionRun>;
  startDeploy(version: AppVersion, options?: DeployOptions): Promise<RunningDeployment>;
  rollback(inputs: Readonly<Record<string, string>>): Promise<ActionRun>;
  /** The version that the running service answers with; empty when nobody answers. */
  answer(): Promise<string>;
  /** The version that `current` leads to; empty when it leads nowhere. */
  currentVersion(): Promise<string>;
  store(): Promise<StoreReport>;
}

/** Where to put an app. */
export interface AppRequest {
  readonly host: Host;
  readonly way: Way;
  /** Unique on its host. */
  readonly name: string;
  /** `/srv/<name>` unless told. */
  readonly deployPath?: string;
  /** Lines for the section `[Service]` of its unit. */
  readonly serviceLines?: readonly string[];
}

const SERVER = fileURLToPath(new URL('web-app/server.py', import.meta.url));
let lastPort = 8000;

/** Installs the unit of an app and lets its user write to its deploy path. Nothing is deployed yet, so it cannot be started. */
export async function installApp(request: AppRequest): Promise<WebApp> {
  const { host, way, name } = request;
  const deployPath = request.deployPath ?? `/srv/${name}`;
  lastPort += 1;
  const port = lastPort;
  await host.run(`install -d -o ${way.user} ${deployPath}`);
  await installUnit({ ...request, deployPath, serviceLines: request.serviceLines ?? [] }, port);
  return webApp({ host, way, name, deployPath, port });
}

async function installUnit(request: Required<AppRequest>, port: number): Promise<void> {
  const { host, way, name, deployPath, serviceLines } = request;
  const isOwn = way.watchdog === 'user-timer';
  const unit = [
    '[Unit]',
    `RequiresMountsFor=${deployPath}`,
    '[Service]',
    `WorkingDirectory=${deployPath}/current`,
    `ExecStart=/usr/bin/python3 server.py ${port}`,
    ...serviceLines,
    '[Install]',
    `WantedBy=${isOwn ? 'default.target' : 'multi-user.target'}`,
  ];
  const folder = isOwn ? `/home/${way.user}/.config/systemd/user` : '/etc/systemd/system';
  await as(
    host,
    isOwn ? way.user : 'root',
    `mkdir -p ${folder} && echo '${unit.join('\n')}' >${folder}/${name}.service`,
  );
  const systemctl = isOwn ? 'systemctl --user' : 'systemctl';
  await as(
    host,
    isOwn ? way.user : 'root',
    `${systemctl} daemon-reload && ${systemctl} enable --quiet ${name}.service`,
  );
  if (way.watchdog === 'detached') await allowRestart(host, way.user, `${name}.service`);
}

/** The least that such a user needs, as an administrator would write it. */
async function allowRestart(host: Host, user: string, unit: string): Promise<void> {
  const rule = `${user} ALL=(root) NOPASSWD: /usr/bin/systemctl restart ${unit}`;
  await host.run(`echo '${rule}' >/etc/sudoers.d/${unit.replaceAll('.', '_')}`);
}

async function as(host: Host, user: string, command: string): Promise<void> {
  const { exitCode, stderr } = await host.login(user, command);
  if (exitCode !== 0) throw new Error(`As ${user} on ${host.name}, ${command} ended with ${exitCode}: ${stderr}`);
}

type InstalledApp = Pick<WebApp, 'host' | 'way' | 'name' | 'deployPath'> & { readonly port: number };

function webApp({ port, ...app }: InstalledApp): WebApp {
  const { host, way, name, deployPath } = app;
  const outerPath = join(host.rootPath, deployPath);
  const serverInputs = {
    hosts: `${way.user}@${host.address}:${host.port}`,
    'private-key': host.privateKey,
    'known-hosts': host.knownHosts,
    'deploy-path': deployPath,
  };
  const deployInputs = {
    ...serverInputs,
    source: 'site',
    services: way.service(name),
    'health-url': `http://127.0.0.1:${port}/health`,
    'health-timeout': '3s',
  };
  const startDeploy = (version: AppVersion, options: DeployOptions = {}): Promise<RunningDeployment> =>
    startOnRunner(version, requestOf('deploy-ssh', { ...deployInputs, version: version.version }, options));
  return {
    ...app,
    outerPath,
    serverInputs,
    startDeploy,
    deploy: async (version, options) => {
      await using deployment = await startDeploy(version, options);
      return await deployment.running.ended;
    },
    rollback: async (inputs) => {
      await using runner = await createRunner();
      return await runner.run(requestOf('rollback', { ...serverInputs, ...inputs }, {}));
    },
    answer: async () => (await host.attempt(`curl --silent --max-time 5 http://127.0.0.1:${port}/`)).stdout,
    currentVersion: () => readFile(join(outerPath, 'current', 'version'), 'utf8').catch(() => ''),
    store: () => checkStore(outerPath),
  };
}

function requestOf(action: string, inputs: Readonly<Record<string, string>>, options: DeployOptions): ActionRequest {
  const { dist } = options;
  return { action, inputs: { ...inputs, ...options.inputs }, ...(dist === undefined ? {} : { dist }) };
}

async function startOnRunner(version: AppVersion, request: ActionRequest): Promise<RunningDeployment> {
  const runner = await createRunner();
  await writeSite(runner, version);
  const running = await runner.start(request);
  return {
    running,
    post: async () => runner.post(request, await running.ended),
    [Symbol.asyncDispose]: async () => {
      running.kill('SIGKILL'); // Does nothing to a process that has ended.
      await running.ended;
      await runner[Symbol.asyncDispose]();
    },
  };
}

async function writeSite(runner: Runner, { version, behaviour = 'well' }: AppVersion): Promise<void> {
  const site = treeBuilder(join(runner.workspace, 'site'));
  await site.file('version', version);
  await site.file('server.py', await readFile(SERVER));
  if (behaviour !== 'well') await site.file(behaviour, '');
}

/** Takes the place of a step marker: the program on the server stands still there until `resume` is called or its host loses its power. */
export const PAUSE = ': >"$meta/paused"; while [ -e "$meta/paused" ]; do sleep 0.1; done';

/** Waits until the server has come to the step where `PAUSE` stands. */
export async function untilPaused({ running }: RunningDeployment, app: WebApp): Promise<void> {
  await waitUntil(() => isThere(pauseOf(app)), { deadlineMs: 30_000, what: `the pause of ${app.name}` }).catch(
    (cause: unknown) => {
      throw new Error(running.output(), { cause });
    },
  );
}

/** Lets the program on the server go on. */
export async function resume(app: WebApp): Promise<void> {
  await app.host.run(`rm ${app.deployPath}/.plimsoll/paused`);
}

function pauseOf({ outerPath }: WebApp): string {
  return join(outerPath, '.plimsoll', 'paused');
}

function isThere(path: string): Promise<boolean> {
  return readFile(path).then(
    () => true,
    () => false,
  );
}
