import type { RunContext } from '@plimsoll/github';
import type { CheckoutSeen, Evidence } from '@plimsoll/policy';
import type { StatedRun } from '../ports.ts';
import { type GitFolder, gitFolderOf, headOf, isCommit } from './git-folder.ts';
import { isMadeUpon } from './made-here.ts';

/** What is known without asking anybody. */
export interface CheckoutQuestion {
  /** Absolute path of the workspace. */
  readonly root: string;
  readonly stated: StatedRun;
  /** What else is known of the run. Called only when another commit is there: it takes a while. */
  readonly run: () => Promise<Evidence<RunContext>>;
}

/** The event of which the runs are about a pull request and of the commit that it is to be merged into. */
const WITHOUT_CHANGE = 'pull_request_target';

/** Which commit lies in the workspace, without starting git: a checkout may hold settings that make it run programs. */
export async function readCheckout({ root, stated, run }: CheckoutQuestion): Promise<CheckoutSeen> {
  try {
    const git = await gitFolderOf(root);
    if (git === undefined) return { kind: 'none' };
    const commit = await headOf(git);
    if (!isCommit(stated.commit)) return { kind: 'alone', commit };
    const own = stated.eventName === WITHOUT_CHANGE ? [] : [stated.commit];
    if (own.includes(commit)) return { kind: 'same', commit };
    return await otherCheckout({ git, commit, own, run: await run(), stated });
  } catch (cause) {
    return { kind: 'unreadable', why: cause instanceof Error ? cause.message : String(cause) };
  }
}

interface Other {
  readonly git: GitFolder;
  readonly commit: string;
  readonly stated: StatedRun;
  /** Commits of the run that hold what it is about. */
  readonly own: readonly string[];
  readonly run: Evidence<RunContext>;
}

/** The run of a pull request is of a merge that was made for it, and people mean its head. */
async function otherCheckout({ git, commit, stated, own, run }: Other): Promise<CheckoutSeen> {
  const meant = run.kind === 'known' ? run.facts.commit : stated.commit;
  if (commit === meant) return { kind: 'same', commit };
  const upon = await isMadeUpon(git, commit, new Set([...own, meant]));
  return { kind: upon ? 'upon' : 'other', commit, run: meant };
}

/** What is to be said of two looks at the same workspace, one before the commands and one after. */
export function afterCommands(before: CheckoutSeen, after: CheckoutSeen): CheckoutSeen {
  const [from, to] = [commitIn(before), commitIn(after)];
  if (from === to || to === '' || from === '' || after.kind === 'other' || after.kind === 'upon') return after;
  return { kind: 'moved', commit: to, before: from };
}

/** The commit that lies in the workspace; empty where none is known. */
export function commitIn(seen: CheckoutSeen): string {
  return 'commit' in seen ? seen.commit : '';
}
