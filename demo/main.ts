/** `npm run demo`: a server, a service, a visitor, and five things that happen to them. Exit code 0 when all was as promised. */
import { type ActReport, perform, type Scene } from './act.ts';
import { ACTS } from './acts.ts';
import { type Cleanup, createCleanup } from './cleanup.ts';
import { examineServer } from './evidence.ts';
import { missingRequirement } from './requirements.ts';
import { openScreen, paint, type Screen } from './screen.ts';
import { buildStage, type Stage } from './stage.ts';
import { showPicture, showTable } from './summary.ts';

const EXIT_BROKEN = 1;
const EXIT_MISSING = 2;
const SIGNALS: ReadonlyMap<NodeJS.Signals, number> = new Map([
  ['SIGHUP', 129],
  ['SIGINT', 130],
  ['SIGTERM', 143],
]);

async function main(): Promise<number> {
  const missing = await missingRequirement();
  if (missing !== undefined) {
    console.error(missing);
    return EXIT_MISSING;
  }
  const screen = openScreen();
  const cleanup = createCleanup();
  try {
    return await Promise.race([play(screen, cleanup), interruption(screen)]);
  } finally {
    await cleanup.run();
  }
}

/** The whole story. Returns the exit code. */
async function play(screen: Screen, cleanup: Cleanup): Promise<number> {
  const startedAt = performance.now();
  const stage = await buildStage(cleanup);
  introduce(stage, screen);
  const scene = { stage, screen, releases: new Map<string, string>() };
  const reports = await tell(scene);
  const broken = [...reports.flatMap((report) => report.broken), ...(await examineServer(scene))];
  showPicture(stage.visitor.answers, screen);
  showTable(reports, screen);
  const seconds = (performance.now() - startedAt) / 1000;
  return conclude(broken, seconds, screen);
}

/** Plays the acts in their order. The first one that does not go as promised is the last: what comes after it builds on it. */
async function tell(scene: Scene): Promise<readonly ActReport[]> {
  const reports: ActReport[] = [];
  for (const [index, act] of ACTS.entries()) {
    const report = await perform(act, index + 1, scene);
    reports.push(report);
    if (report.broken.length > 0) break;
  }
  return reports;
}

function introduce({ folder, server, service, deployPath }: Stage, screen: Screen): void {
  screen.line(paint('bold', 'Plimsoll: five deployments in less than a minute'));
  screen.line(`  server   SSH on ${server.host}:${server.port}, in this process; deploy-path ${deployPath}`);
  screen.line(`  service  ${service.url}, whatever current leads to`);
  screen.line('  visitor  asks the service again and again, 20 ms apart, to the end');
  screen.line('  actions  the bundles in dist/, started as a runner starts them');
  screen.line(`  Everything lies in ${folder} and is removed at the end.`);
  screen.line();
}

function conclude(broken: readonly string[], seconds: number, screen: Screen): number {
  const time = `after ${seconds.toFixed(0)} s`;
  if (broken.length === 0) {
    screen.line(paint(['green', 'bold'], `Everything was as promised, ${time}.`));
    return 0;
  }
  screen.line(paint(['red', 'bold'], `Not as promised, ${time}:`));
  for (const promise of broken) screen.line(`  ${promise}`);
  return EXIT_BROKEN;
}

/** Resolves when somebody wants the demo to end. */
function interruption(screen: Screen): Promise<number> {
  const { promise, resolve } = Promise.withResolvers<number>();
  for (const [signal, exitCode] of SIGNALS) {
    process.on(signal, () => {
      screen.line();
      screen.line(`${signal}: cleaning up.`);
      resolve(exitCode);
    });
  }
  return promise;
}

process.exit(await main());
