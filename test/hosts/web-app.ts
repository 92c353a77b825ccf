import { existsSync } from 'node:fs';
import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ActionRequest, ActionRun, Runner, RunningAction, StoreReport, TemporaryFolder } from '@plimsoll/testkit';
import {
  checkStore,
  createRunner,
  distWithFailpoint,
  listReleaseSteps,
  treeBuilder,
  waitUntil,
} from '@plimsoll/testkit';
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

export const WAYS: readonly Way[] = [AS_ROOT, WITH_LINGER, WITHOUT_LINGER];

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
  /** Where the files of the deploy path lie when that is on a mount, which is not seen from outside. */
  readonly storedAt?: string;
  /** On the loopback address of the host; one that nobody else has unless told. */
  readonly port?: number;
  /** Lines for the section `[Service]` of its unit. */
  readonly serviceLines?: readonly string[];
}

const SERVER = fileURLToPath(new URL('web-app/server.py', import.meta.url));
let lastPort = 8000;

/** Installs the unit of an app and lets its user write to its deploy path. Nothing is deployed yet, so it cannot be started. */
export async function installApp(request: AppRequest): Promise<WebApp> {
  const { host, way, name, deployPath = `/srv/${name}`, port = nextPort() } = request;
  await host.run(`install -d -o ${way.user} ${deployPath}`);
  const outerPath = join(host.rootPath, request.storedAt ?? deployPath);
  const app = { host, way, name, deployPath, outerPath, port };
  await installUnit(app, request.serviceLines ?? []);
  return webApp(app);
}

function nextPort(): number {
  lastPort += 1;
  return lastPort;
}

async function installUnit(app: InstalledApp, serviceLines: readonly string[]): Promise<void> {
  const { host, way, name, deployPath, port } = app;
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
  const systemctl = isOwn ? 'systemctl --user' : 'systemctl';
  const command = [
    `mkdir -p ${folder}`,
    `echo '${unit.join('\n')}' >${folder}/${name}.service`,
    `${systemctl} daemon-reload`,
    `${systemctl} enable --quiet ${name}.service`,
  ].join(' && ');
  if (isOwn) await asUser(host, way.user, command);
  else await host.run(command);
  if (way.watchdog === 'detached') await allowRestart(host, way.user, `${name}.service`);
}

/** The least that such a user needs, as an administrator would write it. */
async function allowRestart(host: Host, user: string, unit: string): Promise<void> {
  const rule = `${user} ALL=(root) NOPASSWD: /usr/bin/systemctl restart ${unit}`;
  await host.run(`echo '${rule}' >/etc/sudoers.d/${unit.replaceAll('.', '_')}`);
}

async function asUser(host: Host, user: string, command: string): Promise<void> {
  const { exitCode, stderr } = await host.login(user, command);
  if (exitCode !== 0) throw new Error(`As ${user} on ${host.name}, ${command} ended with ${exitCode}: ${stderr}`);
}

type InstalledApp = Pick<WebApp, 'host' | 'way' | 'name' | 'deployPath' | 'outerPath'> & { readonly port: number };

