import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import * as fc from 'fast-check';
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

const read = (text: string): ReturnType<typeof readCheckFile> => readCheckFile(text, { env: ENV });
const onlyCheck = (check: string): unknown => read(withCheck(check)).checks[0];

/** What a file is refused with; empty when it is accepted. */
function refusal(text: string, options: Parameters<typeof readCheckFile>[1] = { env: ENV }): string {
  try {
    readCheckFile(text, options);
    return '';
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'input') return thrown.message;
    throw thrown;
  }
}

describe('a file of checks', () => {
  test('gets every default filled in', () => {
    expect(onlyCheck('{http: https://example.org/health?token=1}')).toEqual({
      kind: 'http',
      name: 'http example.org/health',
      role: 'health',
      line: 2,
      url: 'https://example.org/health?token=1',
      method: 'GET',
      headers: {},
      body: '',
      status: ['2xx'],
      expectHeaders: {},
      contains: [],
      matches: [],
      json: [],
      version: '',
      counters: {},
      redirects: 0,
      connections: 'kept',
      maxBodyBytes: 1_048_576,
      ca: '',
      minDaysLeft: 0,
      backends: [],
      connectTimeoutMs: 5000,
      firstByteTimeoutMs: 10_000,
      timeoutMs: 10_000,
    });
  });

  test.each([
    ['{tcp: "[::1]:5432"}', { kind: 'tcp', name: 'tcp ::1:5432', role: 'health', host: '::1', port: 5432 }],
    ['{tls: example.org}', { kind: 'tls', host: 'example.org', port: 443, serverName: 'example.org', minDaysLeft: 14 }],
    ['{tls: h:8443, server-name: s}', { port: 8443, serverName: 's', role: 'state', ca: '' }],
    ['{process: shop.service}', { kind: 'process', unit: 'shop.service', name: 'process shop.service' }],
    ['{pid-file: /run/a.pid}', { kind: 'process-id', pidFile: '/run/a.pid', timeoutMs: 10_000 }],
    [
      '{command: A=1 B="x y" /bin/is-up -q}',
      { kind: 'command', name: 'command /bin/is-up', code: 'health', status: 0 },
    ],
    ['{command: true}', { command: 'true' }],
    ['{command: TOKEN=s3cret}', { name: 'command line' }],
    [`{command: 'TOKEN="a b" "$program"'}`, { name: 'command line' }],
    ['{database: mysql}', { kind: 'database', database: 'mysql', connection: '', name: 'database mysql' }],
    [
      "{prometheus: up, url: 'http://p', threshold: '>  1'}",
      { kind: 'prometheus', query: 'up', threshold: '>  1', url: 'http://p' },
    ],
    [
      "{alerts: true, url: 'http://p:9090', labels: {team: 7}}",
      { kind: 'alerts', alertmanagerUrl: '', labels: { team: '7' }, name: 'alerts of p:9090' },
    ],
  ])('reads %s', (check, wanted) => {
    expect(onlyCheck(check)).toMatchObject(wanted);
  });

  test.each(GOOD_CHECKS)('may hold %s', (check) => {
    expect(refusal(withCheck(check))).toBe('');
  });

  test.each(GOOD_SETTINGS)('may say %s', (line) => {
    expect(refusal(withSettings(line))).toBe('');
  });

  test('has settings only where it says something', () => {
    expect(read(withSettings('')).settings).toEqual({});
    expect(
      read(
        withSettings(
          '{samples: 5, max-response-time: 2s, percentile: 95, max-error-rate: 0.5%, expected-version: 1.10}',
        ),
      ).settings,
    ).toEqual({ samples: 5, maxResponseTimeMs: 2000, percentile: 0.95, maxErrorRate: 0.005, expectedVersion: '1.10' });
  });

  test.each(
    KINDS.flatMap(({ key, keys }) =>
      Object.values(keys).flatMap(({ name, preset }) =>
        preset === undefined ? [] : [[key.name, name, preset.text] as const],
      ),
    ),
  )('means the same in kind %s with and without the default %s: %s', (kind, name, text) => {
    const check = GOOD_CHECKS.find((one) => one.startsWith(`{${kind}:`) && !one.includes(`${name}:`)) ?? '';
    expect(onlyCheck(`${check.slice(0, -1)}, ${name}: ${text}}`)).toEqual(onlyCheck(check));
  });

  test('gives a shorter timeout to the parts of the attempt', () => {
    expect(onlyCheck('{http: http://a/, timeout: 2s}')).toMatchObject({
      timeoutMs: 2000,
      connectTimeoutMs: 2000,
      firstByteTimeoutMs: 2000,
    });
  });

  test('calls checks without a name by what they look at, each by another name', () => {
    const { checks } = read('checks: [{tcp: "a:1"}, {tcp: "a:1"}, {tcp: "b:1", name: "tcp a:1 (2)"}]');
    expect(checks.map(({ name }) => name)).toEqual(['tcp a:1', 'tcp a:1 (3)', 'tcp a:1 (2)']);
  });

  test('takes where Prometheus is from the action', () => {
    const { checks } = readCheckFile(withCheck('{alerts: true}'), { prometheusUrl: 'http://p:9090' });
    expect(checks).toMatchObject([{ url: 'http://p:9090' }]);
  });

  test('may use aliases', () => {
    const text = 'checks:\n- &first {http: http://a/, headers: &h {X-A: b}}\n- {http: http://b/, headers: *h}\n';
    expect(read(text).checks).toMatchObject([{ headers: { 'X-A': 'b' } }, { headers: { 'X-A': 'b' } }]);
  });
});

