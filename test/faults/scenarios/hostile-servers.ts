import { chmod, lstat, readdir, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { checkStore, describeTree, mustRun, runCommand, treeBuilder, waitUntil } from '@plimsoll/testkit';
import type { Bed } from './bed.ts';
import { abandonSwitch } from './failpoints.ts';
import { expectHonest, expectPass, expectRecovery, expectSettled, expectSound } from './sound.ts';

/** Somebody put a real directory where the link belongs: nobody replaces it, and everybody says so. */
export async function currentIsDirectory(bed: Bed): Promise<void> {
  const current = join(bed.deployPath, 'current');
  const aside = join(bed.folder, 'current-aside');
  await rename(current, aside);
  await treeBuilder(current).file('by-hand', 'precious\n');
  const runs = [
    await bed.deploy(),
    await bed.deploy({ inputs: { 'dry-run': 'true' } }),
    await bed.rollback(),
    await bed.rollback({ inputs: { mode: 'confirm' } }),
  ];
  for (const run of runs) {
    expect([run.outputs['failure-code'], run.exitCode]).toEqual(['remote-environment', 58]);
    expect(run.outputs['result']).toContain('current is not a symbolic link');
  }
  const listed = await bed.rollback({ inputs: { mode: 'list' } });
  expectPass(listed);
  expect(listed.stdout).toContain('current is not a symbolic link');
  expect(await readdir(current)).toEqual(['by-hand']);
  await rm(current, { recursive: true });
  await rename(aside, current);
  await expectSettled(bed);
  await expectRecovery(bed);
}

export const CURRENT_TARGETS = {
  'is missing': undefined,
  'points at nothing': 'releases/20200101T000000Z-0000000',
  'points out of the store': '/nowhere/else',
  'points at a foreign directory': 'releases/by-hand',
} as const;

export const NEXT_RUNS = ['deployment', 'refused deployment', 'rollback'] as const;

/** Somebody changed `current`: whatever comes next leads it to a healthy release, and is not led astray. */
export async function currentIsAstray(
  bed: Bed,
  target: string | undefined,
  next: (typeof NEXT_RUNS)[number],
): Promise<void> {
  const byHand = join(bed.deployPath, 'releases', 'by-hand');
  await treeBuilder(byHand).file('index', 'precious\n');
  const current = join(bed.deployPath, 'current');
  await rm(current);
  if (target !== undefined) await symlink(target, current);
  const run = await { deployment: bed.deploy, 'refused deployment': refusedDeployment(bed), rollback: bed.rollback }[
    next
  ]();
  if (next === 'refused deployment') expect(run.outputs['failure-code']).toBe('reverted');
  else expectPass(run);
  await expectHonest(bed, run);
  const { releases, current: live } = await expectSettled(bed);
  expect(releases.find(({ id }) => live.kind === 'release' && id === live.release)?.state).toBe('healthy');
  expect(await readdir(byHand)).toEqual(['index']);
  await rm(byHand, { recursive: true });
  await expectRecovery(bed);
}

function refusedDeployment(bed: Bed): () => ReturnType<Bed['deploy']> {
  return () => bed.deploy({ inputs: { 'health-command': 'exit 1', 'health-timeout': '1s' } });
}

/** Directories, files and links that Plimsoll did not make, among the releases and where its own next one would lie: they are never touched. */
export async function foreignAmongReleases(bed: Bed): Promise<void> {
  const releases = join(bed.deployPath, 'releases');
  const tree = treeBuilder(releases);
  for (const name of [
    'by-hand',
    '$(touch RAN)',
    '-rf',
    'new\nline',
    '99991231T235959Z-fffffff',
    '.hidden',
    ...comingNames(),
  ]) {
    await tree.file(`${name}/index`, 'precious\n');
  }
  await tree.file('a-file', 'precious\n');
  await tree.link('a-link', '/');
  const names = new Set(
    (await readdir(releases)).filter((name) => !/^2\d{7}T\d{6}Z-/.test(name) || comingNames().includes(name)),
  );
  const foreign = await foreignContent(releases, names);
  for (const run of [bed.deploy, refusedDeployment(bed), bed.deploy, bed.rollback, bed.deploy]) {
    const done = await run();
    await expectHonest(bed, done);
    await expectSettled(bed);
    expect(await foreignContent(releases, names)).toEqual(foreign);
  }
  await expectRecovery(bed);
  for (const name of names) await rm(join(releases, name), { recursive: true });
}

/** What the releases of the next two minutes would be called by their time and commit. */
function comingNames(): string[] {
  const now = Date.now();
  return Array.from({ length: 120 }, (_, second) => {
    const time = new Date(now + second * 1000).toISOString().replace(/\.\d+/, '').replaceAll(/[-:]/g, '');
    return `${time}-1111111`;
  });
}

async function foreignContent(releases: string, names: ReadonlySet<string>): Promise<unknown> {
  const all = await describeTree(releases);
  return [...all].filter(([path]) => names.has(path.split('/')[0] ?? ''));
}

/** The folders of a store that runs have to write to. */
export const STORE_FOLDERS = [
  '.',
  'releases',
  '.plimsoll',
  '.plimsoll/lease',
  '.plimsoll/releases',
  '.plimsoll/armed',
  '.plimsoll/trash',
] as const;

/** A folder of the store cannot be written: runs fail, say what they could not write, and leave what is live alone. */
export async function mayNotWrite(bed: Bed, folder: (typeof STORE_FOLDERS)[number]): Promise<void> {
  const path = join(bed.deployPath, folder);
  const { current } = await checkStore(bed.deployPath);
  const { mode } = await lstat(path);
  await chmod(path, 0o555);
  for (const run of [await bed.deploy(), await bed.rollback()]) {
    expect([run.outputs['verdict'], run.outputs['failure-code']]).toEqual(['fail', 'remote-environment']);
    expect(run.outputs['result']).not.toContain('lost its lease');
    await expectHonest(bed, run);
    expect((await expectSound(bed)).current).toEqual(current);
  }
  await chmod(path, mode & 0o777);
  await expectRecovery(bed);
}

/** The whole file system is read-only, as after trouble with its disk. */
export async function readOnlyDisk(bed: Bed, mount: string): Promise<void> {
  const { current } = await checkStore(bed.deployPath);
  await makeReadOnly(mount);
  for (const run of [await bed.deploy(), await bed.rollback()]) {
    expect([run.outputs['verdict'], run.outputs['failure-code']]).toEqual(['fail', 'remote-environment']);
    await expectHonest(bed, run);
    expect((await expectSound(bed)).current).toEqual(current);
  }
  expectPass(await bed.rollback({ inputs: { mode: 'list' } }));
  await mustRun({ program: 'mount', args: ['-o', 'remount,rw', mount] });
  await expectRecovery(bed);
}

/** A disk is busy for as long as a file is open that was removed, such as the program of a watchdog that is not needed any more. */
async function makeReadOnly(mount: string): Promise<void> {
  const isDone = async (): Promise<boolean> => {
    const { exitCode } = await runCommand({ program: 'mount', args: ['-o', 'remount,ro', mount] });
    return exitCode === 0;
  };
  await waitUntil(isDone, { deadlineMs: 60_000, what: 'the disk to become read-only' });
}

/** The disk becomes read-only while a hook of a deployment runs, before or after the switch. */
export async function readOnlyDuring(bed: Bed, mount: string, hook: 'before-switch' | 'after-switch'): Promise<void> {
  const source = await bed.nextSource();
  const run = await bed.deploy({
    inputs: { source, [hook]: `cd /; until mount -o remount,ro '${mount}'; do sleep 0.1; done` },
  });
  expect([run.outputs['verdict'], run.outputs['failure-code']]).toEqual(['fail', 'remote-environment']);
  await expectHonest(bed, run);
  await mustRun({ program: 'mount', args: ['-o', 'remount,rw', mount] });
  await expectSound(bed);
  await expectRecovery(bed);
}

/** A release holds what its user may not remove. It is out of the way all the same, and runs go on. */
export async function unremovable(bed: Bed): Promise<void> {
  const lock = 'mkdir -p locked/in && : >locked/in/file && chmod 555 locked/in locked';
  for (let count = 0; count < 4; count += 1) {
    const run = await bed.deploy({ inputs: { prepare: lock } });
    expectPass(run);
    await expectHonest(bed, run);
    await expectSettled(bed);
  }
  await expectRecovery(bed);
}

/** What the server's `date` is off by, in seconds, stands in this file below the folder of the bed. */
const CLOCK_OFFSET = 'clock-offset';

/** Stands in front of date(1) on a server whose clock can jump; it knows its bed by the variable that all its processes carry. */
export const JUMPING_DATE = `#!/bin/sh
offset=$(cat "$PLIMSOLL_BED/${CLOCK_OFFSET}" 2>/dev/null || echo 0)
case " $* " in
  *' -d '*) exec /bin/date "$@" ;;
  *) exec /bin/date -d "@$(($(/bin/date +%s) + offset))" "$@" ;;
esac
`;

export const JUMPS = { 'ten years ahead': 315_360_000, 'twenty years back': -630_720_000 } as const;

/** The server's clock jumps between a switch that nobody ended and what comes next, and jumps back later. */
export async function clockJumps(bed: Bed, offset: number): Promise<void> {
  const jump = (seconds: number): Promise<void> => writeFile(join(bed.folder, CLOCK_OFFSET), String(seconds));
  const { release } = await abandonSwitch(bed);
  await jump(offset);
  const next = await bed.deploy();
  expectPass(next);
  await expectHonest(bed, next);
  const { ledger } = await expectSettled(bed);
  expect(ledger.find((entry) => entry.event === 'reverted' && entry.release === release)).toBeDefined();
  await expectRecovery(bed);
  await jump(0);
  await expectRecovery(bed);
}

/** A release waits for its confirmation while the clock jumps: it still has its time, no more and no less. */
export async function clockJumpsWhilePending(bed: Bed, offset: number): Promise<void> {
  const waiting = await bed.deploy({ inputs: { confirm: 'later' } });
  expectPass(waiting);
  await writeFile(join(bed.folder, CLOCK_OFFSET), String(offset));
  const other = await bed.deploy({ inputs: { 'lock-timeout': '1s' } });
  expect(other.outputs['failure-code']).toBe('locked');
  expectPass(await bed.rollback({ inputs: { mode: 'confirm' } }));
  const { current } = await expectSettled(bed);
  expect(current).toEqual({ kind: 'release', release: waiting.outputs['release-id'] });
  await writeFile(join(bed.folder, CLOCK_OFFSET), '0');
  await expectRecovery(bed);
}

/** Module for `--import` that shifts the clock of a runner. */
function shiftedClock(ms: number): string {
  const code = `const now = Date.now; Date.now = () => now() + ${ms};
    globalThis.Date = class extends Date { constructor(...args) { super(...(args.length === 0 ? [Date.now()] : args)); } };`;
  return `--import=data:text/javascript,${encodeURIComponent(code)}`;
}

const DAY_MS = 86_400_000;

/** Its date, as releases have it in their names. */
function tomorrow(): string {
  return new Date(Date.now() + DAY_MS).toISOString().slice(0, 10).replaceAll('-', '');
}

/** Releases of a runner whose clock was a day ahead were refused and abandoned; those of the others come before them by their names. */
export async function runnerAhead(bed: Bed): Promise<void> {
  const nodeOptions = [shiftedClock(DAY_MS)];
  const refusal = { 'health-command': 'exit 1', 'health-timeout': '1s' };
  const before = tomorrow();
  const refused = await bed.deploy({ nodeOptions, inputs: refusal });
  expect(refused.outputs['failure-code']).toBe('reverted');
  expect([before, tomorrow()]).toContain(refused.outputs['release-id']?.slice(0, 8));
  const left = await bed.deploy({ nodeOptions, inputs: { confirm: 'later' } });
  expectPass(left);
  const back = await bed.rollback();
  expectPass(back);
  await expectHonest(bed, back);
  const waiting = await bed.deploy({ inputs: { confirm: 'later' } });
  expectPass(waiting);
  expectPass(await bed.rollback({ inputs: { mode: 'confirm' } }));
  expect((await expectSettled(bed)).current).toEqual({ kind: 'release', release: waiting.outputs['release-id'] });
  await expectRecovery(bed);
}
