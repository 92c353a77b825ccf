import type { GateRequest } from '../request.ts';

/** What a gate has to know from outside of the checkout. */
export interface Asked {
  /** What the runner says of this run; nobody is asked for it. */
  readonly run: boolean;
  readonly changes: boolean;
  readonly live: boolean;
  readonly liveElsewhere: boolean;
  readonly protection: boolean;
  readonly branches: boolean;
  readonly tag: boolean;
  readonly approvals: boolean;
}

/** What the rules of a request need; with an environment, the plan needs what is live there. */
export function askedBy(request: GateRequest): Asked {
  const { environment, approvals, protectedEnvironment, deployedTo, branches, tags, coverageRules } = request;
  const patch = coverageRules?.minPatch !== undefined;
  const asked = {
    live: environment !== '',
    changes: patch || approvals !== undefined || environment !== '',
    liveElsewhere: deployedTo !== '',
    protection: protectedEnvironment !== '',
    branches: branches.length > 0,
    tag: tags.length > 0,
    approvals: approvals !== undefined,
  };
  return { ...asked, run: Object.values(asked).some(Boolean) };
}

/** The inputs of a request that cannot be judged without asking GitHub; a rule on branches or tags may be, by the run alone. */
export function inputsThatAsk({ coverageRules, approvals, protectedEnvironment, deployedTo }: GateRequest): string[] {
  return [
    ...(coverageRules?.minPatch === undefined ? [] : ['min-patch-coverage']),
    ...(approvals === undefined ? [] : ['require-approvals']),
    ...(protectedEnvironment === '' ? [] : ['require-environment']),
    ...(deployedTo === '' ? [] : ['require-deployed-to']),
  ];
}
