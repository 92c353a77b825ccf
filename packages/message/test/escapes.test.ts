import { describe, expect, test } from '@jest/globals';
import {
  cleanText,
  inertMarkdownCode,
  inertMarkdownLine,
  inertMarkdownText,
  mentionsFor,
  NOBODY,
  readMentionRule,
  renderDiscord,
  renderMail,
  renderMarkdown,
  renderSlack,
  renderTeams,
} from '@plimsoll/message';
import * as fc from 'fast-check';
import { DEPLOYED, step } from '../../../test/integration/sample-steps.ts';
import { at, objectsIn, textAt } from './support/json.ts';
import { hostile, placeWith, storyOf } from './support/stories.ts';

const EVIL =
  '<!channel> <@U0EVIL1> @everyone @octocat #12 GH-12 [x](https://evil.example) https://evil.example www.evil.example *b* _i_ `c` ~s~ | <script>alert(1)</script> <at>a@b.example</at> :smile: $x$';
const STORY = storyOf(
  { deploy: step({ summary: EVIL, facts: { version: EVIL, hosts: [{ host: EVIL, state: 'healthy', code: EVIL }] } }) },
  {
    title: EVIL,
    text: `${EVIL}\n# ${EVIL}\n> ${EVIL}`,
    fields: [{ name: EVIL, value: EVIL }],
    place: placeWith(EVIL),
  },
);

test('Slack: foreign text stands where no markup is known, and its three characters are escaped', () => {
  const { payload } = renderSlack(STORY, NOBODY);
  for (const object of objectsIn(payload)) {
    const text = textAt(object, 'text').replaceAll(/&(?:amp|lt|gt);/gu, '');
    if (textAt(object, 'type') === 'plain_text')
      expect([text, at(object, 'emoji')]).toEqual([expect.not.stringMatching(/[<>&]/u), false]);
    if (textAt(object, 'type') === 'mrkdwn')
      expect([text, at(object, 'verbatim')]).toEqual([expect.not.stringMatching(/evil/iu), true]);
  }
  expect(payload).toMatchObject({ parse: 'none', link_names: false, text: expect.not.stringMatching(/[<>]/u) });
});

test('Teams: foreign text stands in runs, which know no Markdown, and calls nobody', () => {
  const { payload } = renderTeams(STORY, NOBODY);
  const withEvil = objectsIn(payload).filter((object) => textAt(object, 'text').includes('evil'));
  expect([...new Set(withEvil.map((object) => textAt(object, 'type')))]).toEqual(['TextRun']);
  expect(JSON.stringify(payload)).toContain('"entities":[]');
  const others = objectsIn(payload).map((object) => textAt(object, 'fallbackText') + textAt(object, 'title'));
  expect(others.join(' ')).not.toContain('evil');
});

