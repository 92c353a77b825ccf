import type { ChildProcessByStdio } from 'node:child_process';
import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import { distFolder, readManifest } from './action-manifest.ts';
import { parseCommandFile } from './command-file.ts';
import { signalProcess } from './process-tree.ts';
import { temporaryFolder } from './temporary-folder.ts';
import type { WorkflowCommand } from './workflow-commands.ts';
import { LineCutter, WorkflowCommands } from './workflow-commands.ts';

/** Which action to start, and how. */
export interface ActionRequest {
  /** Folder name below `actions/`. */
  readonly action: string;
  /** As under `with:`; what is missing gets the default of `action.yml`. */
  readonly inputs: Readonly<Record<string, string>>;
  /** Added to the environment, or taken out of it where the value is undefined. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Bundle to start in place of the committed one. */
  readonly dist?: string;
  /** `action.yml` to take defaults from in place of the action's own. */
  readonly manifest?: string;
  /** Saved state of the main run: given to start the post step. */
  readonly state?: Readonly<Record<string, string>>;
  /** When it is over, the step gets SIGKILL, as from a runner whose patience ends; no limit unless told. */
  readonly timeLimitMs?: number;
  /** Options for Node itself, such as `--import=…`. */
  readonly nodeOptions?: readonly string[];
}

/** All that a step leaves behind, read as the runner reads it. */
export interface ActionRun {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly state: Readonly<Record<string, string>>;
  /** What it exported to later steps. */
  readonly exported: Readonly<Record<string, string>>;
  /** Markdown of the job summary. */
  readonly summary: string;
  readonly stdout: string;
  readonly stderr: string;
  /** Every workflow command that the runner would have obeyed, in order. */
  readonly commands: readonly WorkflowCommand[];
  /** Those of them that a person sees: error, warning, notice. */
  readonly annotations: readonly WorkflowCommand[];
  readonly durationMs: number;
}

/** A step under way. */
export interface RunningAction {
  readonly pid: number;
  /** Resolves when the process has ended and its output is read. Never rejects for how it ended. */
  readonly ended: Promise<ActionRun>;
  /** Standard output and error so far, as they came. */
  output(): string;
  /** Sends a signal to the action's process alone. */
  kill(signal: NodeJS.Signals): void;
  /** Cancels as the runner does: SIGINT, after 7.5 s SIGTERM, after 2.5 s more SIGKILL; faster where told. */
  cancel(patience?: CancelPatience): Promise<ActionRun>;
}

/** Milliseconds between the signals of a cancellation. */
export interface CancelPatience {
  readonly beforeTermMs: number;
  readonly beforeKillMs: number;
}

/** One job's worth of runner: its temporary folder is shared by the steps, main and post, that are started through it. */
export interface Runner extends AsyncDisposable {
  /** RUNNER_TEMP of the steps. */
  readonly temp: string;
  /** HOME of the steps. */
  readonly home: string;
  /** GITHUB_WORKSPACE and working directory of the steps: for the tests to put things in. */
  readonly workspace: string;
  start(request: ActionRequest): Promise<RunningAction>;
  run(request: ActionRequest): Promise<ActionRun>;
  /** Runs the post step of a finished or killed main step, with its saved state. */
  post(request: ActionRequest, main: ActionRun): Promise<ActionRun>;
  /** Paths of what is left in the steps' temporary folders and home, relative to the runner's own folder. */
  leftovers(): Promise<string[]>;
}

/** Makes a runner. Nothing of the environment of the tests reaches the steps but PATH. */
export async function createRunner(): Promise<Runner> {
  const folder = await temporaryFolder();
  const place = async (name: string): Promise<string> =>
    (await mkdir(join(folder.path, name), { recursive: true })) ?? '';
  const places: Places = {
    temp: await place('temp'),
    home: await place('home'),
    workspace: await place('workspace'),
    tmp: await place('tmp'),
    files: await place('files'),
  };
  const start = (request: ActionRequest): Promise<RunningAction> => startAction(places, request);
  const run = async (request: ActionRequest): Promise<ActionRun> => (await start(request)).ended;
  return {
    temp: places.temp,
    home: places.home,
    workspace: places.workspace,
    start,
    run,
    post: (request, { state }) => run({ ...request, state }),
    leftovers: () => listLeftovers(folder.path),
    [Symbol.asyncDispose]: () => folder.remove(),
  };
}

/** Runs the main step of an action on a runner of its own. */
export async function runAction(request: ActionRequest): Promise<ActionRun> {
  await using runner = await createRunner();
  return await runner.run(request);
}

