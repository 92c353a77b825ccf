import { readdir, readFile, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import { isAlive, UNHURRIED, waitUntil } from '@plimsoll/testkit';
import { expectPass, jsonOf, resultOf, useServer } from './site.ts';

const shared = useServer({
  commands: {
    // Stands for a command of the server that tells its own environment and arguments.
    'show-me':
      '#!/bin/sh\necho "arguments: $*"\nenv | grep -v "^\\(PATH\\|HOME\\|PWD\\|OLDPWD\\|SHLVL\\|_\\|LC_ALL\\|SSH_.*\\|PLIMSOLL_TESTKIT.*\\|USER\\|LOGNAME\\|SHELL\\|MAIL\\|TERM\\|MOTD_SHOWN\\)=" | sort\n',
  },
});

/** Lines that commands on the server printed, without the name of the host in front. */
function outputOf({ stdout }: { readonly stdout: string }): string[] {
  const lines = stdout.split('\n').filter((line) => line.startsWith('127.0.0.1 | '));
  return lines.map((line) => line.replace('127.0.0.1 | ', ''));
}

describe('a command of the user', () => {
  test('runs in the release, in the order in which it was asked for, and finds where it is', async () => {
    const site = await shared.site();
    const tell = (name: string): string =>
      `echo "${name} in $(pwd -P | sed 's,.*/,,') of $PLIMSOLL_RELEASE, live: $(basename "$(readlink "$PLIMSOLL_DEPLOY_PATH/current")")"`;
    const before = await site.deployed();
    const run = await site.deploy({
      prepare: `${tell('prepare')}\n[ "$PLIMSOLL_RELEASE_PATH" = "$(pwd -P)" ]`,
      'before-switch': tell('before-switch'),
      'after-switch': tell('after-switch'),
      'health-command': tell('health'),
    });
    expectPass(run);
    const id = run.outputs['release-id'] ?? '';
    expect(outputOf(run)).toEqual([
      `prepare in ${id} of ${id}, live: ${before}`,
      `before-switch in ${id} of ${id}, live: ${before}`,
      `after-switch in ${id} of ${id}, live: ${id}`,
    ]);
  });

  test('gets three variables and nothing else of ours, no arguments and no input', async () => {
    const site = await shared.site();
    const run = await site.deploy({ prepare: 'show-me "$@"\ncat\necho end of input', 'env-file': 'SECRET=hidden' });
    expectPass(run);
    const id = run.outputs['release-id'] ?? '';
    expect(outputOf(run)).toEqual([
      'arguments: ',
      `PLIMSOLL_DEPLOY_PATH=${site.root}`,
      `PLIMSOLL_RELEASE=${id}`,
      `PLIMSOLL_RELEASE_PATH=${site.root}/releases/${id}`,
      'end of input',
    ]);
  });

  test('may write into the release without touching the one before', async () => {
    const site = await shared.site();
    const first = await site.deployed();
    const second = await site.deployed({ prepare: 'echo built >>index.html\necho new >generated' });
    const read = (id: string, path: string): Promise<string> => readFile(`${site.root}/releases/${id}/${path}`, 'utf8');
    expect([await read(first, 'index.html'), await read(second, 'index.html')]).toEqual(['one', 'onebuilt\n']);
    expect(await readdir(`${site.root}/releases/${first}`)).toEqual(['index.html']);
  });

  test('cannot speak to the runner, whatever it prints', async () => {
    const site = await shared.site();
    const evil = [
      '::error::gotcha',
      '  ::set-output name=release-id::evil',
      '##[error]gotcha',
      'x ##[warning]gotcha',
      '\\r::add-mask::e',
      '\\033]0;title\\007::warning::gotcha',
      '::stop-commands::all',
      '\\357\\273\\277::notice::gotcha',
    ];
    const prepare = evil.flatMap((text) => [`printf '${text}\\n'`, `printf '${text}\\n' >&2`]).join('\n');
    const run = await site.deploy({ prepare, 'after-switch': "printf 'no line end ::error::gotcha'" });
    expectPass(run);
    expect(run.annotations).toEqual([]);
    expect(run.commands.filter(({ name }) => name !== 'add-mask')).toEqual([]);
    expect(run.outputs['release-id']).toMatch(/^\d{8}T/);
    expect(outputOf(run).join('\n')).toContain('gotcha');
  });

  test('may leave something running in the background, with its output open, without holding anything up', async () => {
    const site = await shared.site();
    const run = await site.deploy({ 'after-switch': 'sleep 600 &\necho "$!" >"$PLIMSOLL_DEPLOY_PATH/pid"' });
    expectPass(run);
    expect(await isAlive(Number(await readFile(`${site.root}/pid`, 'utf8')))).toBe(true);
  });

  test('that takes too long is ended, and everything that it started', async () => {
    const site = await shared.site();
    const prepare = 'sleep 300 &\necho "$!" >"$PLIMSOLL_DEPLOY_PATH/pid"\nsleep 300';
    const run = await site.deploy({ prepare, 'command-timeout': '4s' });
    expect([run.exitCode, run.outputs['failure-code']]).toEqual([53, 'remote-command']);
    expect(resultOf(run)['summary']).toContain('prepare did not end within 4 s and was stopped');
    const pid = Number(await readFile(`${site.root}/pid`, 'utf8'));
    await waitUntil(async () => !(await isAlive(pid)), { deadlineMs: 60_000, what: 'the child to end' });
    await site.expectSound();
  });

  test('is ended when the job is cancelled, and nothing is switched', async () => {
    const site = await shared.site();
    const before = await site.deployed();
    const action = await site.start({
      prepare: 'echo "$$" >"$PLIMSOLL_DEPLOY_PATH/pid"\necho prepared\nexec sleep 300',
    });
    await waitUntil(() => action.output().includes('| prepared'), { deadlineMs: 60_000, what: 'the command to start' });
    const run = await action.cancel(UNHURRIED);
    expect([run.exitCode, run.outputs['failure-code'], await site.live()]).toEqual([90, 'cancelled', before]);
    expect(jsonOf(run, 'hosts-report')).toMatchObject([{ state: 'untouched', after: before }]);
    expect(await isAlive(Number(await readFile(`${site.root}/pid`, 'utf8')))).toBe(false);
    await site.expectSound();
  });

  test('after the switch is ended when the job is cancelled, and the release before is live again', async () => {
    const site = await shared.site();
    const before = await site.deployed();
    const action = await site.start({ 'after-switch': 'echo switched\nexec sleep 300' });
    await waitUntil(() => action.output().includes('| switched'), { deadlineMs: 60_000, what: 'the command to start' });
    const run = await action.cancel(UNHURRIED);
    expect([run.exitCode, run.outputs['failure-code'], await site.live()]).toEqual([90, 'cancelled', before]);
    expect(jsonOf(run, 'hosts-report')).toMatchObject([{ state: 'reverted', after: before }]);
    await site.expectSound();
  });
});

describe('the text of an env file', () => {
  test('is on no command line, in no log and in no environment, on neither side', async () => {
    const site = await shared.site();
    const secret = 'correct-horse-battery-staple';
    const watch = watchCommandLines(secret, site.root);
    const run = await site.deploy({
      'env-file': `PASSWORD=${secret}`,
      prepare: untilLookedAt('prepare'),
      'health-command': untilLookedAt('health'),
    });
    const sightings = await watch.stop();
    expectPass(run);
    expect(await readFile(`${site.root}/current/.env`, 'utf8')).toBe(`PASSWORD=${secret}\n`);
    expect(sightings).toEqual([]);
    const visible = run.stdout.split('\n').filter((line) => !line.startsWith('::add-mask::'));
    expect([visible.join('\n'), run.stderr, run.summary, await shared.server.log()].join('\n')).not.toContain(secret);
    expect(JSON.stringify([run.outputs, run.state, run.exported])).not.toContain(secret);
  });

  /** A command that goes on once the command lines have been looked at while it ran. */
  function untilLookedAt(name: string): string {
    return `cd "$PLIMSOLL_DEPLOY_PATH"; : >at-${name}; until [ -e seen-${name} ]; do sleep 0.05; done`;
  }

  /**
   * Looks again and again whether the text is on any command line of this machine, and lets go on who waits for a look in the folder. Without
   * /proc there is nothing to look at.
   */
  function watchCommandLines(text: string, folder: string): { stop: () => Promise<readonly string[]> } {
    const sightings: string[] = [];
    const end = new AbortController();
    const look = async (): Promise<void> => {
      const waiting = (await namesIn(folder)).filter((name) => name.startsWith('at-'));
      const pids = (await namesIn('/proc')).filter((name) => /^\d+$/.test(name));
      const lines = await Promise.all(pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')));
      sightings.push(...lines.filter((line) => line.includes(text)));
      for (const name of waiting) await writeFile(`${folder}/${name.replace('at-', 'seen-')}`, '');
      if (!end.signal.aborted) await look();
    };
    const looking = look();
    return {
      stop: async () => {
        end.abort();
        await looking;
        return sightings;
      },
    };
  }

  function namesIn(folder: string): Promise<string[]> {
    return readdir(folder).catch(() => []);
  }
});
