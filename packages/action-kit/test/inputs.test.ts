import { describe, expect, it } from '@jest/globals';
import { describeInputs, type InputReader, readInputs, sizeForm } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import * as fc from 'fast-check';

type Env = Readonly<Record<string, string>>;

/** Reads with these environment variables set. */
function read<T>(define: (reader: InputReader) => T, env: Env = {}, masked: string[] = []): T {
  return readInputs(define, { env, mask: (secret) => void masked.push(secret) });
}

/** The message of the failure that reading ends with. */
function failureOf(define: (reader: InputReader) => unknown, env: Env = {}): string {
  try {
    read(define, env);
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'input') {
      return thrown.message;
    }
    throw thrown;
  }
  throw new Error('Nothing was wrong with these inputs');
}

function refuse(): never {
  throw new Failure('input', 'is refused');
}

describe('the name of an input', () => {
  it.each([
    ['github-token', 'INPUT_GITHUB-TOKEN'],
    ['user', 'INPUT_USER'],
    ['two words', 'INPUT_TWO_WORDS'],
  ])('%s is found in %s, as the runner writes it', (name, variable) => {
    expect(read((reader) => reader.text(name), { [variable]: 'x' })).toBe('x');
  });
});

describe('text', () => {
  it.each([
    ['  trimmed  ', 'trimmed'],
    ['a\r\nb\n', 'a\nb'],
    ['inner  space', 'inner  space'],
  ])('%j is read as %j', (given, value) => {
    expect(read((reader) => reader.text('x'), { INPUT_X: given })).toBe(value);
  });

  it.each(['', '   ', '\n'])('%j counts as not set', (given) => {
    expect(failureOf((reader) => reader.text('x'), { INPUT_X: given })).toBe(
      'An input is wrong. x: required, but not set (add it under "with:"; where it stands there, what it is filled from is empty)',
    );
    expect(read((reader) => reader.optionalText('x'), { INPUT_X: given })).toBeUndefined();
    expect(read((reader) => reader.text('x', { default: 'd' }), { INPUT_X: given })).toBe('d');
  });

  it('may have an empty default', () => {
    expect(read((reader) => reader.text('x', { default: '' }))).toBe('');
  });
});

describe('booleans', () => {
  it.each(['true', 'True', 'TRUE'])('%s is true', (given) => {
    expect(read((reader) => reader.boolean('x'), { INPUT_X: given })).toBe(true);
  });

  it.each(['false', 'False', 'FALSE'])('%s is false', (given) => {
    expect(read((reader) => reader.boolean('x', { default: 'true' }), { INPUT_X: given })).toBe(false);
  });

  it.each(['yes', 'on', '1', 'tRUE', 'truefalse', 'toString'])('%s is an error', (given) => {
    expect(failureOf((reader) => reader.boolean('x', { default: 'false' }), { INPUT_X: given })).toBe(
      `An input is wrong. x: "${given}" is not true or false`,
    );
  });
});

describe('integers', () => {
  const port = (reader: InputReader): number => reader.integer('port', { min: 1, max: 65_535, default: '22' });

  it.each([
    ['1', 1],
    ['65535', 65_535],
    ['007', 7],
    ['', 22],
  ])('%j is read as %d', (given, value) => {
    expect(read(port, { INPUT_PORT: given })).toBe(value);
  });

  it.each(['0', '65536', '-1', '22.0', '2e2', '0x16', '2 2', '22a', '٢٢', '9'.repeat(400)])(
    '%j is an error',
    (given) => {
      expect(failureOf(port, { INPUT_PORT: given })).toMatch(
        /^An input is wrong\. port: ".*" is not a whole number from 1 to 65535$/,
      );
    },
  );

  it('may be negative where that is in range, and left out where that is allowed', () => {
    expect(read((reader) => reader.integer('x', { min: -5, max: 5 }), { INPUT_X: '-5' })).toBe(-5);
    expect(read((reader) => reader.optionalInteger('x', { min: 0, max: 5 }))).toBeUndefined();
  });
});

