/** The run wrapper where it matters: in a process of its own, with the files and signals of a runner. */
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, describe, expect, it } from '@jest/globals';
import { waitUntil } from '@plimsoll/testkit';
import {
  cleanUpFixtures,
  type FixtureOptions,
  type FixtureRun,
  readCommandFile,
  startFixture,
} from './support/fixture-process.ts';
import { commandIn, runnerLines } from './support/runner-parser.ts';

afterAll(cleanUpFixtures);

interface Finished extends FixtureRun {
  readonly exitCode: number | null;
  readonly outputs: Readonly<Record<string, string>>;
  readonly result: unknown;
  readonly errors: readonly string[];
}

async function run(mode: string, options?: FixtureOptions): Promise<Finished> {
  return finish(startFixture(mode, options));
}

async function finish(started: FixtureRun): Promise<Finished> {
  const { exitCode } = await started.ended;
  const outputs = existsSync(started.files.output) ? readCommandFile(started.files.output) : {};
  const commands = runnerLines(started.log()).flatMap((line) => commandIn(line) ?? []);
  const errors = commands.filter(({ name }) => name === 'error').map(({ data }) => data);
  return { ...started, exitCode, outputs, errors, result: JSON.parse(outputs['result'] ?? 'null') };
}

describe('an action that passes', () => {
  it('exits with 0, sets every output and writes its report', async () => {
    const { exitCode, outputs, result, files, errors } = await run('pass');
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({
      verdict: 'pass',
      'failure-code': '',
      'release-id': '20261121T080000Z-1234567',
      'previous-release-id': '',
    });
    expect(result).toMatchObject({
      schema: 'plimsoll/result@1',
      action: 'fixture',
      verdict: 'pass',
      code: '',
      facts: { hosts: 2 },
    });
    expect(readFileSync(files.summary, 'utf8')).toBe('## Everything\n\nfine\n\n');
    expect(errors).toEqual([]);
  });

  it('reads inputs as the runner names them, and defaults for what is not set', async () => {
    const { log } = await run('pass', { inputs: { port: '2222', 'health-timeout': '90s' } });
    expect(log()).toContain('main with port 2222 and 90000 ms');
    expect((await run('pass')).log()).toContain('main with port 22 and 120000 ms');
  });

  it('ends although something was left open, and says what', async () => {
    const { exitCode, log } = await run('left-open');
    expect(exitCode).toBe(0);
    expect(log()).toMatch(/The result is reported\. Something was still open 3 s later and was cut off: .*Timeout/);
  });

  it('hides the inputs from the programs it starts', async () => {
    const { outputs } = await run('child', { inputs: { 'private-key': 'hunter2' } });
    expect(outputs['release-id']).toBe('false');
  });

  it('cannot have its outputs changed by what is in one of them', async () => {
    const { outputs, files } = await run('hostile-output');
    expect(outputs).toMatchObject({ verdict: 'pass', 'release-id': 'a\nverdict<<EOF\nfail\nEOF\nghadelimiter_' });
    const delimiters = readFileSync(files.output, 'utf8').match(/(?<=^[a-z-]+<<)ghadelimiter_.+$/gm) ?? [];
    expect(new Set(delimiters).size).toBe(Object.keys(outputs).length);
  });
});

describe('an action that fails', () => {
  it('exits with the number of its code, with one annotation of one line', async () => {
    const { exitCode, outputs, result, errors, log, files } = await run('failure');
    expect(exitCode).toBe(50);
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'connect', 'release-id': '' });
    expect(result).toMatchObject({ verdict: 'fail', code: 'connect', summary: 'No answer from web1:22' });
    expect(errors).toEqual(['No answer from web1:22']);
    expect(log()).toContain('::error title=fixture%3A connect::No answer');
    expect(log()).toContain('Caused by: ECONNREFUSED');
    expect(readFileSync(files.summary, 'utf8')).toContain('### fixture failed (connect)');
  });

  it('lets no text of its failure become a command', async () => {
    const { log } = await run('failure');
    const commands = runnerLines(log()).flatMap((line) => commandIn(line)?.name ?? []);
    expect(commands.filter((name) => name !== 'debug')).toEqual(['error']);
  });

  it('reports all bad inputs at once and exits with 64', async () => {
    const { exitCode, errors, log } = await run('pass', { inputs: { port: '0', 'health-timeout': 'soon' } });
    expect(exitCode).toBe(64);
    expect(errors).toEqual([expect.stringMatching(/^2 inputs are wrong\. port: .*; health-timeout: /)]);
    expect(log()).not.toContain('main with');
  });

  it('keeps the stack of an unexpected error out of the annotation and in the log', async () => {
    const { exitCode, errors, log, outputs } = await run('bug');
    expect(exitCode).toBe(99);
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'internal' });
    expect(errors).toEqual(['Unexpected error: TypeError: x is not a function']);
    expect(log()).toMatch(/TypeError: x is not a function\n +at .*action\.ts/);
  });
});

