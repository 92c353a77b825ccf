import { readFileSync } from 'node:fs';
import { describe, expect, test } from '@jest/globals';
import { Failure, type Json } from '@plimsoll/outcome';
import * as fc from 'fast-check';
import { parse } from 'yaml';
import { checksSchema } from '../src/check-file/checks-schema.ts';
import { keyTables } from '../src/check-file/key-tables.ts';
import { KINDS } from '../src/check-file/kinds.ts';
import { readCheckFile } from '../src/check-file/read-check-file.ts';
import {
  BAD_CHECKS,
  BAD_SETTINGS,
  ENV,
  GOOD_CHECKS,
  GOOD_SETTINGS,
  SUBTLE_CHECKS,
  SUBTLE_SETTINGS,
  withCheck,
  withSettings,
} from './check-file-cases.ts';
import { isValid } from './check-file-schema-validator.ts';

const ROOT = new URL('../../../', import.meta.url);
const ours = (path: string): string => readFileSync(new URL(path, ROOT), 'utf8');
const SCHEMA = checksSchema();

const isJson = (value: unknown): value is Json => value !== undefined;
/** As editors have it: they know nothing of what a value looks like in YAML. */
const asData = (text: string): Json => {
  const data: unknown = parse(text, { uniqueKeys: false, logLevel: 'silent' });
  if (!isJson(data)) throw new Error('this is no data');
  return data;
};

function problemsOf(text: string): readonly string[] {
  try {
    readCheckFile(text, { env: ENV });
    return [];
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown.message.split('\n');
    throw thrown;
  }
}

describe('the JSON Schema', () => {
  test('in the repository is the one that the keys of the reader make (else: npm run docs)', () => {
    expect(JSON.parse(ours('actions/verify-deployment/checks.schema.json'))).toEqual(SCHEMA);
  });

  test.each([...GOOD_CHECKS.map(withCheck), ...GOOD_SETTINGS.map(withSettings)])(
    'accepts, as the reader does: %s',
    (text) => {
      expect([isValid(SCHEMA, asData(text)), problemsOf(text)]).toEqual([true, []]);
    },
  );

  test.each([
    ...BAD_CHECKS.map(([check]) => withCheck(check)),
    ...BAD_SETTINGS.map(([line]) => withSettings(line)),
    'checks: []',
    'checks: {}',
    'samples: 3',
    '[]',
  ])('refuses, as the reader does: %s', (text) => {
    expect([isValid(SCHEMA, asData(text)), problemsOf(text).length > 0]).toEqual([false, true]);
  });

  const subtle = [
    ...SUBTLE_CHECKS.map(([check]) => withCheck(check)),
    ...SUBTLE_SETTINGS.map(([lines]) => withSettings(lines)),
  ];
  test.each(subtle.filter((text) => !text.includes('*')))(
    'accepts what takes more than a schema to see: %s',
    (text) => {
      expect([isValid(SCHEMA, asData(text)), problemsOf(text).length > 0]).toEqual([true, true]);
    },
  );
});

/** What the reader alone may find. Everything else has to be in the schema too. */
const READER_ALONE = [
  'this is no valid URL',
  'is there twice',
  'is no regular expression',
  'The assertion ',
  'is no path',
  'is no IP address',
  "is longer than 'timeout'",
  'an answer to HEAD has no body',
  'a URL with http:// has none',
  'the connection is no URL',
  'sqlite takes the path of its file',
  'databases of Redis have numbers',
  'nothing says where Prometheus is',
];

const names = [...new Set(KINDS.flatMap(({ keys }) => Object.values(keys).map(({ name }) => name)))];
const TEXTS =
  '|a|health|GET|POST|10s|2xx|200|1MiB|.a == 1|.a|body|> 1|a:1|/a|redis|sqlite|http://a/|https://a|10.0.0.1';
const word = fc.oneof(
  fc.constantFrom<Json>(...TEXTS.split('|')),
  fc.constantFrom<Json>(200, 0, 3, 1.5, true, false, null),
);
const value = fc.oneof(
  { weight: 6, arbitrary: word },
  fc.array(word, { maxLength: 2 }),
  fc.dictionary(fc.constantFrom('status', 'contains', 'json', 'a', 'a b'), word, { maxKeys: 2 }),
);
/** A value that fits its key more often than chance would have it. */
const checkOf = (kind: (typeof KINDS)[number]): fc.Arbitrary<Json> => {
  const near = fc.constantFrom(...Object.values(kind.keys).map(({ name }) => name));
  const key = fc.oneof({ weight: 9, arbitrary: near }, fc.constantFrom(...names, 'other'));
  const good = GOOD_CHECKS.filter((one) => one.startsWith(`{${kind.key.name}:`)).map(asData);
  const start = good.length === 0 ? fc.constant<Json>({}) : fc.constantFrom(...good);
  return fc
    .tuple(start, fc.dictionary(key, value, { maxKeys: 2 }))
    .map(([one, other]) => Object.assign({}, one, other));
};

describe('of any data', () => {
  test('the reader accepts nothing that the schema refuses, and refuses more only for reasons that no schema can tell', () => {
    const check = fc.oneof(...KINDS.map(checkOf));
    let accepted = 0;
    fc.assert(
      fc.property(check, (data) => {
        const file = { checks: [data] };
        const problems = problemsOf(JSON.stringify(file));
        accepted += problems.length === 0 ? 1 : 0;
        if (!isValid(SCHEMA, file)) expect(problems).not.toEqual([]);
        else expect(problems.filter((problem) => !READER_ALONE.some((says) => problem.includes(says)))).toEqual([]);
      }),
      { numRuns: 2000 },
    );
    // Else nothing was compared but refusals.
    expect(accepted).toBeGreaterThan(100);
  });
});

describe('what is shipped', () => {
  test.each(['test', 'production'])('the example %s.yml is a file of checks, to the schema too', (name) => {
    const text = ours(`actions/verify-deployment/examples/${name}.yml`);
    const { checks } = readCheckFile(text, { env: { SHOP_TOKEN: 'x', DB_PASSWORD: 'y' } });
    expect(checks.length).toBeGreaterThan(0);
    expect(isValid(SCHEMA, asData(text))).toBe(true);
  });

  test.each([...keyTables()])(
    'docs/checks.md has the table of %s that the keys make (else: npm run docs)',
    (_, table) => {
      expect(ours('docs/checks.md')).toContain(`\n${table}\n`);
    },
  );

  const blocks = [...ours('docs/checks.md').matchAll(/```yaml\n(checks:\n[\s\S]*?)```/gu)].map(([, text = '']) => text);
  test.each(blocks)('docs/checks.md shows a file of checks: %s', (text) => {
    const env = { DB_PASSWORD: 'a', MYSQL_PASSWORD: 'b', REDIS_PASSWORD: 'c' };
    expect(readCheckFile(text, { env }).checks.length).toBeGreaterThan(0);
  });
});
