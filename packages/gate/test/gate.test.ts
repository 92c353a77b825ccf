import { copyFile, mkdir, realpath, utimes, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import {
  type GateGitHub,
  type GatePorts,
  type GateReport,
  type GateRequest,
  gateOutcome,
  parseNamePattern,
  runGate,
  tellReport,
} from '@plimsoll/gate';
import type { RunContext } from '@plimsoll/github';
import { parseAllowance, parseApprovers } from '@plimsoll/policy';
import type { ReportFacts } from '@plimsoll/reports';
import { type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import {
  COMMIT,
  comparison,
  coverageFacts,
  deployment,
  door,
  fakeGitHub,
  fileCoverage,
  finding,
  findingFacts,
  LIVE,
  PROTECTION,
  person,
  reader,
  recordingLog,
  reportPattern,
  request,
  runContext,
  testFacts,
} from './support.ts';

let folder: TemporaryFolder;
let root: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = await realpath(folder.path);
});
afterEach(() => folder.remove());

interface Course {
  readonly some: Partial<GateRequest>;
  readonly reports?: Readonly<Record<string, ReportFacts>>;
  /** Files that are there and cannot be read as reports. */
  readonly others?: readonly string[];
  readonly github?: Partial<GateGitHub>;
  readonly run?: Partial<RunContext>;
  readonly status?: number;
  /** Of all files. */
  readonly writtenAt?: Date;
  readonly eventName?: string;
  readonly runCommand?: GatePorts['runCommand'];
}

async function gate({
  some,
  reports = {},
  others = [],
  github = {},
  run = {},
  status = 0,
  writtenAt = new Date(),
  eventName = 'push',
  runCommand,
}: Course): Promise<GateReport> {
  for (const name of [...Object.keys(reports), ...others]) {
    await writeFile(join(root, name), name);
    await utimes(join(root, name), writtenAt, writtenAt);
  }
  return runGate(request(some), {
    root,
    stated: { commit: COMMIT, eventName },
    readReport: reader(reports),
    runCommand:
      runCommand ?? (async ({ name }) => ({ name, end: { kind: 'exited', status }, durationMs: 1, output: '' })),
    processors: 1,
    github: door(fakeGitHub(github), runContext(run)),
    log: recordingLog(),
    signal: new AbortController().signal,
    now: () => new Date('2026-11-21T12:00:00Z'),
    command: () => {},
  });
}

function brokenIn({ decision }: GateReport): readonly string[] {
  return decision.rulings.filter(({ verdict }) => verdict === 'fail').map(({ rule, reason }) => `${rule}: ${reason}`);
}

const TESTS: Partial<GateRequest> = {
  junit: [reportPattern('*.xml')],
  tests: { minTests: 5, maxFailures: 0, maxSkipped: undefined },
};

const COVERAGE: Partial<GateRequest> = {
  coverage: [reportPattern('*.info')],
  coverageRules: { minLines: 50, minBranches: undefined, paths: [], minPatch: undefined, maxDrop: undefined },
};

