import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { BranchPolicy, EnvironmentProtection, EnvironmentReviewer } from '../environments.ts';
import type { GitHub } from '../github.ts';
import { orUndefined } from './or-undefined.ts';

const PAGE = 100;

export function environmentQuestion(asking: Asking): GitHub['environment'] {
  return async (name) => {
    const environment = await orUndefined(
      asking.client.rest({
        route: 'GET /repos/{owner}/{repo}/environments/{environment_name}',
        parameters: { ...asking.repository, environment_name: name },
        purpose: { what: `read the protection of environment ${name}`, needs: ['actions: read'] },
      }),
    );
    if (environment === undefined) return undefined;
    return readEnvironment(environment, await readBranchPolicy(asking, environment, name));
  };
}

function readEnvironment(environment: Answer, branchPolicy: BranchPolicy): EnvironmentProtection {
  const rules = environment.at('protection_rules').maybe((all) => all.list()) ?? [];
  const ofType = (type: string): Answer[] => rules.filter((rule) => rule.at('type').text() === type);
  const review = ofType('required_reviewers');
  const waits = ofType('wait_timer').map((rule) => rule.at('wait_timer').maybe((timer) => timer.whole()) ?? 0);
  return {
    name: environment.at('name').text(),
    reviewers: review.flatMap((rule) => rule.at('reviewers').maybe((all) => all.list()) ?? []).flatMap(readReviewer),
    preventsSelfReview: review.some((rule) => rule.at('prevent_self_review').maybe((flag) => flag.flag()) === true),
    waitMinutes: Math.max(0, ...waits),
    branchPolicy,
    canAdminsBypass: environment.at('can_admins_bypass').maybe((flag) => flag.flag()),
  };
}

/** Reviewers of a kind that GitHub adds later are left out: they protect as far as we know nothing. */
function readReviewer(entry: Answer): EnvironmentReviewer[] {
  const kind = entry.at('type').text();
  const reviewer = entry.at('reviewer');
  if (reviewer.isMissing) return [];
  const id = reviewer.at('id').whole();
  if (kind === 'User') return [{ kind: 'user', id, login: reviewer.at('login').text() }];
  return kind === 'Team' ? [{ kind: 'team', id, slug: reviewer.at('slug').text() }] : [];
}

async function readBranchPolicy(asking: Asking, environment: Answer, name: string): Promise<BranchPolicy> {
  const policy = environment.at('deployment_branch_policy');
  if (policy.isMissing) return { kind: 'any' };
  if (policy.at('protected_branches').flag()) return readProtected(asking);
  return { kind: 'selected', patterns: await readPatterns(asking, name) };
}

/** GitHub docs, "Deployments and environments": without any branch protection rule in the repository, all branches can deploy. */
async function readProtected({ client, repository }: Asking): Promise<BranchPolicy> {
  const branches = await client.rest({
    route: 'GET /repos/{owner}/{repo}/branches',
    parameters: { ...repository, protected: 'true', per_page: 1 },
    purpose: { what: 'look for a protected branch', needs: ['contents: read'] },
  });
  return { kind: branches.list().length > 0 ? 'protected-branches' : 'nothing-protected' };
}

type Patterns = (BranchPolicy & { readonly kind: 'selected' })['patterns'];

async function readPatterns({ client, repository }: Asking, name: string): Promise<Patterns> {
  const patterns: Patterns[number][] = [];
  for (let page = 1; ; page += 1) {
    const answer = await client.rest({
      route: 'GET /repos/{owner}/{repo}/environments/{environment_name}/deployment-branch-policies',
      parameters: { ...repository, environment_name: name, per_page: PAGE, page },
      purpose: { what: `read the branches that may deploy to ${name}`, needs: ['actions: read'] },
    });
    const policies = answer.at('branch_policies').list();
    patterns.push(...policies.map(readPattern));
    if (policies.length < PAGE) return patterns;
  }
}

function readPattern(policy: Answer): Patterns[number] {
  const kind = policy.at('type').maybe((type) => type.text()) === 'tag' ? 'tag' : 'branch';
  return { kind, name: policy.at('name').text() };
}
