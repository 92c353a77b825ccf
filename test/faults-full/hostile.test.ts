import { userInfo } from 'node:os';
import { afterAll, beforeAll, describe, test } from '@jest/globals';
import { changeHostileRelease, deployHugeFile, specialTexts } from '../faults/scenarios/hostile-input.ts';
import {
  CURRENT_TARGETS,
  clockJumps,
  clockJumpsWhilePending,
  currentIsAstray,
  currentIsDirectory,
  foreignAmongReleases,
  JUMPING_DATE,
  JUMPS,
  mayNotWrite,
  NEXT_RUNS,
  readOnlyDisk,
  readOnlyDuring,
  runnerAhead,
  STORE_FOLDERS,
  unremovable,
} from '../faults/scenarios/hostile-servers.ts';
import { type LastingBed, lastingBed } from '../faults/scenarios/lasting-bed.ts';
import { type QuickBundles, quickBundles } from '../faults/scenarios/quick-bundles.ts';
import { smallTmpfs, type Volume } from '../hosts/xfs.ts';
import { describeUnless } from '../setup/needs.ts';

/** Root may do anything, so the sessions of a bed for permission tests are another user's there. */
const isRoot = userInfo().uid === 0;
const ORDINARY = isRoot ? { asUser: 65_534 } : {};
const describeWithMounts = describeUnless(
  isRoot ? undefined : 'Only root can mount a disk. Run `sudo npm run faults`.',
);

const isShort = process.env['PLIMSOLL_FAULTS'] === 'short';
/** The short form leaves these out, rather than skip them. */
const describeWhenFull: typeof describeWithMounts = (title, tests) => {
  if (!isShort) describe(title, tests);
};
const jumps = Object.entries(JUMPS);

let bundles: QuickBundles;
let bed: LastingBed;
let ordinary: LastingBed;
let jumping: LastingBed;

beforeAll(async () => {
  bundles = await quickBundles();
  bed = lastingBed({ bundles });
  ordinary = lastingBed({ bundles, ...ORDINARY });
  jumping = lastingBed({ bundles, commands: { date: JUMPING_DATE } });
});

afterAll(async () => {
  for (const one of [bed, ordinary, jumping, bundles]) await one[Symbol.asyncDispose]();
});

describe('hostile input', () => {
  test('in names is deployed exactly by a user without privileges, and can be left again', async () => {
    await ordinary.use(changeHostileRelease);
  });
});

describeWhenFull('hostile input', () => {
  test('in names is deployed exactly, and can be left again', async () => {
    await bed.use(changeHostileRelease);
  });

  test('in texts arrives as it was written', async () => {
    await bed.use(specialTexts);
  });

  test('of more than 2 GB arrives', async () => {
    // A bed of its own: every look at a store hashes all that lies there.
    await using roomy = lastingBed({ bundles });
    await roomy.use(deployHugeFile);
  });
});

describe('a current that', () => {
  test('is a real directory is left alone', async () => {
    await bed.use(currentIsDirectory);
  });

  const cases = Object.entries(CURRENT_TARGETS).flatMap(([what, target]) =>
    NEXT_RUNS.map((next) => ({ what, target, next })),
  );
  test.each(isShort ? cases.filter((_, index) => index % 5 === 0) : cases)(
    '$what is led back by the next $next',
    async ({ target, next }) => {
      await bed.use((one) => currentIsAstray(one, target, next));
    },
  );
});

describe('a server', () => {
  test('with foreign things among the releases keeps them', async () => {
    await bed.use(foreignAmongReleases);
  });

  test.each(isShort ? (['.plimsoll/armed'] as const) : STORE_FOLDERS)(
    'where %s may not be written says so',
    async (folder) => {
      await ordinary.use((one) => mayNotWrite(one, folder));
    },
  );

  test('with a release that may not be removed goes on', async () => {
    await ordinary.use(unremovable);
  });

  test('is not confused by a runner whose clock was ahead', async () => {
    await bed.use(runnerAhead);
  });
});

describeWhenFull('a server', () => {
  test.each(jumps)('whose clock jumps %s is repaired', async (_, offset) => {
    await jumping.use((one) => clockJumps(one, offset));
  });

  test.each(jumps)('whose clock jumps %s while a release waits gives it its time', async (_, offset) => {
    await jumping.use((one) => clockJumpsWhilePending(one, offset));
  });
});

describeWithMounts('a disk that is read-only', () => {
  let volume: Volume;
  let onVolume: LastingBed;
  beforeAll(async () => {
    volume = await smallTmpfs({ sizeMb: 64, inodes: 0 });
    onVolume = lastingBed({ bundles, place: volume.path });
  });
  afterAll(async () => {
    await onVolume[Symbol.asyncDispose]();
    await volume.remove();
  });

  test('changes nothing', async () => {
    await onVolume.use((one) => readOnlyDisk(one, volume.path));
  });

  test.each(isShort ? (['after-switch'] as const) : (['before-switch', 'after-switch'] as const))(
    'from its %s on fails',
    async (hook) => {
      await onVolume.use((one) => readOnlyDuring(one, volume.path, hook));
    },
  );
});
