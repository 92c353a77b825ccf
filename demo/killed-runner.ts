import { readdir, readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { waitUntil } from '@plimsoll/testkit';
import type { Act, Scene } from './act.ts';
import { experienceOf } from './experience.ts';
import { paint } from './screen.ts';
import { kill } from './stage.ts';

/** The shortest deadline that deploy-ssh takes. */
const CONFIRM_WITHIN_S = 10;
/** The watchdog looks once a second, and then still has to restart the service, on a machine that may be slow. */
const LATEST_S = CONFIRM_WITHIN_S + 15;

export const KILLED_RUNNER: Act = {
  title: 'A runner that dies',
  intro: `Version 4.0, and its runner is killed right after the switch. Nobody will confirm 4.0; its deadline is ${CONFIRM_WITHIN_S} s.`,
  play: async (scene) => {
    const { stage, screen } = scene;
    const inputs = { 'startup-wait': '4s', 'health-timeout': '5s', 'confirm-within': `${CONFIRM_WITHIN_S}s` };
    const step = await stage.deploy({ name: '4.0', quality: 'good' }, inputs);
    await waitUntil(() => sees(scene, '4.0'), { deadlineMs: 60_000, what: 'users to see 4.0' });
    const run = await kill(step.running);
    const killedAt = performance.now();
    scene.releases.set('4.0', basename(await readCurrent(scene)));
    screen.line(
      `  ${paint('red', 'SIGKILL')}: users are on 4.0, and the runner is gone without a word. The server is on its own.`,
    );
    await countDown(scene);
    const seconds = (performance.now() - killedAt) / 1000;
    screen.line(
      `  ${paint('green', 'back')}: the server went back by itself, ${seconds.toFixed(1)} s after the runner died.`,
    );
    return {
      run,
      checks: [
        {
          promise: `the server is back within the deadline, and ${LATEST_S - CONFIRM_WITHIN_S} s`,
          kept: seconds <= LATEST_S,
        },
        { promise: 'current leads to 2.0', kept: basename(await readCurrent(scene)) === scene.releases.get('2.0') },
      ],
      expected: { stages: ['2.0', '4.0', '2.0'], mayFail: false },
    };
  },
};

function sees({ stage }: Scene, version: string): boolean {
  return stage.visitor.answers.at(-1)?.version === version;
}

function readCurrent({ stage }: Scene): Promise<string> {
  return readlink(join(stage.deployPath, 'current'));
}

const REFRESH_MS = 200;
/** A plain log gets a line this often. */
const LINE_EVERY_S = 3;

/** Shows the time that is left, and what users get meanwhile, until they are back on 2.0. */
async function countDown(scene: Scene): Promise<void> {
  const { stage, screen } = scene;
  const { answers } = stage.visitor;
  const first = answers.length;
  const deadline = await readDeadline(stage.deployPath);
  const giveUpAt = deadline + 30_000;
  let nextLine = CONFIRM_WITHIN_S;
  while (!sees(scene, '2.0')) {
    if (Date.now() > giveUpAt) throw new Error('The watchdog did not bring 2.0 back within 30 s after the deadline.');
    const left = Math.max(0, Math.ceil((deadline - Date.now()) / 1000));
    const { failed } = experienceOf(answers.slice(first));
    const text = `${String(left).padStart(2)} s left; since the kill ${answers.length - first} answers from ${answers.at(-1)?.version}, ${failed} failed`;
    screen.status(`  ${text}`);
    if (!screen.isLive && left <= nextLine) {
      screen.line(`  ${text}`);
      nextLine = left - LINE_EVERY_S;
    }
    await pause(REFRESH_MS);
  }
}

/** The deadline as the server itself has written it down, milliseconds since 1970. */
async function readDeadline(deployPath: string): Promise<number> {
  const folder = join(deployPath, '.plimsoll', 'armed');
  const [release = ''] = await readdir(folder);
  const text = await readFile(join(folder, release, 'deadline'), 'utf8');
  return Number(text.trim().split(' ')[3]) * 1000;
}
