import { readFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { TemporaryFolder } from '../src/index.ts';
import { distWithFailpoint, listSteps, runCommand, temporaryFolder, treeBuilder } from '../src/index.ts';

async function bundle(): Promise<TemporaryFolder> {
  const folder = await temporaryFolder();
  const tree = treeBuilder(folder.path);
  await tree.file('index.js', '');
  await tree.file('open.sh', 'echo one\n  : step middle\necho two\n: step end\n');
  await tree.file('close.sh', ': step twice\n: step twice\n');
  return folder;
}

describe('failpoints', () => {
  test('are found by program, in order', async () => {
    await using dist = await bundle();
    expect(await listSteps('any', dist.path)).toEqual([
      { program: 'close', marker: 'twice' },
      { program: 'close', marker: 'twice' },
      { program: 'open', marker: 'middle' },
      { program: 'open', marker: 'end' },
    ]);
  });

  test('kill the program at their place, in a copy', async () => {
    await using dist = await bundle();
    await using copy = await distWithFailpoint({ action: 'any', dist: dist.path, program: 'open', marker: 'middle' });
    expect(await runCommand({ program: 'sh', args: [`${copy.path}/open.sh`] })).toMatchObject({
      signal: 'SIGKILL',
      stdout: 'one\n',
    });
    expect(await runCommand({ program: 'sh', args: [`${dist.path}/open.sh`] })).toMatchObject({
      exitCode: 0,
      stdout: 'one\ntwo\n',
    });
    expect(await readFile(`${copy.path}/index.js`, 'utf8')).toBe('');
  });

  test('put any other line in the place of a marker', async () => {
    await using dist = await bundle();
    const request = { action: 'any', dist: dist.path, program: 'open', marker: 'end', line: 'exit 9' };
    await using copy = await distWithFailpoint(request);
    expect(await runCommand({ program: 'sh', args: [`${copy.path}/open.sh`] })).toMatchObject({ exitCode: 9 });
  });

  test.each(['nowhere', 'twice'])('refuse the marker "%s", which does not stand exactly once', async (marker) => {
    await using dist = await bundle();
    const program = marker === 'twice' ? 'close' : 'open';
    await expect(distWithFailpoint({ action: 'any', dist: dist.path, program, marker })).rejects.toThrow(
      'exactly once',
    );
  });
});
