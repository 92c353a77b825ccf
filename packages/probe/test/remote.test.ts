import { spawn } from 'node:child_process';
import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { findProgram, runCommand, type TemporaryFolder, temporaryFolder, waitUntil } from '@plimsoll/testkit';
import {
  type CommandProbeRequest,
  createCommandProbe,
  createProcessProbe,
  DATABASE_RECIPES,
  type DatabaseSettings,
  type ProcessPlace,
  type ProcessProbeRequest,
  type RemoteEnd,
  type RemoteShell,
  systemPorts,
} from '../src/index.ts';
import { CALM, once, verdictOf } from './probing.ts';

/** Shows what it was called with; stands in for clients of databases. */
const SHOW =
  '#!/bin/sh\necho "program=${0##*/}"\nfor argument; do printf "[%s]\\n" "$argument"; done\nenv | grep -E "^(PG|MYSQL_|REDISCLI_)" | sort\n';

let folder: TemporaryFolder;
let shells: readonly string[];

beforeAll(async () => {
  folder = await temporaryFolder();
  const found = await Promise.all(['dash', 'bash', 'busybox'].map(findProgram));
  shells = [...found.filter((path) => path !== undefined), '/bin/sh'];
});

afterAll(() => folder.remove());

/** A server that is this machine: the program runs in a shell that has its arguments as variables, as over SSH. */
function localShell(options: { path?: string; shell?: string } = {}): RemoteShell {
  const shell = options.shell ?? '/bin/sh';
  return {
    label: 'deploy@here',
    run: async (program, args, { timeoutMs }): Promise<RemoteEnd> => {
      const variables = Object.fromEntries(Object.entries(args).map(([name, value]) => [`arg_${name}`, value]));
      const env = { ...process.env, ...variables, PATH: options.path ?? process.env['PATH'] };
      const front = shell.endsWith('busybox') ? ['sh'] : [];
      const end = await runCommand({
        program: shell,
        args: [...front, '-c', `set -u\n${program}`],
        env,
        timeLimitMs: timeoutMs,
      });
      return { ...end, status: end.exitCode, timedOut: end.signal === 'SIGKILL' };
    },
  };
}

function fixedShell(end: Partial<RemoteEnd> | Error): RemoteShell {
  return {
    label: 'deploy@here',
    run: async () => {
      if (end instanceof Error) throw end;
      return { status: 0, signal: null, stdout: '', stderr: '', ...end };
    },
  };
}

const command = (request: Partial<CommandProbeRequest>): ReturnType<typeof once> =>
  once(createCommandProbe({ name: 'command', shell: localShell(), run: { command: 'true' }, ...request }, systemPorts));

const processOf = (place: ProcessPlace, request: Partial<ProcessProbeRequest> = {}): ReturnType<typeof once> =>
  once(createProcessProbe({ name: 'process', shell: localShell(), process: place, ...request }, systemPorts));

