/** `deploy-production.yml`, from the event to what users see, through act. */
import { readdir, readlink, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { ON_MAIN, production, withFollower } from './support/callers.ts';
import { began, endOf, handedOn, outcomeOf } from './support/evidence.ts';
import { FIRST_RUN, startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

/** What an artifact by itself would lose: a mode, and a link. */
const BUILD = 'build: "echo exit > site/start.sh; chmod 755 site/start.sh; ln -sf index.html site/home.html"';

const WATCHED = ["monitor: '1s'", "monitor-interval: '100ms'"];

const TWO_PEOPLE = [
  "require-approvals: '1'",
  'approvers: "lead: @bob @carol"',
  'environment-url: https://app.example.com/',
];

describe('a merge to main', () => {
  test('goes live, is backed up before, and everybody hears of it', async () => {
    await using pipeline = await startPipeline();
    const { repository, github } = pipeline;
    const bob = github.account('bob');
    const workflow = production(pipeline, BUILD, ...TWO_PEOPLE);
    const first = await pipeline.merge({ ...siteFiles('v1.0.0'), ...workflow });
    repository.approval(FIRST_RUN, { environments: ['production'], state: 'approved', user: bob });
    expect(await pipeline.run(ON_MAIN)).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.0.0');
    expect((await stat(join(pipeline.root, 'current', 'start.sh'))).mode & 0o777).toBe(0o755);
    expect(await readlink(join(pipeline.root, 'current', 'home.html'))).toBe('index.html');

    const watched = withFollower(production(pipeline, BUILD, ...WATCHED, ...TWO_PEOPLE));
    const second = await pipeline.merge({ ...siteFiles('v1.1.0'), ...watched });
    repository.approval(FIRST_RUN + 1, { environments: ['production'], state: 'approved', user: bob });
    const run = await pipeline.run(ON_MAIN);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.1.0');
    expect(await pipeline.findings()).toEqual([]);
    expect(await readdir(join(pipeline.root, 'backups', 'production'))).not.toEqual([]);
    const commit = second.sha.slice(0, 7);
    expect(handedOn(run)).toEqual({
      outcome: 'released',
      'release-id': expect.stringMatching(commit),
      version: commit,
      verdict: 'pass',
    });
    expect(pipeline.messages()).toMatchObject([
      { event: 'started', title: `Deployment of ${first.sha.slice(0, 7)} to production started` },
      { event: 'succeeded' },
      {
        event: 'started',
        title: `Deployment of ${commit} to production started`,
        fields: { 'Approved by': 'bob', Address: 'https://app.example.com/' },
        actor: 'ann',
      },
      {
        event: 'succeeded',
        title: `Deployment of ${commit} to production succeeded`,
        fields: { 'Approved by': 'bob', Address: 'https://app.example.com/' },
      },
    ]);
    expect(pipeline.messages().at(-1)?.stages).toEqual([
      expect.stringMatching(/^Quality gate passed/),
      expect.stringMatching(/^Quality gate passed/),
      expect.stringMatching(/^List of releases passed/),
      expect.stringMatching(/^Backup passed/),
      expect.stringMatching(/^Verification before the deployment passed/),
      expect.stringMatching(/^Deployment passed/),
      expect.stringMatching(/^Verification passed/),
      expect.stringMatching(/^Monitoring passed/),
      expect.stringMatching(/^Confirmation passed/),
    ]);
    expect(pipeline.comments(second.pull.number)).toEqual([
      expect.stringContaining(`Deployment of ${commit} to production succeeded`),
    ]);
    expect(pipeline.comments(second.pull.number)[0]).toContain('**production**: https://app.example.com/');
    expect(run.summary).toContain('Deployment plan for <code>production</code>');
  });

  test('whose gate fails stays where it is: nobody is asked, and nobody is told', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0');
    const { pull } = await pipeline.merge({
      ...siteFiles('v2.0.0'),
      ...production(pipeline),
      'reports/junit.xml':
        '<testsuites><testsuite name="site" tests="1"><testcase classname="site" name="starts" time="0.1"/></testsuite></testsuites>\n',
    });
    const run = await pipeline.run(ON_MAIN);
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toContain('| <code>min-tests</code> | at least 2 | 1 |');
    expect(began(run, 'deploy')).toBe(false);
    expect(await pipeline.live()).toBe('v1.0.0');
    expect(pipeline.messages()).toEqual([]);
    expect(pipeline.comments(pull.number)).toEqual([]);
  });

  test.each([
    { situation: 'too few approve', approve: false, rules: TWO_PEOPLE },
    { situation: 'nobody of a role approves', approve: false, rules: TWO_PEOPLE.slice(1) },
    { situation: 'somebody says no', approve: true, rules: TWO_PEOPLE },
  ])('to which $situation changes nothing, and nobody is told', async ({ approve, rules }) => {
    await using pipeline = await startPipeline();
    const { repository, github } = pipeline;
    const { pull } = await pipeline.merge({ ...siteFiles('v1.0.0'), ...production(pipeline, ...rules) });
    if (approve) {
      repository.approval(FIRST_RUN, { environments: ['production'], state: 'approved', user: github.account('bob') });
      repository.approval(FIRST_RUN, {
        environments: ['production'],
        state: 'rejected',
        user: github.account('carol'),
      });
    }
    const run = await pipeline.run(ON_MAIN);
    expect(run.exitCode).not.toBe(0);
    expect(endOf(run, 'gate', 'Gate')).toBe('success');
    expect(endOf(run, 'deploy', 'Approvals')).toBe('failure');
    expect(outcomeOf(run)).toBe('unchanged');
    expect(run.summary).toMatch(approve ? /carol/ : /require-approvals/);
    expect(await pipeline.live()).toBe('');
    expect(pipeline.messages()).toEqual([]);
    expect(pipeline.comments(pull.number)).toEqual([]);
  });

  test('that is not well goes back, with the reason in the message, the comment and the ledger', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0');
    const { pull, sha } = await pipeline.merge({ ...siteFiles('v2.0.0', 'broken'), ...production(pipeline) });
    const run = await pipeline.run(ON_MAIN);
    expect(run.exitCode).not.toBe(0);
    expect(endOf(run, 'deploy', 'Deploy')).toBe('success');
    expect(endOf(run, 'deploy', 'Verify')).toBe('failure');
    expect(endOf(run, 'deploy', 'Roll back')).toBe('success');
    expect(outcomeOf(run)).toBe('reverted');
    expect(await pipeline.live()).toBe('v1.0.0');
    expect(await pipeline.findings()).toEqual([]);
    expect(pipeline.messages()).toMatchObject([
      { event: 'started' },
      {
        event: 'rolled-back',
        title: `Deployment of ${sha.slice(0, 7)} to production was rolled back`,
        reason: expect.stringMatching(/^health: .*500/),
      },
    ]);
    expect(pipeline.comments(pull.number)).toEqual([expect.stringMatching(/was rolled back[\s\S]*500/)]);
    expect(await pipeline.ledger()).toContainEqual(
      expect.objectContaining({
        event: 'reverted',
        release: expect.stringContaining(sha.slice(0, 7)),
        cause: 'unconfirmed',
        reason: expect.stringMatching(/500/),
      }),
    );
  });
});