describe('durations', () => {
  it.each([
    ['500ms', 500],
    ['30s', 30_000],
    ['10m', 600_000],
    ['2h', 7_200_000],
    ['0s', 0],
    ['576h', 2_073_600_000],
  ])('%s is %d ms', (given, ms) => {
    expect(read((reader) => reader.duration('x'), { INPUT_X: given })).toBe(ms);
  });

  it.each(['10', 's', '1.5s', '-1s', '1d', '1h30m', '10S', '10 minutes', '1e3s', '577h'])('%s is an error', (given) => {
    expect(failureOf((reader) => reader.duration('x'), { INPUT_X: given })).toBe(
      `An input is wrong. x: "${given}" is not a duration from 0ms to 576h, such as 500ms, 30s, 10m or 2h`,
    );
  });

  it('outside of the range of the input is an error that names the range', () => {
    expect(failureOf((reader) => reader.duration('x', { min: 1000, max: 90_000 }), { INPUT_X: '2m' })).toContain(
      'from 1s to 90s',
    );
  });

  it('never overflows a timer', () => {
    const longest = read((reader) => reader.duration('x'), { INPUT_X: '576h' });
    expect(longest).toBeLessThan(2 ** 31);
  });
});

describe('percentages', () => {
  it.each([
    ['92', 92],
    ['92%', 92],
    ['92.5 %', 92.5],
    ['0', 0],
    ['100%', 100],
  ])('%s is %d', (given, value) => {
    expect(read((reader) => reader.optionalPercentage('x'), { INPUT_X: given })).toBe(value);
  });

  it.each(['100.1', '-1', '0,5', '.5', '92%%', 'ninety'])('%s is an error', (given) => {
    expect(failureOf((reader) => reader.optionalPercentage('x'), { INPUT_X: given })).toContain(
      'a percentage from 0 to 100',
    );
  });
});

describe('sizes', () => {
  it.each([
    ['512B', 512],
    ['10kB', 10_000],
    ['10KB', 10_000],
    ['10MB', 10_000_000],
    ['2GB', 2_000_000_000],
    ['1TB', 1e12],
    ['1KiB', 1024],
    ['10MiB', 10_485_760],
    ['2GiB', 2_147_483_648],
  ])('%s is %d bytes', (given, bytes) => {
    expect(sizeForm().parse(given)).toBe(bytes);
  });

  it.each(['10', '10M', '10Mb', 'MB', '1.5GB', '-1MB', '10000TB'])('%s is an error', (given) => {
    expect(sizeForm({ max: 1e15 }).parse(given)).toBeUndefined();
  });
});

describe('choices', () => {
  const confirm = (reader: InputReader): 'auto' | 'later' =>
    reader.choice('confirm', ['auto', 'later'], { default: 'auto' });

  it('are taken as written, or by default', () => {
    expect(read(confirm, { INPUT_CONFIRM: 'later' })).toBe('later');
    expect(read(confirm)).toBe('auto');
    expect(read((reader) => reader.optionalChoice('x', ['a']))).toBeUndefined();
  });

  it.each(['Auto', 'never', 'auto later'])('%s is an error that lists what is allowed', (given) => {
    expect(failureOf(confirm, { INPUT_CONFIRM: given })).toBe(
      `An input is wrong. confirm: "${given}" is not one of: auto, later`,
    );
  });
});

describe('lists', () => {
  it.each([
    ['one per line', 'a\nb', ['a', 'b']],
    ['either line end', 'a\r\nb\rc', ['a', 'b', 'c']],
    ['blank lines left out', '\na\n\n  \nb\n', ['a', 'b']],
    ['whole lines of comment', '# web\na\n  # db\nb', ['a', 'b']],
    ['comments behind entries', 'a # the first\nb\t# the second', ['a', 'b']],
    ['marks inside words, which are none', 'src/c#/x\nhttp://h/#top', ['src/c#/x', 'http://h/#top']],
    ['nothing but comments', '# nothing', []],
  ])('%s', (_what, given, entries) => {
    expect(read((reader) => reader.lines('x'), { INPUT_X: given })).toEqual(entries);
  });

  it('are empty when not set, or what the default says', () => {
    expect(read((reader) => reader.lines('x'))).toEqual([]);
    expect(read((reader) => reader.lines('x', { default: 'a\nb' }))).toEqual(['a', 'b']);
  });

  it('can need entries', () => {
    const hosts = (reader: InputReader): readonly string[] => reader.lines('hosts', { atLeast: 1 });
    expect(failureOf(hosts)).toContain('hosts: required, but not set');
    expect(failureOf(hosts, { INPUT_HOSTS: '# none' })).toContain('hosts: holds 0 entries, but needs at least 1');
  });

  it('can be parsed entry by entry, and report every wrong one', () => {
    const parse = (line: string): number => {
      if (!/^\d+$/.test(line)) {
        throw new Failure('input', `"${line}" is no number`);
      }
      return Number(line);
    };
    const numbers = (reader: InputReader): readonly number[] => reader.parsedLines('x', parse);
    expect(read(numbers, { INPUT_X: '1\n2' })).toEqual([1, 2]);
    expect(failureOf(numbers, { INPUT_X: 'a\n2\nb' })).toBe('An input is wrong. x: "a" is no number, "b" is no number');
  });
});

