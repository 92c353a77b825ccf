import { describe, expect, test } from '@jest/globals';
import { closedMarkdown, cutTo, fillTemplate, readTemplate, renderMail, splitMarkdown } from '@plimsoll/message';
import * as fc from 'fast-check';
import { DEPLOYED, VERIFIED_BAD } from '../../../test/integration/sample-steps.ts';
import { hostile, storyOf } from './support/stories.ts';

describe('a cut', () => {
  test.each([
    ['short', 10, 'short'],
    ['one two three four', 15, 'one two three…'],
    ['onetwothreefour', 8, 'onetwot…'],
    ['ab😀cd', 4, 'ab…'],
    ['x👩‍👩‍👧y', 5, 'x…'],
    ['ae\u0301bcd', 3, 'a…'],
    ['anything', 0, ''],
    ['anything', 1, '…'],
  ])('of %j to %i is %j', (text, most, cut) => {
    expect(cutTo(text, most)).toBe(cut);
  });

  test('of a long run of spaces takes no time of its own', () => {
    const text = `a${' '.repeat(50_000)}${'b '.repeat(10_000)}`;
    expect(cutTo(text, 65_000)).toBe(`${text.slice(0, 64_998)}…`);
    expect(cutTo(`one two${' '.repeat(50_000)}three`, 10)).toBe('one two  …');
  });

  test('stays within any measure, is a beginning of the text, and never parts a character', () => {
    const measures = fc.constantFrom(
      (text: string) => text.length,
      (text: string) => new TextEncoder().encode(text).length,
      (text: string) => text.replaceAll('&', '&amp;').length,
    );
    const wellFormed = hostile.map((text) => text.toWellFormed());
    fc.assert(
      fc.property(wellFormed, fc.nat({ max: 200 }), measures, (text, most, measure) => {
        const cut = cutTo(text, most, measure);
        expect(cut.isWellFormed()).toBe(true);
        expect(measure(cut)).toBeLessThanOrEqual(Math.max(most, 0));
        if (cut !== text && cut !== '')
          expect([cut.endsWith('…'), text.startsWith(cut.slice(0, -1))]).toEqual([true, true]);
      }),
      { numRuns: 300 },
    );
  });
});

