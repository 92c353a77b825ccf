import { describe, expect, test } from '@jest/globals';
import { wordFindings } from '../../scripts/house/words.ts';

const marker = (...parts: string[]): string => parts.join('');

describe('words of the house', () => {
  test.each([
    'packages/ssh/src/utils.ts',
    'packages/ssh/src/util/names.ts',
    'test/helpers/server.ts',
    'scripts/common.ts',
  ])('refuse the name %s', (path) => {
    expect(wordFindings([{ path, text: '' }])).toEqual([{ path, line: 0, why: 'name it after what it holds' }]);
  });

  test.each([
    marker('// TO', 'DO later'),
    marker('// FIX', 'ME'),
    marker('// @ts-', 'ignore'),
    marker('cd ', '/work', '/main'),
    marker('"resolved": ', '"https://registry.example/x.tgz"'),
    marker('<<<<', '<<< ours'),
  ])('refuse the line %s', (line) => {
    const findings = wordFindings([{ path: 'a.ts', text: `export {};\n${line}\n` }]);
    expect(findings.map((finding) => finding.line)).toEqual([2]);
  });

  test('leave the reports of others alone', () => {
    const text = marker('<skipped message="TO', 'DO" />');
    expect(wordFindings([{ path: 'test/fixtures/reports/good/junit/bun.xml', text }])).toEqual([]);
  });

  test('leave ordinary text alone', () => {
    const text = 'ssh-agent, /home/deploy/work/, a utility, "resolved": "packages/ssh", methodology\n=======x\n';
    expect(wordFindings([{ path: 'packages/ssh/src/utilisation.ts', text }])).toEqual([]);
  });
});
