import type { Log } from '@plimsoll/action-kit';
import type { GateGitHub, GatePorts, GateRequest, GitHubDoor } from '@plimsoll/gate';
import type { Comparison, Contributors, Deployment, EnvironmentProtection, RunContext } from '@plimsoll/github';
import { Failure } from '@plimsoll/outcome';
import type { CoverageFacts, FindingFacts, ReportFacts, TestFacts } from '@plimsoll/reports';

export const COMMIT = 'c'.repeat(40);
export const LIVE = 'a'.repeat(40);

/** A request that asks nothing. */
export function request(some: Partial<GateRequest> = {}): GateRequest {
  return {
    commands: [],
    commandTimeoutMs: 10_000,
    targetTimeMs: undefined,
    junit: [],
    tests: undefined,
    coverage: [],
    coverageRules: undefined,
    coverageExempt: [],
    baseline: [],
    findings: [],
    findingRules: undefined,
    version: '',
    versionFile: '',
    branches: [],
    tags: [],
    approvals: undefined,
    environment: '',
    protectedEnvironment: '',
    deployedTo: '',
    ...some,
  };
}

export function reportPattern(text: string): GateRequest['junit'][number] {
  return { text, pattern: text, forced: undefined };
}

export function testFacts(file: string, failed = 0, passed = 5): TestFacts {
  const failures = Array.from({ length: failed }, (_, index) => ({
    outcome: 'failed' as const,
    name: `test ${index}`,
    suite: 'suite',
    file: '',
    line: undefined,
    message: 'boom',
  }));
  return {
    kind: 'tests',
    format: 'junit',
    file,
    bytes: 1,
    counts: { total: passed + failed, passed, failed, errored: 0, skipped: 0, flaky: 0, suiteErrors: 0 },
    durationMs: 1,
    failures,
    failuresNotKept: 0,
    identities: { passed: new Float64Array(), failed: new Float64Array(), recovered: new Float64Array() },
  };
}

/** One file with its covered and its other lines. */
export function fileCoverage(
  path: string,
  covered: readonly number[],
  uncovered: readonly number[],
): CoverageFacts['files'][number] {
  return {
    path,
    lines: { covered: covered.length, total: covered.length + uncovered.length },
    branches: { covered: 0, total: 0 },
    rows: { covered: Int32Array.from(covered), uncovered: Int32Array.from(uncovered) },
    branchRows: undefined,
    blocks: undefined,
  };
}

export function coverageFacts(
  file: string,
  files: CoverageFacts['files'],
  format: CoverageFacts['format'] = 'lcov',
): CoverageFacts {
  const sum = (of: 'covered' | 'total'): number => files.reduce((total, { lines }) => total + lines[of], 0);
  const lines = { covered: sum('covered'), total: sum('total') };
  return { kind: 'coverage', format, file, bytes: 1, lines, branches: { covered: 0, total: 0 }, files };
}

export function findingFacts(file: string, findings: FindingFacts['findings'] = []): FindingFacts {
  return { kind: 'findings', format: 'sarif', file, bytes: 1, tool: 'scanner', findings };
}

export function finding(
  id: string,
  severity: FindingFacts['findings'][number]['severity'],
  more: object = {},
): FindingFacts['findings'][number] {
  return {
    id,
    aliases: [],
    severity,
    score: undefined,
    title: `about ${id}`,
    package: undefined,
    file: '',
    line: undefined,
    suppressed: false,
    fixable: undefined,
    ...more,
  };
}

/** Reads what was given under a name; anything else is a report that cannot be read. */
export function reader(reports: Readonly<Record<string, ReportFacts>>): GatePorts['readReport'] {
  return async ({ name }) => {
    const facts = reports[name];
    if (facts === undefined) throw new Failure('report', `${name}: truncated at byte 7`);
    return facts;
  };
}

