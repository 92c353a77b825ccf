import { expect, test } from '@jest/globals';
import { isAlive, signalProcess } from '../src/index.ts';

test.each([0, -0, Number.NaN, 1.5])('%p is no process: to the kernel 0 would be the whole test run', async (pid) => {
  expect(() => signalProcess(pid, 'SIGCONT')).toThrow('no process id');
  await expect(isAlive(pid)).rejects.toThrow('no process id');
});
