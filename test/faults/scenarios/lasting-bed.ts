import { type Bed, type BedRequest, makeBed } from './bed.ts';
import { expectPass } from './sound.ts';

/** A bed for many tests, one after the other. */
export interface LastingBed extends AsyncDisposable {
  /** Runs a test on the bed. After one that fails the bed is thrown away, so that the next one is not to blame for what it finds. */
  use(test: (bed: Bed) => Promise<void>): Promise<void>;
}

/** Makes beds as they are needed, each with two healthy releases. */
export function lastingBed(request: BedRequest): LastingBed {
  let made: Promise<Bed> | undefined;
  const discard = async (): Promise<void> => {
    const bed = await made?.catch(() => undefined);
    made = undefined;
    await bed?.[Symbol.asyncDispose]();
  };
  return {
    use: async (test) => {
      made ??= populatedBed(request);
      try {
        await test(await made);
      } catch (failure) {
        await discard();
        throw failure;
      }
    },
    [Symbol.asyncDispose]: discard,
  };
}

/** A bed with two healthy releases. */
export async function populatedBed(request: BedRequest): Promise<Bed> {
  const bed = await makeBed(request);
  try {
    expectPass(await bed.deploy());
    expectPass(await bed.deploy());
    return bed;
  } catch (failure) {
    await bed[Symbol.asyncDispose]();
    throw failure;
  }
}
