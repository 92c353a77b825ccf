/**
 * What tests get when they import `fast-check` (`moduleNameMapper` of jest): the library, with one seed for every property.
 *
 * A commit that was green stays green, and a red one can be seen again. New cases are looked for on purpose, not while something lands:
 * `PROPERTY_SEED=random npm test` draws a seed for each property, and a failure says which; `PROPERTY_SEED=<number>` repeats one.
 */
import { configureGlobal, readConfigureGlobal } from '../../node_modules/fast-check/lib/fast-check.js';

export * from '../../node_modules/fast-check/lib/fast-check.js';

/** Any number would do. */
const SEED = 20_261_121;

const wanted = process.env['PROPERTY_SEED'] ?? `${SEED}`;
if (wanted !== 'random') configureGlobal({ ...readConfigureGlobal(), seed: wholeNumber(wanted) });

function wholeNumber(text: string): number {
  if (!/^-?\d{1,15}$/u.test(text))
    throw new Error(`PROPERTY_SEED is ${JSON.stringify(text)}; give a whole number, or random.`);
  return Number(text);
}
