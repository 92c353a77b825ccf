import type { Outcome } from '../../src/action.ts';

/** An outcome with something in each of its parts. */
export const PASS: Outcome = {
  verdict: 'pass',
  code: '',
  summary: 'All is well',
  facts: { hosts: 2 },
  outputs: { 'release-id': 'r1' },
  report: '# fine',
};