interface Places {
  readonly temp: string;
  readonly home: string;
  readonly workspace: string;
  /** TMPDIR: apart from the machine's, so that leftovers show. */
  readonly tmp: string;
  readonly files: string;
}

async function listLeftovers(root: string): Promise<string[]> {
  const folders = ['temp', 'home', 'tmp'];
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(join(root, folder), { recursive: true })).map((path) => join(folder, path)),
    ),
  );
  return found.flat().sort();
}

/** Files through which a step talks to its runner. */
const COMMAND_FILES = ['GITHUB_OUTPUT', 'GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH', 'GITHUB_STEP_SUMMARY'] as const;
type CommandFiles = Readonly<Record<(typeof COMMAND_FILES)[number], string>>;

async function makeCommandFiles(folder: string): Promise<CommandFiles> {
  const id = randomUUID();
  const path = (kind: string): string => join(folder, `${kind}_${id}`);
  const files: CommandFiles = {
    GITHUB_OUTPUT: path('set_output'),
    GITHUB_STATE: path('save_state'),
    GITHUB_ENV: path('set_env'),
    GITHUB_PATH: path('add_path'),
    GITHUB_STEP_SUMMARY: path('step_summary'),
  };
  await Promise.all(COMMAND_FILES.map((name) => writeFile(files[name], '')));
  return files;
}

async function entryOf({ action, manifest, state }: ActionRequest): Promise<string> {
  if (state === undefined) return 'index.js';
  return (await readManifest(action, manifest)).post ?? 'index.js';
}

async function startAction(places: Places, request: ActionRequest): Promise<RunningAction> {
  const files = await makeCommandFiles(places.files);
  const entry = join(request.dist ?? distFolder(request.action), await entryOf(request));
  const env = await stepEnvironment(places, files, request);
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...(request.nodeOptions ?? []), entry], {
    cwd: places.workspace,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: request.timeLimitMs,
    killSignal: 'SIGKILL',
  });
  const listener = listenTo(child);
  const ended = endOf(child, () => listener.output().length).then(async (end) => ({
    ...end,
    ...listener.heard(),
    ...(await readFiles(files)),
    durationMs: performance.now() - startedAt,
  }));
  const { pid } = child;
  if (pid === undefined)
    throw new Error(`Node did not start: ${process.execPath}`, { cause: await ended.catch((error: unknown) => error) });
  const kill = (signal: NodeJS.Signals): void => signalProcess(pid, signal);
  return {
    pid,
    ended,
    kill,
    output: () => listener.output(),
    cancel: (patience = RUNNER_PATIENCE) => cancel(kill, ended, patience),
  };
}

const RUNNER_PATIENCE: CancelPatience = { beforeTermMs: 7500, beforeKillMs: 2500 };

/** For tests of what a cancelled step does, however slow the machine is on which it does it. */
export const UNHURRIED: CancelPatience = { beforeTermMs: 60_000, beforeKillMs: 60_000 };

async function cancel(
  kill: (signal: NodeJS.Signals) => void,
  ended: Promise<ActionRun>,
  { beforeTermMs, beforeKillMs }: CancelPatience,
): Promise<ActionRun> {
  kill('SIGINT');
  const afterInt = await Promise.race([ended, pause(beforeTermMs, undefined, { ref: false })]);
  if (afterInt !== undefined) return afterInt;
  kill('SIGTERM');
  const afterTerm = await Promise.race([ended, pause(beforeKillMs, undefined, { ref: false })]);
  if (afterTerm !== undefined) return afterTerm;
  kill('SIGKILL');
  return ended;
}

async function stepEnvironment(
  places: Places,
  files: CommandFiles,
  request: ActionRequest,
): Promise<NodeJS.ProcessEnv> {
  const job = jobEnvironment(places);
  const { defaults } = await readManifest(request.action, request.manifest);
  const inputs = new Map([...defaults].map(([name, value]) => [name, evaluate(value, job)]));
  for (const [name, value] of Object.entries(request.inputs)) inputs.set(name, value);
  return {
    ...job,
    ...files,
    ...Object.fromEntries(
      [...inputs].map(([name, value]) => [`INPUT_${name.replaceAll(' ', '_').toUpperCase()}`, value]),
    ),
    ...Object.fromEntries(Object.entries(request.state ?? {}).map(([name, value]) => [`STATE_${name}`, value])),
    ...request.env,
  };
}

