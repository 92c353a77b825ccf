import { describe, expect, test } from '@jest/globals';
import type { Json } from '@plimsoll/outcome';
import { lines, read } from './read.ts';

type Members = Readonly<Record<string, Json>>;

const result = (members: Members = {}): Members => ({ ruleId: 'R', message: { text: 'said' }, ...members });
const rule = (members: Members = {}): Json => ({ id: 'R', ...members });
const secure = (severity: Json): Json => rule({ properties: { 'security-severity': severity } });

interface Run {
  readonly rules?: readonly Json[];
  readonly extensions?: readonly Json[];
  readonly results?: Json;
  readonly members?: Members;
}

function sarif({ rules = [], extensions = [], results = [result()], members = {} }: Run): Json {
  const tool = { driver: { name: 'Survey', rules }, extensions };
  return { version: '2.1.0', runs: [{ tool, results, ...members }] };
}

describe('severity', () => {
  test.each<{
    readonly by: string;
    readonly members?: Members;
    readonly rules?: readonly Json[];
    readonly expected: string;
  }>([
    { by: 'the default of the format', expected: 'R medium' },
    { by: 'the level of the result', members: { level: 'error' }, expected: 'R high' },
    { by: 'a note', members: { level: 'note' }, expected: 'R low' },
    { by: 'none', members: { level: 'none' }, expected: 'R none' },
    { by: 'the default of the rule', rules: [rule({ defaultConfiguration: { level: 'error' } })], expected: 'R high' },
    {
      by: 'the result before its rule',
      members: { level: 'note' },
      rules: [rule({ defaultConfiguration: { level: 'error' } })],
      expected: 'R low',
    },
    {
      by: 'a rule without a default',
      rules: [rule({ defaultConfiguration: { enabled: true } })],
      expected: 'R medium',
    },
    {
      by: 'security-severity before the level',
      members: { level: 'note' },
      rules: [secure('9.0')],
      expected: 'R critical 9',
    },
    { by: 'security-severity as a number', members: { level: 'error' }, rules: [secure(3.9)], expected: 'R low 3.9' },
    {
      by: 'the worse of rule and result',
      members: { properties: { 'security-severity': '8.9' } },
      rules: [secure('4.0')],
      expected: 'R high 8.9',
    },
    {
      by: 'the other way round',
      members: { properties: { 'security-severity': '4.0' } },
      rules: [secure('6.9')],
      expected: 'R medium 6.9',
    },
    { by: 'only on the result', members: { properties: { 'security-severity': '7.0' } }, expected: 'R high 7' },
    { by: '0 stands for none', members: { level: 'error' }, rules: [secure('0.0')], expected: 'R high' },
    { by: 'above 10 nobody knows', members: { level: 'note' }, rules: [secure('10.1')], expected: 'R unknown' },
    { by: 'nor a word', members: { level: 'note' }, rules: [secure('severe')], expected: 'R unknown' },
    { by: 'nor nothing', members: { level: 'note' }, rules: [secure('')], expected: 'R unknown' },
    {
      by: 'a known one beside an unknown one',
      members: { properties: { 'security-severity': '9.5' } },
      rules: [secure('x')],
      expected: 'R critical 9.5',
    },
    {
      by: 'an unknown one, which may be worse, beside a known one',
      members: { properties: { 'security-severity': '2.0' } },
      rules: [secure('x')],
      expected: 'R unknown',
    },
    { by: 'null counts as missing', members: { level: null, kind: null }, expected: 'R medium' },
  ])('$by: $expected', ({ members = {}, rules = [], expected }) => {
    expect(lines(sarif({ rules, results: [result(members)] }))).toEqual([expected]);
  });
});

describe('kind', () => {
  test.each<[string, Members, string[]]>([
    ['pass', { kind: 'pass' }, []],
    ['notApplicable', { kind: 'notApplicable', level: 'none' }, []],
    ['informational', { kind: 'informational' }, []],
    ['informational with a level', { kind: 'informational', level: 'error' }, ['R high']],
    ['open', { kind: 'open', level: 'none' }, ['R unknown']],
    ['review', { kind: 'review' }, ['R unknown']],
    ['fail', { kind: 'fail' }, ['R medium']],
  ])('%s', (_, members, expected) => {
    expect(lines(sarif({ results: [result(members)] }))).toEqual(expected);
  });
});

describe('suppressions and baseline', () => {
  test.each<[string, Members, string[]]>([
    ['without a status', { suppressions: [{ kind: 'inSource' }] }, ['R medium suppressed']],
    ['accepted', { suppressions: [{ kind: 'external', status: 'accepted' }] }, ['R medium suppressed']],
    ['under review', { suppressions: [{ kind: 'external', status: 'underReview' }] }, ['R medium']],
    ['rejected', { suppressions: [{ kind: 'external', status: 'rejected' }] }, ['R medium']],
    ['one of two rejected', { suppressions: [{ kind: 'inSource' }, { status: 'rejected' }] }, ['R medium']],
    ['an empty list', { suppressions: [] }, ['R medium']],
    ['new', { baselineState: 'new' }, ['R medium']],
    ['updated', { baselineState: 'updated' }, ['R medium']],
    ['unchanged', { baselineState: 'unchanged' }, ['R medium suppressed']],
    ['absent', { baselineState: 'absent' }, []],
  ])('%s', (_, members, expected) => {
    expect(lines(sarif({ results: [result(members)] }))).toEqual(expected);
  });
});

