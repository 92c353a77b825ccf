import { readFileSync } from 'node:fs';
import { appendFile, mkdir, readFile, writeFile } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import type { Execution, RemoteEvent } from '@plimsoll/ssh';
import { byteString, checkStore } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { describeOnShells } from '../../../test/setup/needs.ts';
import { createManifest, textOf, unescapePath } from '../src/manifest.ts';
import { formatRunbook, type Runbook } from '../src/runbook.ts';
import { treeArbitrary } from './support/arbitraries.ts';
import { harm, placeTree } from './support/disk.ts';
import { type LocalHost, type Started, start, startLocalHost, type Told } from './support/local-host.ts';
import { SERVER_FUNCTIONS } from './support/server-functions.ts';

function parse(line: string): unknown {
  return line === '' ? undefined : JSON.parse(line);
}

await describeOnShells('on a server with', (shell) => {
  let host: LocalHost;
  let root: string;
  let round = 0;
  beforeAll(async () => {
    host = await startLocalHost(shell);
  });
  beforeEach(() => {
    round += 1;
    root = `${host.folder}/${round}`;
  });
  afterAll(async () => host[Symbol.asyncDispose]());

  /** Starts lines of shell with all functions of the server. */
  function begin(lines: string, args: Readonly<Record<string, string>>, onEvent?: Execution['onEvent']): Started {
    const common = { deploy_path: root, owner: 'me', who: 'the test', intent: 'deploy', fence: '1' };
    const request = { args: { ...common, ...args }, ...(onEvent === undefined ? {} : { onEvent }) };
    return start(host, `${SERVER_FUNCTIONS}\n${lines}`, request);
  }

  /** Runs them to their end. */
  function call(lines: string, args: Readonly<Record<string, string>> = {}): Promise<Told> {
    return begin(lines, args).told;
  }

  describe('verify_tree', () => {
    const TREES = fc.sample(treeArbitrary, { numRuns: 12, seed: 20_260_131 });

    /** What it says of each tree, all in one call. */
    async function differing(): Promise<string[][]> {
      const program = `
        index=0
        while [ -d "$root/$index" ]; do
          verify_tree "$root/$index" "$root/manifest-$index" | while IFS= read -r one; do emit "differs-$index" "$one"; done
          index=$((index + 1))
        done`;
      const { values } = await call(program);
      return TREES.map((_, index) => values(`differs-${index}`).map(unescapePath).sort());
    }

    test('finds nothing in a tree that is as it should be, and every file and link that is not', async () => {
      await mkdir(root);
      const victims = TREES.map((tree) => tree.filter(({ kind }, index) => kind !== 'directory' && index % 4 !== 3));
      for (const [index, tree] of TREES.entries()) {
        await placeTree(`${root}/${index}`, tree);
        await writeFile(`${root}/manifest-${index}`, textOf(createManifest(tree).lines), 'latin1');
      }
      expect(await differing()).toEqual(TREES.map(() => []));
      for (const [index, harmed] of victims.entries()) {
        for (const [way, victim] of harmed.entries()) await harm(`${root}/${index}`, victim, way + index);
      }
      expect(await differing()).toEqual(victims.map((harmed) => harmed.map(({ path }) => path).sort()));
      expect(victims.flat().length).toBeGreaterThan(20);
    });
  });

  describe('a tree that could not be looked at to its end', () => {
    const EMPTY = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';
    const KILLED = `sh -c 'kill -s KILL "$$"'`;

    beforeEach(async () => {
      await mkdir(`${root}/tree`, { recursive: true });
      await writeFile(`${root}/tree/a b`, '');
      await writeFile(`${root}/manifest`, `f 0644 ${EMPTY} a b\n`);
    });

    test.each([
      ['that cannot be entered', ':', 'gone'],
      ['whose hashes were compared by a program that was killed', `hash_share() { ${KILLED}; }`, 'tree'],
      ['looked at by a shell that was killed', `choose_hash() { ${KILLED.replace('$$', '$PPID')}; }`, 'tree'],
    ])('counts as damaged: one %s', async (_what, accident, folder) => {
      const look = `verify_tree "$root/${folder}" "$root/manifest" | while IFS= read -r one; do emit differs "$one"; done`;
      expect((await call(`${accident}\n${look}`)).values('differs')).toEqual(['a b']);
    });
  });

  describe('what was found damaged while the server went on', () => {
    const program = readFileSync(new URL('../remote/open.sh', import.meta.url), 'utf8').replace(/^open_store$/m, '');
    const report = (list: string): Promise<Told> =>
      call(
        `${program}\nlease=$root; spawn true; hashing=$!; printf '%b' "$arg_list" >"$lease/differing"; report_damaged`,
        {
          list,
        },
      );
    beforeEach(async () => {
      await mkdir(root);
    });

    test.each([
      ['/0\n', []],
      ['a\n/1\n', ['a']],
      ['0\nb c\n/2\n', ['0', 'b c']],
    ])('is told when %j is all of it', async (list, paths) => {
      const { values, exitCode } = await report(list);
      expect([values('damaged'), values('failure'), exitCode]).toEqual([paths, [], 0]);
    });

    test.each(['', 'a\n', '/1\n', 'a\n/2\n', 'a'])('is no evidence when %j was cut short', async (list) => {
      expect((await report(list)).values('failure')).toEqual([expect.stringContaining('could not be written')]);
    });
  });

  describe('the ledger', () => {
    const RECORD =
      'fence=7; meta=$root; lease=${arg_lease-$root}; record "$arg_event" r-new r-old "\\"note\\":\\"$arg_note\\""';
    const ledger = (): Promise<string> => readFile(`${root}/ledger.jsonl`, 'utf8');
    beforeEach(async () => {
      await mkdir(`${root}/.plimsoll`, { recursive: true });
    });

    /** As the testkit checks it, from the place where a store has it. */
    async function violations(): Promise<readonly string[]> {
      await writeFile(`${root}/.plimsoll/ledger.jsonl`, await ledger());
      return (await checkStore(root)).violations.filter((violation) => violation.startsWith('I6'));
    }

    test('is lines of JSON, each with the hash of the one before', async () => {
      for (const event of ['deployed', 'reverted', 'rolled-back']) await call(RECORD, { event, note: 'a \\" b' });
      expect(await violations()).toEqual([]);
      const [first, second] = (await ledger()).split('\n').map(parse);
      expect(first).toMatchObject({
        schema: 'plimsoll/ledger@1',
        fence: 7,
        event: 'deployed',
        release: 'r-new',
        previous: 'r-old',
        note: 'a " b',
        chain: 'none',
      });
      expect(second).toMatchObject({ event: 'reverted', chain: expect.stringMatching(/^[0-9a-f]{64}$/) });
    });

    test('notices a line that was changed or taken out', async () => {
      for (const event of ['deployed', 'reverted', 'deployed', 'deployed']) await call(RECORD, { event, note: '' });
      const lines = (await ledger()).split('\n');
      await writeFile(`${root}/ledger.jsonl`, lines.toSpliced(1, 1).join('\n'));
      expect(await violations()).toHaveLength(1);
      await writeFile(`${root}/ledger.jsonl`, lines.join('\n').replace('reverted', 'deployed'));
      expect(await violations()).toHaveLength(1);
    });

    test.each(['{"schema":"plims', '{', 'x'.repeat(5000)])(
      'loses a torn last line (%#), says so, and goes on',
      async (torn) => {
        await call(RECORD, { event: 'deployed', note: '1' });
        await appendFile(`${root}/ledger.jsonl`, torn);
        const told = await call(RECORD, { event: 'reverted', note: '2' });
        expect(told.values('recovered')).toEqual([expect.stringContaining('was cut short')]);
        expect(await violations()).toEqual([]);
        expect((await ledger()).split('\n')).toHaveLength(3);
      },
    );

    test('takes no line from an owner whose lease is gone', async () => {
      await call(RECORD, { event: 'deployed', note: '' });
      const before = await ledger();
      const told = await call(RECORD, { event: 'reverted', note: '', lease: `${root}/lease/6` });
      expect(told.values('failure')).toEqual([expect.stringMatching(/^fenced /)]);
      expect(await ledger()).toBe(before);
    });

    test('whose only line is torn begins anew', async () => {
      await writeFile(`${root}/ledger.jsonl`, '{"torn');
      await call(RECORD, { event: 'deployed', note: '' });
      expect(await violations()).toEqual([]);
    });
  });

  describe('a runbook', () => {
    const RUNBOOK: Runbook = {
      services: [],
      afterSwitch: '',
      healthCommand: '',
      healthUrl: '',
      healthTimeoutMs: 60_000,
      startupWaitMs: 0,
      commandTimeoutMs: 600_000,
    };
    const LOAD = `
      for record in "$meta"/releases/*/; do
        load_runbook "$(basename "$record")"
        for name in services after_switch health_command health_url health_timeout startup_wait command_timeout; do
          eval "value=\\$run_$name" && emit "$name" "$value"
        done
      done`;

    /** What a server makes of runbooks, all in one call. */
    async function load(runbooks: readonly string[]): Promise<Told> {
      for (const [index, runbook] of runbooks.entries()) {
        const record = `${root}/.plimsoll/releases/${String(index).padStart(3, '0')}`;
        await mkdir(record, { recursive: true });
        if (runbook !== '') await writeFile(`${record}/runbook`, runbook, 'latin1');
      }
      return call(LOAD);
    }

    test('gives the server the very text of every hook', async () => {
      const odd = ['\\', '\n', '\\n', '\\0101', '$(id)', '`', "'", '"', '%s', ' ', '\\c', 'é', '\t'];
      const part = fc.oneof(fc.constantFrom(...odd), fc.string({ unit: 'grapheme' }));
      const hook = fc.array(part).map((parts) => parts.join('').replaceAll('\0', ''));
      const hooks = fc.sample(fc.tuple(hook, hook), { numRuns: 40, seed: 3 });
      const services = ['one.service', 'user:two\\x2dthree.service'];
      const runbooks = hooks.map(([afterSwitch, healthCommand]) => ({
        ...RUNBOOK,
        services,
        afterSwitch,
        healthCommand,
      }));
      const { values } = await load(runbooks.map(formatRunbook));
      expect(values('after_switch')).toEqual(hooks.map(([text]) => byteString(text)));
      expect(values('health_command')).toEqual(hooks.map(([, text]) => byteString(text)));
      expect(new Set(values('services'))).toEqual(new Set([services.join('\n')]));
    });

    test('holds times in seconds, rounded up', async () => {
      const times = { healthTimeoutMs: 1_001, startupWaitMs: 500, commandTimeoutMs: 3_600_000 };
      const { values } = await load([formatRunbook({ ...RUNBOOK, ...times })]);
      expect([values('health_timeout'), values('startup_wait'), values('command_timeout')]).toEqual([
        ['2'],
        ['1'],
        ['3600'],
      ]);
    });

    test('that is missing means: no hooks, and the usual times', async () => {
      const { values } = await load(['']);
      expect([values('after_switch'), values('health_timeout'), values('command_timeout')]).toEqual([
        [''],
        ['60'],
        ['600'],
      ]);
    });
  });

  describe('a lease', () => {
    const TAKE = 'make_layout; take_lease "$arg_wait"; emit fence "$fence"';
    const take = (owner: string, more = ''): Promise<Told> =>
      call(`${TAKE}; ${more}`, { owner, who: `run of ${owner}`, wait: '0' });

    test('is given to one of all who ask at once, and each number once', async () => {
      const told = await Promise.all(Array.from({ length: 8 }, (_, index) => take(`runner-${index}`)));
      expect(told.flatMap(({ values }) => values('fence'))).toEqual(['1']);
      const refusals = told.flatMap(({ values }) => values('failure'));
      expect(refusals).toHaveLength(7);
      for (const refusal of refusals)
        expect(refusal).toMatch(
          /^locked The lease of .* is not free after 0 s: (held by run of runner-\d|others were faster)\./,
        );
    });

    test('that was given back, or belongs to the same owner, is taken at once by the next number', async () => {
      expect((await take('a', 'release_lease')).values('fence')).toEqual(['1']);
      expect((await take('b')).values('fence')).toEqual(['2']);
      expect((await take('b')).values('fence')).toEqual(['3']);
      expect((await take('c')).values('failure')).toHaveLength(1);
    });

    test('runs out, and its old owner cannot renew it, nor rename anything out of it', async () => {
      await take('a', 'mkdir "$lease/stage"; printf "%s 1\\n" "$boot" >"$lease/expires"');
      expect((await take('b')).values('fence')).toEqual(['2']);
      const late = await call(
        'fence=1; lease=$meta/lease/1; renew_lease; emit renewed $?; mv -T -- "$lease/stage" "$root/stolen"; emit moved $?',
        {},
      );
      expect([late.values('renewed'), late.values('moved')]).toEqual([['1'], ['1']]);
    });

    test('of another boot is over', async () => {
      await take('a', 'printf "%s 99999999999\\n" another-boot >"$lease/expires"');
      expect((await take('b')).values('fence')).toEqual(['2']);
    });

    test('is waited for, and it is said for whom', async () => {
      const { promise, resolve } = Promise.withResolvers<void>();
      const onEvent = ({ name }: RemoteEvent): void => {
        if (name === 'fence') resolve();
      };
      const holder = begin(`${TAKE}; while IFS= read -r _ <&4; do :; done; release_lease`, { wait: '0' }, onEvent);
      await promise;
      const waiter = begin(TAKE, { owner: 'b', wait: '20' }, ({ name }) => name === 'waiting' && holder.end());
      const { values } = await waiter.told;
      expect([values('waiting'), values('fence')]).toEqual([['held by the test'], ['2']]);
    });
  });
});
