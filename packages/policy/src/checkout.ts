import { broken, type RuleName, type Ruling } from './ruling.ts';

/** Which commit lies in the workspace, held against that of the run. */
export type CheckoutSeen =
  /** Nothing is checked out, as where all reports come from other jobs. */
  | { readonly kind: 'none' }
  | { readonly kind: 'unreadable'; readonly why: string }
  /** The run, or the runner, does not say which commit it is of. */
  | { readonly kind: 'alone'; readonly commit: string }
  /** The commit of the run, or the head of its pull request. */
  | { readonly kind: 'same'; readonly commit: string }
  /** Commits that were made in this job, upon that of the run. */
  | { readonly kind: 'upon'; readonly commit: string; readonly run: string }
  | { readonly kind: 'other'; readonly commit: string; readonly run: string }
  /** Another one when the gate ended than when it began. */
  | { readonly kind: 'moved'; readonly commit: string; readonly before: string };

/** What ties the verdict to a commit. */
export interface CheckoutRules {
  /** Inputs whose evidence comes out of the workspace: commands are run in it. */
  readonly evidenceFrom: readonly string[];
  /** Whether the verdict is about the commit of the run: a rule or the plan speaks of it, or the event is about that very commit. */
  readonly isAboutRun: boolean;
}

/**
 * Evidence of one commit shows nothing of another. That is no rule of its own: it is broken where the two contradict each other, and where
 * nothing rests on them, the report tells.
 */
export function judgeCheckout({ evidenceFrom, isAboutRun }: CheckoutRules, seen: CheckoutSeen): readonly Ruling[] {
  if (!isAboutRun || evidenceFrom.length === 0) return [];
  if (seen.kind !== 'other' && seen.kind !== 'moved') return [];
  const name: RuleName = { area: 'source', rule: 'checkout', wanted: 'the commit of the run in the workspace' };
  const from = evidenceFrom.join(' and ');
  const detail = `What ${from} showed is not of that commit. Check out the one of the run: actions/checkout without 'ref'`;
  return [broken(name, { code: 'policy', reason: 'differs', seen: checkoutText(seen), detail })];
}

/** What lies in the workspace, in a clause. */
export function checkoutText(seen: CheckoutSeen): string {
  switch (seen.kind) {
    case 'none':
      return 'no checkout';
    case 'unreadable':
      return `a checkout of which nobody can tell the commit (${seen.why})`;
    case 'alone':
      return seen.commit.slice(0, 12);
    case 'same':
      return `${seen.commit.slice(0, 12)}, the commit of the run`;
    case 'upon':
      return `${seen.commit.slice(0, 12)}, made in this job upon ${seen.run.slice(0, 12)}, the commit of the run`;
    case 'other':
      return `${seen.commit.slice(0, 12)}, and the run is of ${seen.run.slice(0, 12)}`;
    case 'moved':
      return `${seen.commit.slice(0, 12)}, and ${seen.before.slice(0, 12)} when the gate began`;
  }
}
