import { describe, expect, it } from '@jest/globals';
import { code, codeBlock, escapeMarkdown, markdownTable } from '@plimsoll/action-kit';
import * as fc from 'fast-check';
import { hostileText } from './support/hostile-text.ts';

/** What a browser shows for escaped text. */
function decoded(markdown: string): string {
  return markdown.replace(/&#(\d+);/g, (_entity, number: string) => String.fromCodePoint(Number(number)));
}

describe('escaped text', () => {
  it.each([
    ['a|b', 'a&#124;b'],
    ['`x`', '&#96;x&#96;'],
    ['<img src=x>', '&#60;img src=x&#62;'],
    ['**bold** _it_ ~~s~~', '&#42;&#42;bold&#42;&#42; &#95;it&#95; &#126;&#126;s&#126;&#126;'],
    ['[a](http://x)', '&#91;a&#93;(http&#58;//x)'],
    ['@octocat #12 :tada:', '&#64;octocat &#35;12 &#58;tada:'],
    ['www.example.org', '&#119;&#119;&#119;.example.org'],
    ['- item', '&#45; item'],
    ['1. item', '&#49;. item'],
    ['a\nb\r\nc', 'a b c'],
    ['&amp; $x$ \\', '&#38;amp; &#36;x&#36; &#92;'],
    ['\u001b[31mred\u001b[0m', 'red'],
    ['deploy@web1:22 my_file-2.tar', 'deploy@web1:22 my_file-2.tar'],
  ])('%j is %j', (text, markdown) => {
    expect(escapeMarkdown(text)).toBe(markdown);
  });

  it('is one line without structure, whatever the text', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(escapeMarkdown(text)).not.toMatch(/[\n\r|<>`*[\]\\]/);
      }),
    );
  });

  it('shows exactly the text', () => {
    const line = fc
      .string({ unit: fc.constantFrom(...Array.from('ab1 |`<>*_[]\\&@:/#$~-.!')) })
      .map((text) => text.trim());
    fc.assert(
      fc.property(line, (text) => {
        fc.pre(!/##\[|^:\s*:/.test(text));
        expect(decoded(escapeMarkdown(text))).toBe(text);
      }),
    );
  });
});

describe('code in a line', () => {
  it('cannot be left from within', () => {
    expect(code('a`</code>|b')).toBe('<code>a&#96;&#60;/code&#62;&#124;b</code>');
  });
});

describe('a block of code', () => {
  it('has a fence longer than any inside', () => {
    expect(codeBlock('a\n````\nb\n')).toBe('`````\na\n````\nb\n`````');
  });

  it('has a fence of three at least, and no colours', () => {
    expect(codeBlock('\u001b[31mred\u001b[0m')).toBe('```\nred\n```');
  });
});

describe('a table', () => {
  it('has a row for each row and a column for each header', () => {
    expect(
      markdownTable(['Host', 'Release', 'State'], [['web1', { code: 'a|b' }, { markdown: '**ok**' }], ['web2']]),
    ).toBe(
      [
        '| Host | Release | State |',
        '| --- | --- | --- |',
        '| web1 | <code>a&#124;b</code> | **ok** |',
        '| web2 |  |  |',
      ].join('\n'),
    );
  });

  it('keeps lines within a cell', () => {
    expect(markdownTable(['a'], [['x\ny'], [{ markdown: 'x\n| y' }]])).toBe('| a |\n| --- |\n| x<br>y |\n| x \\| y |');
  });

  it('keeps its shape, whatever is in it', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (header, cell) => {
        const lines = markdownTable([header, 'second'], [[cell, { code: cell }]]).split(/[\n\r]/);
        expect(lines).toHaveLength(3);
        for (const line of lines) {
          expect(line.match(/\|/g)).toHaveLength(3);
        }
      }),
    );
  });
});
