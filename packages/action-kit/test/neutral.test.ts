import { describe, expect, it } from '@jest/globals';
import * as fc from 'fast-check';
import { createLog, remoteLines } from '../src/log.ts';
import { neutralLines, neutralText } from '../src/neutral.ts';
import { hostileText } from './support/hostile-text.ts';
import { recordingRunner } from './support/recording-runner.ts';
import { commandByCultureIn, commandIn, runnerLines } from './support/runner-parser.ts';

const ESC = '\u001b';

/** What the runner would do if these lines were printed, each with a line end. */
function commandsIn(lines: readonly string[]): readonly unknown[] {
  return runnerLines(lines.map((line) => `${line}\n`).join(''))
    .flatMap((line) => [commandIn(line), commandByCultureIn(line)])
    .filter((command) => command !== undefined);
}

describe('the parser that stands for the runner', () => {
  it.each([
    ['::error::x', 'error'],
    ['  ::add-mask::x', 'add-mask'],
    ['\u0085::add-mask::x', 'add-mask'],
    ['::set-output name=a::b', 'set-output'],
    ['::ERROR::x', 'error'],
    ['text ##[error]x', 'error'],
    ['text ##[group]', 'group'],
  ])('sees the command in %j', (line, name) => {
    expect(commandIn(line)?.name).toBe(name);
  });

  it.each(['text ::error::x', '::unknown::x', '::error', '##[error', '## [error]x', '# #[error]'])(
    'sees none in %j',
    (line) => {
      expect(commandIn(line)).toBeUndefined();
    },
  );

  it('ends a line at a lone carriage return', () => {
    expect(runnerLines('a\rb\r\nc\n')).toEqual(['a', 'b', 'c']);
  });

  it.each(['##\u200b[error]x', '#\u0000#[error]x', '\u00ad::error::x'])('could see one by culture in %j', (line) => {
    expect(commandIn(line)).toBeUndefined();
    expect(commandByCultureIn(line)).toBeDefined();
  });
});

describe('neutral lines', () => {
  it('hold no command, whatever they are made of', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        const lines = neutralLines(text);
        expect(commandsIn(lines)).toEqual([]);
        expect(lines.join('\n')).not.toMatch(/##\[|^\s*::/m);
      }),
      { numRuns: 3000 },
    );
  });

  it('hold no line end and no control character but tab and colours', () => {
    fc.assert(
      fc.property(hostileText, (text) => {
        for (const line of neutralLines(text)) {
          const rest = line.replaceAll('\t', '').replace(new RegExp(`${ESC}\\[[0-9;:]*m`, 'g'), '');
          expect(rest).not.toMatch(/[\p{Cc}\u2028\u2029]/u);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('leave honest text as it is', () => {
    const text = fc.string({
      unit: fc.constantFrom(...Array.from('abc XYZ 012 .,;!?-_/\\\'"()[]{}<>|@#$%&*+=~^`éß漢字')),
    });
    fc.assert(
      fc.property(text, (line) => {
        fc.pre(!/##\[|^\s*::/.test(line) && !/#[^ -~]*#[^ -~]*\[/u.test(line));
        expect(neutralLines(line)).toEqual([line]);
      }),
    );
  });

  it.each([
    ['a\nb\r\nc\rd\u0085e\u2028f', ['a', 'b', 'c', 'd', 'e', 'f']],
    ['x ##[add-mask]y', ['x ## [add-mask]y']],
    ['####[error]', ['#### [error]']],
    ['::error::x', [': :error::x']],
    [' \t::error::x', [' \t: :error::x']],
    ['C::std::vector', ['C::std::vector']],
    ['#[derive(Debug)]', ['#[derive(Debug)]']],
    ['a\tb', ['a\tb']],
    [`${ESC}[1;31mred${ESC}[0m`, [`${ESC}[1;31mred${ESC}[0m${ESC}[0m`]],
    [`${ESC}[2K${ESC}[1Gdone`, ['done']],
    [`${ESC}]0;title\u0007text`, ['text']],
    [`${ESC}]8;;https://x${ESC}\\link${ESC}]8;;${ESC}\\`, ['link']],
    [`${ESC}]never ended`, [']never ended']],
    [`##${ESC}[31m[error]x`, [`## ${ESC}[31m[error]x${ESC}[0m`]],
    ['a\u202eb\u200bc\u0000d\u009be', ['abcde']],
    ['', ['']],
  ])('make %j into %j', (text, lines) => {
    expect(neutralLines(text)).toEqual(lines);
  });

  it('take linear time for text that looks like the beginning of many marks', () => {
    const started = performance.now();
    neutralLines('#\u00e9'.repeat(200_000));
    neutralLines(`${ESC}]`.repeat(200_000));
    neutralLines('#'.repeat(200_000) + 'é'.repeat(200_000));
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

describe('neutral text', () => {
  it('is one line', () => {
    expect(neutralText(' a \r\n\n b\rc ')).toBe('a b c');
  });
});

describe('remote output', () => {
  it('is never a command, whatever its source is called', () => {
    fc.assert(
      fc.property(hostileText, hostileText, (source, text) => {
        const lines = remoteLines(source, text);
        expect(commandsIn(lines)).toEqual([]);
        expect(lines.every((line) => line.includes('|'))).toBe(true);
      }),
      { numRuns: 3000 },
    );
  });

  it.each([
    ['web1', 'hello', ['web1 | hello']],
    ['web1', 'hello\n', ['web1 | hello']],
    ['web1', '10%\r20%\r\n', ['web1 | 10%', 'web1 | 20%']],
    ['web1', '::add-mask::a', ['web1 | : :add-mask::a']],
    ['', 'x', ['remote | x']],
    ['::error::web1', 'x', [': :error::web1 | x']],
    ['web\n1', 'x', ['web 1 | x']],
    ['web1##', '[error]', ['web1## | [error]']],
    ['web1', '', ['web1 | ']],
  ])('from %j: %j is printed as %j', (source, text, lines) => {
    expect(remoteLines(source, text)).toEqual(lines);
  });
});

describe('every method of the log', () => {
  it('prints nothing that could be a command', async () => {
    await fc.assert(
      fc.asyncProperty(hostileText, async (text) => {
        const runner = recordingRunner();
        const log = createLog(runner);
        log.info(text);
        log.remote(text, text);
        await log.group(text, async () => log.info(text));
        const printed = runner.calls.filter(([method]) => method === 'info').map(([, line]) => line);
        expect(commandsIn(printed)).toEqual([]);
      }),
    );
  });
});
