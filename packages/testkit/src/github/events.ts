import type { Account, Pull, Repository } from './world.ts';

/** The parts of event payloads that actions read, as GitHub writes them to GITHUB_EVENT_PATH. */

type Payload = Readonly<Record<string, unknown>>;

export interface EventRequest {
  readonly repository: Repository;
  readonly action?: string;
  readonly sender?: Account;
}

export function pullRequestEvent(pull: Pull, { repository, action = 'synchronize', sender }: EventRequest): Payload {
  const isFork = pull.head.owner.id !== repository.owner.id;
  const base = { id: repository.id, name: repository.name, full_name: `${repository.owner.login}/${repository.name}` };
  const fork = {
    id: repository.id + 1_000_000,
    name: repository.name,
    full_name: `${pull.head.owner.login}/${repository.name}`,
  };
  return {
    action,
    number: pull.number,
    pull_request: {
      id: pull.id,
      number: pull.number,
      title: pull.title,
      state: pull.state,
      draft: pull.isDraft,
      merged: pull.mergedAt !== undefined,
      merge_commit_sha: pull.mergeCommit ?? null,
      user: pull.author === undefined ? null : accountIn(pull.author),
      head: { ref: pull.head.branch, sha: pull.head.sha, repo: isFork ? fork : base },
      base: { ref: pull.base.branch, sha: pull.base.sha, repo: base },
    },
    repository: base,
    ...senderIn(sender ?? pull.author),
  };
}

export function pushEvent(
  {
    before,
    after,
    ref = 'refs/heads/main',
  }: { readonly before: string; readonly after: string; readonly ref?: string },
  { repository, sender }: EventRequest,
): Payload {
  return { ref, before, after, repository: { id: repository.id, name: repository.name }, ...senderIn(sender) };
}

function senderIn(sender: Account | undefined): Payload {
  return sender === undefined ? {} : { sender: accountIn(sender) };
}

function accountIn({ id, login, type }: Account): Payload {
  return { id, login, type };
}
