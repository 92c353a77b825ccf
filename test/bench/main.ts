/**
 * `npm run bench -- [--only a,b] [--runs 5] [--write]`: measures the actions side by side with their peers: deployments
 * through one slow line, against one real sshd; verifications against services on loopback.
 */
import { temporaryFolder } from '@plimsoll/testkit';
import { BACKUPS } from './backups.ts';
import type { Cell, CellContext } from './cell.ts';
import { FIRST_DEPLOYMENT } from './first-deployment.ts';
import { GROWTH } from './growth.ts';
import { HOSTILE_BODIES } from './hostile-bodies.ts';
import type { NpmPeers } from './npm-peers.ts';
import { installNpmPeers } from './npm-peers.ts';
import { parseOptions } from './options.ts';
import { PROBE_COST } from './probe-cost.ts';
import { FAR_REDEPLOY, NEAR_REDEPLOY } from './redeploy-cells.ts';
import type { Finished } from './report.ts';
import { machineText, terminalText, writePage } from './report.ts';
import { JUNIT_COST, LCOV_COST } from './report-cost.ts';
import { ROLLBACK } from './rollback.ts';
import { CLEAN_SAMPLES } from './samples.ts';
import { SWITCHES_UNDER_READ } from './switches.ts';

const CELLS: readonly Cell[] = [
  FAR_REDEPLOY,
  NEAR_REDEPLOY,
  FIRST_DEPLOYMENT,
  ROLLBACK,
  GROWTH,
  SWITCHES_UNDER_READ,
  PROBE_COST,
  CLEAN_SAMPLES,
  HOSTILE_BODIES,
  BACKUPS,
  JUNIT_COST,
  LCOV_COST,
];

async function main(): Promise<void> {
  const options = parseOptions(process.argv.slice(2));
  const cells = CELLS.filter(({ letter }) => options.only.length === 0 || options.only.includes(letter));
  await using folder = await temporaryFolder();
  let installed: Promise<NpmPeers> | undefined;
  const context: CellContext = {
    runs: options.runs,
    peers: () => (installed ??= installNpmPeers(folder.path)),
    progress: (line) => process.stderr.write(`  ${line}\n`),
  };
  const finished: Finished[] = [];
  for (const cell of cells) {
    process.stderr.write(`${cell.letter}. ${cell.title}\n`);
    finished.push({ cell, report: await cell.run(context) });
  }
  const machine = await machineText(options.runs);
  process.stdout.write(`${machine}\n\n${finished.map(terminalText).join('\n')}`);
  if (options.write) await writePage(finished, machine);
  if (finished.some(({ report }) => report.goals.some(({ reached }) => !reached))) process.exitCode = 1;
}

await main();