describe('which rule', () => {
  const grave = rule({ id: 'G', properties: { 'security-severity': '9.9' } });
  const extensions = [{ name: 'empty' }, { name: 'deep', guid: 'g-1', rules: [rule({ id: 'D' }), grave] }];

  test.each<[string, Members, string]>([
    ['by index', { ruleId: 'G', ruleIndex: 1 }, 'G critical 9.9'],
    ['by index without an id', { ruleId: null, ruleIndex: 1 }, 'G critical 9.9'],
    ['by index within rule', { ruleId: null, rule: { index: 1 } }, 'G critical 9.9'],
    ['by id', { ruleId: 'G' }, 'G critical 9.9'],
    ['by id within rule', { ruleId: null, rule: { id: 'G' } }, 'G critical 9.9'],
    ['by the beginning of an id', { ruleId: 'G/1/2' }, 'G/1/2 critical 9.9'],
    ['not by the beginning of a word', { ruleId: 'Good' }, 'Good unknown'],
    ['-1 is no index', { ruleId: 'G', ruleIndex: -1 }, 'G critical 9.9'],
    ['one that is not described', { ruleId: 'other' }, 'other unknown'],
    ['one that is not described, with a level', { ruleId: 'other', level: 'note' }, 'other low'],
    ['none at all', { ruleId: null }, ' unknown'],
  ])('of the driver %s', (_, members, expected) => {
    expect(lines(sarif({ rules: [rule(), grave], results: [result(members)] }))).toEqual([expected]);
  });

  test.each<[string, Members, string]>([
    ['by index', { ruleId: 'G', rule: { index: 1, toolComponent: { index: 1 } } }, 'G critical 9.9'],
    ['by name', { ruleId: 'G', rule: { toolComponent: { name: 'deep' } } }, 'G critical 9.9'],
    ['by guid', { ruleId: 'G', rule: { index: 1, toolComponent: { guid: 'g-1', index: -1 } } }, 'G critical 9.9'],
    ['by id alone', { ruleId: 'G' }, 'G critical 9.9'],
    ['not in another part', { ruleId: 'G', rule: { toolComponent: { name: 'empty' } } }, 'G medium'],
  ])('of an extension %s', (_, members, expected) => {
    expect(lines(sarif({ extensions, results: [result(members)] }))).toEqual([expected]);
  });

  test.each<[string, Members, string]>([
    ['an index beyond', { ruleIndex: 4 }, '$.runs[0].results[0] points to rule 4'],
    ['an index without any rule', { rule: { index: 0, toolComponent: { index: 0 } } }, 'points to rule 0'],
    ['an index of another rule', { ruleIndex: 1 }, 'is of the rule "R", but points to rule 1, which is "G"'],
    ['an id that two rules have', { ruleId: 'twin' }, 'is of the rule "twin", of which there are 2'],
    ['an unknown extension', { rule: { toolComponent: { index: 7 } } }, 'not in "extensions"'],
    ['an unknown name', { rule: { toolComponent: { name: 'high' } } }, 'not in "extensions"'],
  ])('refused: %s', (_, members, message) => {
    const rules = [rule(), grave, rule({ id: 'twin' }), rule({ id: 'twin' })];
    const document = sarif({ rules, extensions, results: [result(members)] });
    expect(() => read(document)).toThrow(message);
  });
});