describe('Markdown in pages', () => {
  /** Pages without the fences that were added between them. */
  const joined = (pages: readonly string[], fence: string): string =>
    pages
      .map((page, at) => (at === 0 ? page : page.replace(`${fence}\n`, '')))
      .join('')
      .replaceAll(new RegExp(`\n${fence}(?=x)`, 'gu'), '\n');

  test('of a text that fits is the text', () => {
    expect(splitMarkdown('# x\n\ny', 1_000)).toEqual(['# x\n\ny']);
    expect(splitMarkdown('', 1_000)).toEqual(['']);
  });

  test('is parted between paragraphs', () => {
    const paragraph = `${'word '.repeat(60).trim()}\n\n`;
    const pages = splitMarkdown(paragraph.repeat(10), 1_000);
    expect(pages.join('')).toBe(paragraph.repeat(10));
    expect(pages.every((page) => page.length <= 1_000 && page.endsWith('\n\n'))).toBe(true);
  });

  test.each(['```', '~~~~'])('closes and opens a block of code with %s', (fence) => {
    const pages = splitMarkdown(`before\n\n${fence}js\n${'x();\n'.repeat(600)}${fence}\nafter`, 1_000);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      expect(page.length).toBeLessThanOrEqual(1_000);
      expect(page.split('\n').filter((line) => line.startsWith(fence)).length % 2).toBe(0);
    }
    for (const page of pages.slice(1, -1)) expect(page.startsWith(`${fence}js\n`)).toBe(true);
    expect(joined(pages, fence).split('x();').length).toBe(601);
  });

  test('never has a page above its limit, and loses no word', () => {
    const parts = fc.array(fc.oneof(hostile, fc.constantFrom('```\n', '\n```\n', '\n\n', '~~~\n', '````md\n')), {
      maxLength: 80,
    });
    fc.assert(
      fc.property(parts, fc.integer({ min: 1_000, max: 3_000 }), (list, most) => {
        const text = list.join('').toWellFormed();
        const pages = splitMarkdown(text, most);
        for (const page of pages) expect([page.length <= most, page.isWellFormed()]).toEqual([true, true]);
        const letters = (from: string): string => from.replaceAll(/[`~\s]|md/gu, '');
        expect(letters(pages.join(''))).toBe(letters(text));
      }),
    );
  });
});

describe('Markdown that something follows', () => {
  test.each([
    ['', ''],
    ['Hello <!-- hidden --> <details>x</details> ``` `<!--` and `<pre>`', undefined],
    ['```\n<!-- <details>\n```\nDone.', undefined],
    ['```sh\nlog', '```sh\nlog\n```'],
    ['~~~~\n```\nlog\n', '~~~~\n```\nlog\n~~~~'],
    ['seen <!-- and no more', undefined],
    ['<!-- and no more', '<!-- and no more\n-->'],
    ['<!-- one -->\n<!-- two', '<!-- one -->\n<!-- two\n-->'],
    ['a\n\n<Script>\nx', 'a\n\n<Script>\nx\n</script>'],
    ['<details><summary>Log</summary>\n\ntext', '<details><summary>Log</summary>\n\ntext\n</details>'],
    ['<DETAILS>a<details open>b</details>\n<pre>', '<DETAILS>a<details open>b</details>\n<pre>\n</pre>\n\n</details>'],
  ])('%j is closed', (markdown, closed) => {
    expect(closedMarkdown(markdown)).toBe(closed ?? markdown);
    expect(closedMarkdown(closedMarkdown(markdown))).toBe(closedMarkdown(markdown));
  });
});

describe('a template', () => {
  const STORY = storyOf({ deploy: DEPLOYED, verify: VERIFIED_BAD }, { text: '"},"injected":{"a":"\\', fields: [] });

  test('is filled with what it names, and nothing becomes JSON that was text', () => {
    const read = readTemplate(
      '{"incident":{"name":"{{ title }}","body":"{{text}}","n":1,"list":["{{code}}",null,true]}}',
    );
    if (!('template' in read)) throw new Error(read.wrong);
    expect(fillTemplate(read.template, STORY)).toEqual({
      payload: {
        incident: {
          name: 'Deployment of v1.2.3 to production failed',
          body: '"},"injected":{"a":"\\',
          n: 1,
          list: ['latency', null, true],
        },
      },
      leftOut: [],
    });
  });

  test.each([
    ['[]', 'is not a JSON object'],
    ['{', 'is not a JSON object'],
    ['{"a":"{{secrets}}"}', 'names {{secrets}}; known are: event, title'],
    [JSON.stringify({ a: 'x'.repeat(12_000) }), 'is larger than 10000 bytes'],
  ])('%.30s is none', (text, wrong) => {
    expect(readTemplate(text)).toEqual({ wrong: expect.stringContaining(wrong) });
  });

  test('says what it cut', () => {
    const long = storyOf({}, { text: 'x'.repeat(60_000) });
    expect(fillTemplate({ a: '{{text}}', b: '{{text}}' }, long).leftOut).toEqual(['the end of text']);
  });
});

describe('a mail', () => {
  test('about a success is a summary without lists', () => {
    const { subject, text, html } = renderMail(storyOf({ deploy: DEPLOYED })).payload;
    expect(subject).toBe('[octo-org/octo-repo] Deployment of v1.2.3 succeeded');
    expect(text + html).not.toContain('deploy@one');
  });

  test('about a failure is a report with everything, and when it happened', () => {
    const { subject, text, html } = renderMail(storyOf({ deploy: DEPLOYED, verify: VERIFIED_BAD })).payload;
    expect(subject).toBe('[octo-org/octo-repo] Incident: Deployment of v1.2.3 to production failed');
    for (const body of [text, html]) expect(body).toContain('deploy@one');
    expect(html).toContain('10:00:10 UTC');
  });
});
