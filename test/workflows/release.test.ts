/** `release.yml`, through act. */
import { expect, test } from '@jest/globals';
import { startPipeline } from './support/pipeline.ts';

const CALLER = [
  'name: release',
  'on: { push: { branches: [main], paths: [VERSION] } }',
  'permissions: { contents: write }',
  'jobs:',
  '  release:',
  '    uses: plimsoll-dev/plimsoll/.github/workflows/release.yml@v1',
  '',
].join('\n');

const PUSHED = { workflow: 'release.yml', event: 'push', payload: { ref: 'refs/heads/main' } } as const;

test('a changed VERSION becomes a release with what changed, once', async () => {
  await using pipeline = await startPipeline();
  const { releases } = pipeline.repository.data;
  await pipeline.push({ VERSION: '1.0.0\n', '.github/workflows/release.yml': CALLER });
  await pipeline.user.tag('v1.0.0');
  const before = await pipeline.push({ 'site/index.html': 'new prices' });
  const sha = await pipeline.push({ VERSION: 'v1.1.0\n' });
  expect(await pipeline.run(PUSHED)).toMatchObject({ exitCode: 0 });
  expect(releases).toMatchObject([{ tag: 'v1.1.0', target: sha, name: 'v1.1.0', isDraft: false }]);
  const [made] = releases;
  expect(made?.body).toContain(`(${sha.slice(0, 7)})`);
  expect(made?.body).toContain(`(${before.slice(0, 7)})`);
  expect(made?.body).toContain('/acme/site/compare/v1.0.0...v1.1.0');

  const again = await pipeline.run(PUSHED);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.summary).toContain('v1.1.0 is released already.');
  expect(releases).toHaveLength(1);
});

test.each([
  { wrong: 'a tag at another commit', version: '1.0.0\n', says: /> The tag v1\.0\.0 is at .*Raise the version/ },
  {
    wrong: 'a file that holds no version',
    version: 'one\n',
    says: /> The first line of VERSION is not a version such as v1\.4\.0/,
  },
])('$wrong is refused', async ({ version, says }) => {
  await using pipeline = await startPipeline();
  await pipeline.push({ VERSION: version, '.github/workflows/release.yml': CALLER });
  await pipeline.user.tag('v1.0.0');
  await pipeline.push({ 'site/index.html': 'new prices' });
  const run = await pipeline.run(PUSHED);
  expect(run.exitCode).not.toBe(0);
  expect(run.summary).toMatch(says);
  expect(pipeline.repository.data.releases).toEqual([]);
});
