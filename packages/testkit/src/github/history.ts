import type { ChangedFile, Commit, Pull, Repository, Target } from './world.ts';

/** Everything between two commits, as `compare` tells it. */
export interface History {
  readonly mergeBase: Commit;
  /** In head and not in base, oldest first. */
  readonly ahead: readonly Commit[];
  readonly behind: readonly Commit[];
  readonly files: readonly ChangedFile[];
}

/** A commit by its name: digits, branch, tag, or `refs/…`. */
export function resolveCommit(repository: Repository, name: string): Commit | undefined {
  const bySha = repository.commits.get(name);
  if (bySha !== undefined) return bySha;
  const target = ['', 'refs/', 'refs/tags/', 'refs/heads/'].flatMap(
    (start) => repository.refs.get(start + name) ?? [],
  )[0];
  return target === undefined ? undefined : peel(repository, target);
}

/** The commit behind a target, through tags of tags. */
export function peel(repository: Repository, target: Target): Commit | undefined {
  if (target.type === 'commit') return repository.commits.get(target.sha);
  const tag = repository.tagObjects.get(target.sha);
  return tag === undefined ? undefined : peel(repository, tag.target);
}

export function historyBetween(repository: Repository, base: Commit, head: Commit): History | undefined {
  const ofBase = ancestors(repository, base);
  const ofHead = ancestors(repository, head);
  const mergeBase = [...ofHead.values()].find(({ sha }) => ofBase.has(sha));
  if (mergeBase === undefined) return undefined;
  const ahead = [...ofHead.values()].filter(({ sha }) => !ofBase.has(sha)).toReversed();
  const behind = [...ofBase.values()].filter(({ sha }) => !ofHead.has(sha)).toReversed();
  return { mergeBase, ahead, behind, files: filesOf(ahead) };
}

/** The commits a pull request would bring. */
export function commitsOfPull(repository: Repository, pull: Pull): readonly Commit[] {
  const base = repository.commits.get(pull.base.sha);
  const head = repository.commits.get(pull.head.sha);
  if (base === undefined || head === undefined) return [];
  return historyBetween(repository, base, head)?.ahead ?? [];
}

export function contains(repository: Repository, tip: Commit, sha: string): boolean {
  return ancestors(repository, tip).has(sha);
}

/** A commit and all before it, the nearest first. */
function ancestors(repository: Repository, start: Commit): Map<string, Commit> {
  const found = new Map<string, Commit>();
  const queue = [start];
  for (let commit = queue.shift(); commit !== undefined; commit = queue.shift()) {
    if (found.has(commit.sha)) continue;
    found.set(commit.sha, commit);
    queue.push(...commit.parents.flatMap((sha) => repository.commits.get(sha) ?? []));
  }
  return found;
}

/** The last word on every file. */
function filesOf(commits: readonly Commit[]): ChangedFile[] {
  return [...new Map(commits.flatMap(({ files }) => files).map((file) => [file.filename, file])).values()];
}
