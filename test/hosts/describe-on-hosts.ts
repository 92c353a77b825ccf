import { describe } from '@jest/globals';
import { whyNoHosts } from './requirements.ts';

/** A `describe` for tests on Linux hosts: skipped, and the reason told, where there can be none. The one place that decides on it. */
export function describeOnHosts(title: string, tests: () => void): void {
  const reason = whyNoHosts();
  if (reason === undefined) {
    describe(title, tests);
    return;
  }
  process.stderr.write(`Skipped: ${title}. ${reason}\n`); // jest prints no titles of skipped tests.
  describe.skip(`${title} (${reason})`, tests);
}
