import { describe, expect, test } from '@jest/globals';
import { withReason } from '../setup/reason.ts';
import { skipLines } from '../setup/skip-reporter.ts';

const REASON = 'No sshd here. Run `apt-get install openssh-server`.';
const because = (reason: string) => ({
  status: 'pending',
  ancestorTitles: [withReason('a key', reason), 'of any type'],
});
const PASSED = { status: 'passed', ancestorTitles: ['a key'] };
const LEFT_OUT = { status: 'pending', ancestorTitles: ['a key'] };

/** What is said of files with these tests. */
function linesOf(...files: readonly (typeof PASSED)[][]): string[] {
  return skipLines({ testResults: files.map((testResults) => ({ testResults })) });
}

describe('the end of a run', () => {
  test('says of skipped tests how many they are, why, and how to run them', () => {
    expect(linesOf([PASSED, because(REASON)], [because('Needs root.'), because(REASON)])).toEqual([
      '1 skipped: Needs root.',
      `2 skipped: ${REASON}`,
      '.ci/run installs everything, and runs everything.',
    ]);
  });

  test('says nothing where all ran, or somebody picked a few', () => {
    expect(linesOf([PASSED], [PASSED, LEFT_OUT])).toEqual([]);
  });
});
