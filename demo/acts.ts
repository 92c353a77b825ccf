import { readlink } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActionRun } from '@plimsoll/testkit';
import type { Act, Check, Played, Scene } from './act.ts';
import { follow } from './action-log.ts';
import type { Version } from './application.ts';
import { KILLED_RUNNER } from './killed-runner.ts';
import type { Step } from './stage.ts';

const good = (name: string): Version => ({ name, quality: 'good' });

const GOOD_RELEASE: Act = {
  title: 'A good release',
  intro: 'deploy-ssh puts version 1.0 on the empty server, restarts the service and asks its health.',
  play: async (scene) => {
    const played = await deploy(scene, good('1.0'));
    return { ...played, expected: { stages: ['1.0'], mayFail: false } };
  },
};

const BETTER_RELEASE: Act = {
  title: 'A better one',
  intro: 'Version 2.0. Every file is new by its time, one is new by its content: that one travels.',
  play: async (scene) => {
    const played = await deploy(scene, good('2.0'));
    const changed: Check = { promise: 'only what changed is sent', kept: countChanged(played.run) === 1 };
    return { ...played, checks: [...played.checks, changed], expected: { stages: ['1.0', '2.0'], mayFail: false } };
  },
};

const BROKEN_RELEASE: Act = {
  title: 'A broken one',
  intro: 'Version 3.0 has a misspelt variable: it starts, and answers every request with an error. Its gate has 2 s.',
  play: async (scene) => {
    const step = await scene.stage.deploy({ name: '3.0', quality: 'broken' }, { 'health-timeout': '2s' });
    const run = await watch(scene, step);
    scene.releases.set('3.0', run.outputs['release-id'] ?? '');
    const checks = [
      ...(await checkEnd(run, step, { exitCode: 30, code: 'reverted' })),
      await checkCurrent(scene, '2.0'),
    ];
    return { run, checks, expected: { stages: ['2.0', '3.0 (errors)', '2.0'], mayFail: true } };
  },
};

const NAMED_RELEASE: Act = {
  title: 'Back to a named release',
  intro: 'rollback to version 1.0 by its id: hashed again first, then switched to as its own deployment did.',
  play: async (scene) => {
    const release = scene.releases.get('1.0') ?? '';
    const step = await scene.stage.rollBack({ mode: 'to', release, reason: 'the demo wants to see 1.0 again' });
    const run = await watch(scene, step);
    const checks = [...(await checkEnd(run, step, { exitCode: 0, code: '' })), await checkCurrent(scene, '1.0')];
    return { run, checks, expected: { stages: ['2.0', '1.0'], mayFail: false } };
  },
};

/** The story, in its order. */
export const ACTS: readonly Act[] = [GOOD_RELEASE, BETTER_RELEASE, BROKEN_RELEASE, KILLED_RUNNER, NAMED_RELEASE];

/** A deployment that is to succeed. */
async function deploy(scene: Scene, version: Version): Promise<Pick<Played, 'run' | 'checks'>> {
  const before = await scene.stage.server.counts();
  const step = await scene.stage.deploy(version);
  const run = await watch(scene, step);
  const after = await scene.stage.server.counts();
  scene.releases.set(version.name, run.outputs['release-id'] ?? '');
  const executions = after.executions - before.executions;
  const checks = [
    ...(await checkEnd(run, step, { exitCode: 0, code: '' })),
    await checkCurrent(scene, version.name),
    {
      promise: 'one connection, at most four executions',
      kept: after.connections - before.connections === 1 && executions <= 4,
    },
  ];
  return { run, checks };
}

/** Shows the step until it has ended. */
function watch({ stage, screen }: Scene, { running }: Step): Promise<ActionRun> {
  const { answers } = stage.visitor;
  return follow(
    running,
    screen,
    () => `users see ${answers.at(-1)?.version || 'nothing yet'} (${answers.length} answers)`,
  );
}

async function checkEnd(run: ActionRun, step: Step, expected: { exitCode: number; code: string }): Promise<Check[]> {
  const { exitCode, code } = expected;
  const ended = run.exitCode === exitCode && run.outputs['failure-code'] === code;
  const left = await step.leftovers();
  return [
    { promise: `it ends with exit code ${exitCode}${code === '' ? '' : ` and failure code ${code}`}`, kept: ended },
    { promise: 'nothing is left on the runner', kept: left.length === 0 },
  ];
}

/** Looks at the server itself rather than at what the action says. */
async function checkCurrent({ stage, releases }: Scene, version: string): Promise<Check> {
  const target = await readlink(join(stage.deployPath, 'current')).catch(() => 'nowhere');
  return { promise: `current leads to ${version}`, kept: target === `releases/${releases.get(version)}` };
}

function countChanged({ outputs }: ActionRun): unknown {
  const result: unknown = JSON.parse(outputs['result'] ?? '{}');
  const facts = typeof result === 'object' && result !== null && 'facts' in result ? result.facts : undefined;
  return typeof facts === 'object' && facts !== null && 'changedFiles' in facts ? facts.changedFiles : undefined;
}
