import type { Answer } from '../answer.ts';
import { GitHubFailure } from '../failure.ts';

/** The repository of a GraphQL answer. Null means that nothing can be said about what is in it, not that it is empty. */
export function repositoryIn(data: Answer): Answer {
  const repository = data.at('repository');
  if (!repository.isMissing) return repository;
  const message = 'The token does not see the repository of this run: that takes `contents: read`.';
  throw new GitHubFailure('not-found', message);
}
