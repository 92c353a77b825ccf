import { readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { FAILURE_CODES } from '@plimsoll/outcome';
import { inRepository } from '../../scripts/house/repository.ts';

const page = readFileSync(inRepository('docs/troubleshooting.md'), 'utf8');
const sections = [
  ...page.matchAll(/^### (?<code>[a-z-]+) \((?<number>\d+)\)\n\n(?<text>[\s\S]*?)(?=\n#|$(?![\s\S]))/gm),
];

describe('docs/troubleshooting.md', () => {
  it('has a section for every failure code, in the order of the codes', () => {
    expect(sections.map(({ groups }) => [groups?.['code'], Number(groups?.['number'])])).toEqual(
      Object.entries(FAILURE_CODES),
    );
  });

  it.each(sections.map(({ groups }) => [groups?.['code'] ?? '', groups?.['text'] ?? '']))(
    'says what %s means',
    (_, text) => {
      expect(text.trim().length).toBeGreaterThan(60);
    },
  );
});
