/** `monitor.yml`, through act. */
import { describe, expect, test } from '@jest/globals';
import { callerOf, withFollower } from './support/callers.ts';
import { endOf, handedOn, outcomeOf } from './support/evidence.ts';
import { type Pipeline, startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

async function watching(pipeline: Pipeline, release: string, duration = '3s'): Promise<void> {
  const inputs = [
    `health-url: ${pipeline.site.healthUrl}`,
    `duration: ${duration}`,
    'interval: 20ms',
    `expected-current: ${release}`,
  ];
  const workflow = { '.github/workflows/monitor.yml': callerOf('monitor', '[workflow_dispatch]', inputs) };
  await pipeline.push({ ...siteFiles('unused'), ...withFollower(workflow) });
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
    expect(handedOn(run)).toEqual({ outcome: 'unchanged', verdict: 'pass' });
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
    expect(outcomeOf(run)).toBe('reverted');
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
    await pipeline.seed('v1.0.0');
    await watching(pipeline, await pipeline.seed('v2.0.0'), '10m');
    const watched = pipeline.run(BY_HAND);
    await pipeline.site.asked;
    await pipeline.seed('v3.0.0', 'broken');
    const run = await watched;
    expect(run.exitCode).not.toBe(0);
    expect(endOf(run, 'monitor', 'Roll back')).toBe('failure');
    expect(await pipeline.live()).toBe('v3.0.0');
    expect(outcomeOf(run)).toBe('unsettled');
    expect(pipeline.messages()).toMatchObject([{ event: 'failed' }]);
  });

  test('is left alone when it could not be watched, for that says nothing about it', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0');
    await watching(pipeline, await pipeline.seed('v2.0.0'), '3min');
    const run = await pipeline.run(BY_HAND);
    expect(run.exitCode).not.toBe(0);
    expect(endOf(run, 'monitor', 'Watch')).toBe('failure');
    expect(await pipeline.live()).toBe('v2.0.0');
    expect(pipeline.messages()).toMatchObject([{ event: 'failed', reason: expect.stringMatching(/duration/) }]);
  });

  test('is not watched in the place of a release that is not live any more', async () => {
    await using pipeline = await startPipeline();
    await pipeline.seed('v1.0.0');
    await watching(pipeline, '20260131T120000Z-1a2b3c4');
    const run = await pipeline.run(BY_HAND);
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toMatch(/^> 'expected-current' is not live any more/m);
    expect(endOf(run, 'monitor', 'Watch')).toBeUndefined();
    expect(outcomeOf(run)).toBe('unsettled');
  });

  test('is not watched without the name of its release, for whatever is live would be taken back', async () => {
    await using pipeline = await startPipeline();
    await watching(pipeline, "''");
    const run = await pipeline.run(BY_HAND);
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toMatch(/^> 'expected-current' is empty/m);
  });
});
