import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { GitHub } from '../github.ts';
import { repositoryIn } from './repository-in.ts';

/** A tag may point at a tag, which may point at a tag; nobody goes further. */
const TARGET = '__typename oid ... on Tag { target { __typename oid ... on Tag { target { __typename oid } } } }';

const QUERY = `query Reference($owner: String!, $repo: String!, $name: String!) { repository(owner: $owner, name: $repo) { ref(qualifiedName: $name) { target { ${TARGET} } } } }`;

export function tagQuestion(asking: Asking): GitHub['tag'] {
  return async (name) => {
    const commit = await commitOfRef(asking, `refs/tags/${name}`);
    return commit === undefined ? undefined : { commit };
  };
}

/** The commit that a full name of a branch or tag stands for. Undefined when there is none of that name, or it stands for no commit. */
export async function commitOfRef({ client, repository }: Asking, name: string): Promise<string | undefined> {
  const data = await client.graphql({
    query: QUERY,
    variables: { ...repository, name },
    purpose: { what: `look up ${name}`, needs: ['contents: read'] },
  });
  const ref = repositoryIn(data).at('ref');
  return ref.maybe((found) => found.at('target').maybe(peel));
}

function peel(object: Answer): string | undefined {
  const type = object.at('__typename').text();
  if (type === 'Commit') return object.at('oid').text();
  return type === 'Tag' ? object.at('target').maybe(peel) : undefined;
}
