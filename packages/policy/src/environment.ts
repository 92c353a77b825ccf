import { type Evidence, judgeKnown } from './evidence.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** Which refs may deploy. */
export type BranchPolicySeen =
  | { readonly kind: 'any' | 'protected-branches' }
  /** Protected branches alone, and there are none: then any may. */
  | { readonly kind: 'nothing-protected' }
  | {
      readonly kind: 'selected';
      readonly patterns: readonly { readonly kind: 'branch' | 'tag'; readonly name: string }[];
    };

/** How GitHub protects an environment. */
export interface ProtectionSeen {
  readonly reviewers: readonly unknown[];
  readonly preventsSelfReview: boolean;
  readonly branchPolicy: BranchPolicySeen;
  /** Undefined: not known, which counts as true. */
  readonly canAdminsBypass: boolean | undefined;
}

/** The deployment that users are served from. */
export interface LiveSeen {
  readonly commit: string;
  readonly at: string;
}

/** An environment that is only called so protects nothing: it needs reviewers, a branch policy, and nobody who may go around them. */
export function judgeProtection(environment: string, evidence: Evidence<ProtectionSeen | undefined>): Ruling {
  const name: RuleName = {
    area: 'environment',
    rule: 'require-environment',
    wanted: `${environment} with reviewers, a branch policy and no bypass`,
  };
  return judgeKnown(name, evidence, (protection) => {
    if (protection === undefined) {
      return broken(name, { code: 'policy', reason: 'missing', seen: 'no such environment' });
    }
    const lacking = lackingOf(protection);
    const detail = protection.preventsSelfReview ? '' : 'whoever starts a run may approve it too';
    if (lacking.length === 0) return met(name, { seen: 'protected', detail });
    return broken(name, { code: 'policy', reason: 'unprotected', seen: lacking.join(', '), detail });
  });
}

function lackingOf({ reviewers, branchPolicy, canAdminsBypass }: ProtectionSeen): readonly string[] {
  return [
    ...(reviewers.length === 0 ? ['no required reviewers'] : []),
    ...opennessOf(branchPolicy),
    ...(canAdminsBypass === false ? [] : ['administrators may bypass the rules']),
  ];
}

/** A pattern that every name fits, at any depth of folders. */
const FITS_ALL = /^[*/]+$/u;

/** What the policy lets through that it should hold back. */
function opennessOf(policy: BranchPolicySeen): readonly string[] {
  switch (policy.kind) {
    case 'any':
      return ['any branch may deploy'];
    case 'nothing-protected':
      return ['any branch may deploy, since none is protected'];
    case 'protected-branches':
      return [];
    case 'selected': {
      const open = policy.patterns.filter(({ name }) => FITS_ALL.test(name));
      return [...new Set(open.map(({ kind }) => `any ${kind} may deploy`))];
    }
  }
}

export interface DeployedRequest {
  readonly environment: string;
  readonly commit: Evidence<string>;
  readonly live: Evidence<LiveSeen | undefined>;
}

/** The same commit has to be live there: not an earlier one, and not one that was live once. */
export function judgeDeployed({ environment, commit, live }: DeployedRequest): Ruling {
  const rule = 'require-deployed-to';
  const name: RuleName = { area: 'environment', rule, wanted: `this commit live in ${environment}` };
  return judgeKnown(name, commit, (wanted) =>
    judgeKnown(name, live, (deployment) => {
      if (deployment === undefined)
        return broken(name, { code: 'policy', reason: 'not-live', seen: 'nothing is live' });
      const seen = `${deployment.commit.slice(0, 7)} is live since ${deployment.at}`;
      if (deployment.commit === wanted) return met(name, { seen });
      return broken(name, { code: 'policy', reason: 'not-live', seen, detail: `this is ${wanted.slice(0, 7)}` });
    }),
  );
}
