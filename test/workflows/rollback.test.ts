/** `rollback.yml` as docs/runbook.md has it, through act. */
import { describe, expect, test } from '@jest/globals';
import type { ActRun } from './support/act.ts';
import { withFollower } from './support/callers.ts';
import { documented } from './support/documented.ts';
import { endOf, handedOn, outcomeOf } from './support/evidence.ts';
import { type Pipeline, startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

/** The document's workflow in a repository, and its form filled in as a person would. */
async function prepared(pipeline: Pipeline): Promise<(inputs: Readonly<Record<string, string>>) => Promise<ActRun>> {
  const healthUrl = pipeline.site.healthUrl;
  const text = documented({
    document: 'docs/runbook.md',
    calls: 'rollback.yml',
    healthUrl,
    inputs: ["ready-within: '3s'"],
  });
  const workflow = withFollower({ '.github/workflows/rollback.yml': text });
  await pipeline.push({ ...siteFiles('unused'), ...workflow });
  return (inputs) => {
    const form = { mode: 'list', release: '', 'backup-id': '', reason: 'Prices are wrong.', force: 'false', ...inputs };
    return pipeline.run({ workflow: 'rollback.yml', event: 'workflow_dispatch', payload: { inputs: form } });
  };
}

describe('by hand', () => {
  test('the list first, then the last healthy release, then a named one', async () => {
    await using pipeline = await startPipeline();
    const first = await pipeline.seed('v1.0.0');
    const second = await pipeline.seed('v2.0.0');
    const third = await pipeline.seed('v3.0.0');
    const roll = await prepared(pipeline);

    const list = await roll({});
    expect(list).toMatchObject({ exitCode: 0 });
    for (const release of [first, second, third]) expect(list.summary).toContain(release);
    expect(endOf(list, 'rollback', 'Roll back')).toBeUndefined();
    expect(await pipeline.live()).toBe('v3.0.0');
    expect(pipeline.messages()).toEqual([]);
    const { releases, ...rest } = handedOn(list);
    expect(rest).toMatchObject({ outcome: 'unchanged' });
    expect(JSON.parse(String(releases))).toHaveLength(3);

    const auto = await roll({ mode: 'auto', 'expected-current': third });
    expect(auto).toMatchObject({ exitCode: 0 });
    expect(handedOn(auto)).toMatchObject({ outcome: 'reverted', 'release-id': second });
    expect(await pipeline.live()).toBe('v2.0.0');
    expect(pipeline.messages()).toMatchObject([{ event: 'rolled-back', text: 'Prices are wrong.', actor: 'ann' }]);

    // Whoever looked at the list before that is not one release too far now.
    const late = await roll({ mode: 'auto', 'expected-current': third });
    expect(late.exitCode).not.toBe(0);
    expect(pipeline.messages().at(-1)).toMatchObject({
      event: 'failed',
      reason: expect.stringMatching(/^unexpected-current: /),
    });
    expect(await pipeline.live()).toBe('v2.0.0');

    expect(await roll({ mode: 'to', release: first })).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.0.0');
    expect(await pipeline.ledger()).toContainEqual(
      expect.objectContaining({ event: 'rolled-back', release: first, reason: 'Prices are wrong.' }),
    );
    expect(await pipeline.findings()).toEqual([]);
  });

  test('a release that is bad is gone to only by force, and that is loud', async () => {
    await using pipeline = await startPipeline();
    const bad = await pipeline.seed('v1.0.0', 'broken');
    await pipeline.seed('v2.0.0');
    const roll = await prepared(pipeline);
    const auto = await roll({ mode: 'auto' });
    expect(auto.exitCode).not.toBe(0);
    expect(outcomeOf(auto)).toBe('unsettled');
    // Users are on what was asked for; that it is not well is said.
    expect(pipeline.messages().at(-1)).toMatchObject({ event: 'failed', reason: expect.stringMatching(/^health: /) });

    const forced = await roll({ mode: 'to', release: bad, force: 'true' });
    expect(forced).toMatchObject({ exitCode: 0 });
    expect(await pipeline.live()).toBe('v1.0.0');
    expect(forced.summary).toContain('> [!CAUTION]\n> Emergency: forced');
    expect(pipeline.messages().at(-1)).toMatchObject({
      event: 'rolled-back',
      fields: { EMERGENCY: expect.stringContaining('Forced') },
    });
  });

  test('with a form that names no mode, nothing is done', async () => {
    await using pipeline = await startPipeline();
    const roll = await prepared(pipeline);
    const run = await roll({ mode: '' });
    expect(run.exitCode).not.toBe(0);
    expect(run.summary).toMatch(/^> 'mode' is one of list, auto, to and backup/m);
    expect(outcomeOf(run)).toBe('unchanged');
    expect(endOf(run, 'rollback', 'Roll back')).toBeUndefined();
  });
});
