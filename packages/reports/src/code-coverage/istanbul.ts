import type { Json } from '@plimsoll/outcome';
import type { CoverageFacts } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { CoverageBuilder } from './builder.ts';
import type { FileBuilder } from './file-builder.ts';

/** `coverage-final.json` of Istanbul, nyc, Jest and Vitest: every statement and branch with how often it was run. */
export const ISTANBUL: JsonFormat = {
  format: 'istanbul',
  recognises: (document) => someFile(document, 'statementMap', 's'),
  read: readIstanbul,
};

/** Whether the first file of a document has these members. */
export function someFile(document: Json, ...members: readonly string[]): boolean {
  if (typeof document !== 'object' || document === null || Array.isArray(document)) return false;
  const [first] = Object.values(document);
  return first !== undefined && (hasMembers(first, ...members) || hasMembers(first, 'data'));
}

/**
 * A line is covered when a statement that begins on it was run, as Istanbul itself counts lines.
 *
 * @throws Failure `report` naming a statement or branch without a count, or a count that is none
 */
function readIstanbul({ document, file, bytes }: JsonReport): CoverageFacts {
  const builder = new CoverageBuilder();
  for (const [path, place] of JsonPlace.of(document, file).members()) {
    // Old versions wrap each file.
    const source = place.optional('data') ?? place;
    const built = builder.file(source.textOf('path') || path);
    addStatements(built, source);
    addBranches(built, source);
  }
  return builder.finish('istanbul', { file, bytes });
}

function addStatements(built: FileBuilder, source: JsonPlace): void {
  const counts = source.required('s');
  const statements = source.required('statementMap').members();
  for (const [id, statement] of statements) {
    built.addLine(lineOf(statement), counts.required(id).count() > 0);
  }
  const counted = counts.members().length;
  if (counted !== statements.length) counts.refuse(`counts ${counted} statements, and there are ${statements.length}`);
}

function addBranches(built: FileBuilder, source: JsonPlace): void {
  const counts = source.optional('b')?.members() ?? [];
  const branches = source.optional('branchMap');
  for (const [id, taken] of counts) {
    const line = branchLine((branches ?? source).required(id));
    for (const [branch, count] of taken.items().entries()) {
      built.addBranch({ line, block: numberOf(id), branch, isTaken: count.count() > 0 });
    }
  }
  const known = branches?.members().length ?? 0;
  if (known !== counts.length) source.refuse(`counts ${counts.length} branches, and has ${known}`);
}

function lineOf(range: JsonPlace): number {
  return range.required('start').required('line').count();
}

function branchLine(branch: JsonPlace): number {
  const location = branch.optional('loc') ?? branch.itemsOf('locations')[0];
  return location?.optional('start')?.optional('line')?.count() ?? branch.required('line').count();
}

function numberOf(id: string): number {
  return Number.isInteger(Number(id)) ? Number(id) | 0 : 0;
}
