import { describe, expect, test } from '@jest/globals';
import { runCommand, type ShellKind } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { describeOnShells } from '../../../test/setup/needs.ts';
import {
  escapeValue,
  formatArguments,
  formatProgram,
  REMOTE_COMMAND,
  toByteString,
  unescapeValue,
  withPrelude,
} from '../src/wire.ts';

const byteString = fc.uint8Array({ maxLength: 200 }).map((bytes) => Buffer.from(bytes).toString('latin1'));

/** Runs what ssh would run, with this shell in the place of `sh`. */
async function runIn(shell: ShellKind, input: Buffer): Promise<string> {
  const command = REMOTE_COMMAND.replace(
    'exec sh -c',
    shell === 'busybox' ? 'exec busybox ash -c' : `exec ${shell} -c`,
  );
  const { stdout, stderr } = await runCommand({ program: 'sh', args: ['-c', command], input: input.toString('utf8') });
  return stdout + stderr;
}

describe('a value on the wire', () => {
  test('comes back as it was, on one line', () => {
    fc.assert(
      fc.property(byteString, (value) => {
        const escaped = escapeValue(value);
        expect(escaped).not.toContain('\n');
        expect(unescapeValue(escaped)).toBe(value);
      }),
    );
  });
});

describe('a request', () => {
  test('is the program on one line without comments and indentation, the arguments, and an empty line', () => {
    const program = "#!/bin/sh\n# why\nif true; then\n  # more\n  printf 'a\\n' # kept\n\nfi\n";
    const request = Buffer.concat([formatProgram(program), formatArguments({ path: 'a\nb\\c', nonce: 'x' })]);
    expect(request.toString('latin1')).toBe(
      "if true; then\\nprintf 'a\\\\n' # kept\\nfi\npath a\\nb\\\\c\nnonce x\n\n",
    );
  });

  test.each(['', 'A', '1a', 'a-b', 'a b', 'a\n'])('with the argument name %j is a defect', (argument) => {
    expect(() => formatArguments({ [argument]: 'x' })).toThrow(TypeError);
  });

  test.each(['a\0b', 'a\u0100b'])('with the argument value %j is a defect', (value) => {
    expect(() => formatArguments({ path: value })).toThrow(TypeError);
  });

  test('takes text of any language as bytes', () => {
    expect(formatArguments({ path: toByteString('é') })).toEqual(Buffer.from('path é\n\n', 'utf8'));
  });
});

await describeOnShells('a request to a server with', (shell) => {
  test('reaches its program byte by byte, also what would be code elsewhere', async () => {
    const value = `$(id) \`id\` "x" 'y' \\n \\\\ \\0101 %s ; | & *\n\n-n é ${'z'.repeat(300)}`;
    const program = withPrelude('emit echo "$arg_value"');
    const input = Buffer.concat([formatProgram(program), formatArguments({ nonce: 'n0', value: toByteString(value) })]);
    expect(await runIn(shell, input)).toBe(`n0 echo ${escapeValue(value)}\nn0 end 0\n`);
  });

  test('that is cut off anywhere before its end runs nothing', async () => {
    const whole = Buffer.concat([
      formatProgram(withPrelude('echo ran "$arg_a"')),
      formatArguments({ a: '1', nonce: 'n0' }),
    ]).toString('utf8');
    const program = whole.indexOf('\n') + 1;
    const cuts = [program, program + 2, program + 4, whole.length - 3, whole.length - 2];
    const outputs = await Promise.all(cuts.map((end) => runIn(shell, Buffer.from(whole.slice(0, end)))));
    expect(outputs).toEqual(cuts.map(() => ''));
    expect(await runIn(shell, Buffer.from(whole))).toContain('ran 1');
  });
});
