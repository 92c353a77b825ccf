import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type ActionRun, checkStore, describeTree, type LedgerEntry, type StoreReport } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';

/**
 * Checks from the outside what must hold at every instant, whatever was killed (design, section 6): I1, I6 and I8 by `checkStore`; that healthy
 * releases keep what they held when they were first seen; that every automatic way back led to a release that had been healthy (I2); that
 * nothing was written outside of the store (I7).
 */
export async function expectSound(bed: Bed): Promise<StoreReport> {
  const { report, violations } = await lookAt(bed);
  expect(violations).toEqual([]);
  return report;
}

interface Look {
  readonly report: StoreReport;
  readonly violations: readonly string[];
}

const LOOKS = 5;

/** The server may still be at work and remove an old release under the eyes of whoever looks: then it is looked at again. */
async function lookAt(bed: Bed, looks = LOOKS): Promise<Look> {
  try {
    const report = await checkStore(bed.deployPath);
    const changed = await changedContents(bed, report);
    const told = [...report.violations, ...strangeTargets(report.ledger), ...shrinkingFences(report.ledger)];
    return { report, violations: [...told, ...changed, ...(await foundOutside(bed))] };
  } catch (thrown) {
    // Not by its class: errors of the file system come from outside of the sandbox that tests run in.
    const isGone = typeof thrown === 'object' && thrown !== null && 'code' in thrown && thrown.code === 'ENOENT';
    if (!isGone || looks === 1) throw thrown;
    return lookAt(bed, looks - 1);
  }
}

/** Sound, and nothing left to be done: no armed release, no lease held, no trash, no half-made release. */
export async function expectSettled(bed: Bed): Promise<StoreReport> {
  const report = await expectSound(bed);
  expect(report.unsettled).toEqual([]);
  return report;
}

/** The outputs of a step say what is so on the server (I6). Where it says that it does not know, nothing can be wrong. */
export async function expectHonest(bed: Bed, run: ActionRun): Promise<void> {
  const { current } = await checkStore(bed.deployPath);
  const live = current.kind === 'release' ? current.release : '';
  const told = toldLive(run);
  expect({ live: told === undefined ? live : told }).toEqual({ live });
  const passed = run.outputs['verdict'] === 'pass';
  expect({ passed, exitCode: run.exitCode === 0 }).toEqual({ passed, exitCode: passed });
  expect(run.outputs['failure-code'] === '').toBe(passed);
}

/** What a step says is live now; undefined where it does not say. */
function toldLive({ outputs }: ActionRun): string | undefined {
  const hosts: unknown = JSON.parse(outputs['hosts-report'] || '[]');
  const row: unknown = Array.isArray(hosts) ? hosts[0] : undefined;
  if (isHostRow(row)) return row.state === 'unknown' ? undefined : row.after;
  return outputs['verdict'] === 'pass' ? outputs['release-id'] : undefined;
}

function isHostRow(row: unknown): row is { state: string; after: string } {
  return typeof row === 'object' && row !== null && 'state' in row && 'after' in row;
}

/** The next deployment and a rollback succeed, and afterwards everything is in order. */
export async function expectRecovery(bed: Bed): Promise<void> {
  const deployed = await bed.deploy();
  expectPass(deployed);
  await expectHonest(bed, deployed);
  const between = await expectSettled(bed);
  if (between.releases.filter(({ state }) => state === 'healthy').length < 2) expectPass(await bed.deploy());
  const { current } = await expectSettled(bed);
  const back = await bed.rollback();
  expectPass(back);
  await expectHonest(bed, back);
  expect(back.outputs['previous-release-id']).toBe(current.kind === 'release' ? current.release : '');
  await expectSettled(bed);
}

/** Shows what the step said when it did not pass. */
export function expectPass(run: ActionRun): void {
  const failed = run.exitCode === 0 ? '' : `${run.outputs['result'] ?? ''}\n${run.stdout}\n${run.stderr}`;
  expect(failed).toBe('');
}

async function changedContents(bed: Bed, { releases }: StoreReport): Promise<string[]> {
  const changed: string[] = [];
  for (const { id, state } of releases) {
    const known = bed.memory.contents.get(id);
    if (known === undefined && state !== 'healthy') continue;
    const found = await describeTree(join(bed.deployPath, 'releases', id));
    if (known === undefined) bed.memory.contents.set(id, found);
    else
      changed.push(...[...known].filter(([path, line]) => found.get(path) !== line).map(([path]) => `${id}/${path}`));
  }
  return changed.map((path) => `I8: ${JSON.stringify(path)} changed`);
}

const GOOD = new Set(['deployed', 'confirmed', 'rolled-back']);

function strangeTargets(ledger: readonly LedgerEntry[]): string[] {
  const healthy = new Set<string>();
  const strange: string[] = [];
  for (const { event, release, previous } of ledger) {
    if (GOOD.has(event)) healthy.add(release);
    const isReturn = event === 'reverted' || event === 'revert-failed';
    if (isReturn && !healthy.has(previous)) strange.push(`I2: ${event} to ${previous}, which never was healthy`);
    if (event === 'rolled-back' && !ledger.some((entry) => entry.release === release && GOOD.has(entry.event)))
      strange.push(`I2: rolled back to ${release}, which never was healthy`);
  }
  return strange;
}

function shrinkingFences(ledger: readonly LedgerEntry[]): string[] {
  return ledger.flatMap(({ fence }, index) =>
    fence < (ledger[index - 1]?.fence ?? 0) ? [`I3: line ${index + 1} of the ledger is of an owner before`] : [],
  );
}

const LAYOUT = new Set(['current', 'releases', 'shared', 'backups', '.plimsoll']);

async function foundOutside(bed: Bed): Promise<string[]> {
  const inside = (await readdir(bed.deployPath).catch(() => [])).filter((name) => !LAYOUT.has(name));
  const home = await readdir(join(bed.folder, 'home'));
  return [...inside, ...home.map((name) => `home/${name}`)].map((path) => `I7: ${path} was left on the server`);
}
