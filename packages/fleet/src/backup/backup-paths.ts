import { checkWildcards } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import { type BackupSelection, BadBackupPath, parseBackupPath } from '@plimsoll/release-store';

/**
 * Reads one line of the input `paths`: `pattern`, `!pattern` (left out) or `optional:pattern`, below deploy-path.
 * @throws Failure('input') with the line in its message
 */
export function parsePathLine(line: string): BackupSelection {
  try {
    return parseBackupPath(checkWildcards(line));
  } catch (thrown) {
    if (!(thrown instanceof BadBackupPath)) throw thrown;
    throw new Failure('input', `'${line.slice(0, 120)}' ${thrown.message}`, { cause: thrown });
  }
}

/** What all lines ask for together. */
export function joinSelections(selections: readonly BackupSelection[]): BackupSelection {
  return {
    paths: selections.flatMap(({ paths }) => paths),
    excluded: selections.flatMap(({ excluded }) => excluded),
  };
}