function webApp({ port, ...app }: InstalledApp): WebApp {
  const { host, way, name, deployPath, outerPath } = app;
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
  };
  const startDeploy = (version: AppVersion, options: DeployOptions = {}): Promise<RunningDeployment> => {
    const inputs = { ...deployInputs, version: version.version, 'health-timeout': timeForHealth(version) };
    return startOnRunner(version, requestOf('deploy-ssh', inputs, options));
  };
  return {
    ...app,
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

/** What will be well gets time to start on a busy machine; for what never will be, all of it is waited. */
function timeForHealth({ behaviour }: AppVersion): string {
  return behaviour === 'is-unwell' ? '5s' : '15s';
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

/** Takes the place of a step marker: the program on the server stands still there until `resume`, or until its host loses its power. */
const PAUSE = ': >"$meta/paused"; while [ -e "$meta/paused" ]; do sleep 0.1; done';

/** A bundle of deploy-ssh whose program on the server stands still at a step. */
export async function pausedAt(marker: string): Promise<TemporaryFolder> {
  const step = (await listReleaseSteps('deploy-ssh')).find((one) => one.marker === marker);
  if (step === undefined) throw new Error(`No program of deploy-ssh has a step ${marker}.`);
  return distWithFailpoint({ action: 'deploy-ssh', ...step, line: PAUSE });
}

/** Starts a deployment and waits until the server stands still. @throws Error with the log when the deployment ends before. */
export async function deployUntilPaused(
  app: WebApp,
  version: AppVersion,
  options: DeployOptions,
): Promise<RunningDeployment> {
  const deployment = await app.startDeploy(version, options);
  const { running } = deployment;
  let hasEnded = false;
  void running.ended.finally(() => (hasEnded = true));
  try {
    await waitUntil(() => existsSync(pauseOf(app)) || hasEnded, {
      deadlineMs: 300_000,
      what: `${app.name} to stand still`,
    });
    if (!existsSync(pauseOf(app))) throw new Error(`${app.name} was deployed without a pause.`);
  } catch (cause) {
    await deployment[Symbol.asyncDispose]();
    throw new Error(running.output(), { cause });
  }
  return deployment;
}

/** Ends the runners of deployments at once, as when their machines die. */
export async function killRunners(deployments: readonly RunningDeployment[]): Promise<void> {
  await Promise.all(deployments.map((deployment) => deployment[Symbol.asyncDispose]()));
}

/** Lets the program on the server go on. */
export async function resume(app: WebApp): Promise<void> {
  await rm(pauseOf(app), { force: true });
}

function pauseOf({ outerPath }: WebApp): string {
  return join(outerPath, '.plimsoll', 'paused');
}

/** The facts in the result of an action. */
export function factsOf({ outputs, stdout }: ActionRun): Readonly<Record<string, unknown>> {
  const result: unknown = JSON.parse(outputs['result'] ?? '{}');
  if (!isRecord(result) || !isRecord(result['facts'])) throw new Error(`No facts in the result of: ${stdout}`);
  return result['facts'];
}

/** Empty when a run passed, else all that it said: for tests whose failure shall tell why. */
export function complaintOf({ exitCode, stdout, stderr }: ActionRun): string {
  return exitCode === 0 ? '' : `${stdout}\n${stderr}`;
}

/** The first and only row of `hosts-report`, or the row of the host at `index`. */
export function hostRow({ outputs, stdout }: ActionRun, index = 0): Readonly<Record<string, unknown>> {
  const rows: unknown = JSON.parse(outputs['hosts-report'] ?? '[]');
  const row: unknown = Array.isArray(rows) ? rows[index] : undefined;
  if (!isRecord(row)) throw new Error(`No row ${index} in the report of the hosts of: ${stdout}`);
  return row;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** When the server goes back by itself, in seconds since 1970. @throws Error when nothing waits for a confirmation. */
export async function deadlineOf({ outerPath }: WebApp): Promise<number> {
  const folder = join(outerPath, '.plimsoll', 'armed');
  const [release = ''] = await readdir(folder);
  const fields = (await readFile(join(folder, release, 'deadline'), 'utf8')).trim().split(' ');
  return Number(fields[3]);
}

/** Every file of systemd on a host that belongs to a watchdog: units, links to them, times of their last runs. */
export async function watchdogFiles(host: Host): Promise<readonly string[]> {
  const folders = [
    '/etc/systemd',
    '/var/lib/systemd/timers',
    '/home/*/.config/systemd',
    '/home/*/.local/share/systemd',
  ];
  const { stdout } = await host.attempt(`find ${folders.join(' ')} -name '*plimsoll*'`);
  return stdout.split('\n').filter(Boolean);
}
