import type { Random } from '@plimsoll/testkit';

/** Whether something with this chance (0 to 1) happens. */
export function happens(random: Random, chance: number): boolean {
  return random.next() < chance * 2 ** 32;
}

/** A number from 0 to below 1. */
export function uniform(random: Random): number {
  return random.next() / 2 ** 32;
}

/** A response time around a median, with the long tail that response times have. */
export function lognormal(
  random: Random,
  { median, spread }: { readonly median: number; readonly spread: number },
): number {
  if (spread === 0) return median;
  // Box and Muller; the first has to be above 0.
  const radius = Math.sqrt(-2 * Math.log((random.next() + 1) / (2 ** 32 + 1)));
  return median * Math.exp(spread * radius * Math.cos(2 * Math.PI * uniform(random)));
}
