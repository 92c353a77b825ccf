import { describe, expect, test } from '@jest/globals';
import * as fc from 'fast-check';
import { formatPath, parseAssertion, parsePath, readJson, valueAt, violationOf } from '../src/index.ts';

const RUNS = { numRuns: 300 };

function parsed(text: string): unknown {
  try {
    return { ok: true, value: JSON.parse(text) as unknown };
  } catch {
    return { ok: false };
  }
}

describe('the JSON reader', () => {
  test('reads what JSON.stringify writes, however it is indented', () => {
    fc.assert(
      fc.property(fc.jsonValue(), fc.constantFrom('', ' ', '\t'), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        expect(readJson(text)).toEqual(parsed(text));
      }),
      RUNS,
    );
  });

  test('takes exactly the texts that JSON.parse takes, as far as no key comes twice', () => {
    const piece = fc.constantFrom(
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '"b"',
      '"',
      '\\',
      '1',
      '-',
      '0',
      '.5',
      'e3',
      'true',
      'null',
      ' ',
      '\n',
      '\u{0}',
      '\u{a0}',
      'é',
      '\\u0061',
      '"\\n"',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 9 }), (pieces) => {
        const text = pieces.join('');
        const reading = readJson(text);
        if (!reading.ok && reading.problem.startsWith('a second')) return;
        expect(reading.ok ? { ok: true, value: reading.value } : { ok: false }).toEqual(parsed(text));
      }),
      { numRuns: 3000 },
    );
  });

  test('refuses every object with a key twice, however deep and however written', () => {
    const escaped = (key: string): string =>
      `"${Array.from(key, (one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join('')}"`;
    const key = fc.string({ unit: 'grapheme-ascii', minLength: 1 });
    fc.assert(
      fc.property(fc.tuple(key, fc.jsonValue(), fc.nat(20), fc.boolean()), ([name, value, depth, plain]) => {
        const second = plain ? JSON.stringify(name) : escaped(name);
        const inner = `{${JSON.stringify(name)}:${JSON.stringify(value)},"other":1,${second}:2}`.replace(
          name === 'other' ? ',"other":1' : '\u{0}',
          '',
        );
        const text = `${'[{"x":'.repeat(depth)}${inner}${'}]'.repeat(depth)}`;
        expect(readJson(text)).toEqual({ ok: false, problem: expect.stringMatching(/^a second "/u) });
      }),
      RUNS,
    );
  });

  test('lets the same key stand in different objects', () => {
    expect(readJson('[{"a":{"a":1}},{"a":2}]').ok).toBe(true);
  });

  test('never throws', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(typeof readJson(text).ok).toBe('boolean');
      }),
      RUNS,
    );
  });

  test.each([
    ['', /nothing/u],
    ['  ', /nothing/u],
    ['[1,]', /no JSON value at character 4/u],
    ['{"a":1,}', /no text in quotes/u],
    ["{'a':1}", /no text in quotes/u],
    ['NaN', /no JSON value/u],
    ['01', /after the end/u],
    ['"a\nb"', /control character/u],
    ['"\\x"', /bad escape/u],
    ['[1', /not closed/u],
    ['{"a" 1}', /no colon/u],
    ['['.repeat(100_000), /more than 200 levels/u],
  ])('says what is wrong with %j', (text, problem) => {
    expect(readJson(text)).toEqual({ ok: false, problem: expect.stringMatching(problem) });
  });

  test('keeps a member called __proto__ a member', () => {
    const reading = readJson('{"__proto__":{"status":"ok"}}');
    expect(reading.ok && [valueAt(['status'], reading.value), valueAt(['__proto__', 'status'], reading.value)]).toEqual(
      [undefined, 'ok'],
    );
  });

  test('reads a megabyte of quotes and backslashes in no time', () => {
    const started = performance.now();
    expect([
      readJson(`"${'\\"'.repeat(500_000)}"`).ok,
      readJson(`"${'\\'.repeat(1_000_000)}`).ok,
      readJson(`"${'a'.repeat(1_000_000)}`).ok,
    ]).toEqual([true, false, false]);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});

const path = fc.array(fc.oneof(fc.string({ unit: 'binary' }), fc.integer({ min: -999_999_999, max: 999_999_999 })), {
  maxLength: 5,
});

describe('a path', () => {
  test('is read as it is written', () => {
    fc.assert(
      fc.property(path, (steps) => {
        expect(parsePath(formatPath(steps))).toEqual(steps);
      }),
      RUNS,
    );
  });

  test('leads to where it was taken from', () => {
    fc.assert(
      fc.property(
        path.filter((steps) => steps.every((step) => typeof step === 'string' || (step >= 0 && step < 50))),
        (steps) => {
          const root = steps.reduceRight<unknown>(
            (value, step) =>
              typeof step === 'number'
                ? [...Array.from({ length: step }, () => 0), value]
                : Object.fromEntries([[step, value]]),
            'here',
          );
          const reading = readJson(JSON.stringify(root));
          expect(reading.ok && valueAt(steps, reading.value)).toBe('here');
        },
      ),
      RUNS,
    );
  });

  test.each(['', 'a', '.a b', '.a[', '.a[x]', '.["a]', '..a', '.a.', '.a[1.5]'])('is not %j', (text) => {
    expect(() => parsePath(text)).toThrow(expect.objectContaining({ code: 'input' }));
  });
});

