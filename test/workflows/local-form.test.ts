/** `uses: ./actions/<name>`: the bundle is found beside the action in a checkout too, not only in a published repository. */
import { cp } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@jest/globals';
import { REPOSITORY } from '@plimsoll/testkit';
import { readOurs } from '../../scripts/house/repository.ts';
import { endOf } from './support/evidence.ts';
import { startPipeline } from './support/pipeline.ts';

const [CHECKOUT = ''] = /actions\/checkout@\w+/.exec(readOurs('.github/workflows/deploy-production.yml').text) ?? [];

const WORKFLOW = `name: local
on: push
permissions: {}
jobs:
  gate:
    runs-on: ubuntu-latest
    steps:
      - uses: ${CHECKOUT}
      - name: Gate
        uses: ./actions/quality-gate
        with:
          commands: "greeting: echo hello"
`;

test('an action of a checkout finds its bundle', async () => {
  await using pipeline = await startPipeline();
  const dist = process.env['PLIMSOLL_DIST'] ?? join(REPOSITORY, 'dist');
  const here = (...parts: readonly string[]): string => join(pipeline.user.path, ...parts);
  await cp(join(REPOSITORY, 'actions', 'quality-gate'), here('actions', 'quality-gate'), { recursive: true });
  await cp(join(dist, 'quality-gate'), here('dist', 'quality-gate'), { recursive: true });
  await pipeline.push({ '.github/workflows/local.yml': WORKFLOW });
  const run = await pipeline.run({ workflow: 'local.yml', event: 'push', payload: { ref: 'refs/heads/main' } });
  expect(run).toMatchObject({ exitCode: 0 });
  expect(endOf(run, 'gate', 'Gate')).toBe('success');
  expect(run.summary).toContain('Quality gate passed');
});