describe('a scan that is not whole', () => {
  test.each<[string, Members, string]>([
    ['failed', { invocations: [{ executionSuccessful: false }] }, 'executionSuccessful is false'],
    [
      'failed second',
      { invocations: [{ executionSuccessful: true }, { executionSuccessful: false }] },
      'invocations[1]',
    ],
    ['does not say', { invocations: [{}] }, '$.runs[0].invocations[0] has no "executionSuccessful"'],
    [
      'met an error',
      {
        invocations: [
          {
            executionSuccessful: true,
            toolExecutionNotifications: [{ level: 'error', message: { text: 'no memory' } }],
          },
        ],
      },
      'toolExecutionNotifications[0] is an error that the tool met, so the scan is not whole: no memory',
    ],
    [
      'met an error in its configuration',
      { invocations: [{ executionSuccessful: true, toolConfigurationNotifications: [{ level: 'error' }] }] },
      'toolConfigurationNotifications[0]',
    ],
    ['without results', { results: null }, '$.runs[0] has no "results"'],
    [
      'with results here and elsewhere',
      { externalPropertyFileReferences: { results: [] } },
      'keeps the results of a run apart',
    ],
    ['with rules elsewhere', { externalPropertyFileReferences: { driver: {} } }, 'keeps the driver of a run apart'],
    [
      'that was killed, and says that it ended well',
      { invocations: [{ executionSuccessful: true, exitSignalName: 'SIGKILL' }] },
      'exitSignalName says that the scan broke off: SIGKILL',
    ],
    [
      'that never began',
      { invocations: [{ executionSuccessful: true, processStartFailureMessage: 'no such file' }] },
      'broke off: no such file',
    ],
    ['with results elsewhere', { results: null, externalPropertyFileReferences: { results: [] } }, 'apart from it'],
  ])('%s', (_, members, message) => {
    expect(() => read(sarif({ members }))).toThrow(message);
  });

  test('warnings and notes of the tool are none', () => {
    const invocations = [
      {
        executionSuccessful: true,
        toolExecutionNotifications: [{ level: 'warning' }, { level: 'note' }, { message: { text: 'x' } }],
      },
    ];
    expect(lines(sarif({ results: [], members: { invocations } }))).toEqual([]);
  });

  test.each<[string, Json, string]>([
    [
      'results behind the runs',
      { version: '2.1.0', runs: [], inlineExternalProperties: [{ results: [{ message: { text: 'said' } }] }] },
      '$.inlineExternalProperties[0] keeps the results',
    ],
    ['no run', { version: '2.1.0', runs: [] }, '$.runs is empty'],
    ['null for runs', { version: '2.1.0', runs: null }, '$ has no "runs"'],
    ['another version', { version: '2.0.0', runs: [{}] }, '$.version is "2.0.0"'],
    [
      'a tool without a name',
      { version: '2.1.0', runs: [{ tool: { driver: {} }, results: [] }] },
      'driver has no "name"',
    ],
    ['results as an object', sarif({ results: {} }), '$.runs[0].results is {}, not a list'],
    ['a result that is a text', sarif({ results: ['R'] }), '$.runs[0].results[0] is "R", not an object'],
    ['an unknown level', sarif({ results: [result({ level: 'Error' })] }), 'level is "Error", not one of'],
    ['a level by its prototype', sarif({ results: [result({ level: 'constructor' })] }), 'not one of'],
    ['an unknown kind', sarif({ results: [result({ kind: 'passed' })] }), 'kind is "passed", not one of'],
    ['an unknown suppression', sarif({ results: [result({ suppressions: [{ status: 'ok' }] })] }), 'status is "ok"'],
    ['an unknown state', sarif({ results: [result({ baselineState: 'same' })] }), 'baselineState is "same"'],
    ['no message', sarif({ results: [{ ruleId: 'R' }] }), 'results[0] has no "message"'],
    ['an index that is a half', sarif({ results: [result({ ruleIndex: 0.5 })] }), 'ruleIndex is 0.5, not a count'],
  ])('%s', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });
});

test('all runs count, and every tool is named once', () => {
  const driver = (name: string): Json => ({ tool: { driver: { name } }, results: [result()] });
  const facts = read({ version: '2.1.0', runs: [driver('b'), driver('a'), driver('b')] });
  expect(facts).toMatchObject({ kind: 'findings', format: 'sarif', file: 'a.json', bytes: 7, tool: 'b, a' });
  expect(facts.findings).toHaveLength(3);
});

test('where it is, by the result or by the artifact that it points to', () => {
  const at = (artifactLocation: Json, region: Json): Json =>
    result({ locations: [{ physicalLocation: { artifactLocation, region } }] });
  const { findings } = read(
    sarif({
      results: [
        at({ uri: 'a.py' }, { startLine: 3 }),
        at({ index: 1 }, null),
        at({ index: -1 }, {}),
        result({ fixes: [{}] }),
      ],
      members: { artifacts: [{}, { location: { uri: 'b.py' } }] },
    }),
  );
  expect(findings.map(({ file, line, fixable }) => [file, line, fixable])).toEqual([
    ['a.py', 3, undefined],
    ['b.py', undefined, undefined],
    ['', undefined, undefined],
    ['', undefined, true],
  ]);
});

test.each<[string, Json, string]>([
  ['of the result', result(), 'said'],
  ['of its rule', result({ message: { id: 'default' } }), 'short'],
])('the title is that %s', (_, given, expected) => {
  const rules = [rule({ name: 'long', shortDescription: { text: 'short' } })];
  expect(read(sarif({ rules, results: [given] })).findings[0]?.title).toBe(expected);
});

test('a title is one line, and not longer than may be kept', () => {
  const text = `${'long '.repeat(1000)}\nsecond line`;
  const title = read(sarif({ results: [result({ message: { text } })] })).findings[0]?.title;
  expect(title).toHaveLength(500);
  expect(title?.endsWith('…')).toBe(true);
});
