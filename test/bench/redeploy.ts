import { join } from 'node:path';
import { changeFiles, generateTree } from '@plimsoll/testkit';
import type { Link } from './bed.ts';
import { makeBed } from './bed.ts';
import type { CellContext } from './cell.ts';
import type { Row } from './measure.ts';
import { deploySsh } from './ours.ts';
import { rsyncTool, TAR_ZSTD } from './peers.ts';
import { Race } from './race.ts';

/** A deployment of a tree of which little changed since the last one. */
export interface RedeployCase {
  readonly link: Link;
  readonly files: number;
  readonly bytes: number;
  readonly changed: number;
  readonly context: CellContext;
}

/** Lets every tool deploy the same tree again and again, with some files changed from release to release. */
export async function redeploy({ link, files, bytes, changed, context }: RedeployCase): Promise<Row[]> {
  await using bed = await makeBed(link);
  const source = join(bed.folder, 'source');
  await generateTree({ root: source, files, bytes, seed: 1 });
  const { tools: fromNpm, absent } = await context.peers();
  const tools = [deploySsh('full'), deploySsh('changed'), rsyncTool('-rlpgoDc'), rsyncTool('-a'), TAR_ZSTD, ...fromNpm];
  const race = new Race({ bed, source, tools, absent, kind: 'next', progress: context.progress });
  await race.lap(0);
  for (let lap = 1; lap <= context.runs; lap += 1) {
    await changeFiles({ root: source, count: changed, seed: lap });
    await race.lap(lap);
  }
  return race.rows();
}
