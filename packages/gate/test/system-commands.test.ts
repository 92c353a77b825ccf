import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, jest, test } from '@jest/globals';
import { systemCommands } from '@plimsoll/gate';
import { isAlive, temporaryFolder, waitUntil } from '@plimsoll/testkit';
import { OutputKeeper } from '../src/commands/output-keeper.ts';
import { commandEnvironment } from '../src/commands/system-commands.ts';

const never = new AbortController().signal;

async function run(command: string, limitMs = 20_000, signal: AbortSignal = never) {
  const runner = systemCommands({ PATH: process.env['PATH'], GREETING: 'hello' }, '/', 500);
  return runner({ name: 'it', command, limitMs }, signal);
}

describe('a command', () => {
  test('runs in the folder, with the environment, and both of its outputs are kept', async () => {
    const { end, output } = await run('pwd; echo "$GREETING" >&2');
    expect([end, output]).toEqual([{ kind: 'exited', status: 0 }, '/\nhello\n']);
  });

  test.each([
    ['its own exit code', 'exit 7', { kind: 'exited', status: 7 }],
    ['the first that fails of several', 'false; true', { kind: 'exited', status: 1 }],
    ['one that fails in a pipe', 'false | cat', { kind: 'exited', status: 1 }],
    ['a signal', 'kill -9 $$', { kind: 'killed', signal: 'SIGKILL' }],
  ])('ends with %s', async (_what, command, expected) => {
    expect((await run(command)).end).toEqual(expected);
  });

  test('reads nothing, so that a question cannot hang it', async () => {
    expect((await run('cat; echo end')).output).toBe('end\n');
  });

  test('is ended at its time limit', async () => {
    expect((await run('sleep 300', 100)).end).toEqual({ kind: 'timed-out', limitMs: 100 });
  });

  test('that we may not end does not outlast its time limit', async () => {
    // As for a command that became another user with sudo.
    const kill = jest.spyOn(process, 'kill').mockImplementation(() => {
      throw Object.assign(new Error('kill EPERM'), { code: 'EPERM' });
    });
    const { end, output } = await run('echo $$; exec sleep 30', 3_000).finally(() => kill.mockRestore());
    // An empty one would be taken for 0, which is everybody.
    expect(output).toMatch(/^\d+\n$/u);
    process.kill(Number(output), 'SIGKILL');
    expect(end).toEqual({ kind: 'timed-out', limitMs: 3_000 });
  });

  test('leaves nothing behind', async () => {
    const { end, output } = await run('sleep 300 & echo $!');
    expect(end).toEqual({ kind: 'exited', status: 0 });
    await waitUntil(async () => !(await isAlive(Number(output))), {
      deadlineMs: 5000,
      what: 'the end of what it left',
    });
  });

  test.each([
    ['with all that it started', 'sleep 300 & echo $! > mark; wait'],
    ['also when it does not listen', 'trap "" TERM; echo $$ > mark; while :; do sleep 0.1; done'],
  ])('is ended when the run is cancelled, %s', async (_what, command) => {
    await using folder = await temporaryFolder();
    const abort = new AbortController();
    const runner = systemCommands({ PATH: process.env['PATH'] }, folder.path, 300);
    const ended = runner({ name: 'it', command, limitMs: 60_000 }, abort.signal);
    const pid = await waitUntil(() => markIn(folder.path), { deadlineMs: 15_000, what: 'the mark' });
    abort.abort(new Error('cancelled'));
    expect((await ended).end).toEqual({ kind: 'killed', signal: 'the cancellation' });
    await waitUntil(async () => !(await isAlive(pid)), { deadlineMs: 5000, what: 'the end of what it started' });
  });
});

async function markIn(folder: string): Promise<number | undefined> {
  const text = await readFile(join(folder, 'mark'), 'utf8').catch(() => '');
  return text.endsWith('\n') ? Number(text) : undefined;
}

describe('the environment of commands', () => {
  test('is that of a step, without what belongs to this one', () => {
    const env = {
      PATH: '/bin',
      GITHUB_SHA: 'c',
      ACTIONS_ID_TOKEN_REQUEST_URL: 'u',
      'INPUT_GITHUB-TOKEN': 'secret',
      STATE_x: '1',
      ACTIONS_RUNTIME_TOKEN: 'secret',
      GITHUB_OUTPUT: '/o',
      GITHUB_ENV: '/e',
      GITHUB_PATH: '/p',
      GITHUB_STATE: '/s',
      GITHUB_STEP_SUMMARY: '/m',
      NOT_SET: undefined,
    };
    expect(Object.keys(commandEnvironment(env))).toEqual(['PATH', 'GITHUB_SHA', 'ACTIONS_ID_TOKEN_REQUEST_URL']);
  });
});

describe('a long output', () => {
  test('keeps its start and its end, and says what is missing', () => {
    const kept = new OutputKeeper();
    kept.write(Buffer.from('first\n'));
    for (let line = 0; line < 100; line += 1) kept.write(Buffer.alloc(100_000, 'x'));
    kept.write(Buffer.from('\nlast'));
    const text = kept.text();
    expect([text.startsWith('first\n'), text.endsWith('\nlast')]).toEqual([true, true]);
    expect(text).toMatch(/… [\d.]+ MB of output are left out here …/);
    expect(text.length).toBeLessThan(2_600_000);
  });

  test('that is short is whole', () => {
    const kept = new OutputKeeper();
    for (let line = 0; line < 4; line += 1) kept.write(Buffer.alloc(100_000, String(line)));
    expect(kept.text()).toHaveLength(400_000);
  });
});