/** The variables of a job, as a push to the main branch of a made-up repository would set them. */
function jobEnvironment(places: Places): Record<string, string> {
  return {
    PATH: process.env['PATH'] ?? '/usr/bin:/bin',
    HOME: places.home,
    TMPDIR: places.tmp,
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_ACTOR: 'octocat',
    GITHUB_TRIGGERING_ACTOR: 'octocat',
    GITHUB_API_URL: 'https://api.github.com',
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_GRAPHQL_URL: 'https://api.github.com/graphql',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_JOB: 'deploy',
    GITHUB_REF: 'refs/heads/main',
    GITHUB_REF_NAME: 'main',
    GITHUB_REF_TYPE: 'branch',
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_REPOSITORY_OWNER: 'octo-org',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_ID: '1658821493',
    GITHUB_RUN_NUMBER: '3',
    GITHUB_SHA: '1111111111111111111111111111111111111111',
    GITHUB_WORKFLOW: 'deploy',
    GITHUB_WORKSPACE: places.workspace,
    RUNNER_ARCH: process.arch.toUpperCase(),
    RUNNER_NAME: 'testkit',
    RUNNER_OS: OPERATING_SYSTEMS[process.platform] ?? process.platform,
    RUNNER_TEMP: places.temp,
  };
}

const OPERATING_SYSTEMS: Readonly<Record<string, string>> = { linux: 'Linux', darwin: 'macOS', win32: 'Windows' };

/** Evaluates the few expressions that defaults of inputs hold: `${{ github.name }}` and `${{ runner.name }}`. */
function evaluate(text: string, job: Readonly<Record<string, string>>): string {
  return text.replaceAll(/\$\{\{\s*(?<expression>.*?)\s*\}\}/g, (_whole, expression: string) => {
    if (expression === 'github.token') return 'ghs_0123456789abcdefghijklmnopqrstuvwxyz';
    const value = job[expression.replace('.', '_').toUpperCase()];
    if (value === undefined)
      throw new Error(`The testkit cannot evaluate \${{ ${expression} }} in the default of an input.`);
    return value;
  });
}

interface Heard {
  readonly stdout: string;
  readonly stderr: string;
  readonly commands: readonly WorkflowCommand[];
  readonly annotations: readonly WorkflowCommand[];
}

interface Listener {
  output(): string;
  heard(): Heard;
}

type StepProcess = ChildProcessByStdio<null, Readable, Readable>;

/** Both streams reach the runner line by line, and commands count in either. */
function listenTo(child: StepProcess): Listener {
  const commands = new WorkflowCommands();
  const texts = { stdout: '', stderr: '', both: '' };
  const listen = (stream: 'stdout' | 'stderr'): void => {
    const cutter = new LineCutter((line) => commands.read(line));
    child[stream].setEncoding('utf8');
    child[stream].on('data', (text: string) => {
      texts[stream] += text;
      texts.both += text;
      cutter.write(text);
    });
    child[stream].on('end', () => cutter.end());
  };
  listen('stdout');
  listen('stderr');
  const annotations = (): WorkflowCommand[] =>
    commands.found.filter(({ name }) => ['error', 'warning', 'notice'].includes(name));
  return {
    output: () => texts.both,
    heard: () => ({ stdout: texts.stdout, stderr: texts.stderr, commands: commands.found, annotations: annotations() }),
  };
}

interface End {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
}

const LAST_WORDS_MS = 2000;
const LAST_TURNS = 1000;

/** The end of the process and of its output. Whatever it left running may hold the output open: that is not waited for long. */
async function endOf(child: StepProcess, heard: () => number): Promise<End> {
  const exit = Promise.withResolvers<End>();
  const close = Promise.withResolvers<void>();
  child.on('error', exit.reject);
  child.on('exit', (exitCode, signal) => exit.resolve({ exitCode, signal }));
  child.on('close', () => close.resolve());
  const end = await exit.promise;
  await Promise.race([close.promise, lastWords(heard)]);
  child.stdout.destroy();
  child.stderr.destroy();
  return end;
}

/** After a standstill of this process the time is over before all was read that had arrived by then. */
async function lastWords(heard: () => number): Promise<void> {
  await pause(LAST_WORDS_MS, undefined, { ref: false });
  for (let before = -1, turns = 0; before !== heard() && turns < LAST_TURNS; turns += 1) {
    before = heard();
    await turn();
    await turn();
  }
}

type FileContents = Pick<ActionRun, 'outputs' | 'state' | 'exported' | 'summary'>;

async function readFiles(files: CommandFiles): Promise<FileContents> {
  const values = async (path: string): Promise<Record<string, string>> =>
    parseCommandFile(await readFile(path, 'utf8'));
  return {
    outputs: await values(files.GITHUB_OUTPUT),
    state: await values(files.GITHUB_STATE),
    exported: await values(files.GITHUB_ENV),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
  };
}
