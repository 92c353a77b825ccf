import { readFile, stat } from 'node:fs/promises';
import { GitHubFailure } from './failure.ts';
import { readRunEvent } from './read-run-event.ts';
import type { Ref, RunContext } from './run-context.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** GitHub cuts payloads at 25 MB. */
const MAX_EVENT_BYTES = 32 * 1024 * 1024;

/** What the runner says about this run. No call. @throws GitHubFailure for what is missing, odd, or too large */
export async function readRunContext(env: Environment): Promise<RunContext> {
  const repository = readRepository(env);
  const ref = readRef(text(env, 'GITHUB_REF'));
  const event = readRunEvent(await readPayload(env['GITHUB_EVENT_PATH']), ref);
  const sha = readCommit(env);
  const urls = readUrls(env);
  const runId = whole(env, 'GITHUB_RUN_ID');
  return {
    repository,
    sha,
    commit: event.pullRequest?.headSha ?? sha,
    ref,
    eventName: text(env, 'GITHUB_EVENT_NAME'),
    event,
    actor: { login: text(env, 'GITHUB_ACTOR'), id: optionalWhole(env, 'GITHUB_ACTOR_ID') },
    triggeringActor: { login: env['GITHUB_TRIGGERING_ACTOR'] || text(env, 'GITHUB_ACTOR'), id: undefined },
    runId,
    runAttempt: whole(env, 'GITHUB_RUN_ATTEMPT'),
    runNumber: whole(env, 'GITHUB_RUN_NUMBER'),
    workflow: env['GITHUB_WORKFLOW'] ?? '',
    job: env['GITHUB_JOB'] ?? '',
    urls: { ...urls, run: `${urls.server}/${repository.fullName}/actions/runs/${runId}` },
  };
}

function readRepository(env: Environment): RunContext['repository'] {
  const fullName = text(env, 'GITHUB_REPOSITORY');
  const { owner, name } = /^(?<owner>[\w.-]+)\/(?<name>[\w.-]+)$/u.exec(fullName)?.groups ?? {};
  if (owner === undefined || name === undefined) throw odd('GITHUB_REPOSITORY', fullName, 'owner/name');
  return { owner, name, fullName };
}

function readCommit(env: Environment): string {
  const sha = text(env, 'GITHUB_SHA');
  if (!/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(sha)) throw odd('GITHUB_SHA', sha, 'a commit');
  return sha;
}

const QUEUE = /^refs\/heads\/gh-readonly-queue\/(?<base>.+)\/pr-(?<number>\d+)-[0-9a-f]{40,64}$/u;

function readRef(full: string): Ref {
  const queue = QUEUE.exec(full)?.groups;
  if (queue !== undefined) {
    return { kind: 'merge-queue', full, base: queue['base'] ?? '', number: Number(queue['number']) };
  }
  if (full.startsWith('refs/heads/')) return { kind: 'branch', full, name: full.slice('refs/heads/'.length) };
  if (full.startsWith('refs/tags/')) return { kind: 'tag', full, name: full.slice('refs/tags/'.length) };
  const pull = /^refs\/pull\/(?<number>\d+)\//u.exec(full)?.groups;
  return pull === undefined ? { kind: 'other', full } : { kind: 'pull-request', full, number: Number(pull['number']) };
}

function readUrls(env: Environment): Omit<RunContext['urls'], 'run'> {
  const api = readUrl(env, 'GITHUB_API_URL', 'https://api.github.com');
  return {
    api,
    graphql: readUrl(env, 'GITHUB_GRAPHQL_URL', `${api}/graphql`),
    server: readUrl(env, 'GITHUB_SERVER_URL', 'https://github.com'),
  };
}

/** The token travels there, so unencrypted only within this machine. */
function readUrl(env: Environment, name: string, otherwise: string): string {
  const value = env[name] || otherwise;
  const url = URL.parse(value);
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && isLoopback(url.hostname));
  if (!isSafe) throw odd(name, value, 'an https address');
  return value.replace(/\/+$/u, '');
}

function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '[::1]' || /^127(?:\.\d+){3}$/u.test(host);
}

/** Runners name no file only outside GitHub. One that is named and cannot be read is a failure. */
async function readPayload(path: string | undefined): Promise<unknown> {
  if (path === undefined || path === '') return {};
  try {
    const { size } = await stat(path);
    if (size > MAX_EVENT_BYTES) throw new Error(`it has ${size} bytes, more than GitHub ever sends`);
    const payload: unknown = JSON.parse(await readFile(path, 'utf8'));
    return payload;
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const message = `The event of this run (GITHUB_EVENT_PATH, ${path}) cannot be read: ${why}`;
    throw new GitHubFailure('unreadable', message, { cause: error });
  }
}

function text(env: Environment, name: string): string {
  const value = env[name];
  if (value === undefined || value === '') {
    throw new GitHubFailure('unreadable', `The runner did not set ${name}, which every GitHub runner does.`);
  }
  return value;
}

function whole(env: Environment, name: string): number {
  const value = optionalWhole(env, name);
  return value ?? Number(text(env, name));
}

function optionalWhole(env: Environment, name: string): number | undefined {
  const value = env[name];
  if (value === undefined || value === '') return undefined;
  const number = Number(value);
  if (!/^\d+$/u.test(value) || !Number.isSafeInteger(number)) throw odd(name, value, 'a whole number');
  return number;
}

function odd(name: string, seen: string, expected: string): GitHubFailure {
  return new GitHubFailure(
    'unreadable',
    `The runner set ${name} to "${seen.slice(0, 200)}", where ${expected} belongs.`,
  );
}