test('the first release of all has nothing to go back to when it is not well, and that is said', async () => {
  await using pipeline = await startPipeline();
  await pipeline.push({ ...siteFiles('v1.0.0', 'broken'), ...production(pipeline) });
  const run = await pipeline.run(ON_MAIN);
  expect(run.exitCode).not.toBe(0);
  expect(await pipeline.live()).toBe('v1.0.0');
  expect(pipeline.messages()).toMatchObject([
    { event: 'started' },
    { event: 'failed', reason: expect.stringMatching(/^health: /) },
  ]);
  expect(run.summary).toMatch(/no healthy release to go back to/);
  expect(outcomeOf(run)).toBe('unsettled');
});

describe('by hand', () => {
  test('with every switch for emergencies, which nobody can overlook', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0', 'broken');
    const switches = ['skip-backup: true', 'onto-unhealthy: true', 'skip-verification: true'];
    const { pull } = await pipeline.merge({ ...siteFiles('v1.0.1', 'broken'), ...production(pipeline, ...switches) });
    const run = await pipeline.run({ ...ON_MAIN, event: 'workflow_dispatch', payload: {} });
    expect(run).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.0.1');
    const loud = 'There is no backup. The service may be unwell before. The release is not verified.';
    expect(run.summary).toContain(`> [!CAUTION]\n> Emergency: ${loud}`);
    expect(pipeline.messages()).toMatchObject([
      { event: 'started', fields: { EMERGENCY: loud } },
      { event: 'succeeded', fields: { EMERGENCY: loud } },
    ]);
    expect(pipeline.comments(pull.number)).toEqual([expect.stringContaining(loud)]);
  });

  test('onto a service that is not well is refused without the switch, and a release that mends it goes live with it', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0', 'broken');
    await pipeline.push({ ...siteFiles('v1.0.1'), ...production(pipeline) });
    const run = await pipeline.run(ON_MAIN);
    expect(run.exitCode).not.toBe(0);
    expect(await pipeline.live()).toBe('v1.0.0');
    expect(pipeline.messages().at(-1)).toMatchObject({
      event: 'failed',
      reason: expect.stringMatching(/^unhealthy-before: /),
    });

    await pipeline.push(production(pipeline, 'onto-unhealthy: true'));
    // The same run once more, which keeps the artifacts of its first attempt.
    expect(await pipeline.run({ ...ON_MAIN, runId: FIRST_RUN })).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.0.1');
  });
});