describe('a gate', () => {
  test('is about the run as it was before the commands, whatever they make of its event', async () => {
    let run = runContext({
      eventName: 'issue_comment',
      event: { ...runContext().event, about: { kind: 'number', number: 7 } },
    });
    const branches = [parseNamePattern('main')];
    const report = await runGate(request({ commands: [{ name: 'tests', command: 'true' }], branches }), {
      root,
      stated: { commit: COMMIT, eventName: 'issue_comment' },
      readReport: reader({}),
      runCommand: async ({ name }) => {
        run = runContext();
        return { name, end: { kind: 'exited', status: 0 }, durationMs: 1, output: '' };
      },
      processors: 1,
      github: { ...door(fakeGitHub({}), run), run: async () => run },
      log: recordingLog(),
      signal: new AbortController().signal,
      now: () => new Date('2026-11-21T12:00:00Z'),
      command: () => {},
    });
    expect(brokenIn(report)).toEqual(['no pull request: pull-request']);
  });

  test('over reports passes when all rules are met', async () => {
    const report = await gate({
      some: { ...TESTS, ...COVERAGE },
      reports: {
        'a.xml': testFacts('a.xml', 0, 3),
        'b.xml': testFacts('b.xml', 0, 2),
        'c.info': coverageFacts('c.info', [fileCoverage('x.ts', [1], [2])]),
      },
    });
    expect([report.decision.verdict, brokenIn(report)]).toEqual(['pass', []]);
    expect(gateOutcome(report, root).outputs).toEqual({ coverage: '50', tests: '5', failures: '0', approvers: '' });
  });

  test('with one report of several that cannot be read knows nothing of the sum', async () => {
    const reports = { 'a.xml': testFacts('a.xml', 0, 500) };
    const report = await gate({ some: TESTS, reports, others: ['b.xml'] });
    expect([report.decision.code, brokenIn(report)]).toEqual([
      'report',
      ['max-failures: no-evidence', 'min-tests: no-evidence'],
    ]);
    expect(gateOutcome(report, root).outputs).toMatchObject({ tests: '', failures: '' });
  });

  test('with one report of coverage that cannot be read knows nothing of the sum', async () => {
    const reports = { 'c.info': coverageFacts('c.info', [fileCoverage('x.ts', [1], [])]) };
    const report = await gate({ some: COVERAGE, reports, others: ['d.info'] });
    expect([report.decision.code, brokenIn(report)]).toEqual(['report', ['min-coverage: no-evidence']]);
  });

  test.each([
    ['in full is one file, line by line', (at: string) => at, '66.66 % (2 of 3 lines)'],
    ['from somewhere may be two, and the smaller share stands', () => 'x.ts', '50 % (2 of 4 lines)'],
    ['in full on another machine may be two', () => '/elsewhere/x.ts', '50 % (2 of 4 lines)'],
  ])('over reports with other lines of a path that is named %s', async (_, pathAt, seen) => {
    const path = pathAt(join(root, 'x.ts'));
    const reports = {
      'c.info': coverageFacts('c.info', [fileCoverage(path, [1], [2])]),
      'd.info': coverageFacts('d.info', [fileCoverage(path, [2], [5])]),
    };
    const report = await gate({ some: COVERAGE, reports, others: ['x.ts'] });
    expect(report.decision.rulings).toMatchObject([
      { rule: 'min-coverage', verdict: 'pass', seen, detail: 'Reports do not know the same lines of x.ts' },
    ]);
  });

  test('counts a report once that is there twice, and tells', async () => {
    const reports = { 'a.xml': testFacts('a.xml', 0, 4), 'b.xml': testFacts('b.xml', 0, 4) };
    await writeFile(join(root, 'a.xml'), 'the same');
    const report = await gate({
      some: { ...TESTS, commands: [{ name: 'copy', command: 'cp a.xml b.xml' }] },
      reports,
      runCommand: async ({ name }) => {
        await copyFile(join(root, 'a.xml'), join(root, 'b.xml'));
        return { name, end: { kind: 'exited', status: 0 }, durationMs: 1, output: '' };
      },
    });
    expect(brokenIn(report)).toEqual(['min-tests: too-few']);
    const text = 'The same report twice, byte for byte, and counted once: b.xml is a.xml.';
    expect(gateOutcome(report, root).report).toContain(text);
  });

  test('is not compared with itself', async () => {
    const rules = { minLines: 0, minBranches: undefined, paths: [], minPatch: undefined, maxDrop: 0 };
    const some = { ...COVERAGE, coverageRules: rules, baseline: [reportPattern('c.info')] };
    const reports = { 'c.info': coverageFacts('c.info', [fileCoverage('x.ts', [1], [2])]) };
    const report = await gate({ some, reports });
    expect([report.decision.code, brokenIn(report)]).toEqual(['input', ['max-coverage-drop: no-evidence']]);
  });

  test('names the failed tests of a report also when another one cannot be read', async () => {
    const report = await gate({ some: TESTS, reports: { 'a.xml': testFacts('a.xml', 1) }, others: ['b.xml'] });
    expect(gateOutcome(report, root).report).toContain('suite › test 0');
  });

  test('runs its commands first, and goes on when one fails', async () => {
    const commands = [{ name: 'lint', command: 'x' }];
    const report = await gate({ some: { ...TESTS, commands }, reports: { 'a.xml': testFacts('a.xml', 1) }, status: 2 });
    expect([report.decision.code, brokenIn(report)]).toEqual(['tests', ['lint: exit-code', 'max-failures: too-many']]);
  });

  test.each([
    ['were there before its commands', '2026-11-21T11:59:00Z', [{ name: 'lint', command: 'x' }], ['a.xml']],
    ['came with its commands', '2026-11-21T12:00:01Z', [{ name: 'lint', command: 'x' }], []],
    ['were there before, without commands', '2026-11-21T11:59:00Z', [], []],
  ])('tells of reports that %s, and judges them', async (...[_what, written, commands, expected]) => {
    const reports = { 'a.xml': testFacts('a.xml') };
    const report = await gate({ some: { ...TESTS, commands }, reports, writtenAt: new Date(written) });
    expect([report.decision.verdict, report.olderReports]).toEqual(['pass', expected.map((name) => join(root, name))]);
    const { report: summary } = gateOutcome(report, root);
    expect(summary.includes('Written before the commands of this gate began')).toBe(expected.length > 0);
  });

  test('judges allowances by the day of the run', async () => {
    const allowed = ['OLD until 2026-11-20: known', 'NEW until 2026-11-21: known'].map(parseAllowance);
    const report = await gate({
      some: { findings: [reportPattern('*.sarif')], findingRules: { failOn: 'high', allowed } },
      reports: { 'a.sarif': findingFacts('a.sarif', [finding('OLD', 'high'), finding('NEW', 'high')]) },
    });
    expect(report.findings?.failing.map(({ id }) => id)).toEqual(['OLD']);
    expect(report.decision.code).toBe('findings');
  });

  test('counts the changed lines since what is live', async () => {
    const files = [
      { path: 'x.ts', previousPath: undefined, status: 'modified', additions: 2, deletions: 0, changedLines: [2, 3] },
    ] as const;
    const report = await gate({
      some: {
        ...COVERAGE,
        environment: 'production',
        coverageRules: { minLines: 0, minBranches: undefined, paths: [], minPatch: 80, maxDrop: undefined },
      },
      reports: { 'c.info': coverageFacts('c.info', [fileCoverage('x.ts', [1, 2], [3])]) },
      github: {
        deployments: async () => ({ live: deployment(LIVE), latest: undefined }),
        compare: async () => comparison({ files }),
      },
    });
    expect(brokenIn(report)).toEqual(['min-patch-coverage: too-low']);
  });
});