const document = {
  status: 'ok',
  id: null,
  queue: 7,
  list: [1, { deep: true }],
  'a b': { é: 'x' },
  version: 'shop-2.1',
};

describe('an assertion', () => {
  test.each([
    ['.status == "ok"', ''],
    ['.status=="ok"', ''],
    ['.status == "error"', '.status is "ok", not "error"'],
    ['.status != "error"', ''],
    ['.status != "ok"', '.status is "ok"'],
    ['.id == null', ''],
    ['.id != null', '.id is null'],
    ['.gone == null', ''],
    ['.gone != null', 'there is no .gone'],
    ['.gone != "error"', 'there is no .gone'],
    ['.status.deep != "error"', 'there is no .status.deep'],
    ['.status.length == 2', 'there is no .status.length'],
    ['.list.length == 2', 'there is no .list.length'],
    ['.list["0"] == 1', 'there is no .list["0"]'],
    ['.list[0] == 1', ''],
    ['.list.[-1].deep == true', ''],
    ['.list[2] == 1', 'there is no .list[2]'],
    ['.list == [1, {"deep": true}]', ''],
    ['.["a b"]["é"] == "x"', ''],
    ['.queue < 8', ''],
    ['.queue < 7', '.queue is 7, not < 7'],
    ['.queue <= 7', ''],
    ['.queue > 7', '.queue is 7, not > 7'],
    ['.queue >= 7', ''],
    ['.queue == "7"', '.queue is 7, not "7"'],
    ['.status > 0', '.status is "ok", no number'],
    ['.version ~ "^shop-"', ''],
    ['.version ~ /SHOP/i', ''],
    ['.version ~ "^x"', '.version is "shop-2.1" and does not match /^x/'],
    ['.queue ~ "7"', '.queue is 7, no text'],
    ['. != null', ''],
  ])('%s', (text, violation) => {
    expect(violationOf(parseAssertion(text), document)).toBe(violation);
  });

  test.each([
    '',
    '.',
    '.a',
    '.a =',
    '.a = 1',
    '.a == ',
    '.a == ok',
    '.a == "x" y',
    '.a < "1"',
    '.a ~ x',
    '.a ~ "("',
    '.a ~ /x/g',
    '.a == {"b":1,"b":2}',
    'a == 1',
    '.a === 1',
    '.a <> 1',
  ])('is refused: %j', (text) => {
    expect(() => parseAssertion(text)).toThrow(expect.objectContaining({ code: 'input' }));
  });

  test('that is no assertion is an input failure, and never anything else', () => {
    const piece = fc.constantFrom(
      '.',
      'a',
      '[',
      ']',
      '0',
      '"',
      '==',
      '!=',
      '<',
      '~',
      '/',
      ' ',
      'null',
      '(',
      '\\',
      '1e3',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 10 }), (pieces) => {
        try {
          violationOf(parseAssertion(pieces.join('')), document);
        } catch (thrown) {
          expect(thrown).toMatchObject({ name: 'Failure', code: 'input' });
        }
      }),
      { numRuns: 2000 },
    );
  });

  test('of equality holds exactly for equal values, and that of difference for the others', () => {
    fc.assert(
      fc.property(path, fc.jsonValue(), fc.jsonValue(), (steps, value, other) => {
        const root = steps.reduceRight<unknown>(
          (inner, step) => (typeof step === 'number' ? [inner] : Object.fromEntries([[step, inner]])),
          value,
        );
        const reading = readJson(JSON.stringify(root));
        const place = formatPath(steps.map((step) => (typeof step === 'number' ? 0 : step)));
        const text = JSON.stringify(other);
        const isEqual = JSON.stringify(sorted(value)) === JSON.stringify(sorted(other));
        const holds = (operator: string): boolean =>
          reading.ok && violationOf(parseAssertion(`${place} ${operator} ${text}`), reading.value) === '';
        expect([holds('=='), holds('!=')]).toEqual([isEqual, !isEqual]);
      }),
      RUNS,
    );
  });

  test('about an inequality agrees with the numbers', () => {
    const number = fc.integer({ min: -3, max: 3 });
    fc.assert(
      fc.property(number, number, (a, b) => {
        const holds = (operator: string): boolean =>
          violationOf(parseAssertion(`.n ${operator} ${b}`), { n: a }) === '';
        expect(['<', '<=', '>', '>='].map(holds)).toEqual([a < b, a <= b, a > b, a >= b]);
      }),
    );
  });
});

/** The same value with its keys in one order, and its objects told from arrays. */
function sorted(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(sorted);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).map(([key, one]) => [key, sorted(one)] as const);
  return { members: entries.sort(([a], [b]) => (a < b ? -1 : 1)) };
}
