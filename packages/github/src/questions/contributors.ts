import type { Answer } from '../answer.ts';
import type { Contributor, Contributors } from '../approvals.ts';
import type { Asking } from '../asking.ts';
import type { ComparedCommit } from '../comparison.ts';
import type { GitHub } from '../github.ts';
import {
  asCompared,
  distinctContributors,
  isGitHub,
  MAKERS_FIELDS,
  personOfAddress,
  readMakers,
} from './commit-makers.ts';
import { repositoryIn } from './repository-in.ts';

/** Commits asked about in one call. */
const BATCH = 100;

export function contributorsQuestion(asking: Asking): GitHub['contributors'] {
  return async ({ commits, commitsComplete }) => {
    const unresolved = commits.filter(hasUnknownCoAuthor).map(({ sha }) => sha);
    const looked = (await Promise.all(batches(unresolved).map((shas) => lookUp(asking, shas)))).flat();
    const known = new Set(looked.map(({ sha }) => sha));
    const plain = commits.filter(({ sha }) => !known.has(sha)).flatMap(makersOf);
    return {
      contributors: distinctContributors([...plain, ...looked.flatMap(({ contributors }) => contributors)]),
      complete: commitsComplete && looked.every(({ complete }) => complete),
    };
  };
}

function makersOf(commit: ComparedCommit): Contributor[] {
  const { sha, coAuthors } = commit;
  const committed: Contributor = {
    role: 'committer',
    person: commit.committer,
    name: commit.committerName,
    address: asCompared(commit.committerAddress),
    sha,
  };
  return [
    {
      role: 'author',
      person: commit.author,
      name: commit.authorName,
      address: asCompared(commit.authorAddress),
      sha,
    },
    ...(isGitHub(committed) ? [] : [committed]),
    ...coAuthors.map((text): Contributor => ({ role: 'co-author', ...readCoAuthor(text), sha })),
  ];
}

function hasUnknownCoAuthor({ coAuthors }: ComparedCommit): boolean {
  return coAuthors.some((text) => readCoAuthor(text).person === undefined);
}

/** `Name <address>`. */
function readCoAuthor(text: string): Pick<Contributor, 'person' | 'name' | 'address'> {
  const { name = text, address = '' } = /^(?<name>[^<]*)<(?<address>[^>]*)>/u.exec(text)?.groups ?? {};
  return { name: name.trim(), person: personOfAddress(address.trim()), address: asCompared(address) };
}

function batches(shas: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(shas.length / BATCH) }, (_, index) =>
    shas.slice(index * BATCH, (index + 1) * BATCH),
  );
}

interface CommitMakers extends Contributors {
  readonly sha: string;
}

/** GitHub knows whose account an address belongs to; a commit it does not tell about stays as it was. */
async function lookUp({ client, repository }: Asking, shas: readonly string[]): Promise<CommitMakers[]> {
  const variables = Object.fromEntries(shas.map((sha, index) => [`c${index}`, sha]));
  const declared = shas.map((_, index) => `$c${index}: GitObjectID!`).join(', ');
  const fields = shas.map((_, index) => `c${index}: object(oid: $c${index}) { ... on Commit { ${MAKERS_FIELDS} } }`);
  const data = await client.graphql({
    query: `query Makers($owner: String!, $repo: String!, ${declared}) { repository(owner: $owner, name: $repo) { ${fields.join(' ')} } }`,
    variables: { ...repository, ...variables },
    purpose: { what: 'read the authors of the commits', needs: ['contents: read'] },
  });
  const commits = repositoryIn(data);
  const answered = shas.map((_, index) => commits.at(`c${index}`));
  return answered.filter((commit) => !commit.isMissing).map(readCommitMakers);
}

function readCommitMakers(commit: Answer): CommitMakers {
  return { sha: commit.at('oid').text(), ...readMakers(commit) };
}
