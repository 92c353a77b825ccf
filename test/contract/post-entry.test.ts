import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, test } from '@jest/globals';
import { runCommand, temporaryFolder } from '@plimsoll/testkit';
import { POST_ENTRY } from '../../scripts/house/bundle.ts';

/** What a bundle beside the entry is told, or nothing when it is not loaded. */
async function loadedWith(state: Readonly<Record<string, string>>): Promise<string> {
  await using folder = await temporaryFolder();
  await writeFile(join(folder.path, 'package.json'), '{"type":"module"}');
  await writeFile(join(folder.path, 'post.js'), POST_ENTRY);
  await writeFile(join(folder.path, 'index.js'), 'console.log(process.env.STATE_isPost);');
  const run = await runCommand({
    program: process.execPath,
    args: [join(folder.path, 'post.js')],
    env: { PATH: process.env['PATH'], ...state },
  });
  expect([run.exitCode, run.stderr]).toEqual([0, '']);
  return run.stdout.trim();
}

describe('the entry of a post step', () => {
  test.each([
    ['a main step that was killed before its first word', {}],
    ['one that was killed in the middle', { STATE_isPost: 'true', STATE_hold: 'held' }],
    ['one that says something else', { STATE_leftovers: 'some' }],
  ])('loads the bundle after %s', async (_what, state) => {
    expect(await loadedWith(state)).toBe('true');
  });

  test('loads nothing after a main step that left nothing', async () => {
    expect(await loadedWith({ STATE_isPost: 'true', STATE_leftovers: 'none' })).toBe('');
  });
});
