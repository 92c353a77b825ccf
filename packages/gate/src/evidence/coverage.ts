import { type Evidence, type Unknown, unknown } from '@plimsoll/policy';
import { type CoverageFacts, type CoverageTotals, mergeCoverage } from '@plimsoll/reports';
import { attempt } from './attempt.ts';
import type { Gap, ReportsRead } from './read-reports.ts';
import { sourcePaths } from './source-paths.ts';

/** Coverage over all reports, paths from the root of the repository; unknown as soon as one of them is. */
export async function mergedCoverage(read: ReportsRead<'coverage'>, root: string): Promise<Evidence<CoverageTotals>> {
  const { reports, gaps } = read;
  if (gaps.length > 0) return unknownBecause(gaps);
  const certain = new Set<string>();
  return attempt(async () => {
    const all = reports.map(({ path, facts }) => located(facts, { root, report: path, certain }));
    return mergeCoverage(all, (path) => certain.has(path));
  });
}

/** What the gaps come to: the first in full, the others counted. */
export function unknownBecause(gaps: readonly Gap[]): Unknown {
  const first = gaps.find(({ code }) => code === 'input') ?? gaps[0];
  const more = gaps.length > 1 ? ` (and ${gaps.length - 1} more, see the log)` : '';
  return unknown(first?.code ?? 'report', `${first?.why ?? 'Nothing was read.'}${more}`);
}

interface Place {
  readonly root: string;
  readonly report: string;
  /** Takes the paths that are told beyond doubt: the report names them in full, and there they are. */
  readonly certain: Set<string>;
}

function located(facts: CoverageFacts, { root, report, certain }: Place): CoverageFacts {
  const pathOf = sourcePaths({ root, report, format: facts.format });
  const files = facts.files.map((file) => {
    const path = pathOf(file.path);
    if (path !== file.path && file.path === `${root}/${path}`) certain.add(path);
    return { ...file, path };
  });
  return { ...facts, files };
}
