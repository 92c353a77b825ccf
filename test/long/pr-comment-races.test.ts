/** Many jobs that comment at once: over HTTP in many rounds, and as processes in some. */
import { randomUUID } from 'node:crypto';
import { expect, test } from '@jest/globals';
import { readMarker, speak } from '@plimsoll/comments';
import { openGitHub } from '@plimsoll/github';
import { createRunner, type FakeGitHub, Random, type RepositoryBuilder, startFakeGitHub } from '@plimsoll/testkit';

const JOBS = 20;
const ROUNDS = 100;
const PROCESS_ROUNDS = 2;

interface Scene extends AsyncDisposable {
  readonly github: FakeGitHub;
  readonly repository: RepositoryBuilder;
  readonly number: number;
  readonly env: Readonly<Record<string, string>>;
  readonly token: string;
}

async function scene(): Promise<Scene> {
  const github = await startFakeGitHub();
  const repository = github.repository('octo-org/octo-repo');
  const [base, sha] = [repository.commit(), repository.commit()];
  const { number } = repository.pull({ author: github.account('alice'), sha, baseSha: base });
  const env = {
    ...github.env(),
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_ACTOR: 'alice',
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '1',
  };
  return {
    [Symbol.asyncDispose]: () => github.close(),
    github,
    repository,
    number,
    env,
    token: github.token(github.account('github-actions[bot]')),
  };
}

/** One job of a run says something. */
async function say({ env, token, number }: Scene, run: number): Promise<void> {
  const signal = new AbortController().signal;
  const port = await openGitHub({ token, signal, env: { ...env, GITHUB_RUN_ID: `${run}` } });
  const entry = { run, attempt: 1, at: new Date().toISOString(), tone: 'succeeded', title: `Run ${run}`, commit: '' };
  const text = { id: 'status', nonce: randomUUID(), entry, markdown: `Text of run ${run}.` };
  await speak({ port, wish: { number, sha: '' }, mode: 'upsert', text });
}

function spokenRuns({ repository }: Scene): readonly (number | undefined)[] {
  return repository.data.comments.map(({ body }) => readMarker(body)?.entry.run);
}

test(`${JOBS} jobs at once, ${ROUNDS} rounds: one comment, of the newest run`, async () => {
  const random = new Random(20);
  for (let round = 0; round < ROUNDS; round += 1) {
    await using here = await scene();
    here.github.latencyMs = random.below(8);
    if (round % 2 === 0) await say(here, 1);
    await Promise.all(Array.from({ length: JOBS }, (_, job) => say(here, 2 + job)));
    expect({ round, runs: spokenRuns(here) }).toEqual({ round, runs: [1 + JOBS] });
  }
});

test(`${JOBS} processes at once, ${PROCESS_ROUNDS} rounds`, async () => {
  await using runner = await createRunner();
  for (let round = 0; round < PROCESS_ROUNDS; round += 1) {
    await using here = await scene();
    const runs = Array.from({ length: JOBS }, (_, job) => 100 + job);
    const ended = await Promise.all(
      runs.map((run) =>
        runner.run({
          action: 'pr-comment',
          inputs: { number: `${here.number}`, body: `Text of run ${run}.`, 'github-token': here.token },
          env: { ...here.env, GITHUB_RUN_ID: `${run}` },
        }),
      ),
    );
    expect(ended.map(({ exitCode }) => exitCode)).toEqual(runs.map(() => 0));
    expect({ round, runs: spokenRuns(here) }).toEqual({ round, runs: [100 + JOBS - 1] });
  }
});
