import { describe, expect, test } from '@jest/globals';
import type { CommandEnd, CommandOrder } from '../src/commands/command-end.ts';
import { runCommands } from '../src/commands/run-commands.ts';
import { recordingLog } from './support.ts';

function order(name: string): CommandOrder {
  return { name, command: name, limitMs: 1000 };
}

function passed({ name }: CommandOrder): CommandEnd {
  return { name, end: { kind: 'exited', status: 0 }, durationMs: 5, output: `out of ${name}\n` };
}

describe('commands side by side', () => {
  test('as many at a time as there may be, and their ends in the order they were given', async () => {
    let running = 0;
    let most = 0;
    const gates = [3, 1, 2, 0].map(() => Promise.withResolvers<void>());
    const ended = runCommands({
      orders: ['0', '1', '2', '3'].map(order),
      atATime: 2,
      log: recordingLog(),
      signal: new AbortController().signal,
      run: async (one) => {
        running += 1;
        most = Math.max(most, running);
        await gates[Number(one.name)]?.promise;
        running -= 1;
        return passed(one);
      },
    });
    for (const last of [1, 2, 0, 3]) gates[last]?.resolve();
    expect((await ended).map(({ name }) => name)).toEqual(['0', '1', '2', '3']);
    expect(most).toBe(2);
  });

  test('each has a group of its own with its end and what it printed', async () => {
    const lines: string[] = [];
    const ends = new Map<string, CommandEnd['end']>([
      ['bad', { kind: 'exited', status: 3 }],
      ['slow', { kind: 'timed-out', limitMs: 1000 }],
    ]);
    await runCommands({
      orders: ['good', 'bad', 'slow'].map(order),
      atATime: 1,
      log: recordingLog(lines),
      signal: new AbortController().signal,
      run: async (one) => ({ ...passed(one), end: ends.get(one.name) ?? { kind: 'exited', status: 0 } }),
    });
    expect(lines.filter((line) => line.startsWith('[') || line.startsWith('out'))).toEqual([
      '[good: passed after 5 ms]',
      'out of good',
      '[bad: failed with exit code 3 after 5 ms]',
      'out of bad',
      '[slow: ended at its time limit after 5 ms]',
      'out of slow',
    ]);
  });

  test('a cancelled run shows what was said until then, and starts no more of them', async () => {
    const abort = new AbortController();
    const lines: string[] = [];
    const ended = runCommands({
      orders: ['a', 'b'].map(order),
      atATime: 1,
      log: recordingLog(lines),
      signal: abort.signal,
      run: async (one) => {
        abort.abort(new Error('cancelled'));
        return { ...passed(one), end: { kind: 'killed', signal: 'the cancellation' } };
      },
    });
    await expect(ended).rejects.toThrow('cancelled');
    expect(lines).toEqual(['a: started', '[a: failed, ended by the cancellation after 5 ms]', 'out of a']);
  });
});