describe('secrets', () => {
  it('are masked line by line before anything else is printed, and never shown', async () => {
    const key = '-----BEGIN KEY-----\nc2VjcmV0\n-----END KEY-----';
    const { log } = await run('pass', { inputs: { 'private-key': key } });
    const lines = runnerLines(log());
    const masks = lines.map((line) => commandIn(line)).filter((command) => command?.name === 'add-mask');
    expect(masks.map((mask) => mask?.data)).toEqual([key, ...key.split('\n')]);
    expect(lines.slice(0, masks.length).every((line) => line.startsWith('::add-mask::'))).toBe(true);
    expect(lines.slice(masks.length).join('\n')).not.toContain('c2VjcmV0');
  });
});

describe('an action that is lost', () => {
  it.each([
    ['waits for something that can no longer happen', 'never-settles'],
    ['ends its own process', 'exits-inside'],
  ])('because it %s fails all the same', async (_why, mode) => {
    const { exitCode, outputs, errors, files } = await run(mode);
    expect(exitCode).toBe(99);
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'internal', 'release-id': '' });
    expect(errors).toEqual([expect.stringContaining('Ended before it was finished')]);
    expect(readFileSync(files.summary, 'utf8')).toContain('fixture failed (internal)');
  });

  it('to a rejection that nobody handles cleans up, keeps its outputs, and fails', async () => {
    const { exitCode, outputs, errors, log } = await run('rejected-elsewhere');
    expect(exitCode).toBe(99);
    expect(log()).toContain('cleaned up');
    expect(outputs).toMatchObject({
      verdict: 'fail',
      'failure-code': 'internal',
      'release-id': '20261121T080000Z-1234567',
    });
    expect(errors).toEqual(['Unexpected error: Error: nobody awaits me']);
  });

  it('to a rejection, and does not end by itself, is ended', async () => {
    const { exitCode, outputs } = await run('rejected-and-stuck');
    expect(exitCode).toBe(99);
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'internal' });
  });

  it('to a rejection after it had passed takes its pass back', async () => {
    const { exitCode, outputs } = await run('rejected-late');
    expect(exitCode).toBe(99);
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'internal' });
  });
});

describe('an action that is cancelled', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('by %s cleans up and exits with 90', async (signal) => {
    const started = startFixture('cancel');
    await started.logged('ready');
    started.child.kill(signal);
    const { exitCode, outputs, errors, log } = await finish(started);
    expect(exitCode).toBe(90);
    expect(log()).toContain('cleaning up');
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'cancelled', 'release-id': '' });
    expect(errors).toEqual([`Cancelled by ${signal} before it was finished`]);
  });

  it('bears a second signal, has its outputs set by then, and ends with what it found out at last', async () => {
    const started = startFixture('cancel-slowly');
    await started.logged('ready');
    started.child.kill('SIGINT');
    // Only a signal that arrives after the first has been handled is a second one.
    await waitUntil(
      () => {
        started.child.kill('SIGTERM');
        return readCommandFile(started.files.output)['failure-code'] === 'cancelled';
      },
      { deadlineMs: 60_000, what: 'provisional outputs' },
    );
    started.child.stdin?.write('go on\n');
    const { exitCode, outputs } = await finish(started);
    expect(exitCode).toBe(30);
    expect(outputs).toMatchObject({
      verdict: 'fail',
      'failure-code': 'reverted',
      'release-id': '20261121T080000Z-1234567',
    });
  });

  it('and then killed has told the steps after it at least that', async () => {
    const started = startFixture('cancel-never');
    await started.logged('ready');
    await waitUntil(
      () => {
        started.child.kill('SIGINT');
        return readCommandFile(started.files.output)['result'] !== undefined;
      },
      { deadlineMs: 60_000, what: 'provisional outputs' },
    );
    started.child.kill('SIGKILL');
    const { outputs } = await finish(started);
    expect(outputs).toMatchObject({ verdict: 'fail', 'failure-code': 'cancelled' });
  });
});

