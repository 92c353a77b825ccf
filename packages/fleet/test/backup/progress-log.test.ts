import { expect, test } from '@jest/globals';
import { createProgressLog } from '../../src/backup/progress-log.ts';
import { recordingLog } from '../support/parts.ts';

test('long work says now and then how far it is, and short work nothing', () => {
  let now = 0;
  const { log, lines } = recordingLog();
  const tell = createProgressLog('web1', log, () => now);
  for (now = 0; now <= 11_000; now += 1_000) tell({ phase: 'archive', doneBytes: now * 1_000, totalBytes: 20_000_000 });
  now = 20_000;
  tell({ phase: 'send', doneBytes: 5, totalBytes: 0 });
  expect(lines).toEqual([
    'info: web1: archiving: 5 MB of 20 MB',
    'info: web1: archiving: 10 MB of 20 MB',
    'info: web1: fetching: 5 B',
  ]);
});