describe('where the code comes from', () => {
  const some: Partial<GateRequest> = { branches: [parseNamePattern('main')] };
  const about = (question: RunContext['event']['about']): Partial<RunContext> => ({
    event: { ...runContext().event, about: question },
  });
  test.each<[string, Partial<RunContext>, readonly string[]]>([
    ['a push to the branch', {}, []],
    ['a run by hand', { eventName: 'workflow_dispatch' }, []],
    [
      'a pull request whose branch is called main too',
      { eventName: 'pull_request' },
      ['no pull request: pull-request'],
    ],
    [
      'a pull request that runs on the main branch',
      { eventName: 'pull_request_target' },
      ['no pull request: pull-request'],
    ],
    [
      'a comment on a pull request',
      { eventName: 'issue_comment', ...about({ kind: 'number', number: 3 }) },
      ['no pull request: pull-request'],
    ],
    [
      'a run after one of a pull request',
      { eventName: 'workflow_run', ...about({ kind: 'head', branch: 'x', sha: COMMIT }) },
      ['no pull request: pull-request'],
    ],
    [
      'a run after one of another commit',
      { eventName: 'workflow_run', ...about({ kind: 'commit', sha: LIVE, base: 'feature' }) },
      ['no pull request: differs'],
    ],
    ['a run after one of the branch', { eventName: 'workflow_run', ...about({ kind: 'commit', sha: COMMIT }) }, []],
  ])('%s', async (_what, run, expected) => {
    expect(brokenIn(await gate({ some, run }))).toEqual(expected);
  });
});