describe('an action whose runner', () => {
  it('hands over no files runs all the same, and prints no old commands', async () => {
    const env = { GITHUB_OUTPUT: undefined, GITHUB_STATE: undefined, GITHUB_STEP_SUMMARY: undefined };
    const { exitCode, log } = await run('pass', { env });
    expect(exitCode).toBe(0);
    expect(log()).toContain('output verdict: pass');
    expect(runnerLines(log()).flatMap((line) => commandIn(line) ?? [])).toEqual([]);
  });

  it('names files that are not there makes them', async () => {
    const started = startFixture('pass', {
      env: { GITHUB_OUTPUT: '$FOLDER/new-output', GITHUB_STEP_SUMMARY: '$FOLDER/new-summary' },
    });
    expect((await started.ended).exitCode).toBe(0);
    const output = started.files.output.replace(/output$/, 'new-output');
    expect(readCommandFile(output)).toMatchObject({ verdict: 'pass' });
    expect(readFileSync(output.replace(/output$/, 'summary'), 'utf8')).toContain('fine');
  });

  it('names a summary that cannot be written is warned, no more', async () => {
    const { exitCode, log } = await run('pass', { env: { GITHUB_STEP_SUMMARY: '$FOLDER/no/such/folder' } });
    expect(exitCode).toBe(0);
    expect(log()).toContain('::warning::The job summary could not be written: ENOENT');
  });

  it('names outputs that cannot be written does not see a pass', async () => {
    const { exitCode, errors } = await run('pass', { env: { GITHUB_OUTPUT: '$FOLDER/no/such/folder' } });
    expect(exitCode).toBe(99);
    expect(errors).toEqual([expect.stringContaining('outputs of this step could not be written')]);
  });

  it('cannot keep state does not start what its post step would then start again', async () => {
    const { exitCode, log } = await run('pass', { env: { GITHUB_STATE: '$FOLDER/no/such/folder' } });
    expect(exitCode).toBe(99);
    expect(log()).not.toContain('main with');
  });

  it('stops reading is served to the end', async () => {
    const started = startFixture('line-by-line');
    await started.logged('ready');
    started.child.stdout?.destroy();
    started.child.stderr?.destroy();
    started.child.stdin?.write('go on\n');
    const { exitCode, outputs } = await finish(started);
    expect(exitCode).toBe(0);
    expect(outputs).toMatchObject({ verdict: 'pass' });
  });
});

describe('the post step', () => {
  it('runs the clean-up, not the main part, with what the main step saved', async () => {
    const main = await run('pass');
    expect(readCommandFile(main.files.state)).toEqual({ isPost: 'true', lease: 'held' });
    const post = await run('pass', { env: { STATE_isPost: 'true', STATE_lease: 'held' } });
    expect(post.exitCode).toBe(0);
    expect(post.log()).toContain('post with lease held in mode pass');
    expect(post.log()).not.toContain('main with');
    expect(post.outputs).toEqual({});
  });

  it('is marked before the inputs are read, so that bad ones do not make it a main step', async () => {
    const main = await run('pass', { inputs: { port: '0' } });
    expect(readCommandFile(main.files.state)).toEqual({ isPost: 'true' });
  });

  it.each([
    ['throws', 'bug', 'TypeError: x is not a function'],
    ['has a rejection nobody handles', 'rejected-elsewhere', 'nobody awaits me'],
  ])('warns when it %s, and fails nothing', async (_what, mode, text) => {
    const { exitCode, log, errors } = await run(mode, { env: { STATE_isPost: 'true' } });
    expect(exitCode).toBe(0);
    expect(log()).toMatch(new RegExp(`::warning::Clean-up of fixture is not complete: .*${text}`));
    expect(errors).toEqual([]);
  });

  it('fails nothing even when it ends its own process', async () => {
    expect((await run('exits-inside', { env: { STATE_isPost: 'true' } })).exitCode).toBe(0);
  });

  it('warns of inputs it cannot read, and fails nothing', async () => {
    const { exitCode, log } = await run('pass', { inputs: { port: '0' }, env: { STATE_isPost: 'true' } });
    expect(exitCode).toBe(0);
    expect(log()).toContain('::warning::Clean-up of fixture is not complete: An input is wrong. port');
  });
});
