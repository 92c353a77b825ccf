import { type ActionRun, waitUntil } from '@plimsoll/testkit';
import { type Experience, experienceOf } from './experience.ts';
import { paint, type Screen } from './screen.ts';
import type { Stage } from './stage.ts';

/** Where acts play. */
export interface Scene {
  readonly stage: Stage;
  readonly screen: Screen;
  /** Ids of releases, by version, as the actions told them. */
  readonly releases: Map<string, string>;
}

/** One step of the story. */
export interface Act {
  readonly title: string;
  /** What is going to happen, in a sentence or two. */
  readonly intro: string;
  play(scene: Scene): Promise<Played>;
}

/** How a step ended, before anybody asked the visitor. */
export interface Played {
  readonly run: ActionRun;
  readonly checks: readonly Check[];
  readonly expected: Expected;
}

/** What the visitor must have seen. */
export interface Expected {
  /** As in `Experience`. */
  readonly stages: readonly string[];
  readonly mayFail: boolean;
}

/** One thing that was promised. */
export interface Check {
  readonly promise: string;
  readonly kept: boolean;
}

export interface ActReport {
  readonly title: string;
  readonly experience: Experience;
  /** Exit code, or the signal that ended the step. */
  readonly exit: string;
  readonly failureCode: string;
  readonly seconds: number;
  /** The promises that were not kept. */
  readonly broken: readonly string[];
}

/** Plays an act, and compares what happened with what was promised. */
export async function perform(act: Act, number: number, scene: Scene): Promise<ActReport> {
  const { title, intro } = act;
  const { screen, stage } = scene;
  screen.line(paint('bold', `${number}. ${title}`));
  screen.line(`   ${intro}`);
  const first = stage.visitor.answers.length;
  const { end, checks, expected, seconds } = await playOrBreak(act, scene);
  const experience = experienceOf(stage.visitor.answers.slice(first));
  const all = expected === undefined ? checks : [...checks, ...checkExperience(experience, expected)];
  showChecks(all, screen);
  const broken = all.filter(({ kept }) => !kept).map(({ promise }) => `${title}: ${promise}`);
  return { title, experience, ...end, seconds, broken };
}

type End = Pick<ActReport, 'exit' | 'failureCode'>;

interface Attempt {
  readonly end: End;
  readonly checks: readonly Check[];
  /** Nothing when the act broke off. */
  readonly expected: Expected | undefined;
  readonly seconds: number;
}

/** What keeps an act from being played to its end is a broken promise as well. */
async function playOrBreak(act: Act, scene: Scene): Promise<Attempt> {
  const startedAt = performance.now();
  const seconds = (): number => (performance.now() - startedAt) / 1000;
  try {
    const { run, checks, expected } = await act.play(scene);
    const attempt = { end: endOf(run), checks, expected, seconds: seconds() };
    await nextAnswers(scene);
    return attempt;
  } catch (error) {
    const promise = `could not be played to its end: ${error instanceof Error ? error.message : String(error)}`;
    const end = { exit: 'none', failureCode: '' };
    return { end, checks: [{ promise, kept: false }], expected: undefined, seconds: seconds() };
  }
}

function endOf({ exitCode, signal, outputs }: ActionRun): End {
  return { exit: String(exitCode ?? signal), failureCode: outputs['failure-code'] ?? '' };
}

/** Answers that have to come after an act, so that its end is seen by the visitor as well. */
const LAST_ANSWERS = 8;

async function nextAnswers({ stage }: Scene): Promise<void> {
  const { answers } = stage.visitor;
  const enough = answers.length + LAST_ANSWERS;
  await waitUntil(() => answers.length >= enough, {
    deadlineMs: 60_000,
    what: 'the visitor to see the end of the act',
  });
}

function checkExperience(seen: Experience, expected: Expected): Check[] {
  const path = expected.stages.join(' → ');
  const saw = { promise: `users see ${path}`, kept: seen.stages.join(' → ') === path };
  return expected.mayFail ? [saw] : [saw, { promise: 'no request fails', kept: seen.failed === 0 }];
}

function showChecks(checks: readonly Check[], screen: Screen): void {
  for (const { promise, kept } of checks) {
    screen.line(kept ? `  ${paint('green', 'kept')}    ${promise}` : `  ${paint('red', 'BROKEN')}  ${promise}`);
  }
  screen.line();
}
