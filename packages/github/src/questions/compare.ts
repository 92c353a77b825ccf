import type { Answer } from '../answer.ts';
import type { Asking } from '../asking.ts';
import type { ChangedFile, ComparedCommit, Comparison } from '../comparison.ts';
import { GitHubFailure } from '../failure.ts';
import type { GitHub } from '../github.ts';
import { readPerson } from '../read-person.ts';
import { changedLines } from './changed-lines.ts';
import { personOfAddress } from './commit-makers.ts';
import { orUndefined } from './or-undefined.ts';

const PAGE = 100;
const MAX_COMMITS = 1000;

/** GitHub lists no more files than this. */
const MAX_FILES = 300;

interface Range {
  readonly base: string;
  readonly head: string;
}

export function compareQuestion(asking: Asking): GitHub['compare'] {
  return async (range) => {
    const first = await orUndefined(loadPage(asking, range, 1));
    if (first === undefined) return undefined;
    const total = first.at('total_commits').whole();
    const pages = Math.ceil(Math.min(total, MAX_COMMITS) / PAGE);
    const rest = Array.from({ length: Math.max(0, pages - 1) }, (_, index) => loadPage(asking, range, index + 2));
    const commits = [first, ...(await Promise.all(rest))].flatMap((page) => page.at('commits').list().map(readCommit));
    return { ...readComparison(first, range), commits, commitsComplete: commits.length >= total };
  };
}

function loadPage({ client, repository }: Asking, { base, head }: Range, page: number): Promise<Answer> {
  return client.rest({
    route: 'GET /repos/{owner}/{repo}/compare/{basehead}',
    parameters: { ...repository, basehead: `${base}...${head}`, per_page: PAGE, page },
    purpose: { what: `compare ${base.slice(0, 40)} with ${head.slice(0, 40)}`, needs: ['contents: read'] },
  });
}

function readComparison(page: Answer, { base, head }: Range): Omit<Comparison, 'commits' | 'commitsComplete'> {
  const files = page.at('files').maybe((all) => all.list()) ?? [];
  return {
    base,
    head,
    status: oneOf(STATUSES, page.at('status').text()),
    aheadBy: page.at('ahead_by').whole(),
    behindBy: page.at('behind_by').whole(),
    mergeBase: page.at('merge_base_commit').at('sha').text(),
    files: files.map(readFile),
    filesComplete: files.length < MAX_FILES && !page.at('files').isMissing,
    url: page.at('html_url').text(),
  };
}

const STATUSES = ['ahead', 'identical', 'behind', 'diverged'] as const;
const FILE_STATUSES = ['added', 'removed', 'modified', 'renamed', 'copied', 'changed', 'unchanged'] as const;

function oneOf<T extends string>(known: readonly T[], seen: string): T {
  const found = known.find((one) => one === seen);
  if (found === undefined) {
    throw new GitHubFailure(
      'unreadable',
      `GitHub compares with the status "${seen}", which is none of ${known.join(', ')}.`,
    );
  }
  return found;
}

function readCommit(commit: Answer): ComparedCommit {
  const git = commit.at('commit');
  const message = git.at('message').text();
  return {
    sha: commit.at('sha').text(),
    subject: message.split('\n', 1)[0] ?? '',
    author: readMaker(commit.at('author'), git.at('author')),
    committer: readMaker(commit.at('committer'), git.at('committer')),
    authorName: textIn(git.at('author'), 'name'),
    authorAddress: textIn(git.at('author'), 'email'),
    committerName: textIn(git.at('committer'), 'name'),
    committerAddress: textIn(git.at('committer'), 'email'),
    coAuthors: [...message.matchAll(CO_AUTHOR)].map(([, text = '']) => text.trim()),
  };
}

/** GitHub does not say how exactly it reads them: what may be one is one. */
const CO_AUTHOR = /^[ \t]*co-authored-by[ \t]*:(.*)$/gimu;

/** Without an account behind the address, GitHub answers with null, or with an empty object. */
function readMaker(account: Answer, git: Answer): ComparedCommit['author'] {
  const isKnown = !account.isMissing && !account.at('id').isMissing;
  if (isKnown) return readPerson(account);
  return git.maybe((one) => one.at('email').maybe((email) => personOfAddress(email.text())));
}

function textIn(git: Answer, name: 'name' | 'email'): string {
  return git.maybe((one) => one.at(name).maybe((text) => text.text())) ?? '';
}

function readFile(file: Answer): ChangedFile {
  const additions = file.at('additions').whole();
  return {
    path: file.at('filename').text(),
    previousPath: file.at('previous_filename').maybe((name) => name.text()),
    status: oneOf(FILE_STATUSES, file.at('status').text()),
    additions,
    deletions: file.at('deletions').whole(),
    changedLines: changedLines(
      file.at('patch').maybe((patch) => patch.text()),
      additions,
    ),
  };
}
