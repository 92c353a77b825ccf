import { type Evidence, judgeKnown } from './evidence.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** How GitHub protects an environment. */
export interface ProtectionSeen {
  readonly reviewers: readonly unknown[];
  readonly preventsSelfReview: boolean;
  readonly branchPolicy: { readonly kind: 'any' | 'protected-branches' | 'selected' };
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
    ...(branchPolicy.kind === 'any' ? ['any branch may deploy'] : []),
    ...(canAdminsBypass === false ? [] : ['administrators may bypass the rules']),
  ];
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
