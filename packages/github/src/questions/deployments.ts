import type { Json } from '@plimsoll/outcome';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Deployment } from '../deployments.ts';
import { GitHubFailure } from '../failure.ts';
import type { GitHub } from '../github.ts';
import { PAGE_INFO, readPage } from './pages.ts';
import { repositoryIn } from './repository-in.ts';

const FIELDS =
  'id commitOid state createdAt updatedAt payload ref { name } creator { login } latestStatus { createdAt environmentUrl }';

const QUERY = `query Deployments($owner: String!, $repo: String!, $environment: String!, $after: String) { repository(owner: $owner, name: $repo) { deployments(environments: [$environment], first: 100, after: $after, orderBy: { field: CREATED_AT, direction: DESC }) { ${PAGE_INFO} nodes { ${FIELDS} } } } }`;

/** Failed ones alone fill no more than this. */
const MAX_PAGES = 10;

export function deploymentsQuestion(asking: Asking): GitHub['deployments'] {
  return async (environment) => {
    const all = await readToLive(asking, environment);
    return { live: newest(all.filter(isActive), 'stateSince'), latest: newest(all, 'createdAt') };
  };
}

/** Page after page, the newest first, until there is one that is live: any number may have failed since. */
async function readToLive({ client, repository }: Asking, environment: string): Promise<readonly Deployment[]> {
  const all: Deployment[] = [];
  let after: string | undefined;
  for (let pages = 0; pages < MAX_PAGES; pages += 1) {
    const data = await client.graphql({
      query: QUERY,
      variables: { ...repository, environment, ...(after === undefined ? {} : { after }) },
      purpose: { what: `read the deployments to ${environment}`, needs: ['deployments: read'] },
    });
    const { nodes, next } = readPage(repositoryIn(data).at('deployments'));
    all.push(...nodes.map(readDeployment));
    if (next === undefined || all.some(isActive)) return all;
    after = next;
  }
  const message = `None of the last ${all.length} deployments to ${environment} is live, and older ones are not looked at.`;
  throw new GitHubFailure('unreadable', `${message} Deploy to it once, or set the state of the one that is live.`);
}

function isActive({ state }: Deployment): boolean {
  return state === 'active';
}

function newest(deployments: readonly Deployment[], by: 'stateSince' | 'createdAt'): Deployment | undefined {
  return deployments.toSorted((a, b) => Date.parse(b[by]) - Date.parse(a[by]))[0];
}

function readDeployment(node: Answer): Deployment {
  const status = node.at('latestStatus').maybe((one) => one);
  return {
    id: node.at('id').text(),
    sha: node.at('commitOid').text(),
    ref: node.at('ref').maybe((ref) => ref.at('name').text()),
    state: STATES.get(node.at('state').maybe((state) => state.text()) ?? 'PENDING') ?? 'unknown',
    createdAt: node.at('createdAt').text(),
    stateSince: status?.at('createdAt').text() ?? node.at('updatedAt').text(),
    payload: readPayload(node.at('payload').maybe((payload) => payload.text())),
    url: status?.at('environmentUrl').maybe((url) => url.text()),
    creator: node.at('creator').maybe((creator) => creator.at('login').text()),
  };
}

/** `DeploymentState` of GraphQL. `ACTIVE` is what the last successful one is called until a newer one takes its place. */
const STATES: ReadonlyMap<string, Deployment['state']> = new Map([
  ['ACTIVE', 'active'],
  ['SUCCESS', 'active'],
  ['INACTIVE', 'inactive'],
  ['DESTROYED', 'inactive'],
  ['ABANDONED', 'inactive'],
  ['ERROR', 'failed'],
  ['FAILURE', 'failed'],
  ['IN_PROGRESS', 'in-progress'],
  ['PENDING', 'in-progress'],
  ['QUEUED', 'in-progress'],
  ['WAITING', 'in-progress'],
]);

/** GitHub hands out JSON as text, and text that was given as JSON a second time encoded. */
function readPayload(text: string | undefined): Json {
  if (text === undefined || text === '') return null;
  const once = parsed(text);
  return typeof once === 'string' ? parsed(once) : once;
}

function parsed(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    return isJson(value) ? value : text;
  } catch {
    return text;
  }
}

/** JSON.parse makes nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}