describe('a command', () => {
  test.each([
    ['true', {}, 'ok', /^$/u],
    ['exit 3', {}, 'health', /status 3/u],
    ['echo no luck >&2; exit 1', {}, 'health', /status 1, no luck/u],
    ['exit 3', { status: 3 }, 'ok', /^$/u],
    ['echo ready', { equals: 'ready' }, 'ok', /^$/u],
    ['echo readyish', { equals: 'ready' }, 'health', /is "readyish", not "ready"/u],
    ['echo "it\'s $((1+1)) \\"quoted\\""', { equals: 'it\'s 2 "quoted"' }, 'ok', /^$/u],
    ['printf "a\\nb\\n"', { equals: 'a\nb', contains: ['b'], matches: ['^a'] }, 'ok', /^$/u],
    ['echo a', { contains: ['b'] }, 'health', /does not contain "b"/u],
    ['echo a', { matches: ['^b'] }, 'health', /does not match/u],
    ['cat', { equals: '' }, 'ok', /^$/u],
    ['echo "[${PLIMSOLL_COMMAND-}]"', { equals: '[]' }, 'ok', /^$/u],
    ['kill -s KILL $$', {}, 'health', /status|signal/u],
    ['no-such-program-here', {}, 'unknown', /cannot be run on the server.*not found/u],
    ['/etc/passwd', {}, 'unknown', /cannot be run on the server/u],
  ])('%s', async (...row) => {
    const [text, expected, verdict, detail] = row;
    for (const shell of shells) {
      const result = await command({ shell: localShell({ shell }), run: { command: text }, expect: expected });
      expect([shell, verdictOf(result)]).toEqual([shell, { verdict, detail: expect.stringMatching(detail) }]);
    }
  });

  test('that the server stops after its time is a sample of that length', async () => {
    let limits: unknown;
    const shell: RemoteShell = {
      label: 'here',
      run: async (_program, _args, given) => {
        limits = given;
        return { status: null, signal: 'TERM', stdout: 'half', stderr: '', timedOut: true };
      },
    };
    const result = await command({ shell, timeoutMs: 150 });
    expect([verdictOf(result), result.durationMs, limits]).toEqual([
      { verdict: 'health', detail: 'It did not end within 150 ms and was stopped.' },
      150,
      { timeoutMs: 150, outputBytes: 65_536 },
    ]);
  });

  test('shows nothing when the server cannot be asked', async () => {
    const result = await command({ shell: fixedShell(new Error('The connection broke.')) });
    expect(verdictOf(result)).toEqual({
      verdict: 'unknown',
      detail: 'deploy@here could not be asked: The connection broke.',
    });
  });

  test('can be stopped while the server says nothing', async () => {
    const controller = new AbortController();
    const shell: RemoteShell = {
      label: 'here',
      run: () => {
        controller.abort();
        return Promise.withResolvers<RemoteEnd>().promise;
      },
    };
    const result = await createCommandProbe({ name: 'c', shell, run: { command: 'true' } }, systemPorts).attempt(
      controller.signal,
    );
    expect(result.kind).toBe('unknown');
  });

  test('has evidence, without secrets', async () => {
    const result = await command({
      run: { command: 'echo "key hunter2"; exit 1' },
      secrets: ['hunter2'],
      code: 'smoke',
    });
    expect(result).toMatchObject({
      kind: 'wrong',
      code: 'smoke',
      series: 'first',
      evidence: {
        asked: 'echo "key ***"; exit 1',
        came: 'status 1, 12 bytes',
        excerpt: 'key ***',
        address: 'deploy@here',
      },
    });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  test.each(['', ' ', 'a\0b'])('is refused: %j', (text) => {
    expect(() => createCommandProbe({ name: 'c', shell: localShell(), run: { command: text } }, systemPorts)).toThrow(
      expect.objectContaining({ code: 'input' }),
    );
  });
});

const HOSTILE = `-x $(touch /tmp/never) \`id\`; echo "' \\ *`;

describe('a database recipe', () => {
  let path: string;

  beforeAll(async () => {
    const bin = join(folder.path, 'bin');
    await mkdir(bin);
    for (const name of ['psql', 'mysql', 'redis-cli']) await writeFile(join(bin, name), SHOW, { mode: 0o755 });
    path = `${bin}:${process.env['PATH']}`;
  });

  const settings: DatabaseSettings = {
    database: `${HOSTILE} d`,
    host: `${HOSTILE} h`,
    port: 5,
    user: `${HOSTILE} u`,
    password: { secret: `${HOSTILE} p` },
  };

  test.each([
    [
      'postgresql',
      [
        'program=psql',
        '[-X]',
        '[-w]',
        '[-q]',
        '[-A]',
        '[-t]',
        '[-v]',
        '[ON_ERROR_STOP=1]',
        '[-c]',
        '[SELECT 1]',
        '[-h]',
        `[${HOSTILE} h]`,
        '[-p]',
        '[5]',
        '[-U]',
        `[${HOSTILE} u]`,
        '[-d]',
        `[${HOSTILE} d]`,
        'PGCONNECT_TIMEOUT=5',
        `PGPASSWORD=${HOSTILE} p`,
      ],
    ],
    [
      'mysql',
      [
        'program=mysql',
        '[--batch]',
        '[--skip-column-names]',
        '[--connect-timeout=5]',
        '[--execute=SELECT 1]',
        `[--host=${HOSTILE} h]`,
        '[--port=5]',
        `[--user=${HOSTILE} u]`,
        `[--database=${HOSTILE} d]`,
        `MYSQL_PWD=${HOSTILE} p`,
      ],
    ],
    [
      'redis',
      [
        'program=redis-cli',
        '[--raw]',
        '[--no-auth-warning]',
        '[-h]',
        `[${HOSTILE} h]`,
        '[-p]',
        '[5]',
        '[--user]',
        `[${HOSTILE} u]`,
        '[-n]',
        `[${HOSTILE} d]`,
        '[PING]',
        `REDISCLI_AUTH=${HOSTILE} p`,
      ],
    ],
  ] as const)('hands its settings over as they are: %s', async (database, lines) => {
    for (const shell of shells) {
      let stdout = '';
      const local = localShell({ path, shell });
      const run: RemoteShell['run'] = async (...request) => {
        const end = await local.run(...request);
        ({ stdout } = end);
        return end;
      };
      const result = await command({ shell: { label: 'here', run }, run: { database, settings } });
      expect([shell, stdout.trim().split('\n')]).toEqual([shell, lines]);
      expect([verdictOf(result).verdict, JSON.stringify(result).includes(`${HOSTILE} p`)]).toEqual(['database', false]);
    }
  });

  test.each(['postgresql', 'mysql', 'redis', 'sqlite'] as const)(
    'has to be answered with its answer: %s',
    async (database) => {
      const { answer, client } = DATABASE_RECIPES[database];
      const run = { database, settings: { database: 'shop' } };
      const verdicts = await Promise.all(
        [
          { stdout: `${answer}\n` },
          { stdout: '' },
          { stdout: `NOAUTH ${answer}` },
          { stdout: answer, status: 2 },
          { status: 127, stderr: `${client}: not found` },
        ].map(async (end) => verdictOf(await command({ shell: fixedShell(end), run })).verdict),
      );
      expect(verdicts).toEqual(['ok', 'database', 'database', 'database', 'unknown']);
    },
  );

  test.each([
    ['sqlite', {}, /needs the path/u],
    ['sqlite', { database: 'x', host: 'y' }, /has no setting host/u],
    ['mysql', { user: 'a\0b' }, /NUL/u],
  ] as const)('refuses what it has no use for: %s %j', (database, given, message) => {
    expect(() =>
      createCommandProbe({ name: 'c', shell: localShell(), run: { database, settings: given } }, systemPorts),
    ).toThrow(message);
  });

  test.each([
    'postgresql://shop:hunter2@db/shop',
    "host=db password='hunter2' dbname=shop",
    'host=db password = hunter2',
  ])('redacts the password of %s', async (database) => {
    const result = await command({
      shell: fixedShell({ status: 2, stderr: 'cannot connect as hunter2' }),
      run: { database: 'postgresql', settings: { database } },
    });
    expect(JSON.stringify(result)).not.toContain('hunter2');
  });

  test('never makes the SQLite file that it looks for', async () => {
    const result = await command({ run: { database: 'sqlite', settings: { database: join(folder.path, 'no.db') } } });
    expect(verdictOf(result)).toEqual({ verdict: 'database', detail: expect.stringContaining('There is no file') });
  });
});

/** A systemctl that says what it is told, and shows its arguments on standard error. */
const SYSTEMCTL = '#!/bin/sh\nprintf "%s\\n" "$*" >&2\ncat "${0%/*}/answer"\nexit "$(cat "${0%/*}/status")"\n';

interface UnitState {
  readonly LoadState?: string;
  readonly ActiveState?: string;
  readonly SubState?: string;
  readonly Result?: string;
  readonly MainPID?: string;
  readonly NRestarts?: string;
  readonly ExecMainStartTimestampMonotonic?: string;
}

const RUNNING: UnitState = {
  LoadState: 'loaded',
  ActiveState: 'active',
  SubState: 'running',
  Result: 'success',
  MainPID: '7',
  NRestarts: '0',
  ExecMainStartTimestampMonotonic: '100',
};

describe('a systemd unit', () => {
  const bin = (): string => join(folder.path, 'systemd');
  const say = async (state: UnitState, status = 0): Promise<void> => {
    await writeFile(
      join(bin(), 'answer'),
      Object.entries(state)
        .map(([name, value]) => `${name}=${value}\n`)
        .join(''),
    );
    await writeFile(join(bin(), 'status'), String(status));
  };

  beforeAll(async () => {
    await mkdir(bin());
    await writeFile(join(bin(), 'systemctl'), SYSTEMCTL, { mode: 0o755 });
  });

  const shell = (): RemoteShell => localShell({ path: `${bin()}:${process.env['PATH']}` });

  test.each([
    [RUNNING, 'ok', /^$/u],
    [{ ...RUNNING, SubState: 'exited' }, 'ok', /^$/u],
    [{ ...RUNNING, ActiveState: 'reloading', SubState: 'reload' }, 'ok', /^$/u],
    [
      { ...RUNNING, ActiveState: 'failed', SubState: 'failed', Result: 'exit-code' },
      'process',
      /failed \(failed\), result exit-code/u,
    ],
    [{ ...RUNNING, ActiveState: 'activating', SubState: 'auto-restart' }, 'process', /activating \(auto-restart\)/u],
    [{ ...RUNNING, ActiveState: 'inactive', SubState: 'dead' }, 'process', /inactive/u],
    [{ ...RUNNING, ActiveState: 'deactivating' }, 'process', /deactivating/u],
    [{ LoadState: 'not-found', ActiveState: 'inactive' }, 'process', /no such unit/u],
    [{}, 'unknown', /could not be asked/u],
  ])('%j', async (state, verdict, detail) => {
    await say(state);
    const result = await processOf({ unit: 'shop@1.service' }, { shell: shell() });
    expect(verdictOf(result)).toEqual({ verdict, detail: expect.stringMatching(detail) });
  });

  test('that systemd cannot tell of shows nothing', async () => {
    await say(RUNNING, 1);
    expect(verdictOf(await processOf({ unit: 'shop' }, { shell: shell() })).verdict).toBe('unknown');
  });

  test('on a server without systemd shows nothing', async () => {
    const empty = join(folder.path, 'empty');
    await mkdir(empty);
    await symlink('/bin/sh', join(empty, 'sh'));
    expect(verdictOf(await processOf({ unit: 'shop' }, { shell: localShell({ path: empty }) }))).toEqual({
      verdict: 'unknown',
      detail: expect.stringContaining('no systemctl'),
    });
  });

  test.each([
    ['shop.service', '-- shop.service'],
    ['user:shop.service', '--user show'],
  ])('is asked for by its name: %s', async (unit, words) => {
    await say({});
    const result = await processOf({ unit }, { shell: shell() });
    expect(verdictOf(result).detail).toContain(words);
  });

  test.each<readonly [UnitState, string]>([
    [{ NRestarts: '1' }, 'process'],
    [{ MainPID: '8' }, 'process'],
    [{ ExecMainStartTimestampMonotonic: '200' }, 'process'],
    [{}, 'ok'],
  ])('that was restarted since the first look: %j is %s', async (change, verdict) => {
    const probe = createProcessProbe({ name: 'p', shell: shell(), process: { unit: 'shop' } }, systemPorts);
    await say(RUNNING);
    const first = await probe.attempt(CALM);
    await say({ ...RUNNING, ...change });
    const later = [await probe.attempt(CALM), await probe.attempt(CALM)];
    expect([verdictOf(first).verdict, ...later.map((result) => verdictOf(result).verdict)]).toEqual([
      'ok',
      verdict,
      verdict,
    ]);
    expect(first.evidence.counters).toEqual({ restarts: 0 });
  });

  test.each(['-x', 'a b', 'a;b', '', 'user:', '$(id)', 'a\nb'])('is refused: %j', (unit) => {
    expect(() => createProcessProbe({ name: 'p', shell: shell(), process: { unit } }, systemPorts)).toThrow(
      /no name of a systemd unit/u,
    );
  });
});

describe('a process', () => {
  const pidFileOf = async (pid: number | undefined): Promise<{ readonly pidFile: string }> => {
    const pidFile = join(folder.path, `${pid}.pid`);
    await writeFile(pidFile, `${pid}\n`);
    return { pidFile };
  };

  test('is found by its id, and is missed when it is gone', async () => {
    const child = spawn('sleep', ['60']);
    const { promise: ended, resolve } = Promise.withResolvers<void>();
    child.once('exit', () => resolve());
    const place = await pidFileOf(child.pid);
    for (const shell of shells)
      expect([shell, verdictOf(await processOf(place, { shell: localShell({ shell }) })).verdict]).toEqual([
        shell,
        'ok',
      ]);
    child.kill('SIGKILL');
    await ended;
    for (const shell of shells) {
      expect(verdictOf(await processOf(place, { shell: localShell({ shell }) }))).toEqual({
        verdict: 'process',
        detail: `There is no process ${child.pid}.`,
      });
    }
  });

  test('that is stopped, or dead without anybody noticing, does not run', async () => {
    const child = spawn('sh', ['-c', 'sleep 600 & echo $!; exec sleep 600']);
    const { promise: zombie, resolve } = Promise.withResolvers<number>();
    child.stdout.once('data', (bytes: Buffer) => resolve(Number(String(bytes))));
    const pid = await zombie;
    // A shell would take notice; sleep(1) does not.
    const isSleep = async (): Promise<boolean> =>
      (await readFile(`/proc/${child.pid}/comm`, 'utf8')).trim() === 'sleep';
    await waitUntil(isSleep, { deadlineMs: 60_000, what: 'the shell to become another program' });
    process.kill(pid, 'SIGKILL');
    const [dead, halted] = [await pidFileOf(pid), await pidFileOf(child.pid)];
    const verdict = await waitUntil(
      async () => {
        const { detail } = verdictOf(await processOf(dead));
        return detail.includes('nobody has taken notice') && detail;
      },
      { deadlineMs: 60_000, what: 'a zombie to be called one' },
    );
    child.kill('SIGSTOP');
    // The signal takes its moment to arrive.
    const stopped = await waitUntil(
      async () => {
        const seen = verdictOf(await processOf(halted));
        return seen.detail.includes('is stopped') && seen;
      },
      { deadlineMs: 60_000, what: 'a stopped process to be called one' },
    );
    child.kill('SIGKILL');
    expect([verdict, stopped]).toEqual([
      `Process ${pid} has ended, and nobody has taken notice (state Z).`,
      { verdict: 'process', detail: `Process ${child.pid} is stopped (state T).` },
    ]);
  });

  test('is found through its pid file, and not to be another one', async () => {
    const file = join(folder.path, 'app.pid');
    const probe = createProcessProbe({ name: 'p', shell: localShell(), process: { pidFile: file } }, systemPorts);
    const verdicts: string[] = [];
    for (const content of [
      undefined,
      '',
      'abc\n',
      '0x10',
      `${process.pid}\n`,
      String(process.pid),
      `${process.ppid}\n`,
      `${process.pid}\n`,
    ]) {
      if (content !== undefined) await writeFile(file, content);
      const { verdict, detail } = verdictOf(await probe.attempt(CALM));
      verdicts.push(`${verdict} ${/not there|no process id|restarted/u.exec(detail)?.[0] ?? ''}`.trim());
    }
    expect(verdicts).toEqual([
      'process not there',
      'process no process id',
      'process no process id',
      'process no process id',
      'ok',
      'ok',
      'process restarted',
      'ok',
    ]);
  });

  test('cannot be looked up in a relative place', () => {
    expect(() =>
      createProcessProbe({ name: 'p', shell: localShell(), process: { pidFile: 'app.pid' } }, systemPorts),
    ).toThrow(/absolute/u);
  });
});
