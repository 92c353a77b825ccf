import { join } from 'node:path';
import type { Observations } from '@plimsoll/testkit';
import { generateTree, observeCurrent, treeBuilder } from '@plimsoll/testkit';
import { makeBed, NEAR } from './bed.ts';
import type { Cell, CellReport } from './cell.ts';
import { deployRequest, runOurs } from './ours.ts';

const SWITCHES = 200;
const FILES = ['a-version.txt', 'z-version.txt'] as const;

/** Readers never stop reading while releases come and go. */
export const SWITCHES_UNDER_READ: Cell = {
  letter: 'f',
  title: `\`current\` read in a tight loop during ${SWITCHES} deployments`,
  async run({ progress }): Promise<CellReport> {
    const { reads, missing, contents } = await readWhileDeploying(progress);
    const missed = sum(missing.values());
    const torn = sum([...contents].filter(([text]) => !isWhole(text)).map(([, times]) => times));
    const head = ['reads', 'missing', 'incomplete or unknown', 'releases seen'];
    const row = [reads, missed, torn, contents.size].map((value) => value.toLocaleString('en'));
    const goal = 'never missing, never incomplete';
    const measured = `${missed} missing, ${torn} incomplete`;
    return {
      head,
      rows: [row],
      goals: [{ goal, measured, reached: missed + torn === 0 && contents.size > 1 }],
      notes: [],
    };
  },
};

async function readWhileDeploying(progress: (line: string) => void): Promise<Observations> {
  await using bed = await makeBed(NEAR);
  const source = join(bed.folder, 'source');
  await generateTree({ root: source, files: 200, bytes: 1_000_000, seed: 1 });
  const deployPath = await bed.deployPath('app');
  const deploy = async (version: number): Promise<void> => {
    for (const file of FILES) await treeBuilder(source).file(file, `version ${version}`);
    await runOurs(deployRequest({ bed, source, deployPath, sequence: version }, 'full'));
  };
  await deploy(0);
  await using observer = await observeCurrent({ deployPath, files: FILES });
  for (let version = 1; version <= SWITCHES; version += 1) {
    await deploy(version);
    if (version % 20 === 0) progress(`${version} deployments`);
  }
  return await observer.stop();
}

/** Both files carry the same version of those that were deployed. */
function isWhole(text: string): boolean {
  const [, version = '', other] = /^version (\d+)\0version (\d+)$/.exec(text) ?? [];
  return version === other && Number(version) <= SWITCHES;
}

function sum(values: Iterable<number>): number {
  return [...values].reduce((total, value) => total + value, 0);
}
