import { existsSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { exitCodeOf, type FailureCode } from '@plimsoll/outcome';
import {
  type ActionRun,
  createRunner,
  type FakeGitHub,
  pullRequestEvent,
  pushEvent,
  type Runner,
  readManifest,
  startFakeGitHub,
  UNHURRIED,
  waitUntil,
} from '@plimsoll/testkit';
import { expectReported } from '../acceptance/reported.ts';
import { resultOf } from './site.ts';

type Inputs = Readonly<Record<string, string>>;
type Env = Readonly<Record<string, string>>;

let runner: Runner;
beforeEach(async () => {
  runner = await createRunner();
});
afterEach(async () => {
  await runner[Symbol.asyncDispose]();
});

async function put(name: string, text: string): Promise<string> {
  const path = join(runner.workspace, name);
  await writeFile(path, text);
  return path;
}

async function gate(inputs: Inputs, env: Env = {}): Promise<ActionRun> {
  return runner.run({ action: 'quality-gate', inputs, env });
}

/** As `expectReported`, where failed tests and findings have annotations of their own. */
function expectFailed(run: ActionRun, code: FailureCode): void {
  expect([run.outputs['verdict'], run.outputs['failure-code'], run.exitCode]).toEqual(['fail', code, exitCodeOf(code)]);
  const last = run.annotations.filter(({ name }) => name === 'error').at(-1);
  expect(last?.properties['title']).toBe(`quality-gate: ${code}`);
}

function rulesOf(run: ActionRun): readonly string[] {
  const { rules } = resultOf(run).facts;
  const all = Array.isArray(rules) ? rules.map(record) : [];
  return all.filter(({ reason }) => reason !== 'met').map(({ rule, reason }) => `${String(rule)}: ${String(reason)}`);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null ? { ...value } : {};
}

const CASE = '<testcase classname="c" name="ok" time="0.1"/>';
const JUNIT = `<testsuites><testsuite name="s">${CASE.repeat(10)}</testsuite></testsuites>`;
const FAILED =
  '<testcase classname="c" name="bad|name"><failure message="::set-output name=verdict::pass">no</failure></testcase>';
const LCOV = 'SF:src/a.ts\nDA:1,1\nDA:2,1\nDA:3,0\nDA:4,1\nend_of_record\n';
const AUDIT = JSON.stringify({
  auditReportVersion: 2,
  vulnerabilities: {
    left: {
      name: 'left',
      severity: 'critical',
      via: [
        {
          source: 1,
          name: 'left',
          title: 'bad',
          url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
          severity: 'critical',
          range: '*',
        },
      ],
      effects: [],
      range: '*',
      nodes: ['node_modules/left'],
      fixAvailable: false,
    },
  },
  metadata: {
    vulnerabilities: { info: 0, low: 0, moderate: 0, high: 0, critical: 1, total: 1 },
    dependencies: { prod: 1, dev: 0, optional: 0, peer: 0, peerOptional: 0, total: 1 },
  },
});

describe('commands and reports', () => {
  test('that are well pass, with all outputs and a baseline for the next gate', async () => {
    await put('lcov.info', LCOV);
    await put('VERSION', '1.2.3\n');
    const inputs = {
      commands: `tests: printf '%s' '${JUNIT}' > junit.xml\nlint: echo "fine"`,
      junit: 'junit.xml',
      'min-tests': '10',
      coverage: 'lcov.info',
      'min-coverage': '75\n**/a.ts: 75',
      version: 'v1.2.3',
      'version-file': 'VERSION',
      'target-time': '10m',
    };
    const first = await gate(inputs);
    await expectReported(first, 'quality-gate', '');
    expect(first.outputs).toMatchObject({ coverage: '75', tests: '10', failures: '0', approvers: '' });
    expect(first.summary).toContain('within the target');
    await put('baseline.json', first.outputs['result'] ?? '');
    const baseline = { 'coverage-baseline': 'baseline.json', 'max-coverage-drop': '0' };
    await expectReported(await gate({ ...inputs, ...baseline }), 'quality-gate', '');
    await put('lcov.info', LCOV.replace('DA:4,1', 'DA:4,0'));
    const dropped = await gate({ ...inputs, ...baseline, 'min-coverage': '50' });
    await expectReported(dropped, 'quality-gate', 'coverage');
    expect(rulesOf(dropped)).toEqual(['max-coverage-drop: dropped']);
    expect(await runner.leftovers()).toEqual([]);
  });

  test.each([
    [
      'a failed test',
      { 'a.xml': JUNIT.replace(CASE, FAILED) },
      { junit: '*.xml' },
      'tests',
      ['max-failures: too-many'],
    ],

    [
      'a truncated report',
      { 'a.xml': JUNIT.slice(0, -20), 'b.xml': JUNIT },
      { junit: '*.xml' },
      'report',
      ['max-failures: no-evidence'],
    ],

    ['a lost shard', { 'a.xml': JUNIT }, { junit: 'a.xml\nb.xml' }, 'report', ['max-failures: no-evidence']],

    ['a folder', {}, { junit: '.' }, 'input', ['max-failures: no-evidence']],

    [
      'a report that counts more tests than it lists',
      { 'a.xml': JUNIT.replace('<testsuite name', '<testsuite tests="100" name') },
      { junit: 'a.xml' },
      'report',
      ['max-failures: no-evidence'],
    ],

    [
      'a shard that is another one',
      { 'a.xml': JUNIT, 'b.xml': JUNIT },
      { junit: '{a,b}.xml', 'min-tests': '20' },
      'tests',
      ['min-tests: too-few'],
    ],

    [
      'a critical finding',
      { 'audit.json': AUDIT },
      { findings: 'audit.json' },
      'findings',
      ['fail-on-severity: found'],
    ],
  ] as const)('%s fails', async (...[_what, files, inputs, code, rules]) => {
    for (const [name, text] of Object.entries(files)) await put(name, text);
    const run = await gate(inputs);
    expectFailed(run, code);
    expect(rulesOf(run)).toEqual(rules);
    expect(run.commands.filter(({ name }) => name === 'set-output')).toEqual([]);
  });

  test('a finding may be allowed for a time, and not longer', async () => {
    await put('audit.json', AUDIT);
    const allowed = (until: string): Inputs => ({
      findings: 'npm-audit:audit.json',
      'allow-findings': `GHSA-aaaa-bbbb-cccc until ${until}: nothing of it is reached`,
    });
    await expectReported(await gate(allowed('2999-12-31')), 'quality-gate', '');
    expectFailed(await gate(allowed('2020-12-31')), 'findings');
  });
});

describe('commands', () => {
  test('that fail are told with what they said, and the others run to their end', async () => {
    const commands = 'lint: echo "::set-output name=verdict::pass"; exit 3\nfine: echo done';
    const run = await gate({ commands });
    await expectReported(run, 'quality-gate', 'command');
    expect(rulesOf(run)).toEqual(['lint: exit-code']);
    expect(run.commands.filter(({ name }) => name === 'set-output')).toEqual([]);
    expect(run.stdout).toContain('done');
  });

  test('that take too long are ended', async () => {
    const run = await gate({ commands: 'slow: sleep 300', 'command-timeout': '1s' });
    await expectReported(run, 'quality-gate', 'command');
    expect(rulesOf(run)).toEqual(['slow: timed-out']);
  });

  test('see no inputs, and cannot speak for this step', async () => {
    const look = 'env | grep -E "^(INPUT_|GITHUB_(OUTPUT|ENV|STATE|PATH|STEP_SUMMARY)=)|hunter2"';
    const run = await gate({
      commands: `look: if ${look}; then exit 1; fi; test -n "$GITHUB_SHA"`,
      'github-token': 'hunter2',
    });
    await expectReported(run, 'quality-gate', '');
  });

  test('end when the run is cancelled, and what they said is shown', async () => {
    const inputs = { commands: 'slow: echo so far; echo > mark; sleep 300' };
    const action = await runner.start({ action: 'quality-gate', inputs });
    const mark = join(runner.workspace, 'mark');
    await waitUntil(() => existsSync(mark), { deadlineMs: 60_000, what: 'the command' });
    const run = await action.cancel(UNHURRIED);
    await expectReported(run, 'quality-gate', 'cancelled');
    expect(run.stdout).toContain('so far');
  });
});

describe('the commit in the workspace', () => {
  const OTHER = '2'.repeat(40);

  test('has to be that of the run where something rests on it, and is told everywhere else', async () => {
    await mkdir(join(runner.workspace, '.git'));
    await put('.git/HEAD', `${OTHER}\n`);
    const broken = await gate({ commands: 'lint: true' });
    await expectReported(broken, 'quality-gate', 'policy');
    expect(rulesOf(broken)).toEqual(['checkout: differs']);
    expect(resultOf(broken).facts).toMatchObject({ checkout: { state: 'other', commit: OTHER } });
    const byHand = await gate({ commands: 'lint: true' }, { GITHUB_EVENT_NAME: 'workflow_dispatch' });
    expect(byHand.outputs['verdict']).toBe('pass');
    expect(byHand.annotations).toMatchObject([{ name: 'warning' }]);
    expect(byHand.summary).toContain('In the workspace: 222222222222, and the run is of 111111111111');
    await expectReported(await gate({ commands: 'lint: true' }, { GITHUB_SHA: OTHER }), 'quality-gate', '');
  });
});

describe('wrong inputs', () => {
  test('are all told at once, in the order of action.yml', async () => {
    const bad: Inputs = {
      commands: 'no name',
      'command-timeout': '5',
      'target-time': 'soon',
      junit: 'trx:a.xml',
      'min-tests': '-1',
      'max-skipped': 'many',
      coverage: 'clover:x',
      'min-coverage': '101',
      'min-branch-coverage': '100.1',
      'min-patch-coverage': 'all',
      'max-coverage-drop': '-1',
      'coverage-baseline': '!x',
      findings: 'junit:x',
      'fail-on-severity': 'severe',
      'allow-findings': 'CVE-1 until 2026-12-31:',
      'require-branch': '!main',
      'require-approvals': '0',
      approvers: '@-',
    };
    const run = await gate(bad);
    await expectReported(run, 'quality-gate', 'input');
    const message = run.annotations[0]?.message ?? '';
    const { inputs } = await readManifest('quality-gate');
    const told = inputs.filter((name) => new RegExp(`(?:\\. |; )${name}: `).test(message));
    expect(told).toEqual(inputs.filter((name) => name in bad));
  });
});

describe('rules that ask GitHub', () => {
  let github: FakeGitHub;
  beforeEach(async () => {
    github = await startFakeGitHub();
  });
  afterEach(() => github.close());

  /** A pull request of zoe, merged to main; alice and bob may push. */
  function project() {
    const repository = github.repository('octo-org/octo-repo');
    const [zoe, alice, bob] = [github.account('zoe'), github.account('alice'), github.account('bob')];
    for (const who of [alice, bob]) repository.grant(who);
    const base = repository.commit();
    const patch = '@@ -1,2 +1,4 @@\n a\n+b\n+c\n d';
    const files = [{ filename: 'src/a.ts', status: 'modified', additions: 2, deletions: 0, patch }] as const;
    const head = repository.commit({ author: zoe, files });
    repository.branch('main', head);
    const pull = repository.pull({ author: zoe, sha: head, baseSha: base });
    repository.merge(pull, head);
    const token = github.token(github.account('github-actions[bot]'));
    return { repository, zoe, alice, bob, base, head, pull, token };
  }

  async function ask(
    inputs: Inputs,
    { head, token }: { readonly head: string; readonly token: string },
    env: Env = {},
  ): Promise<ActionRun> {
    return gate({ 'github-token': token, ...inputs }, { ...github.env(), GITHUB_SHA: head, ...env });
  }

  async function event(name: string, payload: unknown): Promise<Env> {
    return { GITHUB_EVENT_PATH: await put('event.json', JSON.stringify(payload)), GITHUB_EVENT_NAME: name };
  }

  test('the workspace of a pull request may hold its head instead of the merge', async () => {
    const made = project();
    await mkdir(join(runner.workspace, '.git'));
    await put('.git/HEAD', made.head);
    const payload = pullRequestEvent(made.pull, { repository: made.repository.data });
    const env = { ...(await event('pull_request', payload)), GITHUB_SHA: 'f'.repeat(40) };
    await expectReported(await gate({ commands: 'lint: true' }, env), 'quality-gate', '');
    await put('.git/HEAD', made.base);
    await expectReported(await gate({ commands: 'lint: true' }, env), 'quality-gate', 'policy');
  });

  const APPROVALS = { 'require-approvals': '2', approvers: '@alice @bob @zoe' };

  test('two approvals of other people pass, in at most four calls', async () => {
    const made = project();
    for (const user of [made.alice, made.bob]) made.repository.review(made.pull, { user, state: 'APPROVED' });
    const run = await ask(APPROVALS, made);
    await expectReported(run, 'quality-gate', '');
    expect(run.outputs['approvers']).toBe('alice,bob');
    expect(github.calls.length).toBeLessThanOrEqual(4);
  });

  test('one approval and that of the author do not', async () => {
    const made = project();
    for (const user of [made.alice, made.zoe]) made.repository.review(made.pull, { user, state: 'APPROVED' });
    const run = await ask(APPROVALS, made);
    await expectReported(run, 'quality-gate', 'approvals');
    expect(run.stdout).toContain('@zoe opened the pull request');
  });

  test('an approval of the environment counts with one of the pull request, on the first attempt', async () => {
    const made = project();
    made.repository.review(made.pull, { user: made.bob, state: 'APPROVED' });
    made.repository.approval(1_658_821_493, { environments: ['production'], state: 'approved', user: made.alice });
    const inputs = { ...APPROVALS, environment: 'production' };
    await expectReported(await ask(inputs, made), 'quality-gate', '');
    await expectReported(await ask(inputs, made, { GITHUB_RUN_ATTEMPT: '2' }), 'quality-gate', 'approvals');
    await expectReported(await ask({ ...inputs, environment: 'staging' }, made), 'quality-gate', 'approvals');
  });

  const PRODUCTION = {
    version: 'v1.1.0',
    'require-branch': 'main',
    'require-tag': 'v*',
    'require-environment': 'production',
    'require-deployed-to': 'staging',
  };

  function ready() {
    const made = project();
    const { repository, alice, base, head } = made;
    const branchPolicy = 'protected-branches';
    repository.environment('production', { reviewers: [alice], branchPolicy, canAdminsBypass: false });
    repository.deployment({ environment: 'production', sha: base, ref: 'v1.0.0', states: ['success'] });
    repository.deployment({ environment: 'staging', sha: head, states: ['success'] });
    repository.tag('v1.0.0', base);
    repository.tag('v1.1.0', head, 'annotated');
    return made;
  }

  test('a commit that is ready for production passes, with the plan to approve', async () => {
    const made = ready();
    const run = await ask(PRODUCTION, made);
    await expectReported(run, 'quality-gate', '');
    expect(run.summary).toContain('Deployment plan for <code>production</code>');
    expect(run.summary).toContain('1 commit, 1 file, 2 changed lines');
    expect(run.summary).toMatch(/way back \| v1\.0\.0/);
  });

  test('it does not in a pull request, nor before it is live in staging, nor by another tag, nor unprotected', async () => {
    const made = ready();
    const payload = pullRequestEvent(made.pull, { repository: made.repository.data });
    const inPull = await ask(PRODUCTION, made, await event('pull_request_target', payload));
    await expectReported(inPull, 'quality-gate', 'policy');
    expect(rulesOf(inPull)).toEqual(['no pull request: pull-request']);
    made.repository.deployment({ environment: 'staging', sha: made.base, states: ['success'] });
    made.repository.tag('v1.2.0', made.base);
    made.repository.environment('open');
    const run = await ask({ ...PRODUCTION, version: 'v1.2.0', 'require-environment': 'open' }, made);
    await expectReported(run, 'quality-gate', 'policy');
    expect(rulesOf(run)).toEqual([
      'require-tag: differs',
      'require-environment: unprotected',
      'require-deployed-to: not-live',
    ]);
  });

  test('changed lines since the push before have to be covered', async () => {
    const made = project();
    await put('lcov.info', LCOV);
    const env = await event(
      'push',
      pushEvent({ before: made.base, after: made.head }, { repository: made.repository.data }),
    );
    const inputs = { coverage: 'lcov.info', 'min-patch-coverage': '50' };
    await expectReported(await ask(inputs, made, env), 'quality-gate', '');
    const strict = await ask({ ...inputs, 'min-patch-coverage': '51' }, made, env);
    await expectReported(strict, 'quality-gate', 'coverage');
    expect(strict.stdout).toContain('50 % (1 of 2 changed lines)');
  });

  test('a token that may not ask, and a GitHub that does not answer, are no pass', async () => {
    const made = ready();
    const token = github.token(github.account('github-actions[bot]'), { contents: 'read' });
    await expectReported(
      await ask({ 'require-deployed-to': 'staging' }, { ...made, token }),
      'quality-gate',
      'github-permission',
    );
    github.fail({ match: /.*/, times: 1000, effect: { kind: 'answer', status: 422, body: { message: 'no' } } });
    await expectReported(await ask({ 'require-environment': 'production' }, made), 'quality-gate', 'github');
  });
});