describe('secrets', () => {
  it('the token of the job is masked, and empty where nobody fills it in', () => {
    const masked: string[] = [];
    expect(read((reader) => reader.jobToken('github-token'), { 'INPUT_GITHUB-TOKEN': 'ghs_secret' }, masked)).toBe(
      'ghs_secret',
    );
    expect(masked).toContain('ghs_secret');
    expect(read((reader) => reader.jobToken('github-token'), {}, masked)).toBe('');
  });

  it('are masked the moment they are read', () => {
    const masked: string[] = [];
    read((reader) => reader.secret('private-key'), { 'INPUT_PRIVATE-KEY': 'a\nb' }, masked);
    expect(masked).toEqual(['a\nb']);
  });

  it('of several lines are masked as a whole, line by line, and in their parts', () => {
    const masked: string[] = [];
    const partsOf = (line: string): readonly string[] => [line.slice(-3)];
    const given = { INPUT_URLS: '# teams\nhttps://a/one  # first\n\nhttps://b/two' };
    expect(read((reader) => reader.secretLines('urls', partsOf), given, masked)).toEqual([
      'https://a/one',
      'https://b/two',
    ]);
    expect(masked).toEqual([given.INPUT_URLS, 'https://a/one', 'one', 'https://b/two', 'two']);
    expect(read((reader) => reader.secretLines('urls'), {}, masked)).toEqual([]);
    expect(describeInputs((reader) => reader.secretLines('urls'))).toEqual([
      { name: 'urls', required: false, default: undefined, secret: true },
    ]);
  });

  it('are masked even when other inputs are wrong', () => {
    const masked: string[] = [];
    const define = (reader: InputReader): unknown => [
      reader.integer('x', { min: 0, max: 1 }),
      reader.optionalSecret('key'),
    ];
    expect(() => read(define, { INPUT_X: 'hunter1', INPUT_KEY: 'hunter2' }, masked)).toThrow(Failure);
    expect(masked).toEqual(['hunter2']);
  });

  it('that are missing are reported by name alone', () => {
    expect(failureOf((reader) => reader.secret('private-key'))).toContain('private-key: required, but not set');
    expect(read((reader) => reader.optionalSecret('passphrase'))).toBeUndefined();
  });
});

describe('inputs of any other form', () => {
  it('are parsed by the action, default included', () => {
    expect(read((reader) => reader.parsed('x', (text) => text.length, { default: 'four' }))).toBe(4);
    expect(read((reader) => reader.parsed('x', () => undefined), { INPUT_X: 'x' })).toBeUndefined();
    expect(read((reader) => reader.optionalParsed('x', Number))).toBeUndefined();
  });

  it('report what the action says about them', () => {
    expect(failureOf((reader) => reader.parsed('x', refuse), { INPUT_X: 'y' })).toBe(
      'An input is wrong. x: is refused',
    );
  });

  it('pass on anything else that parsing throws, because that is a fault of ours', () => {
    const parse = (): never => {
      throw new TypeError('bug');
    };
    expect(() => read((reader) => reader.parsed('x', parse), { INPUT_X: 'y' })).toThrow(TypeError);
  });
});

