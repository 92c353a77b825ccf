import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Outcome } from '../src/action.ts';
import { conclude, type Run } from '../src/conclude.ts';
import { createLog } from '../src/log.ts';
import { shorten, writeSummary } from '../src/summary.ts';
import { PASS } from './support/outcomes.ts';
import { type RecordingRunner, recordingRunner } from './support/recording-runner.ts';

const MEBIBYTE = 1024 * 1024;
const FAIL: Outcome = {
  ...PASS,
  verdict: 'fail',
  code: 'health',
  summary: 'web1 answers 503\nbody: <html>',
  report: '',
};

let folder = '';

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'conclude-'));
});

afterAll(() => {
  rmSync(folder, { recursive: true, force: true });
});

function runOn(runner: RecordingRunner, change: Partial<Run> = {}): Run {
  return {
    action: 'deploy-ssh',
    outputs: ['release-id', 'changed'],
    startedAt: new Date('2026-11-21T08:00:00Z'),
    elapsedMs: () => 1234.5,
    summaryPath: undefined,
    log: createLog(runner),
    runner,
    ...change,
  };
}

describe('the outputs of a run', () => {
  it('are all set, those that are not known to the empty string', () => {
    const runner = recordingRunner();
    conclude(runOn(runner), PASS);
    expect(Object.fromEntries(runner.outputs)).toEqual({
      verdict: 'pass',
      'failure-code': '',
      'release-id': 'r1',
      changed: '',
      result: expect.any(String),
    });
  });

  it('hold the result as one line of JSON', () => {
    const runner = recordingRunner();
    conclude(runOn(runner), FAIL);
    const result = runner.outputs.get('result') ?? '';
    expect(result).not.toContain('\n');
    expect(JSON.parse(result)).toEqual({
      schema: 'plimsoll/result@1',
      action: 'deploy-ssh',
      verdict: 'fail',
      code: 'health',
      summary: 'web1 answers 503',
      startedAt: '2026-11-21T08:00:00.000Z',
      durationMs: 1235,
      facts: { hosts: 2 },
    });
  });

  it('leave out what the action does not declare, and say so', () => {
    const runner = recordingRunner();
    conclude(runOn(runner), { ...PASS, outputs: { typo: 'x' } });
    expect(runner.outputs.has('typo')).toBe(false);
    expect(runner.calls).toContainEqual(['warning', expect.stringContaining('typo')]);
  });

  it('that cannot be written spoil a pass', () => {
    const runner = recordingRunner({
      setOutput: () => {
        throw new Error('ENOSPC');
      },
    });
    expect(conclude(runOn(runner), PASS)).toBe(99);
    expect(conclude(runOn(runner), FAIL)).toBe(12);
    expect(runner.calls).toContainEqual(['error', expect.stringContaining('ENOSPC')]);
  });

  it('that nobody asked for are shown in the log', () => {
    const runner = recordingRunner({ setOutput: () => false });
    expect(conclude(runOn(runner), PASS)).toBe(0);
    expect(runner.calls).toContainEqual(['info', 'output verdict: pass']);
  });
});

describe('the end of a run', () => {
  it('is a plain line for a pass', () => {
    const runner = recordingRunner();
    expect(conclude(runOn(runner), PASS)).toBe(0);
    expect(runner.calls).toEqual([['info', 'deploy-ssh: All is well']]);
  });

  it('is one annotation of one line for a failure, with the rest in the log before it', () => {
    const runner = recordingRunner();
    expect(conclude(runOn(runner), FAIL)).toBe(12);
    expect(runner.calls).toEqual([
      ['info', 'body: <html>'],
      ['error', 'web1 answers 503'],
    ]);
    expect(runner.titles).toEqual(['deploy-ssh: health']);
  });

  it('is an annotation for what is inconclusive too', () => {
    const runner = recordingRunner();
    expect(conclude(runOn(runner), { ...FAIL, verdict: 'inconclusive', code: 'inconclusive' })).toBe(20);
    expect(runner.calls.at(-1)?.[0]).toBe('error');
  });
});

describe('the job summary', () => {
  it('gets the report of the action', () => {
    const summaryPath = join(folder, 'report');
    conclude(runOn(recordingRunner(), { summaryPath }), PASS);
    expect(readFileSync(summaryPath, 'utf8')).toBe('# fine\n\n');
  });

  it('gets the summary, made safe, when there is no report', () => {
    const summaryPath = join(folder, 'no-report');
    conclude(runOn(recordingRunner(), { summaryPath }), FAIL);
    expect(readFileSync(summaryPath, 'utf8')).toBe(
      '### deploy-ssh failed (health)\n\nweb1 answers 503\n\nbody: &#60;html&#62;\n\n',
    );
  });

  it('is added to what is there', () => {
    const path = join(folder, 'added');
    writeFileSync(path, 'before\n');
    expect(writeSummary(path, 'after')).toBeUndefined();
    expect(readFileSync(path, 'utf8')).toBe('before\nafter\n\n');
  });

  it.each([undefined, ''])('may be missing: %j', (path) => {
    expect(writeSummary(path, 'x')).toBeUndefined();
  });

  it('that cannot be written is a warning and changes nothing', () => {
    const runner = recordingRunner();
    expect(conclude(runOn(runner, { summaryPath: join(folder, 'no', 'such', 'folder') }), PASS)).toBe(0);
    expect(runner.calls).toContainEqual(['warning', expect.stringContaining('ENOENT')]);
  });

  it('never grows beyond what the runner shows', () => {
    const path = join(folder, 'large');
    writeFileSync(path, 'x'.repeat(MEBIBYTE / 2));
    writeSummary(path, 'a line of the report\n'.repeat(100_000));
    const text = readFileSync(path, 'utf8');
    expect(Buffer.byteLength(text)).toBeLessThanOrEqual(MEBIBYTE);
    expect(Buffer.byteLength(text)).toBeGreaterThan(MEBIBYTE - 300);
    expect(text).toMatch(/a line of the report\n\n\*This report was cut here: [^\n]*\*\n$/);
  });

  it('is left alone when it is full', () => {
    const path = join(folder, 'full');
    writeFileSync(path, 'x'.repeat(MEBIBYTE));
    writeSummary(path, 'more');
    expect(readFileSync(path, 'utf8')).toHaveLength(MEBIBYTE);
  });
});

describe('a report that is shortened', () => {
  it('stays as it is when there is room to the byte', () => {
    expect(shorten('ü'.repeat(10), 20)).toBe('ü'.repeat(10));
  });

  it('ends at a line and never within a character', () => {
    const text = 'üöä\n'.repeat(200);
    for (let room = 160; room < 190; room += 1) {
      const short = shorten(text, room);
      expect(Buffer.byteLength(short)).toBeLessThanOrEqual(room);
      expect(short).toMatch(/^(üöä\n)*üöä\n\n\*This report was cut/);
    }
  });

  it('closes the block of code that the cut left open', () => {
    const short = shorten(['```\nx\n```', '````', 'line\n```\n'.repeat(100)].join('\n'), 400);
    expect(short).toMatch(/\n````\n\n\*This report was cut/);
    expect(Buffer.byteLength(short)).toBeLessThanOrEqual(400);
  });
});
