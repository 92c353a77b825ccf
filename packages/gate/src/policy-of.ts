import type { Policy } from '@plimsoll/policy';
import type { GateRequest } from './request.ts';

/** The rules of a request, on a day. */
export function policyOf(request: GateRequest, now: Date): Policy {
  const { findingRules, version, versionFile, branches, tags, protectedEnvironment, deployedTo } = request;
  const guarded = branches.length > 0 || tags.length > 0 || protectedEnvironment !== '' || deployedTo !== '';
  return {
    tests: request.tests,
    coverage: request.coverageRules,
    findings: findingRules === undefined ? undefined : { ...findingRules, today: now.toISOString().slice(0, 10) },
    version: version === '' ? undefined : { version, file: versionFile === '' ? undefined : versionFile },
    source: { branches, tags, refusesPullRequests: guarded },
    protectedEnvironment: protectedEnvironment === '' ? undefined : protectedEnvironment,
    deployedTo: deployedTo === '' ? undefined : deployedTo,
    approvals: request.approvals,
  };
}
