import { expect, test } from '@jest/globals';
import { renderPlain } from '@plimsoll/message';
import { DEPLOYED, type ResultText, ROLLED_BACK, step, VERIFIED_BAD } from '../../../test/integration/sample-steps.ts';
import { storyOf } from './support/stories.ts';

/** What is told of one step, after the head of the story and before its links. */
function toldOf(steps: object): string {
  const text = renderPlain(storyOf(steps), 20_000).payload;
  return text.slice(text.indexOf('\n\n', text.indexOf('By: octocat')) + 2, text.indexOf('\n\nRun #7'));
}

const told = (result: ResultText, outputs = {}): string => toldOf({ it: step(result, outputs) });

test('a gate: tests, coverage, who approved, and its rules, the broken ones first', () => {
  const facts = {
    tests: { total: 567, passed: 565, failed: 1, errored: 1, skipped: 0, suiteErrors: 0, reports: 3 },
    coverage: { lines: { covered: 923, total: 1_000 } },
    approvers: ['alice', 'bob'],
    rules: [
      { rule: 'min-tests', verdict: 'pass', code: '', seen: '567', wanted: 'at least 500' },
      { rule: 'max-failures', verdict: 'fail', code: 'tests', seen: '2 failed', wanted: 'none' },
    ],
  };
  const summary = '1 of 2 rules broken.';
  expect(told({ action: 'quality-gate', verdict: 'fail', code: 'tests', summary, facts, durationMs: 90_000 })).toBe(
    `❌ Quality gate failed (tests) after 1 min 30 s
  1 of 2 rules broken.
  Tests: 567, 2 failed, Coverage: 92.3 %, Approved by: alice, bob
  - max-failures, fail, 2 failed, none
  - min-tests, pass, 567, at least 500`,
  );
});

test('a backup of one host, and of several', () => {
  const host = (name: string, more = {}): object => ({
    host: name,
    code: '',
    backup: 'B1',
    size: 1_234_567,
    verified: 'restore',
    ...more,
  });
  expect(told({ action: 'backup', facts: { operation: 'create', hosts: [host('one')] } })).toContain(
    'Backup: B1, Size: 1.2 MB, Verified: by restoring it',
  );
  const several = {
    operation: 'verify',
    hosts: [host('one'), host('two', { code: 'integrity', verified: 'damaged' })],
  };
  expect(told({ action: 'backup', verdict: 'fail', code: 'integrity', facts: several })).toContain(
    `❌ Verification of a backup failed (integrity) after 4.2 s
  It went as it should.
  - two, integrity, B1, 1.2 MB, damaged
  - one, B1, 1.2 MB, by restoring it`,
  );
});

test('a deployment, host by host', () => {
  expect(toldOf({ deploy: DEPLOYED })).toBe(
    `✅ Deployment passed after 4.2 s
  It went as it should.
  Release: 20261121T100000Z-1111111, Before: 20261120T100000Z-2222222, Changed files: 12
  - deploy@one:22, healthy, 3 s, 123.5 kB`,
  );
});

test('a verification with samples and latency, of its outputs where its result has none', () => {
  expect(toldOf({ verify: VERIFIED_BAD })).toContain(
    'Samples: 303, Error rate: 0.33 %, Response time: p50 12 ms, p95 812 ms\n',
  );
  const facts = { mode: 'monitor', latency: { p50: 20, p95: 30.4, p99: 1_500 }, confirmed: 'r1' };
  expect(told({ action: 'verify-deployment', facts }, { p50: '999' })).toContain(
    'Monitoring passed after 4.2 s\n  It went as it should.\n  Response time: p50 20 ms, p95 30 ms, p99 1.5 s, Confirmed: r1',
  );
});

test('a rollback, a list and a confirmation', () => {
  expect(toldOf({ back: ROLLED_BACK })).toContain('✅ Rollback passed');
  expect(told({ action: 'rollback', facts: { hosts: [] } })).toContain('✅ List of releases passed');
  expect(told({ action: 'rollback', verdict: 'fail', code: 'no-release' })).toContain(
    '❌ Rollback failed (no-release)',
  );
  expect(told({ action: 'rollback', facts: { release: 'r1' } })).toContain('✅ Confirmation passed');
});

test('facts that are not as expected count as not said', () => {
  const facts = { release: 3, hosts: 'all', changedFiles: -1, version: { a: 1 }, previous: ['x'] };
  expect(told({ facts })).toBe('✅ Deployment passed after 4.2 s\n  It went as it should.');
  const odd = {
    tests: 'many',
    coverage: { lines: { covered: 1, total: 0 } },
    approvers: [3, '', 'x'],
    rules: [null, 3, {}],
  };
  expect(told({ action: 'quality-gate', facts: odd })).toContain('Approved by: x');
  expect(
    told({ action: 'verify-deployment', facts: { samples: '303', errorRate: '1e99', latency: null } }),
  ).not.toContain('Error rate');
});

test.each(['constructor', '__proto__', 'toString'])(
  'the word %s from outside is a word, and nothing of ours',
  (word) => {
    const hosts = [{ host: word, verified: word, backup: 'b' }];
    expect(told({ action: 'backup', facts: { operation: word, hosts } })).toBe(
      `✅ Backup passed after 4.2 s\n  It went as it should.\n  Backup: b, Verified: ${word}`,
    );
    expect(told({ action: 'verify-deployment', facts: { mode: word } })).toContain('✅ Verification passed');
  },
);

test('an unknown action by its name', () => {
  expect(told({ action: 'something-new', facts: { secret: 'x' } })).toBe(
    '✅ something-new passed after 4.2 s\n  It went as it should.',
  );
});
