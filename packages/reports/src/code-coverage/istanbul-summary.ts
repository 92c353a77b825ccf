import type { CoverageFacts, Tally } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { JsonPlace } from '../json/place.ts';
import { CoverageBuilder } from './builder.ts';
import { someFile } from './istanbul.ts';

/** `coverage-summary.json` of Istanbul, nyc, Jest and Vitest: totals of each file, no lines. */
export const ISTANBUL_SUMMARY: JsonFormat = {
  format: 'istanbul-summary',
  recognises: (document) => someFile(document, 'lines', 'statements'),
  read: readSummary,
};

/** The member beside the files with the sum over them. */
const TOTAL = 'total';

/**
 * `pct` is never looked at: it is rounded, and `"Unknown"` where there is nothing to count.
 *
 * @throws Failure `report` when the total is not the sum over the files, or there are no files
 */
function readSummary({ document, file, bytes }: JsonReport): CoverageFacts {
  const builder = new CoverageBuilder();
  const report = JsonPlace.of(document, file);
  for (const [path, place] of report.members()) {
    if (path === TOTAL) continue;
    const built = builder.file(path);
    built.setTotals(tallyOf(place, 'lines'), tallyOf(place, 'branches'));
  }
  const facts = builder.finish('istanbul-summary', { file, bytes });
  const total = report.optional(TOTAL);
  if (total !== undefined) {
    for (const what of ['lines', 'branches'] as const) checkTotal(total, what, facts[what]);
  }
  return facts;
}

function tallyOf(place: JsonPlace, name: 'lines' | 'branches'): Tally {
  const counts = place.required(name);
  const tally = { covered: counts.required('covered').count(), total: counts.required('total').count() };
  return tally.covered <= tally.total ? tally : counts.refuse(`has ${tally.covered} covered of ${tally.total}`);
}

function checkTotal(total: JsonPlace, name: 'lines' | 'branches', sum: Tally): void {
  const said = tallyOf(total, name);
  if (said.covered === sum.covered && said.total === sum.total) return;
  total.refuse(`says ${said.covered} of ${said.total} ${name}, and its files ${sum.covered} of ${sum.total}`);
}
