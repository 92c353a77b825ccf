import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { renderJson } from '../../src/report/index.ts';
import { hostileText, hugeReport, reportSaying } from './hostile-reports.ts';
import { attempt, checkReport, failedReport, fixed, httpCheck, verification } from './sample-reports.ts';

function parsed(json: string): unknown {
  return JSON.parse(json);
}

describe('the JSON document', () => {
  const document = parsed(renderJson(failedReport()));

  it('names its schema and has the verdict', () => {
    expect(document).toMatchObject({
      schema: 'plimsoll/verification@1',
      mode: 'post',
      verdict: 'fail',
      code: 'error-rate',
      environment: 'production',
      startedAt: '2026-11-21T12:44:11.000Z',
      durationMs: 14_200,
      identity: { expected: '1.4.2' },
      notes: ['Ready after 1.2 s.'],
      leftOut: [],
    });
  });

  it('has each check with its numbers and their intervals, those that failed first', () => {
    expect(document).toMatchObject({
      checks: [
        {
          name: 'health',
          role: 'health',
          kind: 'http',
          verdict: 'fail',
          code: 'error-rate',
          samples: { taken: 120, ok: 107, wrong: 13, unknown: 0 },
          errorRate: 0.108333333,
          errorInterval: { low: expect.closeTo(0.0653, 4), high: expect.closeTo(0.1667, 4) },
          latency: [{ series: 'first' }, { series: 'kept', samples: 119, p50: { value: 84, low: 82, high: 87 } }],
          failures: [
            { code: 'health', count: 12 },
            { code: 'latency', count: 1 },
          ],
          examples: [{ times: 12, asked: 'GET https://example.org/health' }, { times: 1 }],
        },
        { name: 'database', verdict: 'pass', code: '' },
      ],
    });
  });

  it('says null where nothing is known', () => {
    const never = parsed(renderJson(verification([checkReport(httpCheck('health'), [], fixed(10))])));
    expect(never).toMatchObject({
      checks: [{ errorRate: null, errorInterval: { low: 0, high: 1 }, last: null, latency: [] }],
    });
    const endless = attempt({ kind: 'wrong', durationMs: Number.POSITIVE_INFINITY });
    expect(parsed(renderJson(verification([checkReport(httpCheck('health'), [endless], fixed(1))])))).toMatchObject({
      checks: [{ last: { durationMs: null } }],
    });
  });

  it('holds nothing of what a check sends', () => {
    expect(renderJson(failedReport())).not.toContain('hidden');
  });

  it('is one line that can be read, whatever it says', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const json = renderJson(reportSaying(text));
        expect(json).not.toMatch(/[\n\r]/);
        expect(parsed(json)).toMatchObject({ summary: text, environment: text });
      }),
    );
  });

  it.each([
    [40, '\u0001'],
    [40, 'word '],
    [700, '🚢'],
    [1_500, '"'],
  ])('about %d checks that say %j is cut at 20 kB and says so', (checks, text) => {
    const json = renderJson(hugeReport(checks, text));
    expect(Buffer.byteLength(json)).toBeLessThanOrEqual(20_000);
    expect(parsed(json)).toMatchObject({
      schema: 'plimsoll/verification@1',
      checks: expect.arrayContaining([expect.objectContaining({ verdict: 'fail' })]),
      leftOut: expect.arrayContaining([expect.stringMatching(/^\d+ checks$/)]),
    });
  });
});
