import { mkdir, readFile, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import {
  answers,
  checkStore,
  type FakeGitHub,
  type FaultyService,
  type GitHubPull,
  generateKey,
  type KeyPair,
  type RepositoryBuilder,
  runAction,
  type SshServer,
  startFakeGitHub,
  startFaultyService,
  startServer,
  temporaryFolder,
} from '@plimsoll/testkit';
import { type ActRun, runWorkflow } from './act.ts';
import { fieldsOf, type Ledger, type Message, messageOf, readLedger, textIn } from './evidence.ts';
import { type Published, publish } from './published.ts';
import { serveCurrent, type WebSite } from './site.ts';
import { createUserRepository, healthOf, type UserRepository } from './user-repository.ts';

/** Everything around a team's workflow: its repository, GitHub, a server with a web site, and a receiver of messages. */
export interface Pipeline extends AsyncDisposable {
  readonly user: UserRepository;
  readonly github: FakeGitHub;
  /** The team's repository as GitHub has it. */
  readonly repository: RepositoryBuilder;
  readonly site: WebSite;
  /** What reaches the server: `user@host:port`, the key that it lets in, and its own. */
  readonly server: { readonly address: string; readonly privateKey: string; readonly knownHosts: string };
  /** deploy-path. */
  readonly root: string;
  /** Commits files, and lets GitHub know of the commit on main. */
  push(files: Readonly<Record<string, string>>): Promise<string>;
  /** The same by a pull request of Ann's, merged as this very commit. */
  merge(files: Readonly<Record<string, string>>): Promise<{ readonly sha: string; readonly pull: GitHubPull }>;
  /** Puts a release of this version on the server without any workflow. Answers with its id. */
  seed(version: string, status?: 'ok' | 'broken'): Promise<string>;
  /** Runs a workflow of the team's repository. */
  run(request: RunRequest): Promise<ActRun>;
  /** Version of the release that users are on; empty when there is none. */
  live(): Promise<string>;
  /** What the receiver was told, in order. */
  messages(): readonly Message[];
  /** Texts of the comments on a pull request, those of GitHub's bot. */
  comments(number: number): readonly string[];
  ledger(): Promise<Ledger>;
  /** What is wrong on the server, and what is left to be done. */
  findings(): Promise<readonly string[]>;
}

export interface RunRequest {
  readonly workflow: string;
  readonly event: string;
  readonly payload?: Readonly<Record<string, unknown>>;
  /** Added to or put in place of those that every run has. */
  readonly env?: Readonly<Record<string, string>>;
  /** In place of one that may do everything. */
  readonly token?: string;
  readonly secrets?: Readonly<Record<string, string>>;
  readonly variables?: Readonly<Record<string, string>>;
  readonly runId?: number;
}

export const REPOSITORY_NAME = 'acme/site';

/** Id of the first run. */
export const FIRST_RUN = 1001;

export async function startPipeline(): Promise<Pipeline> {
  const folder = await temporaryFolder();
  const key = await generateKey();
  const root = join(folder.path, 'srv', 'site');
  await mkdir(join(folder.path, 'srv'), { recursive: true });
  const [server, receiver, github, site, published, user] = await Promise.all([
    // systemd's timers would be left on the machine that runs the tests.
    startServer({ authorizedKeys: [key.publicKey], without: ['systemctl'] }, ['MaxSessions 30']),
    startFaultyService({ answers: { '*': answers.reply() } }),
    startFakeGitHub(),
    serveCurrent(root),
    publish(folder.path),
    createUserRepository(join(folder.path, 'site')),
  ]);
  github.account('ann');
  const repository = github.repository(REPOSITORY_NAME);
  const places = { folder: folder.path, root, key, server, receiver, github, published, user, repository };
  let runs = 0;
  return {
    user,
    github,
    repository,
    site,
    server: {
      address: `${server.user}@127.0.0.1:${server.port}`,
      privateKey: key.privateKey,
      knownHosts: server.knownHosts(),
    },
    root,
    push: (files) => push(places, files),
    merge: (files) => merge(places, files),
    seed: (version, status = 'ok') => seed(places, healthOf(version, status)),
    run: (request) => {
      const runId = FIRST_RUN + runs;
      runs += 1;
      return run(places, { runId, ...request });
    },
    live: () => versionAt(root),
    messages: () => receiver.requests.map(({ body }) => messageOf(body)),
    comments: (number) =>
      repository.data.comments.filter((comment) => comment.number === number).map(({ body }) => readable(body)),
    ledger: () => readLedger(root),
    findings: async () => {
      const { violations, unsettled } = await checkStore(root);
      return [...violations, ...unsettled];
    },
    [Symbol.asyncDispose]: async () => {
      await Promise.all([server.stop(), receiver.close(), github[Symbol.asyncDispose](), site[Symbol.asyncDispose]()]);
      await folder.remove();
    },
  };
}

/** Without what keeps GitHub from making links of names and commits. */
function readable(comment: string): string {
  return comment.replaceAll('&#8203;', '').replaceAll('&#64;', '@');
}

interface Places {
  readonly folder: string;
  readonly root: string;
  readonly key: KeyPair;
  readonly server: SshServer;
  readonly receiver: FaultyService;
  readonly github: FakeGitHub;
  readonly published: Published;
  readonly user: UserRepository;
  readonly repository: RepositoryBuilder;
}

async function push({ user, repository }: Places, files: Readonly<Record<string, string>>): Promise<string> {
  const sha = await user.commit(files);
  const person = { name: 'Ann', email: 'ann@example.com', date: '2026-11-21T12:00:00Z' };
  const parents = [...repository.data.commits.keys()].slice(-1);
  repository.data.commits.set(sha, {
    sha,
    message: 'Change the site',
    author: person,
    committer: person,
    parents,
    files: [],
  });
  repository.branch('main', sha);
  return sha;
}

async function merge(
  places: Places,
  files: Readonly<Record<string, string>>,
): Promise<{ readonly sha: string; readonly pull: GitHubPull }> {
  const [before] = [...places.repository.data.commits.keys()].slice(-1);
  const sha = await push(places, files);
  const pull = places.repository.pull({ author: places.github.account('ann'), sha, baseSha: before ?? sha });
  places.repository.merge(pull, sha);
  return { sha, pull };
}

async function seed(places: Places, health: string): Promise<string> {
  const source = join(places.folder, 'seed');
  await mkdir(source, { recursive: true });
  await writeFile(join(source, 'health.json'), health);
  const { outputs, stdout } = await runAction({
    action: 'deploy-ssh',
    inputs: { ...serverInputs(places), source, environment: 'production', 'startup-wait': '0s' },
  });
  const id = outputs['release-id'] ?? '';
  if (outputs['verdict'] !== 'pass') throw new Error(`The server could not be prepared: ${stdout}`);
  return id;
}

function serverInputs({ server, key, root }: Places): Readonly<Record<string, string>> {
  return {
    hosts: `${server.user}@127.0.0.1:${server.port}`,
    'private-key': key.privateKey,
    'known-hosts': server.knownHosts(),
    'deploy-path': root,
  };
}

async function run(places: Places, request: RunRequest): Promise<ActRun> {
  const { github, server, key, receiver, root, published, user } = places;
  const bot = github.account('github-actions[bot]');
  const folder = join(places.folder, `run-${request.runId}`);
  await mkdir(folder, { recursive: true });
  return runWorkflow({
    repository: user.path,
    workflow: request.workflow,
    event: request.event,
    payload: { repository: { full_name: REPOSITORY_NAME }, ...request.payload },
    published,
    folder,
    actor: 'ann',
    secrets: {
      GITHUB_TOKEN: request.token ?? github.token(bot),
      SSH_PRIVATE_KEY: key.privateKey,
      TEST_SSH_PRIVATE_KEY: key.privateKey,
      WEBHOOK_URLS: `generic=${receiver.url}/hook`,
      ...request.secrets,
    },
    variables: {
      KNOWN_HOSTS: server.knownHosts(),
      DEPLOY_HOSTS: `${server.user}@127.0.0.1:${server.port}`,
      DEPLOY_PATH: root,
      ...request.variables,
    },
    env: {
      ...github.env(),
      GITHUB_RUN_ID: `${request.runId}`,
      GITHUB_TRIGGERING_ACTOR: 'ann',
      ARTIFACTS: join(folder, 'artifacts'),
      ...request.env,
    },
  });
}

async function versionAt(root: string): Promise<string> {
  const release = await readlink(join(root, 'current')).catch(() => '');
  if (release === '') return '';
  const health = fieldsOf(JSON.parse(await readFile(join(root, release, 'health.json'), 'utf8')));
  return textIn(health, 'version');
}
