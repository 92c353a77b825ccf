/** The fraction of the golden ratio: of its multiples, the fractions lie apart as evenly as those of any number. */
const GOLDEN = (Math.sqrt(5) - 1) / 2;

/**
 * When to look again in a window: as often as the interval says, but not in step with it. A service that stumbles each minute, as jobs
 * that are started by the minute make it, would else show each look the same second of its minute. Every look but the first and the last
 * comes up to an interval early, each by another part of it; so all phases of whatever repeats are seen, and the window is as long as ever.
 *
 * Source: H. Weyl, Über die Gleichverteilung von Zahlen mod. Eins, Mathematische Annalen 77 (1916), 313-352.
 *
 * @param looks how many there are, at least 1
 * @returns milliseconds from a look, counted from 0, to the next
 */
export function spreadGaps(looks: number, intervalMs: number): (look: number) => number {
  const early = (look: number): number => (look >= looks - 1 ? 0 : (look * GOLDEN) % 1);
  return (look) => (1 + early(look) - early(look + 1)) * intervalMs;
}
