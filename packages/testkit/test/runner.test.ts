import { mkdir, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { ActionRequest, TemporaryFolder } from '../src/index.ts';
import { createRunner, temporaryFolder, waitUntil } from '../src/index.ts';

const MANIFEST = `
inputs:
  deploy-path: { required: true }
  port: { default: 22 }
  strict: { default: 'true' }
  commit: { default: '\${{ github.sha }}' }
runs: { using: node24, main: index.js, post: index.js }
`;

interface FakeAction {
  readonly folder: TemporaryFolder;
  readonly request: ActionRequest;
}

/** An action whose bundle is just this program. */
async function fakeAction(program: string): Promise<FakeAction> {
  const folder = await temporaryFolder();
  await writeFile(`${folder.path}/action.yml`, MANIFEST);
  await mkdir(`${folder.path}/dist`);
  await writeFile(`${folder.path}/dist/package.json`, '{"type":"module"}');
  await writeFile(
    `${folder.path}/dist/index.js`,
    `import { appendFileSync, writeFileSync } from 'node:fs';\n${program}`,
  );
  const request = { action: 'fake', dist: `${folder.path}/dist`, manifest: `${folder.path}/action.yml`, inputs: {} };
  return { folder, request };
}

describe('createRunner', () => {
  test('gives the step a clean environment with inputs named as the runner names them', async () => {
    process.env['GITHUB_SECRET_OF_CI'] = 'leaked';
    const { folder, request } = await fakeAction('console.log(JSON.stringify(process.env))');
    await using _folder = folder;
    await using runner = await createRunner();
    const { stdout } = await runner.run({ ...request, inputs: { 'deploy-path': '/srv/app', strict: 'false' } });
    delete process.env['GITHUB_SECRET_OF_CI'];
    const env: unknown = JSON.parse(stdout);
    expect(env).toMatchObject({
      'INPUT_DEPLOY-PATH': '/srv/app',
      INPUT_PORT: '22',
      INPUT_STRICT: 'false',
      INPUT_COMMIT: '1111111111111111111111111111111111111111',
      RUNNER_TEMP: runner.temp,
    });
    expect(env).not.toHaveProperty('GITHUB_SECRET_OF_CI');
    expect(env).not.toHaveProperty('NODE_OPTIONS');
  });

  test('reads outputs, state, summary, annotations and the exit code', async () => {
    const { folder, request } = await fakeAction(`
      appendFileSync(process.env.GITHUB_OUTPUT, 'verdict<<d\\nfail\\nd\\n');
      appendFileSync(process.env.GITHUB_STATE, 'lease=7\\n');
      appendFileSync(process.env.GITHUB_STEP_SUMMARY, '# Done\\n');
      console.log('::error title=No::bad');
      console.error('::debug::also a command');
      process.exitCode = 12;`);
    await using _folder = folder;
    await using runner = await createRunner();
    const run = await runner.run(request);
    expect(run).toMatchObject({
      exitCode: 12,
      signal: null,
      outputs: { verdict: 'fail' },
      state: { lease: '7' },
      summary: '# Done\n',
    });
    expect(run.annotations).toEqual([{ name: 'error', properties: { title: 'No' }, message: 'bad' }]);
    expect(run.commands.map(({ name }) => name).sort()).toEqual(['debug', 'error']);
  });

  test('hands the state of a killed main step to its post step', async () => {
    const { folder, request } = await fakeAction(`
      if (process.env.STATE_lease !== undefined) {
        console.log('post of', process.env.STATE_lease);
      } else {
        appendFileSync(process.env.GITHUB_STATE, 'lease=7\\n');
        console.log('holding');
        setInterval(() => {}, 1000);
      }`);
    await using _folder = folder;
    await using runner = await createRunner();
    const action = await runner.start(request);
    await waitUntil(() => action.output().includes('holding'), { deadlineMs: 60_000, what: 'the main step' });
    action.kill('SIGKILL');
    const main = await action.ended;
    expect(main).toMatchObject({ exitCode: null, signal: 'SIGKILL', state: { lease: '7' } });
    expect((await runner.post(request, main)).stdout).toBe('post of 7\n');
  });

  test('cancels by SIGINT, then SIGTERM, then SIGKILL', async () => {
    const { folder, request } = await fakeAction(`
      process.on('SIGINT', () => console.log('int'));
      process.on('SIGTERM', () => console.log('term'));
      console.log('ready');
      setInterval(() => {}, 1000);`);
    await using _folder = folder;
    await using runner = await createRunner();
    const action = await runner.start(request);
    await waitUntil(() => action.output().includes('ready'), { deadlineMs: 60_000, what: 'the main step' });
    // Long enough for a busy machine to hear of each signal before the next one comes.
    const run = await action.cancel({ beforeTermMs: 2_000, beforeKillMs: 2_000 });
    expect(run).toMatchObject({ signal: 'SIGKILL', stdout: 'ready\nint\nterm\n' });
  });

  test('tells what a step left behind', async () => {
    const { folder, request } = await fakeAction(`
      writeFileSync(process.env.RUNNER_TEMP + '/key', 'secret');
      writeFileSync(process.env.TMPDIR + '/socket', '');`);
    await using _folder = folder;
    await using runner = await createRunner();
    await runner.run(request);
    expect(await runner.leftovers()).toEqual(['temp/key', 'tmp/socket']);
  });

  test('kills a step that hangs', async () => {
    const { folder, request } = await fakeAction('setInterval(() => {}, 1000);');
    await using _folder = folder;
    await using runner = await createRunner();
    expect(await runner.run({ ...request, timeLimitMs: 300 })).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
  });
});
