import { describeUnless } from '../setup/needs.ts';
import { whyNoHosts } from './requirements.ts';

/** A `describe` for tests on Linux hosts: skipped, and the reason told, where there can be none. The one place that decides on it. */
export function describeOnHosts(title: string, tests: () => void): void {
  describeUnless(whyNoHosts())(title, tests);
}
