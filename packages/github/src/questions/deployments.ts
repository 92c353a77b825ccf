import type { Json } from '@plimsoll/outcome';
import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { Deployment } from '../deployments.ts';
import type { GitHub } from '../github.ts';
import { repositoryIn } from './repository-in.ts';

const FIELDS =
  'id commitOid state createdAt updatedAt payload ref { name } creator { login } latestStatus { createdAt environmentUrl }';

const QUERY = `query Deployments($owner: String!, $repo: String!, $environment: String!) { repository(owner: $owner, name: $repo) { deployments(environments: [$environment], first: 100, orderBy: { field: CREATED_AT, direction: DESC }) { nodes { ${FIELDS} } } } }`;

export function deploymentsQuestion({ client, repository }: Asking): GitHub['deployments'] {
  return async (environment) => {
    const data = await client.graphql({
      query: QUERY,
      variables: { ...repository, environment },
      purpose: { what: `read the deployments to ${environment}`, needs: ['deployments: read'] },
    });
    const all = repositoryIn(data).at('deployments').nodes().map(readDeployment);
    const active = all.filter(({ state }) => state === 'active');
    return { live: newest(active, 'stateSince'), latest: newest(all, 'createdAt') };
  };
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