/** A log that keeps what it is told. */
export function recordingLog(lines: string[] = []): Log {
  const keep = (line: string): void => void lines.push(line);
  return {
    info: keep,
    notice: keep,
    warning: (line) => keep(`warning: ${line}`),
    error: (line) => keep(`error: ${line}`),
    debug: () => {},
    group: async (title, body) => {
      keep(`[${title}]`);
      return body();
    },
    secret: () => {},
    remote: (source, line) => keep(`${source} | ${line}`),
  };
}

export function runContext(some: Partial<RunContext> = {}): RunContext {
  return {
    repository: { owner: 'octo-org', name: 'octo-repo', fullName: 'octo-org/octo-repo' },
    sha: COMMIT,
    commit: COMMIT,
    ref: { kind: 'branch', full: 'refs/heads/main', name: 'main' },
    eventName: 'push',
    event: {
      action: undefined,
      sender: undefined,
      pullRequest: undefined,
      before: undefined,
      about: undefined,
      inputs: {},
    },
    actor: { login: 'octocat', id: 1 },
    triggeringActor: { login: 'octocat', id: undefined },
    runId: 1,
    runAttempt: 1,
    runNumber: 1,
    workflow: 'deploy',
    job: 'gate',
    urls: { api: '', graphql: '', server: '', run: '' },
    ...some,
  };
}

export function person(login: string, id: number, isBot = false): { id: number; login: string; isBot: boolean } {
  return { id, login, isBot };
}

export function comparison(some: Partial<Comparison> = {}): Comparison {
  return {
    base: LIVE,
    head: COMMIT,
    status: 'ahead',
    aheadBy: 1,
    behindBy: 0,
    mergeBase: LIVE,
    commits: [
      {
        sha: COMMIT,
        subject: 'Add *it*',
        author: person('zoe', 26),
        committer: undefined,
        authorName: 'Zoe',
        authorAddress: 'zoe@example.org',
        committerName: 'Zoe',
        committerAddress: 'zoe@example.org',
        coAuthors: [],
      },
    ],
    commitsComplete: true,
    files: [],
    filesComplete: true,
    url: '',
    ...some,
  };
}

export function deployment(sha: string, ref = 'v1.0.0'): Deployment {
  return {
    id: 'D',
    sha,
    ref,
    state: 'active',
    createdAt: '2026-11-20T10:00:00Z',
    stateSince: '2026-11-20T10:05:00Z',
    payload: null,
    url: undefined,
    creator: 'octocat',
  };
}

export const PROTECTION: EnvironmentProtection = {
  name: 'production',
  reviewers: [{ kind: 'user', id: 2, login: 'alice' }],
  preventsSelfReview: true,
  waitMinutes: 0,
  branchPolicy: { kind: 'protected-branches' },
  canAdminsBypass: false,
};

export const NO_MAKERS: Contributors = { contributors: [], complete: true };

/** A GitHub that answers what it is given, and keeps the names of what it was asked. */
export function fakeGitHub(answers: Partial<GateGitHub>, asked: string[] = []): GateGitHub {
  const not = (name: string) => async (): Promise<never> => {
    throw new Failure('github', `${name}: not expected`);
  };
  const all: GateGitHub = {
    accounts: not('accounts'),
    branchContains: not('branchContains'),
    compare: not('compare'),
    contributors: async () => NO_MAKERS,
    deployments: not('deployments'),
    environment: not('environment'),
    environmentApprovals: async () => [],
    reviewedPullRequest: async () => undefined,
    tag: not('tag'),
    ...answers,
  };
  return new Proxy(all, {
    get: (target, name, receiver): unknown => {
      // Whoever awaits it asks for `then`, which is no question.
      if (Object.hasOwn(target, name)) asked.push(String(name));
      return Reflect.get(target, name, receiver);
    },
  });
}

export interface DoorCounts {
  runs: number;
  opened: number;
}

export function door(
  github: GateGitHub,
  run: RunContext = runContext(),
  counts: DoorCounts = { runs: 0, opened: 0 },
): GitHubDoor {
  return {
    run: async () => {
      counts.runs += 1;
      return run;
    },
    open: async () => {
      counts.opened += 1;
      return github;
    },
    pullRequestOf: async ({ commit }) => ({ kind: 'commit', sha: commit }),
  };
}
