import { describe, expect, test } from '@jest/globals';
import { type Allowance, decide, type FailOn, parseAllowance, type Severity, sortFindings } from '@plimsoll/policy';
import { evidence, finding, known, NOTHING } from './support.ts';

const TODAY = '2026-11-21';

function rulesOf(failOn: FailOn, allowed: readonly Allowance[] = []) {
  return { failOn, allowed, today: TODAY };
}

describe('severity', () => {
  test.each([
    ['critical', ['critical', 'unknown']],
    ['high', ['critical', 'high', 'unknown']],
    ['medium', ['critical', 'high', 'medium', 'unknown']],
    ['low', ['critical', 'high', 'medium', 'low', 'unknown']],
    ['any', ['critical', 'high', 'medium', 'low', 'none', 'unknown']],
  ] as const)('%s fails what is as bad or worse, and what nobody rated', (failOn, expected) => {
    const severities: readonly Severity[] = ['critical', 'high', 'medium', 'low', 'none', 'unknown'];
    const all = severities.map((severity) => finding(severity, severity));
    expect(sortFindings(rulesOf(failOn), all).failing.map(({ id }) => id)).toEqual(expected);
  });

  test('what the report itself accepts is counted apart', () => {
    const sorted = sortFindings(rulesOf('any'), [finding('X', 'critical', { suppressed: true })]);
    expect([sorted.failing.length, sorted.suppressed.length]).toEqual([0, 1]);
  });
});

describe('allowances', () => {
  const found = [finding('CVE-2026-1', 'critical', { aliases: ['GHSA-aaaa'] })];
  test.each([
    ['by id', 'CVE-2026-1 until 2026-12-31: we send no mail', 'pass', ''],
    ['by alias, in any case', 'ghsa-AAAA until 2026-12-31: we send no mail', 'pass', ''],
    ['on its last day', `CVE-2026-1 until ${TODAY}: we send no mail`, 'pass', ''],
    [
      'a day later',
      'CVE-2026-1 until 2026-11-20: we send no mail',
      'fail',
      'allowances that are over: CVE-2026-1 (2026-11-20)',
    ],
    [
      'of something else',
      'CVE-2026-10 until 2026-12-31: other',
      'fail',
      'allowances of nothing that was found: CVE-2026-10',
    ],
  ])('%s', (...[_what, line, verdict, detail]) => {
    const policy = { ...NOTHING, findings: rulesOf('high', [parseAllowance(line)]) };
    const decision = decide(policy, evidence({ findings: known(found) }));
    expect([decision.verdict, decision.rulings[0]?.detail]).toEqual([verdict, detail]);
  });

  test.each([
    ['without a reason', 'CVE-1 until 2026-12-31:', 'no reason'],
    ['with a reason of no letters', 'CVE-1 until 2026-12-31: ...', 'no reason'],
    ['without a day', 'CVE-1: because', 'not of the form'],
    ['with a word for a day', 'CVE-1 until forever: because', "no day such as 2026-12-31 after 'until'"],
    ['with a day that there is not', 'CVE-1 until 2026-02-30: because', 'no day'],
    ['with a month that there is not', 'CVE-1 until 2026-13-01: because', 'no day'],
  ])('%s are refused', (_what, line, message) => {
    expect(() => parseAllowance(line)).toThrow(message);
  });
});
