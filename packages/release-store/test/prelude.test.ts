import { afterAll, beforeAll, expect, test } from '@jest/globals';
import type { RemoteEvent } from '@plimsoll/ssh';
import { isAlive, waitUntil } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { describeOnShells } from '../../../test/setup/needs.ts';
import { type LocalHost, start, startLocalHost, tell } from './support/local-host.ts';

const byteText = fc
  .array(
    fc.oneof(
      fc.constantFrom('\\', '\n', '\\n', '\\\\', '\\0101', ' ', '%s', '$(id)', "'", '\\c'),
      fc.nat({ max: 254 }).map((code) => String.fromCharCode(code + 1)),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(''));

await describeOnShells('a program in', (shell) => {
  let host: LocalHost;
  beforeAll(async () => {
    host = await startLocalHost(shell);
  });
  afterAll(async () => host[Symbol.asyncDispose]());

  test('gets arguments and sends events byte by byte', async () => {
    const values = fc.sample(byteText, { numRuns: 40, seed: 11 });
    const args = Object.fromEntries(values.map((value, index) => [`value_${index}`, value]));
    const program = values.map((_, index) => `emit back "$arg_value_${index}"`).join('\n');
    expect((await tell(host, program, args)).values('back')).toEqual(values);
  });

  test('gets empty arguments, and values with spaces at either end', async () => {
    const args = { empty: '', spaces: '  a  b  ', last: '\n\n' };
    const program = 'emit back "[$arg_empty]"; emit back "[$arg_spaces]"; emit back "[$arg_last]"';
    expect((await tell(host, program, args)).values('back')).toEqual(['[]', '[  a  b  ]', '[\n\n]']);
  });

  test('sends a file as it is', async () => {
    const told = await tell(host, 'printf "a\\000\\n\\377" >"$HOME/f"; emit_file content "$HOME/f"; emit after it');
    expect(told.events.map(({ name }) => name)).toEqual(['content', 'after', 'end']);
    expect(told.events[0]?.block).toEqual(Buffer.from([0x61, 0, 0x0a, 0xff]));
  });

  test('keeps what commands print away from its events', async () => {
    const told = await tell(host, 'echo loud; echo error >&2; sh -c "echo more"; emit quiet yes');
    expect(told.output).toEqual(['loud', 'error', 'more']);
    expect(told.values('quiet')).toEqual(['yes']);
  });

  test('says how it ended: by itself, by fail, and by a fault', async () => {
    expect((await tell(host, 'true')).values('end')).toEqual(['0']);
    expect((await tell(host, 'exit 7')).values('end')).toEqual(['7']);
    const failed = await tell(host, 'fail disk "No room: 100 %"; emit never reached');
    expect(failed.events.map(({ name, value }) => `${name}=${value}`)).toEqual([
      'failure=disk No room: 100 %',
      'end=1',
    ]);
    const undefinedName = await tell(host, 'emit before x; : "$no_such_name"; emit after x');
    expect(undefinedName.values('after')).toEqual([]);
    expect(undefinedName.values('end')).not.toEqual(['0']);
  });

  test('gives its commands no input, no events and no arguments', async () => {
    const program =
      'guarded 0 sh -c \'cat; env; echo fds; for fd in 3 4; do (: <&$fd) 2>/dev/null && echo "$fd is open"; (: >&$fd) 2>/dev/null && echo "$fd is open"; done; echo done\'';
    const { output } = await tell(host, program, { secret: 'tell nobody' });
    expect(output.slice(output.indexOf('fds'))).toEqual(['fds', 'done']);
    expect(output.join('\n')).not.toContain('tell nobody');
  });
});

await describeOnShells('a guarded command in', (shell) => {
  let host: LocalHost;
  beforeAll(async () => {
    host = await startLocalHost(shell);
  });
  afterAll(async () => host[Symbol.asyncDispose]());

  test('has its own status', async () => {
    const program = 'for status in 0 3 124; do guarded 5 sh -c "exit $status"; emit status $?; done';
    expect((await tell(host, program)).values('status')).toEqual(['0', '3', '124']);
  });

  test('is ended with its whole group when the time is up, and that is status 124', async () => {
    const program = `
      guarded 1 sh -c 'sleep 300 & echo "$!" >"$HOME/child"; sleep 300'
      emit status $?
      emit child "$(cat "$HOME/child")"`;
    const told = await tell(host, program);
    expect(told.values('status')).toEqual(['124']);
    await waitUntil(async () => !(await isAlive(Number(told.values('child')[0]))), {
      deadlineMs: 60_000,
      what: 'the child to end',
    });
  });

  test('that ignores TERM is killed', async () => {
    const program =
      'pause() { sleep 0.01; }; guarded 1 sh -c \'trap "" TERM; while :; do sleep 1; done\'; emit status $?';
    expect((await tell(host, program)).values('status')).toEqual(['124']);
  });

  test('is ended when the runner goes away, and that is status 125', async () => {
    const program = `
      watch_input=yes
      { until [ -s "$HOME/orphan" ]; do sleep 0.1; done; emit begun now; } &
      guarded 60 sh -c 'sleep 300 & echo "$!" >"$HOME/orphan"; wait'
      emit status $?
      emit child "$(cat "$HOME/orphan")"`;
    const running = start(host, program, { onEvent: ({ name }) => name === 'begun' && running.end() });
    running.send('');
    const told = await running.told;
    expect(told.values('status')).toEqual(['125']);
    await waitUntil(async () => !(await isAlive(Number(told.values('child')[0]))), {
      deadlineMs: 60_000,
      what: 'the child to end',
    });
  });

  test('is ended when a sign of life shows that the lease is lost', async () => {
    const running = start(host, 'watch_input=yes; beat=false; guarded 60 sleep 300; emit status $?');
    running.send('');
    expect((await running.told).values('status')).toEqual(['125']);
  });

  test('leaves later lines of the runner to the program', async () => {
    const program = `
      watch_input=yes
      guarded 60 sleep 0.1 || guarded 60 sleep 1
      emit ready now
      while IFS= read -r order <&4; do [ "$order" != go ] || break; done
      emit order "$order"`;
    const running = start(host, program, { onEvent: ({ name }) => name === 'ready' && running.send('go') });
    running.send('');
    expect((await running.told).values('order')).toEqual(['go']);
  });

  test('may leave commands behind in the background without holding up the program', async () => {
    const { promise, resolve } = Promise.withResolvers<string>();
    const onEvent = ({ name, value }: RemoteEvent): void => {
      if (name === 'end') resolve(value);
    };
    const running = start(host, "guarded 60 sh -c 'sleep 300 & echo started'; emit status $?", { onEvent });
    expect(await promise).toBe('0');
    running.kill();
  });
});
