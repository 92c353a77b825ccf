import { afterEach } from '@jest/globals';
import {
  type FakeGitHub,
  type GitHubAccount,
  type GitHubPull,
  type RepositoryBuilder,
  startFakeGitHub,
} from '@plimsoll/testkit';
import { type GitHub, type OpenRequest, openGitHub, type Pace } from '../../src/index.ts';

/** A repository with two commits on main, somebody who wrote the second, and a token that may do everything. */
export interface Scene {
  readonly fake: FakeGitHub;
  readonly repository: RepositoryBuilder;
  readonly token: string;
  readonly alice: GitHubAccount;
  readonly bob: GitHubAccount;
  readonly base: string;
  readonly head: string;
  /** Names of the calls since the scene was set. */
  calls(): string[];
  open(request?: Partial<OpenRequest>): Promise<GitHub>;
  /** An open pull request of alice's from base to head. */
  pull(): GitHubPull;
}

export const RUN_ID = 4242;

/** Variables of a run, as the runner sets them for a push to main. */
export function runVariables(sha: string): Record<string, string> {
  return {
    GITHUB_REPOSITORY: 'octo-org/octo-repo',
    GITHUB_SHA: sha,
    GITHUB_REF: 'refs/heads/main',
    GITHUB_EVENT_NAME: 'push',
    GITHUB_ACTOR: 'alice',
    GITHUB_ACTOR_ID: '1',
    GITHUB_TRIGGERING_ACTOR: 'alice',
    GITHUB_RUN_ID: String(RUN_ID),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_RUN_NUMBER: '7',
  };
}

/** A pace without waiting that keeps what would have been waited. */
export function fastPace(): Pace & { readonly pauses: number[] } {
  const pauses: number[] = [];
  const waited = (): number => pauses.reduce((sum, ms) => sum + ms, 0);
  return {
    pauses,
    now: () => waited(),
    unixSeconds: () => 1_800_000_000,
    pause: async (ms) => void pauses.push(ms),
    random: () => 1,
  };
}

const open: FakeGitHub[] = [];

/** To be called once by every file that sets scenes. */
export function closeScenes(): void {
  afterEach(async () => {
    for (const fake of open.splice(0)) await fake.close();
  });
}

export async function setScene(): Promise<Scene> {
  const fake = await startFakeGitHub();
  open.push(fake);
  const repository = fake.repository('octo-org/octo-repo');
  const [alice, bob] = [fake.account('alice'), fake.account('bob')];
  repository.grant(bob);
  const base = repository.commit({ author: bob });
  const head = repository.commit({ author: alice });
  repository.branch('main', head);
  const token = fake.token(fake.account('github-actions[bot]'));
  return {
    fake,
    repository,
    token,
    alice,
    bob,
    base,
    head,
    calls: () => fake.calls.map(({ name }) => name),
    open: (request = {}) =>
      openGitHub({
        token,
        signal: new AbortController().signal,
        pace: fastPace(),
        ...request,
        env: { ...fake.env(), ...runVariables(head), ...request.env },
      }),
    pull: () => repository.pull({ author: alice, sha: head, baseSha: base }),
  };
}