describe('variables', () => {
  test('are filled into headers, bodies and connections, and are secrets', () => {
    const { checks, secrets } = read(
      'checks:\n' +
        "- {http: http://a/, method: POST, headers: {Authorization: 'Bearer ${TOKEN}'}, body: '$${TOKEN} is ${TOKEN}'}\n" +
        "- {database: postgresql, connection: 'postgresql://shop:${PASSWORD}@h/shop'}\n",
    );
    expect(checks).toMatchObject([
      { headers: { Authorization: 'Bearer s3cret' }, body: '${TOKEN} is s3cret' },
      { connection: "postgresql://shop:p%40ss%20'word@h/shop" },
    ]);
    expect(secrets).toEqual(expect.arrayContaining(['s3cret', "p@ss 'word", "p%40ss%20'word"]));
  });

  test('are the only secrets, beside passwords in connections', () => {
    const check = '{database: redis, connection: "redis://:hunter2@localhost"}';
    expect(read(withCheck(check)).secrets).toEqual(['hunter2']);
    expect(read(withCheck('{command: "echo ${HOME}"}')).secrets).toEqual([]);
  });

  test('do not show their values in what is said of a file', () => {
    const message = refusal(
      withCheck("{http: http://a/, headers: {a: '${TOKEN}${LINES}'}, method: POST, body: '${TOKEN} ${NOBODY}', x: 1}"),
    );
    expect(message).toContain('NOBODY');
    expect(message).not.toContain('s3cret');
  });
});