describe('what is missing or wrong is said in words, and nothing is deployed', () => {
  test.each([
    {
      what: 'a watch that is longer than the deadline of the server',
      inputs: ["monitor: '8s'", "monitor-interval: '1s'", "confirm-within: '11s'"],
      says: /confirm-within.* of 11 s is over before .*: ready-within .3 s., monitor .8 s. may take 11 s/,
    },
    {
      what: 'no environment, whose reviewers nobody would ask',
      inputs: ["environment: ''"],
      says: /^> 'environment' is a name .* asks no reviewer/m,
    },
  ])('$what, before anybody is asked', async ({ inputs, says }) => {
    await using pipeline = await startPipeline();
    await pipeline.push({ ...siteFiles('v1.0.0'), ...production(pipeline, ...inputs) });
    const run = await pipeline.run(ON_MAIN);
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toMatch(says);
    expect(began(run, 'deploy')).toBe(false);
    expect(pipeline.messages()).toEqual([]);
  });

  test('a relative deploy path', async () => {
    await using pipeline = await startPipeline();
    await pipeline.push({ ...siteFiles('v1.0.0'), ...production(pipeline) });
    const run = await pipeline.run({ ...ON_MAIN, variables: { DEPLOY_PATH: 'srv/app' } });
    const says = /deploy-path.*srv\/app.*absolute/;
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toMatch(says);
    expect(endOf(run, 'deploy', 'Deploy')).toBeUndefined();
    expect(await pipeline.live()).toBe('');
    expect(pipeline.messages().at(-1)).toMatchObject({ event: 'failed', reason: expect.stringMatching(says) });
  });

  test('a key that GitHub did not hand on: nothing has begun, and nobody is told', async () => {
    await using pipeline = await startPipeline();
    await pipeline.push({ ...siteFiles('v1.0.0'), ...production(pipeline) });
    const run = await pipeline.run({ ...ON_MAIN, secrets: { SSH_PRIVATE_KEY: '' } });
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toMatch(/^> The secret SSH_PRIVATE_KEY is empty here: the caller has to pass it by name/mu);
    expect(endOf(run, 'deploy', 'Begin')).toBeUndefined();
    expect(await pipeline.live()).toBe('');
    expect(pipeline.messages()).toEqual([]);
  });
});

test('two runs at once take turns on the server, and the last one is live', async () => {
  await using pipeline = await startPipeline();
  await pipeline.seed('v1.0.0');
  // Another way to write that nothing is watched.
  await pipeline.push({ ...siteFiles('v2.0.0'), ...production(pipeline, "monitor: '0m'") });
  const first = pipeline.run(ON_MAIN);
  const second = pipeline.run(ON_MAIN);
  expect(await Promise.all([first, second])).toMatchObject([{ exitCode: 0 }, { exitCode: 0 }]);
  expect(await pipeline.live()).toBe('v2.0.0');
  expect(await pipeline.findings()).toEqual([]);
  const confirmed = (await pipeline.ledger()).filter(({ event }) => event === 'confirmed');
  expect(new Set(confirmed.map(({ release }) => release)).size).toBe(2);
  expect(await readlink(join(pipeline.root, 'current'))).toBe(`releases/${confirmed[1]?.release}`);
});
