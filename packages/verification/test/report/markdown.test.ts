import { describe, expect, it } from '@jest/globals';
import { baselineOf, judge } from '@plimsoll/judge';
import * as fc from 'fast-check';
import { renderMarkdown } from '../../src/report/index.ts';
import type { VerificationReport } from '../../src/verification-report.ts';
import { hostileText, hugeReport, reportSaying } from './hostile-reports.ts';
import {
  attempt,
  attempts,
  checkReport,
  failedReport,
  fixed,
  httpCheck,
  passedReport,
  verification,
} from './sample-reports.ts';

const FENCE = /^`{3,}$/;
/** All tags that a report has of its own. */
const TAGS = /<\/?(?:code|details|summary)>|<details open>|<br>/g;

/** What a report is made of, line by line and without its words; what stands in blocks of code is left out. */
function skeletonOf(markdown: string): readonly string[] {
  let fence = '';
  return markdown.split(/\r\n|[\n\r]/).flatMap((line) => {
    if (fence !== '') {
      if (FENCE.test(line) && line.length >= fence.length) fence = '';
      return fence === '' ? ['end of code'] : [];
    }
    if (FENCE.test(line)) fence = line;
    return [kindOf(line)];
  });
}

function kindOf(line: string): string {
  const tags = (line.match(TAGS) ?? []).filter((tag) => tag !== '<br>').join('');
  const stray = line.replace(TAGS, '').includes('<') ? ' and a stray tag' : '';
  const start = /^(?:#+ |- |\*\*|`{3})|^$/.exec(line)?.[0].replace(/^`+$/, 'code') ?? 'text';
  return `${line.startsWith('|') ? `row of ${line.split('|').length}` : start}${tags}${stray}`;
}

function positions(markdown: string, parts: readonly string[]): readonly number[] {
  return parts.map((part) => markdown.indexOf(part));
}

function latencyReport(): VerificationReport {
  // The slowest is not the last.
  const slow = attempts(40, (index) => ({ durationMs: index === 7 ? 190 : 100 + index }));
  return verification([
    checkReport(httpCheck('health'), slow, { ...fixed(40), latency: { maxResponseTimeMs: 120, percentile: 0.9 } }),
  ]);
}

describe('the report of a verification that failed', () => {
  const markdown = renderMarkdown(failedReport());

  it('begins with the verdict', () => {
    expect(markdown.split('\n')[0]).toBe('### Verification of <code>production</code>: failed, error-rate');
  });

  it('tells what failed, then the numbers, then what they show, then what passed', () => {
    const order = positions(markdown, [
      '#### health failed (error-rate)',
      '13 of 120 samples failed',
      '| Came | 503 Service Unavailable',
      '| Check | Verdict |',
      '| Response times (95 %) |',
      'What these samples can show:',
      'Ready after 1.2 s.',
      '<details><summary>1 check passed: database</summary>',
    ]);
    expect(order).not.toContain(-1);
    expect(order).toEqual(order.toSorted((a, b) => a - b));
  });

  it('says each thing once', () => {
    expect(markdown.match(/13 of 120 samples failed/g)).toHaveLength(1);
    expect(markdown).not.toContain('12 of 120 attempts');
  });

  it('shows the start of the answer, a line for each of its lines', () => {
    expect(markdown).toContain('```\n<h1>Busy</h1>\\n\n<p>pool exhausted: 0 of 20 connections free</p>\n```');
  });

  it('folds the rarer kinds of failure', () => {
    const [, folded = ''] = markdown.split('<details><summary>1 more kind of failure</summary>');
    expect(folded.split('</details>')[0]).toContain('**1 of 120 attempts: latency: no answer within 10 s**');
  });

  it('names the backends with another version first', () => {
    const rows = markdown.split('\n').filter((line) => line.includes(':8000 |'));
    expect(
      rows.map((row) => row.replaceAll(/&#(\d+);/g, (_, number: string) => String.fromCodePoint(Number(number)))),
    ).toEqual(['| 10.0.0.2:8000 | 1.4.1 | 1.4.1 |', '| 10.0.0.1:8000 | 1.4.2 | 1.4.2 |']);
  });

  it('has every figure with its interval', () => {
    expect(markdown).toContain('| health | error-rate | 120 | 13 | 11 % (6.5–17 %) |');
    expect(markdown).toContain(
      '| health | kept | 119 | 84 ms (82–87 ms) | 98 ms (97–310 ms) | 310 ms (98 ms or more) |',
    );
  });
});

describe('the report of a verification that passed', () => {
  const markdown = renderMarkdown(passedReport());

  it('fits on a screen as long as nothing is unfolded', () => {
    const unfolded = markdown.replaceAll(/<details>.*?<\/details>/gs, '');
    expect(unfolded.split('\n').filter((line) => line !== '').length).toBeLessThan(20);
    expect(unfolded).not.toContain('| Came |');
  });

  it('says in one sentence that the version answered everywhere', () => {
    expect(markdown).toContain('answered on 2 backends, at the start and at the end.');
    expect(markdown).not.toContain('| Backend |');
  });

  it('shows failures that were within the limits', () => {
    const tolerated = attempts(200, (index) => (index === 7 ? { kind: 'wrong' } : {}));
    const text = renderMarkdown(verification([checkReport(httpCheck('health'), tolerated, fixed(200))]));
    expect(text).toContain('Seen as well, and within the limits:\n\n**1 of 200 attempts: health: expected status');
  });
});

describe('the report', () => {
  it.each([
    [
      { mode: 'pre', environment: '', code: 'unhealthy-before' },
      '### Verification before the deployment: failed, unhealthy-before',
    ],
    [{ mode: 'monitor', environment: 'test' }, '### Monitoring of <code>test</code>: failed, error-rate'],
    [{ verdict: 'pass', code: '', environment: '' }, '### Verification: passed'],
    [{ verdict: 'inconclusive', code: 'inconclusive', environment: '' }, '### Verification: inconclusive'],
    [
      { verdict: 'inconclusive', code: 'probe-environment', environment: '' },
      '### Verification: inconclusive, probe-environment',
    ],
  ] as const)('for %j has the title %j', (more, title) => {
    expect(renderMarkdown({ ...failedReport(), ...more }).split('\n')[0]).toBe(title);
  });

  it('without any check says so', () => {
    const text = renderMarkdown(verification([]));
    expect(text).toContain('No checks, in 14.2 s');
    expect(text).not.toContain('| Check |');
  });

  it('says of a check that was never tried that it was not', () => {
    const text = renderMarkdown(verification([checkReport(httpCheck('health'), [], fixed(10))]));
    expect(text).toContain('It was never tried.');
    expect(text).toContain('| health | inconclusive | 0 | 0 | – |');
  });

  it('counts attempts that are no evidence apart', () => {
    const results = attempts(10, (index) => (index === 3 ? { kind: 'unknown', detail: 'no route' } : {}));
    const text = renderMarkdown(verification([checkReport(httpCheck('health'), results, fixed(9))]));
    expect(text).toContain('| Check | Verdict | Samples | Errors | Error rate (95 %) | No evidence |');
    expect(text).toContain('**1 of 10 attempts: no evidence: no route**');
  });

  it('unfolds the distribution where the response times are the failure, and shows the percentile that was judged', () => {
    const text = renderMarkdown(latencyReport());
    expect(text).toContain('<details open><summary>Distribution of the response times</summary>');
    expect(text).toContain('| p99 | Judged by |');
    expect(text).toMatch(/The slowest attempt:[\s\S]*\| Took \| .*190 ms/);
  });

  it('lists addresses without connection, and what probes noted', () => {
    const evidence = { deadAddresses: ['10.0.0.9:443: ECONNREFUSED'], notes: ['alert X is silenced'] };
    const text = renderMarkdown(verification([checkReport(httpCheck('health'), [attempt({ evidence })], fixed(1))]));
    expect(text).toContain('No connection to');
    expect(text).toContain('- health: alert X is silenced');
  });

  it('names the one backend of many that has another version', () => {
    const seen = Array.from({ length: 900 }, (_, index) => ({
      backend: `backend ${index}`,
      version: index === 899 ? 'old' : 'new',
      when: 'start' as const,
    }));
    const text = renderMarkdown({ ...passedReport(), identity: { expected: 'new', seen } });
    expect(text).toContain('| At the end |\n| --- | --- | --- |\n| backend 899 | old | not asked |\n| backend 0 |');
    expect(text).toContain('Left out to keep this report readable: 400 backends');
  });

  it('tells of a version that was asked for once only, and of one that nobody said', () => {
    const seen = [{ backend: 'a', version: '', when: 'start' }] as const;
    const text = renderMarkdown({ ...passedReport(), identity: { expected: 'v2', seen } });
    expect(text).toContain('Version <code>v2</code> has to answer everywhere.');
    expect(text).toContain('| a | none was read | not asked |');
  });

  it('compares with the time before the deployment', () => {
    const { checks } = passedReport();
    const baseline = baselineOf(judge(attempts(20), fixed(20)));
    const compared = [...checks, checkReport(httpCheck('again'), attempts(20), { ...fixed(20), baseline })];
    expect(renderMarkdown(verification(compared))).toContain(
      'Against the time before the deployment:\n\n- again: no worse than before, as far as seen',
    );
  });

  it('shows what a check sends to nobody', () => {
    expect(renderMarkdown(failedReport())).not.toContain('hidden');
  });
});

describe('text from outside', () => {
  const plain = skeletonOf(renderMarkdown(reportSaying('plain end')));

  it('cannot become part of the structure', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        expect(skeletonOf(renderMarkdown(reportSaying(text)))).toEqual(plain);
      }),
    );
  });

  it('is compared with a structure that has everything', () => {
    for (const kind of [
      '### <code></code>',
      '#### ',
      'row of 4',
      'code',
      'end of code',
      '- ',
      '**',
      '<details><summary></summary>',
    ]) {
      expect(plain.map((line) => line.replace(/^text(?=<)/, ''))).toContain(kind);
    }
    expect(plain.filter((line) => line.includes('stray'))).toEqual([]);
  });
});

describe('a report with too much to tell', () => {
  it.each([
    [3, '\u0001'],
    [40, 'word '],
    [40, '|<>`'],
    [700, '🚢'],
    [700, '```\n'],
  ])('about %d checks that say %j is cut at 200 kB and says so', (checks, text) => {
    const markdown = renderMarkdown(hugeReport(checks, text));
    expect(Buffer.byteLength(markdown)).toBeLessThanOrEqual(200_000);
    if (checks > 3) expect(markdown.split('\n').at(-1)).toMatch(/^\*Left out to keep this report readable: .*\*$/);
    const skeleton = skeletonOf(markdown);
    expect(skeleton.filter((line) => line === 'code').length).toBe(
      skeleton.filter((line) => line === 'end of code').length,
    );
    expect(markdown).toContain('#### 1');
  });

  it('is as short as its least detail even when nothing else is', () => {
    const shortest = renderMarkdown(hugeReport(1_500, '|'));
    expect(Buffer.byteLength(shortest)).toBeLessThanOrEqual(200_000);
    expect(shortest).toMatch(/\d+ checks; /);
  });
});
