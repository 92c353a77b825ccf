import type { CoverageFacts } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { CoverageBuilder } from './builder.ts';
import type { FileBuilder } from './file-builder.ts';

/** `coverage json` of coverage.py. */
export const COVERAGE_PY: JsonFormat = {
  format: 'coverage.py',
  recognises: (document) => hasMembers(document, 'meta', 'files', 'totals'),
  read: readCoveragePy,
};

/** @throws Failure `report` when the totals are not the sum over the files, since one tool writes both. */
function readCoveragePy({ document, file, bytes }: JsonReport): CoverageFacts {
  const builder = new CoverageBuilder();
  const report = JsonPlace.of(document, file);
  for (const [path, place] of report.required('files').members()) {
    const built = builder.file(path);
    checkLines(place);
    addLines(built, place, 'executed');
    addLines(built, place, 'missing');
  }
  const facts = builder.finish('coverage.py', { file, bytes });
  checkTotals(report.required('totals'), facts);
  return facts;
}

/** No line is both. */
function checkLines(place: JsonPlace): void {
  const executed = new Set(
    place
      .required('executed_lines')
      .items()
      .map((line) => line.count()),
  );
  for (const line of place.required('missing_lines').items()) {
    if (executed.has(line.count()))
      line.refuse(`says that line ${line.count()} is missing, and it was executed as well`);
  }
}

function addLines(built: FileBuilder, place: JsonPlace, what: 'executed' | 'missing'): void {
  const isCovered = what === 'executed';
  for (const line of place.required(`${what}_lines`).items()) built.addLine(line.count(), isCovered);
  for (const arc of place.itemsOf(`${what}_branches`)) {
    const [from, to] = arc.items();
    if (from === undefined || to === undefined) arc.refuse('is not a pair of lines');
    else built.addBranch({ line: from.count(), block: targetOf(to), branch: 0, isTaken: isCovered });
  }
}

/** Where an arc goes; a negative number stands for the end of what begins on that line. */
function targetOf(to: JsonPlace): number {
  const target = Number(to.figure());
  return Number.isInteger(target) && Math.abs(target) < 2 ** 31 ? target : to.refuse('is not the number of a line');
}

function checkTotals(totals: JsonPlace, { lines, branches }: CoverageFacts): void {
  const pairs = [
    ['covered_lines', lines.covered],
    ['num_statements', lines.total],
    ['covered_branches', branches.covered],
    ['num_branches', branches.total],
  ] as const;
  for (const [name, counted] of pairs) {
    const said = totals.optional(name)?.count() ?? counted;
    if (said !== counted) totals.refuse(`says ${name} ${said}, and its files ${counted}`);
  }
}
