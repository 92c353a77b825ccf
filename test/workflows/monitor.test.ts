/** `monitor.yml`, through act. */
import { describe, expect, test } from '@jest/globals';
import { callerOf } from './support/callers.ts';
import { endOf } from './support/evidence.ts';
import { type Pipeline, startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

async function watching(pipeline: Pipeline, release: string): Promise<void> {
  const inputs = [
    `health-url: ${pipeline.site.healthUrl}`,
    'duration: 3s',
    'interval: 20ms',
    `expected-current: ${release}`,
  ];
  const text = callerOf('monitor', '[workflow_dispatch]', inputs);
  await pipeline.push({ ...siteFiles('unused'), '.github/workflows/monitor.yml': text });
}

const BY_HAND = { workflow: 'monitor.yml', event: 'workflow_dispatch' } as const;

describe('a service that is watched', () => {
  test('passes while it is well, and nobody is bothered', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0');
    await watching(pipeline, await pipeline.seed('v2.0.0'));
    const run = await pipeline.run(BY_HAND);
    expect(run).toMatchObject({ exitCode: 0 });
    expect(endOf(run, 'monitor', 'Watch')).toBe('success');
    expect(await pipeline.live()).toBe('v2.0.0');
    expect(pipeline.messages()).toEqual([]);
  });

  test('is brought back when it degrades, and people are told why', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0');
    const bad = await pipeline.seed('v2.0.0', 'broken');
    await watching(pipeline, bad);
    const run = await pipeline.run(BY_HAND);
    expect(run.exitCode).not.toBe(0);
    expect(await pipeline.live()).toBe('v1.0.0');
    expect(pipeline.messages()).toMatchObject([
      { event: 'rolled-back', reason: expect.stringMatching(/^health: .*500/) },
    ]);
    expect(await pipeline.ledger()).toContainEqual(
      expect.objectContaining({ event: 'rolled-back', reason: expect.stringContaining('500') }),
    );
    expect(await pipeline.findings()).toEqual([]);
  });

  test('is left alone when somebody deployed meanwhile', async () => {
    await using pipeline = await startPipeline();
    const watched = await pipeline.seed('v1.0.0');
    await pipeline.seed('v2.0.0');
    await pipeline.seed('v3.0.0', 'broken');
    await watching(pipeline, watched);
    const run = await pipeline.run(BY_HAND);
    expect(run.exitCode).not.toBe(0);
    expect(await pipeline.live()).toBe('v3.0.0');
    expect(pipeline.messages()).toMatchObject([{ event: 'failed' }]);
  });
});