describe('the commit in the workspace', () => {
  const OTHER = 'd'.repeat(40);
  const COMMANDS: Partial<GateRequest> = { commands: [{ name: 'lint', command: 'true' }] };
  const VERSION: Partial<GateRequest> = { version: 'v1.0.0', versionFile: 'VERSION' };

  async function checkedOut(course: Course, commit = OTHER) {
    await mkdir(join(root, '.git'));
    await writeFile(join(root, '.git', 'HEAD'), commit);
    await writeFile(join(root, 'VERSION'), 'v1.0.0');
    const report = await gate(course);
    const lines: string[] = [];
    tellReport(report, { log: recordingLog(lines), command: () => {}, root });
    return { report, lines, outcome: gateOutcome(report, root) };
  }

  test.each<[string, Partial<GateRequest>, string]>([
    ['commands in a push', COMMANDS, 'push'],
    ['commands in a pull request', COMMANDS, 'pull_request'],
    ['a version file in a release', VERSION, 'release'],
    ['commands before a deployment', { ...COMMANDS, environment: 'production' }, 'workflow_dispatch'],
    ['commands beside a rule on the branch', { ...COMMANDS, branches: [parseNamePattern('main')] }, 'schedule'],
  ])('has to be that of the run with %s', async (_, some, eventName) => {
    const github = { deployments: async () => ({ live: undefined, latest: undefined }) };
    const { report, outcome } = await checkedOut({ some, eventName, github });
    expect(brokenIn(report)).toEqual(['checkout: differs']);
    expect(outcome.code).toBe('policy');
    expect(outcome.facts).toMatchObject({ checkout: { state: 'other', commit: OTHER } });
  });

  test.each<[string, Partial<GateRequest>, string]>([
    ['reports alone', TESTS, 'push'],
    ['commands of a run that is of a commit by chance', COMMANDS, 'workflow_dispatch'],
    ['commands after another workflow', COMMANDS, 'workflow_run'],
  ])('may be another one with %s, and that is told', async (_, some, eventName) => {
    const reports = { 'a.xml': testFacts('a.xml') };
    const { report, lines, outcome } = await checkedOut({ some, eventName, reports });
    expect(report.decision.verdict).toBe('pass');
    const text = 'In the workspace: dddddddddddd, and the run is of cccccccccccc.';
    expect(lines).toContainEqual(expect.stringContaining(`warning: ${text}`));
    expect(outcome.report).toContain(text);
  });

  test('is told where it is that of the run', async () => {
    const { report, lines, outcome } = await checkedOut({ some: COMMANDS }, COMMIT);
    expect(report.decision.verdict).toBe('pass');
    expect(lines).toContain('In the workspace: cccccccccccc, the commit of the run.');
    expect(outcome.facts).toMatchObject({ checkout: { state: 'same', commit: COMMIT } });
  });

  test('is looked at again after the commands', async () => {
    const moving: GatePorts['runCommand'] = async ({ name }) => {
      await writeFile(join(root, '.git', 'HEAD'), OTHER);
      return { name, end: { kind: 'exited', status: 0 }, durationMs: 1, output: '' };
    };
    const { report } = await checkedOut({ some: COMMANDS, runCommand: moving }, COMMIT);
    expect(brokenIn(report)).toEqual(['checkout: differs']);
  });
});

describe('a pull request', () => {
  const github: Partial<GateGitHub> = {
    environment: async () => PROTECTION,
    deployments: async () => ({ live: deployment(COMMIT), latest: undefined }),
    compare: async () => comparison(),
  };
  test.each<[string, Partial<GateRequest>]>([
    ['require-branch', { branches: [parseNamePattern('main')] }],
    ['require-tag', { tags: [parseNamePattern('v*')] }],
    ['require-environment', { protectedEnvironment: 'production' }],
    ['require-deployed-to', { deployedTo: 'staging' }],
  ])('never meets %s', async (_what, some) => {
    expect(brokenIn(await gate({ some, github, run: { eventName: 'pull_request' } }))).toContain(
      'no pull request: pull-request',
    );
  });
});

const FULL: Course = {
  some: {
    ...TESTS,
    version: 'v1.1.0',
    environment: 'production',
    protectedEnvironment: 'production',
    deployedTo: 'staging',
    approvals: { required: 1, groups: [parseApprovers('@alice')] },
  },
  reports: { 'a.xml': testFacts('a.xml') },
  github: {
    environment: async () => PROTECTION,
    deployments: async (name) => ({
      live: name === 'staging' ? deployment(COMMIT) : deployment(LIVE, 'v1.0.0'),
      latest: undefined,
    }),
    compare: async () =>
      comparison({
        files: [
          {
            path: '.github/workflows/ci.yml',
            previousPath: undefined,
            status: 'modified',
            additions: 1,
            deletions: 2,
            changedLines: [1],
          },
        ],
      }),
    accounts: async () => ({ teams: new Map(), people: new Map([['alice', person('alice', 2)]]) }),
    environmentApprovals: async () => [
      {
        environments: ['production'],
        state: 'approved',
        user: person('alice', 2),
        comment: '',
        binding: 'first-attempt',
      },
    ],
  },
};