describe('problems', () => {
  it('are all reported in one line, in the order of reading', () => {
    const message = failureOf(
      (reader) => ({
        hosts: reader.lines('hosts', { atLeast: 1 }),
        port: reader.integer('port', { min: 1, max: 65_535 }),
        user: reader.text('user'),
        wait: reader.duration('wait'),
      }),
      { INPUT_PORT: '70000', INPUT_USER: 'deploy', INPUT_WAIT: '5' },
    );
    expect(message).toMatch(/^3 inputs are wrong\. hosts: .*; port: .*; wait: .*$/);
    expect(message).not.toContain('\n');
  });

  it('do not stop reading, even where a parsed value is missing', () => {
    const message = failureOf((reader) => [reader.parsed('a', refuse), reader.parsed('b', refuse), reader.text('c')], {
      INPUT_A: '1',
      INPUT_B: '2',
    });
    expect(message).toMatch(/^3 inputs are wrong\. a: .*; b: .*; c: /);
  });

  it('are what is reported, not the confusion that follows when code looks into a missing value', () => {
    const define = (reader: InputReader): number =>
      reader.parsed('a', (text): readonly string[] => (text === '' ? [] : refuse())).length;
    expect(failureOf(define, { INPUT_A: '1' })).toBe('An input is wrong. a: is refused');
  });

  it('between inputs are reported like any other, once per input', () => {
    const define = (reader: InputReader): void => {
      reader.duration('startup-wait');
      reader.problem('startup-wait', 'must be shorter than health-timeout');
      reader.problem('startup-wait', 'something else');
    };
    expect(failureOf(define, { 'INPUT_STARTUP-WAIT': '1h' })).toBe(
      'An input is wrong. startup-wait: must be shorter than health-timeout',
    );
  });

  it('can be asked for before values are compared', () => {
    const define = (reader: InputReader): void => {
      reader.duration('a');
      reader.duration('b');
      expect([reader.sound('a'), reader.sound('b'), reader.sound('a', 'b')]).toEqual([true, false, false]);
    };
    failureOf(define, { INPUT_A: '1s', INPUT_B: 'x' });
  });

  it('show long and strange values short and quoted', () => {
    const message = failureOf((reader) => reader.boolean('x'), { INPUT_X: `a\n"b"${'c'.repeat(500)}` });
    expect(message).toContain('x: "a\\n\\"b\\"ccc');
    expect(message.length).toBeLessThan(200);
  });

  it('never come out as anything but a failure of input', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const define = (reader: InputReader): unknown => [
          reader.boolean('x'),
          reader.optionalDuration('x'),
          reader.optionalPercentage('x'),
          reader.optionalInteger('x', { min: 0, max: 9 }),
        ];
        expect(() => read(define, { INPUT_X: text })).toThrow(expect.objectContaining({ code: 'input' }));
      }),
    );
  });
});

describe('the description of inputs', () => {
  it('tells what the code declares, in the order of reading', () => {
    const define = (reader: InputReader): unknown => [
      reader.lines('hosts', { atLeast: 1 }),
      reader.secret('private-key'),
      reader.integer('port', { min: 1, max: 65_535, default: '22' }),
      reader.optionalDuration('wait'),
      reader.parsed('source', refuse),
      reader.choice('confirm', ['auto', 'later'], { default: 'auto' }),
    ];
    expect(describeInputs(define)).toEqual([
      { name: 'hosts', required: true, default: undefined, secret: false },
      { name: 'private-key', required: true, default: undefined, secret: true },
      { name: 'port', required: false, default: '22', secret: false },
      { name: 'wait', required: false, default: undefined, secret: false },
      { name: 'source', required: true, default: undefined, secret: false },
      { name: 'confirm', required: false, default: 'auto', secret: false },
    ]);
  });

  it('refuses a default that the input itself would refuse', () => {
    expect(() => describeInputs((reader) => reader.duration('wait', { default: '5' }))).toThrow(
      'wait: "5" is not a duration',
    );
  });

  it('does not mind rules between inputs', () => {
    const define = (reader: InputReader): void => reader.problem('health-url', 'set it or health-command');
    expect(describeInputs(define)).toEqual([]);
  });

  it('refuses code that looks into values before it knows them to be sound', () => {
    const define = (reader: InputReader): unknown => reader.parsed('a', (text): readonly string[] => [text]).length;
    expect(() => describeInputs(define)).toThrow('stopped at a placeholder');
  });
});