test('Teams: the words for a time stay words', () => {
  const text = '{{DATE(2026-11-21T10:00:00Z, SHORT)}} {{{time(2026-11-21T10:00:00Z)}}} {{title}}';
  const said = JSON.stringify(renderTeams(storyOf({}, { text }), NOBODY).payload);
  expect(said).not.toMatch(/\{\{(?:DATE|TIME)\(/iu);
  expect(said.replaceAll('\u200B', '')).toContain(text);
});

test('Discord: markup is escaped, addresses make no links, and nobody may be called', () => {
  const { payload } = renderDiscord(STORY, NOBODY);
  const said = objectsIn(payload).flatMap((object) =>
    ['title', 'description', 'name', 'value'].map((name) => textAt(object, name)),
  );
  const foreign = said.filter((text) => text.includes('evil')).join('\n');
  const bare = foreign
    .replaceAll(/\\[^A-Za-z0-9\s]/gu, '')
    .replaceAll(/\[(?:Run|Commit)[^\]]*\]\(https:\/\/github\.com[^)]*\)/gu, '');
  expect(bare).not.toMatch(/[*_~`|<>@#[\]]|:\/\//u);
  expect(payload).toMatchObject({ content: '', allowed_mentions: { parse: [], users: [], roles: [] } });
});

test('mail: no tag of anybody else', () => {
  const { html } = renderMail(STORY).payload;
  expect(html).not.toMatch(/<(?:script|at|!channel)/u);
});

describe('GitHub', () => {
  const { payload } = renderMarkdown(STORY, 65_536);
  test('makes no mention, reference, link or tag of foreign text', () => {
    const rest = payload.replaceAll(/&#\d+;/gu, '·').replaceAll(/\]\(https:\/\/github\.com[^)]*\)/gu, '');
    expect(rest).not.toMatch(/@|https?:\/\/|www\.|<script|<at|<!|`|\$/u);
    const tags = new Set(rest.match(/<\/?[a-z]+/gu));
    expect([...tags].every((tag) => /^<\/?(?:br|code|details|summary|wbr)$/u.test(tag))).toBe(true);
  });

  test('parts mentions and references, for which an entity alone is not enough', () => {
    expect(inertMarkdownLine('@octocat #12 GH-3 https://x www.y')).toBe(
      '&#64;&#8203;octocat &#35;&#8203;12 GH-&#8203;3 https:&#8203;//x www&#8203;.y',
    );
    expect(inertMarkdownLine('fixed in 1234567')).toBe('fixed in 123456&#8203;7');
    expect(inertMarkdownLine('0123456789abcdef')).toBe('012345&#8203;6789ab&#8203;cdef');
  });

  // Seen with cmark-gfm 0.29: `ann&#64;web.example` becomes a link, in <code> too; emoji are looked for in the finished text.
  test('parts mail addresses and emoji, and leaves hosts and times as one copies them', () => {
    expect(inertMarkdownLine('ann@web.example a@.b :+1: :100:')).toBe(
      'ann&#64;&#8203;web.example a&#64;&#8203;.b :&#8203;+1: :&#8203;100:',
    );
    expect(inertMarkdownLine('deploy@one:22 at 10:20:30')).toBe('deploy&#64;one:22 at 10&#58;20:30');
    expect(inertMarkdownCode('pkg@1.2.3-beta')).toBe('<code>pkg&#64;<wbr>1.2.3-beta</code>');
  });

  test('shows exactly the text: undoing the entities and gaps gives it back', () => {
    const lines = hostile.map((text) => cleanText(text).replaceAll('\n', ' ').trim());
    fc.assert(
      fc.property(lines, (text) => {
        const shown = inertMarkdownLine(text).replaceAll('&#8203;', '');
        const decoded = shown.replaceAll(/&#(\d+);/gu, (_all, code: string) => String.fromCodePoint(Number(code)));
        expect(decoded).toBe(text);
        expect(inertMarkdownLine(text)).not.toMatch(/[`*<>|\\[\]@$~]|:\/\//u);
      }),
    );
  });

  test('keeps paragraphs and lines, and nothing that a line could begin', () => {
    expect(inertMarkdownText('one\ntwo\n\n    - three\n# four')).toBe('one<br>\ntwo\n\n&#45; three<br>\n&#35; four');
    expect(inertMarkdownText('1. x\n2.5 s')).toBe('&#49;. x<br>\n2.5 s');
  });

  test('hides no table in a table', () => {
    const rows = payload.split('\n').filter((line) => line.startsWith('| ') && line.includes('evil'));
    expect(rows.length).toBeGreaterThan(2);
    for (const row of rows) expect([4, 7]).toContain(row.split('|').length);
  });
});

describe('mentions', () => {
  test('call those who were asked for, at the event they were asked for, in the words of their receiver', () => {
    const rules = [
      'failed: <@U123ABC> <!subteam^S1AB> <@12345> <@&67890>',
      'rolled-back: @here <at>ops@example.com</at>',
    ];
    const read = rules.flatMap((line) => readMentionRule(line) ?? []);
    expect(mentionsFor('failed', read)).toEqual({
      slack: ['<@U123ABC>', '<!subteam^S1AB>'],
      discord: ['<@12345>', '<@&67890>'],
      teams: [],
    });
    expect(mentionsFor('rolled-back', read)).toEqual({ slack: [], discord: ['@here'], teams: ['ops@example.com'] });
    expect(mentionsFor('succeeded', read)).toEqual(NOBODY);
    expect(renderDiscord(STORY, mentionsFor('failed', read)).payload).toMatchObject({
      content: '<@12345> <@&67890>',
      allowed_mentions: { parse: [], users: ['12345'], roles: ['67890'] },
    });
    expect(JSON.stringify(renderSlack(STORY, mentionsFor('failed', read)).payload)).toContain(
      '<@U123ABC> <!subteam^S1AB>',
    );
    expect(renderTeams(STORY, mentionsFor('rolled-back', read)).payload).toMatchObject({
      attachments: [
        { content: { msteams: { entities: [{ type: 'mention', mentioned: { id: 'ops@example.com' } }] } } },
      ],
    });
  });

  test.each([
    '',
    'failed',
    'failed:',
    ': <@U1>',
    'failed: ops',
    'failed: <@u123>',
    'failed: <https://x|y>',
    'failed: *x*',
  ])('%j is none', (line) => {
    expect(readMentionRule(line)).toBeUndefined();
  });
});

describe('clean text', () => {
  test.each([
    ['a\r\nb\rc\u2028d', 'a\nb\nc\nd'],
    ['\u001B[31mred\u001B[0m', 'red'],
    ['line\n[link]', 'line\n[link]'],
    ['a\u0000b\u0007c\u200Bd\u202Ee\uFEFF', 'abcde'],
    ['\uD83D x \uDE00', '\uFFFD x \uFFFD'],
    ['👩‍👩‍👧 ↩️ e\u0301', '👩‍👩‍👧 ↩️ e\u0301'],
    ['tag\u{E0041}', 'tag'],
  ])('%j becomes %j', (text, clean) => {
    expect(cleanText(text)).toBe(clean);
  });

  test('stays as it is when cleaned again', () => {
    fc.assert(fc.property(hostile, (text) => expect(cleanText(cleanText(text))).toBe(cleanText(text))));
  });
});

test('a story is told whole without anything hostile in it', () => {
  expect(renderMarkdown(storyOf({ deploy: DEPLOYED }), 65_536).payload).toMatch(
    /^### ✅ Deployment of v1\.2\.3 succeeded\n/u,
  );
});