describe('the report', () => {
  test('has the plan: what is live, what it brings, how to get back, what to look at', async () => {
    const { report, outputs, verdict } = gateOutcome(await gate(FULL), root);
    expect([verdict, outputs['approvers']]).toEqual(['pass', 'alice']);
    for (const part of [
      'Deployment plan for <code>production</code>',
      '| way back | v1.0.0 (aaaaaaaaaaaa), what is live now |',
      '1 commit, 1 file, 3 changed lines',
      'changes workflows (1 file)',
      'Add &#42;it&#42;',
      '&#64;alice',
    ]) {
      expect(report).toContain(part);
    }
  });

  test('shows texts from outside as they are', async () => {
    const bad = '<img src=x> | **bold** \n\n# title ::error::x';
    const facts = testFacts('a.xml', 1);
    const failures = facts.failures.map((failure) => ({ ...failure, name: bad, message: bad }));
    const { report } = gateOutcome(await gate({ some: TESTS, reports: { 'a.xml': { ...facts, failures } } }), root);
    expect(report).not.toContain('<img');
    expect(report).not.toMatch(/\*\*bold|^# title/mu);
  });

  test('keeps facts small, with the broken rules first, and counts them all', async () => {
    const commands = Array.from({ length: 200 }, (_, index) => ({
      name: `command ${index} ${'x'.repeat(40)}`,
      command: 'x',
    }));
    const { facts } = gateOutcome(
      await gate({ some: { commands, ...TESTS }, reports: { 'a.xml': testFacts('a.xml', 1) } }),
      root,
    );
    expect(JSON.stringify(facts).length).toBeLessThan(20_000);
    expect(facts).toMatchObject({ rulesTotal: 202, rulesBroken: 1 });
    expect(facts['rules']).toMatchObject({ 0: { rule: 'max-failures', reason: 'too-many' } });
  });

  test('can be the baseline of a later gate', async () => {
    const reports = { 'c.info': coverageFacts('c.info', [fileCoverage('x.ts', [1], [2])]) };
    const { facts } = gateOutcome(await gate({ some: COVERAGE, reports }), root);
    expect(facts['coverage']).toMatchObject({ lines: { covered: 1, total: 2 } });
  });

  test('says when the target time was missed, and fails nothing', async () => {
    const report = await gate({ some: { ...TESTS, targetTimeMs: 1 }, reports: { 'a.xml': testFacts('a.xml') } });
    const late = { ...report, durationMs: 2000 };
    const lines: string[] = [];
    tellReport(late, { log: recordingLog(lines), command: () => {}, root });
    expect(lines).toContain('warning: It took 2 s and missed the target of 1 ms.');
    expect(gateOutcome(late, root)).toMatchObject({ verdict: 'pass', facts: { targetMissed: true } });
  });
});

describe('annotations', () => {
  async function marksOf(
    course: Course,
  ): Promise<{ readonly commands: readonly string[]; readonly lines: readonly string[] }> {
    const commands: string[] = [];
    const lines: string[] = [];
    tellReport(await gate(course), { log: recordingLog(lines), command: (line) => void commands.push(line), root });
    return { commands, lines };
  }

  test('are at most nine errors, and the rest is counted', async () => {
    const { commands, lines } = await marksOf({ some: TESTS, reports: { 'a.xml': testFacts('a.xml', 30) } });
    expect(commands).toHaveLength(9);
    expect(commands[0]).toBe('::error title=Failed%3A suite › test 0::boom');
    expect(lines).toContain(
      '21 more failed tests and findings have no mark: GitHub shows ten of a step. The first 9 have one, the summary lists more.',
    );
  });

  test('are warnings where the rules let failures through', async () => {
    const tests = { minTests: undefined, maxFailures: 1, maxSkipped: undefined };
    const { commands } = await marksOf({ some: { ...TESTS, tests }, reports: { 'a.xml': testFacts('a.xml', 1) } });
    expect(commands[0]).toMatch(/^::warning /);
  });

  test('name a file only where it is in the checkout, and cannot become another command', async () => {
    const facts = testFacts('a.xml', 3);
    const places = ['there.ts', '../outside.ts', 'a,line=1::\n::set-output name=verdict::pass'];
    await writeFile(join(root, 'there.ts'), '');
    const failures = facts.failures.map((failure, index) => ({
      ...failure,
      file: places[index] ?? '',
      line: 3,
      message: 'x\r\n::stop::%',
    }));
    const { commands } = await marksOf({ some: TESTS, reports: { 'a.xml': { ...facts, failures } } });
    expect(commands[0]).toBe('::error file=there.ts,line=3,title=Failed%3A suite › test 0::x%0A::stop::%25');
    expect(commands.slice(1).filter((line) => line.includes('file='))).toEqual([]);
    expect(commands.filter((line) => line.includes('\n'))).toEqual([]);
  });
});
