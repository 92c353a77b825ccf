import type { Policy } from '@plimsoll/policy';
import type { GateRequest } from './request.ts';

/** The day, and what the run is about. */
interface Circumstances {
  readonly now: Date;
  readonly eventName: string;
}

/** The rules of a request, under the circumstances. */
export function policyOf(request: GateRequest, { now, eventName }: Circumstances): Policy {
  const { findingRules, version, versionFile, branches, tags, protectedEnvironment, deployedTo } = request;
  const guarded = branches.length > 0 || tags.length > 0 || protectedEnvironment !== '' || deployedTo !== '';
  return {
    tests: request.tests,
    coverage: request.coverageRules,
    findings: findingRules === undefined ? undefined : { ...findingRules, today: now.toISOString().slice(0, 10) },
    version: version === '' ? undefined : { version, file: versionFile === '' ? undefined : versionFile },
    source: { branches, tags, refusesPullRequests: guarded },
    checkout: { evidenceFrom: evidenceFrom(request), isAboutRun: guarded || isAboutRun(request, eventName) },
    protectedEnvironment: protectedEnvironment === '' ? undefined : protectedEnvironment,
    deployedTo: deployedTo === '' ? undefined : deployedTo,
    approvals: request.approvals,
  };
}

/** Events that are about the very commit of their run. Others only happen to run on one, and may check out what they are about. */
const OF_A_COMMIT: ReadonlySet<string> = new Set(['push', 'pull_request', 'merge_group', 'release', 'deployment']);

function isAboutRun({ approvals, environment, coverageRules }: GateRequest, eventName: string): boolean {
  const isAsked = approvals !== undefined || environment !== '' || coverageRules?.minPatch !== undefined;
  return isAsked || OF_A_COMMIT.has(eventName);
}

/** Reports are left out: they may come from anywhere. */
function evidenceFrom({ commands, versionFile, coverageRules }: GateRequest): readonly string[] {
  return [
    ...(commands.length === 0 ? [] : ['commands']),
    ...(versionFile === '' ? [] : ['version-file']),
    ...(coverageRules?.minPatch === undefined ? [] : ['min-patch-coverage']),
  ];
}