describe('a problem', () => {
  test.each([...BAD_CHECKS, ...SUBTLE_CHECKS])('with %s is said with its line', (check, says) => {
    const message = refusal(withCheck(check));
    expect(message).toContain(says);
    expect(message).toMatch(/^checks: line 2: /u);
  });

  test.each([...BAD_SETTINGS, ...SUBTLE_SETTINGS])('with %s is said with its line', (lines, says) => {
    const message = refusal(withSettings(lines));
    expect(message).toContain(says);
    expect(message).toMatch(/^checks: line 2: /u);
  });

  test('is said with all others, in the order of the lines', () => {
    const message = refusal(
      [
        'samples: 0',
        'checks:',
        '  - name: health',
        '    http: https://example.org/',
        '    expct: {}',
        '    timeout: 10',
        '  - tcp: a:1',
        '    name: health',
        'durations: 1m',
      ].join('\n'),
    );
    expect(message.split('\n')).toEqual([
      expect.stringContaining('line 1: '),
      "checks: line 5: unknown key 'expct' in check 'health'. Did you mean 'expect'?",
      expect.stringContaining("line 6: 'timeout' of check 'health': '10' is not a duration"),
      "checks: line 7: another check is called 'health'; it is in line 3.",
      "checks: line 9: unknown key 'durations' in the file. Did you mean 'duration'?",
    ]);
  });

  test.each([
    ['', 'the file is empty'],
    ['# nothing\n', 'the file is empty'],
    ['[]', 'has to be a mapping'],
    ['samples: 3', "there is no list 'checks'"],
    ['checks: []', "'checks' of the file is an empty list"],
    ['checks:', "'checks' of the file has to be a list"],
    ['checks: {http: a}', 'has to be a list'],
    ['checks: [', 'this is no valid YAML'],
    ['checks: !foo []', 'this is no valid YAML: Unresolved tag: !foo.'],
    ['checks: [{tcp: a:1}]\n---\na: b\n', 'line 2: a second document begins here'],
    ['? [a]\n: b\n', 'a key of the file is no word'],
    [
      'checks:\n- prometheus: up\n  threshold: > 0.99\n',
      'line 3: this is no valid YAML: Not a YAML token: 0.99. Quote a text',
    ],
    ['<<: {samples: 3}\nchecks: [{tcp: "a:1"}]', "unknown key '<<' in the file"],
  ])('with the file %j is said', (text, says) => {
    expect(refusal(text)).toContain(says);
  });

  test('between the file and inputs of the action is said, and none that inputs have solved', () => {
    const options = { inputs: { maxResponseTimeMs: 100, durationMs: 60_000 } };
    expect(refusal(withSettings('percentile: 95'), options)).toBe('');
    expect(refusal(withSettings('interval: 2m'), options)).toContain(
      "'interval' (120000 ms) is longer than 'duration'",
    );
    expect(refusal(withSettings('{interval: 2m, duration: 1m}'), { inputs: { durationMs: 180_000 } })).toBe('');
  });

  test('comes with no more others than anybody reads', () => {
    const lines = refusal(Array.from({ length: 1000 }, (_, index) => `key${index}: x\n`).join('')).split('\n');
    expect(lines).toHaveLength(51);
    expect(lines.at(-1)).toBe('checks: 951 more problems are not shown.');
  });

  test('is shown on one line, whatever the text holds', () => {
    const message = refusal('checks: [{tcp: "a:1"}]\n"a\\n::error::b\\u202e": 1\n');
    expect(message).toBe('checks: line 2: unknown key "a\\n::error::b\\u{202e}" in the file.');
  });
});

describe('a hostile file', () => {
  test.each([
    ['that is too large', `checks: []${' '.repeat(2 ** 20)}`, 'bytes; 1048576 are the most'],
    ['nested without end', '['.repeat(20_000), 'nested too deeply'],
    ['of deep blocks', '- '.repeat(20_000), 'nested too deeply'],
    ['that holds itself', 'checks: &all [*all]', 'has to be a mapping'],
    ['whose check holds itself', 'checks: [&c {http: "http://a/", expect: *c}]', "unknown key 'http' in 'expect'"],
    ['of many aliases', `checks:\n- &c {tcp: "a:1"}\n${'- *c\n'.repeat(101)}`, 'line 103: this is one alias too many'],
    ['with keys of every object', '__proto__: 1\nconstructor: 2\nchecks: [{toString: 1}]', "unknown key '__proto__'"],
  ])('%s is refused', (_, text, says) => {
    expect(refusal(text)).toContain(says);
  });

  test('of ten thousand keys is refused quickly', () => {
    expect(refusal('samples: 3\n'.repeat(10_000))).toContain('is there twice');
  });

  const marks = [
    'checks:',
    '\n',
    '\n- ',
    '  ',
    ': ',
    ', ',
    '{',
    '}',
    '[',
    ']',
    '&a ',
    '*a',
    '!!binary ',
    '"',
    "'",
    '|\n',
    '>',
    '---',
  ];
  const pieces = [...GOOD_CHECKS, ...GOOD_SETTINGS, ...BAD_CHECKS.map(([check]) => check), ...marks, '\t', '#', '\0'];

  test('is refused with nothing but a Failure of code input', () => {
    const anyText = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 200 }),
      fc.array(fc.constantFrom(...pieces), { maxLength: 20 }).map((parts) => parts.join('')),
      fc.array(fc.constantFrom(...pieces), { maxLength: 8 }).map((parts) => `checks:\n- ${parts.join('')}`),
    );
    fc.assert(
      fc.property(anyText, (text) => {
        const message = refusal(text);
        expect(message === '' || message.startsWith('checks: ')).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});
