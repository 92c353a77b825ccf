import { execFile } from 'node:child_process';
import { mkdir, realpath, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import type { RunContext } from '@plimsoll/github';
import { known } from '@plimsoll/policy';
import { type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { afterCommands, readCheckout } from '../src/checkout/read-checkout.ts';
import { runContext } from './support.ts';

const run = promisify(execFile);
const COMMIT = '1'.repeat(40);
const OTHER = '2'.repeat(40);

let folder: TemporaryFolder;
let root: string;
beforeEach(async () => {
  folder = await temporaryFolder();
  root = join(await realpath(folder.path), 'checkout');
  await mkdir(root);
});
afterEach(() => folder.remove());

function seen(runCommit: string, more: Partial<RunContext> = {}) {
  const context = known(runContext({ sha: runCommit, commit: runCommit, ...more }));
  const { eventName } = context.facts;
  return readCheckout({ root, stated: { commit: runCommit, eventName }, run: async () => context });
}

async function put(files: Readonly<Record<string, string>>): Promise<void> {
  for (const [name, text] of Object.entries(files)) {
    const path = join(root, name);
    await mkdir(join(path, '..'), { recursive: true });
    await writeFile(path, text);
  }
}

describe('the commit in a workspace, by the files of git', () => {
  test.each([
    ['a commit alone', { '.git/HEAD': `${COMMIT}\n` }],
    ['a commit of SHA-256', { '.git/HEAD': `${'a'.repeat(64)}\n` }],
    ['a branch', { '.git/HEAD': 'ref: refs/heads/a/b\n', '.git/refs/heads/a/b': `${COMMIT}\n` }],
    [
      'a branch that is packed',
      {
        '.git/HEAD': 'ref: refs/heads/b\n',
        '.git/packed-refs': `# pack-refs with: peeled\n${OTHER} refs/heads/a/refs/heads/b\n${COMMIT} refs/heads/b\n^${OTHER}\n`,
      },
    ],
    [
      'a branch that was packed and moved on',
      {
        '.git/HEAD': 'ref: refs/heads/b\n',
        '.git/refs/heads/b': COMMIT,
        '.git/packed-refs': `${OTHER} refs/heads/b\n`,
      },
    ],
    [
      'a work tree',
      {
        '.git': 'gitdir: store/worktrees/w\n',
        'store/worktrees/w/HEAD': 'ref: refs/heads/b\n',
        'store/worktrees/w/commondir': '../..\n',
        'store/refs/heads/b': COMMIT,
      },
    ],
  ])('%s', async (_, files) => {
    await put(files);
    const checkout = await seen(OTHER);
    expect(checkout).toMatchObject({ kind: 'other', commit: expect.stringMatching(/^(?:1{40}|a{64})$/u), run: OTHER });
    expect(await seen(checkout.kind === 'other' ? checkout.commit : '')).toMatchObject({ kind: 'same' });
  });

  test('none where nothing is checked out', async () => {
    expect(await seen(COMMIT)).toEqual({ kind: 'none' });
  });

  test.each([
    ['an empty folder', { '.git/config': '' }, 'names neither a commit nor a branch'],
    ['a branch without a commit', { '.git/HEAD': 'ref: refs/heads/main\n' }, 'no commit is known of refs/heads/main'],
    ['refs in tables', { '.git/HEAD': 'ref: refs/heads/.invalid\n' }, 'no commit is known'],
    ['a way out', { '.git/HEAD': 'ref: refs/../../secret\n', secret: COMMIT }, 'names neither'],
    ['a file that names nothing', { '.git': 'hello' }, 'neither a folder nor the name of one'],
    ['a HEAD without end', { '.git/HEAD': `ref: refs/heads/${'a'.repeat(5000)}` }, 'names neither'],
  ])('cannot be told of %s', async (_, files, why) => {
    await put(files);
    expect(await seen(COMMIT)).toEqual({ kind: 'unreadable', why: expect.stringContaining(why) });
  });

  test('is not waited for where somebody put a pipe', async () => {
    await put({ '.git/config': '' });
    await run('mkfifo', [join(root, '.git/HEAD')]);
    expect(await seen(COMMIT)).toMatchObject({ kind: 'unreadable' });
  });

  test('stands alone outside of a run', async () => {
    await put({ '.git/HEAD': COMMIT });
    expect(await seen('')).toEqual({ kind: 'alone', commit: COMMIT });
  });

  test('may be the head of the pull request, of whose merge the run is', async () => {
    await put({ '.git/HEAD': COMMIT });
    expect(await seen(OTHER, { commit: COMMIT })).toEqual({ kind: 'same', commit: COMMIT });
    expect(await seen(OTHER, { commit: '3'.repeat(40) })).toMatchObject({ kind: 'other' });
  });

  test('is not that of the run where that one does not hold what the run is about', async () => {
    await put({ '.git/HEAD': COMMIT });
    const eventName = 'pull_request_target';
    expect(await seen(COMMIT, { eventName, commit: OTHER })).toEqual({ kind: 'other', commit: COMMIT, run: OTHER });
    expect(await seen(OTHER, { eventName, commit: COMMIT })).toEqual({ kind: 'same', commit: COMMIT });
  });
});

describe('a checkout by git', () => {
  async function git(...args: readonly string[]): Promise<string> {
    const identity = ['-c', 'user.name=a', '-c', 'user.email=a@example.org', '-c', 'init.defaultBranch=main'];
    const { stdout } = await run('git', [...identity, '-C', root, ...args], {
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_NOSYSTEM: '1' },
    });
    return stdout.trim();
  }

  async function commit(message: string): Promise<string> {
    await git('commit', '-q', '--allow-empty', '-m', message);
    return git('rev-parse', 'HEAD');
  }

  test('knows what was made in it upon the commit of the run', async () => {
    await git('init', '-q');
    const first = await commit('one');
    const second = await commit('two\twith a tab');
    expect(await seen(second)).toEqual({ kind: 'same', commit: second });
    expect(await seen(first)).toEqual({ kind: 'upon', commit: second, run: first });
    expect(await seen(OTHER)).toMatchObject({ kind: 'other' });
    await git('checkout', '-q', '-b', 'side', first);
    expect(await seen(second)).toEqual({ kind: 'other', commit: first, run: second });
    const third = await commit('three');
    await git('merge', '-q', '--no-edit', 'main');
    expect(await seen(third)).toMatchObject({ kind: 'upon', run: third });
    expect(await seen(first)).toMatchObject({ kind: 'upon', run: first });
    await git('reset', '-q', '--hard', 'main');
    expect(await seen(first)).toMatchObject({ kind: 'other' });
  });

  test('does not take what was fetched for made here, however it is stored', async () => {
    await git('init', '-q');
    const [first, second] = [await commit('one'), await commit('two')];
    const [origin, here] = [root, `${root}/here`];
    await mkdir(here);
    root = here;
    await git('init', '-q');
    await git('fetch', '-q', '--depth=1', `file://${origin}`, second);
    await git('checkout', '-q', '--detach', 'FETCH_HEAD');
    expect(await seen(first)).toEqual({ kind: 'other', commit: second, run: first });
    await git(
      'fetch',
      '-q',
      '--unshallow',
      `file://${origin}`,
      `+${first}:refs/heads/old`,
      `+${second}:refs/heads/new`,
    );
    await git('checkout', '-q', 'old');
    await git('merge', '-q', '--ff-only', 'new');
    expect(await seen(first)).toEqual({ kind: 'other', commit: second, run: first });
    await git('pack-refs', '--all');
    expect(await seen(second)).toEqual({ kind: 'same', commit: second });
  });
});

describe('before and after the commands', () => {
  const same = { kind: 'same', commit: COMMIT } as const;
  const upon = { kind: 'upon', commit: OTHER, run: COMMIT } as const;
  const other = { kind: 'other', commit: OTHER, run: COMMIT } as const;
  test.each([
    [same, same, same],
    [same, upon, upon],
    [same, other, other],
    [other, same, { kind: 'moved', commit: COMMIT, before: OTHER }],
    [{ kind: 'none' }, same, same],
    [same, { kind: 'none' }, { kind: 'none' }],
  ] as const)('%j and %j', (before, after, both) => {
    expect(afterCommands(before, after)).toEqual(both);
  });
});
