import { fileURLToPath } from 'node:url';
import { describe, expect, jest, test } from '@jest/globals';
import { mustRun } from '@plimsoll/testkit';
import { chanceOfAtMost } from '../../src/binomial.ts';
import { sequentialRule } from '../../src/index.ts';
import { chancesOf } from '../support/exact-chances.ts';
import { HEALTHY_BUT_NOISY } from '../support/services.ts';
import type { Job, Runs } from '../support/simulate.ts';

const SIMULATE = fileURLToPath(new URL('../support/simulate.ts', import.meta.url));

// On a busy machine the runs take several times as long as alone.
jest.setTimeout(600_000);

/** Everything in one process: its start costs more than most of the runs. */
async function simulate(jobs: readonly Job[]): Promise<Runs[]> {
  const args = ['--conditions=source', '--disable-warning=ExperimentalWarning', SIMULATE];
  const stdout = await mustRun({
    program: process.execPath,
    args,
    input: JSON.stringify(jobs),
    timeLimitMs: 600_000,
  });
  const results: unknown = JSON.parse(stdout);
  if (!isRuns(results, jobs.length)) throw new Error(`The program said: ${stdout}`);
  return results;
}

function isRuns(value: unknown, count: number): value is Runs[] {
  if (!Array.isArray(value) || value.length !== count) return false;
  return value.every((runs) => typeof runs === 'object' && runs !== null && 'verdicts' in runs);
}

const failing = (errors: number, runs: number): Job => ({
  service: { name: `${errors}`, errors, spread: 0 },
  runs,
  seed: runs,
});

describe('the promises of the defaults, over runs of the whole judge', () => {
  const RUNS = 3000;

  test('a rate of 2 % passes once in a hundred, of 5 % once in a thousand, and of 0.1 % all but once', async () => {
    const [two, five, tenth] = await simulate([failing(0.02, RUNS), failing(0.05, RUNS), failing(0.001, RUNS)]);
    // The chance itself, which is exact, keeps the promise (error-test.test.ts); the runs are within four deviations of the promise.
    expect(two?.verdicts.pass).toBeLessThanOrEqual(RUNS * 0.01 + 4 * Math.sqrt(RUNS * 0.01 * 0.99));
    expect(five?.verdicts.pass).toBeLessThanOrEqual(RUNS * 0.001);
    expect(tenth?.verdicts.pass).toBeGreaterThanOrEqual(RUNS * 0.999);
  });

  test('the share of each verdict is what the exact chances of the test are', async () => {
    const rates = [0.002, 0.005, 0.01, 0.02];
    const results = await simulate(rates.map((rate) => failing(rate, 700)));
    results.forEach(({ verdicts }, index) => {
      const { pass, fail } = chancesOf(sequentialRule(0.01), rates[index] ?? 0);
      for (const [seen, chance] of [[verdicts.pass, pass] as const, [verdicts.fail, fail] as const]) {
        expect(Math.abs(seen - 700 * chance)).toBeLessThan(1 + 4 * Math.sqrt(700 * chance * (1 - chance)));
      }
    });
  });

  test('a verdict takes as many samples as Wald says, and none more than the cap', async () => {
    // Rate, then median and p95 of the samples, computed beforehand by another program.
    const known = [
      [0, 303, 303],
      [0.002, 303, 580],
      [0.005, 488, 900],
      [0.02, 316, 900],
      [0.05, 83, 200],
      [0.1, 37, 84],
      [0.3, 12, 23],
    ] as const;
    const results = await simulate(known.map(([rate]) => failing(rate, 700)));
    results.forEach((seen, index) => {
      const [rate = 0, median = 0, p95 = 0] = known[index] ?? [];
      expect([rate, seen.median / median]).toEqual([rate, expect.closeTo(1, 0)]);
      expect(Math.abs(seen.median / median - 1)).toBeLessThan(0.15);
      expect(Math.abs(seen.p95 / p95 - 1)).toBeLessThan(0.15);
    });
  });

  test('a tenth of the answers being slow passes no more often than the first 303 samples let it', async () => {
    const [tail] = await simulate([{ service: { name: 'tail', slow: 0.1 }, runs: 1000, seed: 11 }]);
    const expected = 1000 * chanceOfAtMost(15, { draws: 303, chance: 0.1 });
    expect(expected).toBeLessThan(1.5);
    expect(tail?.verdicts.pass).toBeLessThanOrEqual(expected + 4 * Math.sqrt(expected));
  });
});

test('services that are healthy but noisy pass in 999 of 1000 runs, each of more than twenty', async () => {
  expect(HEALTHY_BUT_NOISY.length).toBeGreaterThan(20);
  const results = await simulate(HEALTHY_BUT_NOISY.map((service) => ({ service, runs: 1000, seed: 23 })));
  const reds = results.map(({ verdicts, reasons }, index) => {
    return { name: HEALTHY_BUT_NOISY[index]?.name, passed: verdicts.pass, reasons };
  });
  expect(reds.filter(({ passed }) => passed < 999)).toEqual([]);
});
