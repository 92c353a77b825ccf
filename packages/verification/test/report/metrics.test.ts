import { describe, expect, it } from '@jest/globals';
import { findProgram, runCommand } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { describeUnless } from '../../../../test/setup/needs.ts';
import { renderMetrics } from '../../src/report/index.ts';
import { hostileText, hugeReport, reportSaying } from './hostile-reports.ts';
import { checkReport, failedReport, fixed, httpCheck, passedReport, verification } from './sample-reports.ts';

const LINE =
  /^(?:# (?:HELP|TYPE) plimsoll_verification_[a-z_]+ .+|plimsoll_verification_[a-z_]+\{(?:[a-z]+="(?:[^"\\\n]|\\[\\"n])*",?)+\} \S+)$/;

describe('the metrics', () => {
  const metrics = renderMetrics(failedReport());

  it.each([
    'plimsoll_verification_verdict{environment="production",mode="post",verdict="fail"} 1',
    'plimsoll_verification_verdict{environment="production",mode="post",verdict="pass"} 0',
    'plimsoll_verification_exit_code{environment="production",mode="post"} 15',
    'plimsoll_verification_start_timestamp_seconds{environment="production",mode="post"} 1795265051',
    'plimsoll_verification_duration_seconds{environment="production",mode="post"} 14.2',
    'plimsoll_verification_check_exit_code{environment="production",mode="post",check="database"} 0',
    'plimsoll_verification_check_samples{environment="production",mode="post",check="health",result="wrong"} 13',
    'plimsoll_verification_check_response_seconds{environment="production",mode="post",check="health",series="kept",percentile="p50"} 0.084',
  ])('say %s', (line) => {
    expect(metrics.split('\n')).toContain(line);
  });

  it('leave out what is not known', () => {
    const never = renderMetrics(verification([checkReport(httpCheck('health'), [], fixed(10))]));
    expect(never).not.toMatch(/error_ratio|response|NaN/);
    expect(metrics).not.toMatch(/upper_seconds\{[^}]*percentile="p99"/);
  });

  it('tell checks of the same name apart', () => {
    const [check] = failedReport().checks;
    const twice = renderMetrics(verification(check === undefined ? [] : [check, check]));
    expect(twice).toContain('check="database (2)"');
    const long = ['a', 'b'].map((end) => checkReport(httpCheck(`${'x'.repeat(300)}${end}`), [], fixed(1)));
    expect(renderMetrics(verification(long))).toContain('x… (2)"');
  });

  it('are lines of the text format, whatever the labels say', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = renderMetrics(reportSaying(text)).split('\n');
        expect(lines.pop()).toBe('');
        for (const line of lines) expect(line).toMatch(LINE);
        const points = lines.filter((line) => !line.startsWith('#')).map((line) => line.replace(/ \S+$/, ''));
        expect(new Set(points).size).toBe(points.length);
        expect(points.every((point) => point.isWellFormed())).toBe(true);
      }),
    );
  });

  it('hold nothing of what a check sends', () => {
    expect(metrics).not.toContain('hidden');
  });
});

const promtool = await findProgram('promtool');
const reason =
  promtool === undefined
    ? 'No promtool here. Run `apt-get install prometheus` (Debian and Ubuntu), then the tests again.'
    : undefined;

describeUnless(reason)('promtool', () => {
  async function complaintsAbout(input: string): Promise<string> {
    const end = await runCommand({
      program: promtool ?? 'promtool',
      args: ['check', 'metrics'],
      input,
      timeLimitMs: 60_000,
    });
    return end.exitCode === 0 ? end.stderr : `${end.exitCode}: ${end.stderr}`;
  }

  it.each([
    ['passed', passedReport()],
    ['failed', failedReport()],
    ['had nothing to check', verification([])],
    ['had too many checks', hugeReport(700, 'x')],
  ])('has no complaint about a verification that %s', async (_what, report) => {
    expect(await complaintsAbout(renderMetrics(report))).toBe('');
  });

  it('has no complaint about hostile labels', async () => {
    const property = fc.asyncProperty(hostileText, async (text) => {
      expect(await complaintsAbout(renderMetrics(reportSaying(text)))).toBe('');
    });
    await fc.assert(property, { numRuns: 25 });
  });
});
