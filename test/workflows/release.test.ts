/** `release.yml` as docs/deployment.md has it, through act. */
import { expect, test } from '@jest/globals';
import { QUICK } from './support/callers.ts';
import { documented } from './support/documented.ts';
import { startPipeline } from './support/pipeline.ts';
import { siteFiles } from './support/user-repository.ts';

const CALLER = documented({ document: 'docs/deployment.md', calls: 'release.yml', healthUrl: '' });

const PUSHED = { workflow: 'release.yml', event: 'push', payload: { ref: 'refs/heads/main' } } as const;

test('a changed VERSION becomes a release with what changed, once', async () => {
  await using pipeline = await startPipeline();
  const { releases } = pipeline.repository.data;
  await pipeline.push({ VERSION: '1.0.0\n', '.github/workflows/release.yml': CALLER });
  await pipeline.user.tag('v1.0.0');
  // A moving tag is no version, and is not what came before.
  await pipeline.user.tag('v1');
  const before = await pipeline.push({ 'site/index.html': 'new prices' });
  const sha = await pipeline.push({ VERSION: 'v1.1.0\n' });
  expect(await pipeline.run(PUSHED)).toMatchObject({ exitCode: 0 });
  expect(releases).toMatchObject([{ tag: 'v1.1.0', target: sha, name: 'v1.1.0', isDraft: false }]);
  const [made] = releases;
  expect(made?.body).toContain(`(${sha.slice(0, 7)})`);
  expect(made?.body).toContain(`- Change the site (${before.slice(0, 7)})`);
  expect(made?.isPrerelease).toBe(false);
  expect(made?.body).toContain('/acme/site/compare/v1.0.0...v1.1.0');

  const again = await pipeline.run(PUSHED);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.summary).toContain('v1.1.0 is released already.');
  expect(releases).toHaveLength(1);
});

test('what people wrote into subjects mentions nobody and marks nothing up; a candidate is a pre-release', async () => {
  await using pipeline = await startPipeline();
  const { releases } = pipeline.repository.data;
  await pipeline.user.commit({ a: '1' }, 'feat: @ann <img src=x> [here](https://evil.example) *now* `$(id)` (#12)');
  await pipeline.user.commit({ a: '2' }, '- Für – alle');
  await pipeline.push({ VERSION: '1.0.0-rc.1\n', '.github/workflows/release.yml': CALLER });
  expect(await pipeline.run(PUSHED)).toMatchObject({ exitCode: 0 });
  expect(releases).toMatchObject([{ tag: 'v1.0.0-rc.1', isPrerelease: true }]);
  const [, second, first] = releases[0]?.body.split('\n') ?? [];
  expect(first).toMatch(
    /^- feat\\: \\@&#8203;ann \\<img src\\=x\\> \\\[here\\\]\\\(https\\:\\\/\\\/evil\\.example\\\) \\\*now\\\* \\`\\\$\\\(id\\\)\\` \\\(\\#12\\\) \([0-9a-f]{7}\)$/,
  );
  expect(second).toMatch(/^- \\- Für – alle \([0-9a-f]{7}\)$/);
});

test('very many commits are cut at a whole line, and the comparison stays', async () => {
  await using pipeline = await startPipeline();
  const { releases } = pipeline.repository.data;
  await pipeline.push({ VERSION: '1.0.0\n', '.github/workflows/release.yml': CALLER });
  await pipeline.user.tag('v1.0.0');
  for (let number = 0; number < 6; number += 1) await pipeline.user.commit({}, `${number} ${'long '.repeat(5000)}`);
  await pipeline.push({ VERSION: '1.1.0\n' });
  expect(await pipeline.run(PUSHED)).toMatchObject({ exitCode: 0 });
  const body = releases[0]?.body ?? '';
  expect(body.length).toBeLessThan(125_000);
  expect(body).toMatch(/long {1,2}\([0-9a-f]{7}\)\n- and 3 more\n\n\*\*All changes\*\*: .*v1\.0\.0\.\.\.v1\.1\.0\n$/);
});

test('a tag that a person made at this commit gets its release', async () => {
  await using pipeline = await startPipeline();
  await pipeline.push({ VERSION: '1.0.0\n', '.github/workflows/release.yml': CALLER });
  await pipeline.user.tag('v1.0.0');
  expect(await pipeline.run(PUSHED)).toMatchObject({ exitCode: 0 });
  // Without a commit: for one whose workflows are not those of main, GitHub wants more than a job can have.
  expect(pipeline.repository.data.releases).toMatchObject([{ tag: 'v1.0.0', target: 'main' }]);
});

test('a token that may not is told from a GitHub that does not answer', async () => {
  await using pipeline = await startPipeline();
  const { github } = pipeline;
  await pipeline.push({ VERSION: '1.0.0\n', '.github/workflows/release.yml': CALLER });
  const token = github.token(github.account('github-actions[bot]'), { contents: 'read' });
  const run = await pipeline.run({ ...PUSHED, token });
  expect(run.exitCode).not.toBe(0);
  expect(run.summary).toMatch(/> GitHub refused the release v1\.0\.0\. Does the job have 'contents: write'\?/);
  expect(pipeline.repository.data.releases).toEqual([]);
});

test('a version goes to production as docs/configuration.md has it: its tag alone would start nothing', async () => {
  await using pipeline = await startPipeline();
  const caller = documented({
    document: 'docs/configuration.md',
    calls: 'release.yml',
    healthUrl: pipeline.site.healthUrl,
    inputs: QUICK,
  });
  await pipeline.push({ ...siteFiles('v1.1.0'), VERSION: 'v1.1.0\n', '.github/workflows/release.yml': caller });
  expect(await pipeline.run(PUSHED)).toMatchObject({ exitCode: 0 });
  expect(pipeline.repository.data.releases).toMatchObject([{ tag: 'v1.1.0' }]);
  expect(await pipeline.live()).toBe('v1.1.0');
  expect(pipeline.messages().at(-1)).toMatchObject({ event: 'succeeded', version: 'v1.1.0' });

  const again = await pipeline.run(PUSHED);
  expect(again).toMatchObject({ exitCode: 0 });
  expect(again.steps.some(({ job }) => job === 'gate')).toBe(false);
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
