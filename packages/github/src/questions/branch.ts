import type { Asking } from '../asking.ts';
import type { GitHub } from '../github.ts';
import { compareQuestion } from './compare.ts';
import { commitOfRef } from './tag.ts';

export function branchQuestion(asking: Asking): GitHub['branchContains'] {
  const compare = compareQuestion(asking);
  return async ({ branch, commit }) => {
    // By its commit and not by its name: a tag of the same name would come first.
    const tip = await commitOfRef(asking, `refs/heads/${branch}`);
    if (tip === undefined) return undefined;
    const comparison = await compare({ base: tip, head: commit });
    return comparison === undefined ? undefined : comparison.status === 'identical' || comparison.status === 'behind';
  };
}
