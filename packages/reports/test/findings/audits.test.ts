import { describe, expect, test } from '@jest/globals';
import type { Json } from '@plimsoll/outcome';
import { lines, read } from './read.ts';

type Members = Readonly<Record<string, Json>>;

describe('npm audit', () => {
  type Vulnerable = Members & { readonly name: string; readonly severity: string };

  const advisory = (severity: string, members: Members = {}): Members => ({
    source: 12,
    title: 'It leaks',
    url: 'https://github.com/advisories/GHSA-aaaa',
    severity,
    ...members,
  });
  const vulnerable = (name: string, severity: string, via: readonly Json[]): Vulnerable => ({
    name,
    severity,
    via,
    fixAvailable: false,
  });

  function report(packages: readonly Vulnerable[], counts: Members = {}): Members {
    const count = (word: string): number => packages.filter(({ severity }) => severity === word).length;
    const words = ['info', 'low', 'moderate', 'high', 'critical'];
    const vulnerabilities = { ...Object.fromEntries(words.map((word) => [word, count(word)])), total: packages.length };
    return {
      auditReportVersion: 2,
      vulnerabilities: Object.fromEntries(packages.map((one) => [one.name, one])),
      metadata: { vulnerabilities: { ...vulnerabilities, ...counts }, dependencies: { total: 9 } },
    };
  }

  test.each([
    ['critical', 'critical'],
    ['high', 'high'],
    ['moderate', 'medium'],
    ['low', 'low'],
    ['info', 'none'],
  ])('%s is %s', (word, severity) => {
    expect(lines(report([vulnerable('a', word, [advisory(word)])]))).toEqual([`GHSA-aaaa ${severity}`]);
  });

  test('each advisory is a finding against its package, and who only depends on it adds none', () => {
    const facts = read(
      report([
        vulnerable('net', 'high', ['twine']),
        vulnerable('twine', 'critical', [
          advisory('critical', { cvss: { score: 9.8 } }),
          advisory('low', { url: 'https://example.org/13', source: 13, cvss: { score: 0 } }),
        ]),
        vulnerable('loop', 'low', ['net', 'loop']),
      ]),
    );
    expect(facts.findings).toEqual([
      expect.objectContaining({
        id: 'GHSA-aaaa',
        aliases: ['12'],
        severity: 'critical',
        score: 9.8,
        package: { name: 'twine', version: '' },
      }),
      expect.objectContaining({ id: '13', severity: 'low', score: undefined, fixable: false }),
    ]);
  });

  test.each<[string, Json, boolean]>([
    ['true', true, true],
    ['false', false, false],
    ['the package to change', { name: 'net', version: '2.0.0', isSemVerMajor: true }, true],
  ])('fixAvailable: %s', (_, fixAvailable, fixable) => {
    const one = { ...vulnerable('a', 'low', [advisory('low')]), fixAvailable };
    expect(read(report([one])).findings[0]?.fixable).toBe(fixable);
  });

  const high = vulnerable('a', 'high', [advisory('high')]);
  test.each<[string, Json, string]>([
    [
      'a list that lost one',
      report([high], { high: 2, total: 2 }),
      '$.metadata.vulnerabilities.high is 2, but "vulnerabilities" has 1',
    ],
    ['a total that lost one', report([high], { total: 2 }), 'vulnerabilities.total is 2'],
    ['more listed than counted', report([high], { high: 0, total: 0 }), 'vulnerabilities.high is 0'],
    ['a count that is negative', report([high], { low: -1 }), 'low is -1, not a count'],
    [
      'a package worse than its advisories',
      report([vulnerable('a', 'critical', [advisory('high')])]),
      '$.vulnerabilities.a.severity is worse',
    ],
    [
      'the same through others',
      report([vulnerable('a', 'critical', ['b']), vulnerable('b', 'low', [advisory('low')])]),
      'a.severity is worse',
    ],
    ['only each other', report([vulnerable('a', 'low', ['b']), vulnerable('b', 'low', ['a'])]), 'a.severity is worse'],
    [
      'a package that is not there',
      report([vulnerable('a', 'low', ['b'])]),
      '$.vulnerabilities.a.via[0] names "b", which is not',
    ],
    ['no reason', report([vulnerable('a', 'low', [])]), '$.vulnerabilities.a.via is empty'],
    ['a reason that is a number', report([vulnerable('a', 'low', [5])]), 'via[0] is 5, not an object'],
    [
      'another word',
      report([vulnerable('a', 'medium', [advisory('medium')])]),
      'is "medium", not one of critical, high, moderate',
    ],
    ['no metadata', { auditReportVersion: 2, vulnerabilities: {} }, '$ has no "metadata"'],
    ['another version', { auditReportVersion: 3, vulnerabilities: {} }, '$.auditReportVersion is 3; known is 2'],
    [
      'an error',
      { error: { code: 'ENOLOCK', summary: 'no lock', detail: '' } },
      'is an error of npm, not a report: no lock. Nothing',
    ],
    ['an error beside a report', { ...report([]), error: { code: 'E1' } }, 'not a report: E1. Nothing'],
    ['an error that says little', { error: {} }, 'is an error of npm, not a report. Nothing was audited'],
    ['npm 6, pnpm and yarn', { advisories: {}, metadata: {} }, 'which pnpm and yarn still write'],
  ])('refused: %s', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });
});

describe('pip-audit', () => {
  const report = (...dependencies: readonly Json[]): Json => ({ dependencies, fixes: [] });

  test('every vulnerability is of unknown severity, under its names', () => {
    const vulns = [
      { id: 'PYSEC-1', fix_versions: ['2.0'], aliases: ['CVE-1', 'PYSEC-1', 'CVE-1'] },
      { id: 'PYSEC-2', fix_versions: [] },
    ];
    const { findings } = read(
      report({ name: 'twine', version: '1.0', vulns }, { name: 'net', version: '1', vulns: [] }),
    );
    expect(findings).toMatchObject([
      {
        id: 'PYSEC-1',
        aliases: ['CVE-1'],
        severity: 'unknown',
        fixable: true,
        package: { name: 'twine', version: '1.0' },
      },
      { id: 'PYSEC-2', aliases: [], severity: 'unknown', fixable: false },
    ]);
  });

  test('what was skipped is said, and is not clean', () => {
    const { findings } = read(report({ name: 'twine', skip_reason: 'not on PyPI' }));
    expect(findings).toMatchObject([
      { id: 'not-audited/twine', severity: 'unknown', title: 'pip-audit skipped twine: not on PyPI' },
    ]);
  });

  test.each<[string, Json, string]>([
    ['nothing audited', report(), '$.dependencies is empty'],
    ['no vulns', report({ name: 'a', version: '1' }), '$.dependencies[0] has no "vulns"'],
    ['null for vulns', report({ name: 'a', version: '1', vulns: null }), 'has no "vulns"'],
    ['no version', report({ name: 'a', vulns: [] }), 'has no "version"'],
    ['no id', report({ name: 'a', version: '1', vulns: [{ fix_versions: [] }] }), 'vulns[0] has no "id"'],
    ['a list that is none', { dependencies: 'a', fixes: [] }, '$.dependencies is "a", not a list'],
  ])('refused: %s', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });
});

describe('osv-scanner', () => {
  const vulnerability = (id: string, word?: Json): Json => ({
    id,
    summary: `about ${id}`,
    ...(word === undefined ? {} : { database_specific: { severity: word } }),
  });
  const group = (ids: readonly string[], score: Json): Json => ({ ids, aliases: ['CVE-9'], max_severity: score });

  function report(vulnerabilities: readonly Json[], groups: readonly Json[], members: Members = {}): Members {
    const found = { package: { name: 'twine', version: '1.0' }, vulnerabilities, groups, ...members };
    return { results: [{ source: { path: 'a.lock', type: 'lockfile' }, packages: [found] }], experimental_config: {} };
  }

  test.each<[Json, Json | undefined, string]>([
    ['9.0', 'LOW', 'A critical 9'],
    ['8.9', undefined, 'A high 8.9'],
    ['0', undefined, 'A none 0'],
    [4, undefined, 'A medium 4'],
    ['', 'MODERATE', 'A medium'],
    ['', undefined, 'A unknown'],
    // Bitnami.
    ['', 'Medium', 'A medium'],
    // Words of other databases.
    ['', 'Important', 'A unknown'],
    ['', ['high'], 'A unknown'],
  ])('the score %p, else the word %p: %s', (score, word, expected) => {
    expect(lines(report([vulnerability('A', word)], [group(['A'], score)]))).toEqual([expected]);
  });

  test('of several words, one that is not known may be the worst', () => {
    const facts = read(report([vulnerability('A', 'HIGH'), vulnerability('B', 'Important')], [group(['A', 'B'], '')]));
    expect(facts.findings[0]?.severity).toBe('unknown');
  });

  test('one finding for a group, with the worst word and all names', () => {
    const facts = read(report([vulnerability('A', 'LOW'), vulnerability('B', 'CRITICAL')], [group(['A', 'B'], '')]));
    expect(facts.findings).toMatchObject([
      {
        id: 'A',
        aliases: ['B', 'CVE-9'],
        severity: 'critical',
        title: 'about A',
        package: { name: 'twine', version: '1.0' },
        file: 'a.lock',
      },
    ]);
  });

  test('a fix in any range', () => {
    const affected = [{ ranges: [{ events: [{ introduced: '0' }, { fixed: '2' }] }] }];
    const fixed = read(report([{ id: 'A', affected }], [group(['A'], '1')]));
    const open = read(report([{ id: 'A', affected: [{ versions: ['1'] }] }], [group(['A'], '1')]));
    expect([fixed.findings[0]?.fixable, open.findings[0]?.fixable]).toEqual([true, false]);
  });

  test('licences, and what plugins found, are findings', () => {
    const document = report([], [], { license_violations: ['AGPL-3.0'] });
    const others = [{ Adv: { ID: { Publisher: 'x', Reference: 'weak-password' }, Title: 'root has none' } }];
    expect(lines({ ...document, experimental_generic_findings: others })).toEqual([
      'licence/AGPL-3.0 unknown',
      'weak-password unknown',
    ]);
  });

  test.each<[string, Json, string]>([
    [
      'what it takes as its input',
      { results: [{ source: { path: 'a', type: 'lockfile' }, packages: [{ package: { name: 'b', version: '1' } }] }] },
      'has no "experimental_config"',
    ],
    ['results that may be of anybody', { results: [] }, 'has no "experimental_config"'],
    ['null, which is no package found', { results: null }, 'found no package to look at'],
    [
      'outside of all groups',
      report([vulnerability('A'), vulnerability('B')], [group(['A'], '1')]),
      'vulnerabilities[1] ("B") is in none',
    ],
    ['a group of nobody', report([], [group(['A'], '1')]), 'names none of the "vulnerabilities"'],
    ['an empty group', report([], [group([], '1')]), 'ids is empty'],
    ['a score beyond 10', report([vulnerability('A')], [group(['A'], '11')]), 'max_severity is "11", not a score'],
    ['no source', { results: [{ packages: [] }] }, '$.results[0] has no "source"'],
    ['no packages', { results: [{ source: { path: 'a' } }] }, '$.results[0] has no "packages"'],
  ])('refused: %s', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });

  test('results of other tools are not taken for its own', () => {
    expect(() => read({ results: [], errors: [], metrics: {} })).toThrow('Recognised by 0');
    expect(() => read({ results: [], version: '1' })).toThrow('Recognised by 0');
  });
});

describe('trivy', () => {
  const report = (...results: readonly Json[]): Json => ({
    SchemaVersion: 2,
    ArtifactName: '.',
    ArtifactType: 'filesystem',
    Results: results,
  });
  const result = (members: Members): Json => ({ Target: 'a.lock', Class: 'lang-pkgs', ...members });
  const vulnerability = (members: Members = {}): Json => ({
    VulnerabilityID: 'CVE-1',
    PkgName: 'twine',
    Severity: 'HIGH',
    ...members,
  });
  const misconfiguration = (members: Members = {}): Json => ({
    ID: 'DS1',
    Severity: 'LOW',
    Status: 'FAIL',
    ...members,
  });

  test.each([
    ['CRITICAL', 'critical'],
    ['HIGH', 'high'],
    ['MEDIUM', 'medium'],
    ['LOW', 'low'],
    ['UNKNOWN', 'unknown'],
  ])('%s is %s', (word, severity) => {
    expect(lines(report(result({ Vulnerabilities: [vulnerability({ Severity: word })] })))).toEqual([
      `CVE-1 ${severity}`,
    ]);
  });

  test('a vulnerability with package, fix and the highest score', () => {
    const CVSS = { nvd: { V2Score: 9.9, V3Score: 7.1 }, ghsa: { V40Score: 8.2, V3Score: 9.1 }, other: {} };
    const { findings } = read(
      report(
        result({
          Vulnerabilities: [vulnerability({ InstalledVersion: '1', FixedVersion: '2', CVSS }), vulnerability()],
        }),
      ),
    );
    expect(findings).toMatchObject([
      { score: 8.2, fixable: true, package: { name: 'twine', version: '1' }, file: 'a.lock' },
      { score: undefined, fixable: false },
    ]);
  });

  test('misconfigurations by their status, secrets and licences', () => {
    const document = report(
      result({
        Misconfigurations: [
          misconfiguration(),
          misconfiguration({ Status: 'PASS' }),
          misconfiguration({ Status: 'EXCEPTION' }),
          misconfiguration({ Status: null }),
        ],
        MisconfSummary: { Successes: 1, Failures: 2 },
        Secrets: [{ RuleID: 'key', Severity: 'CRITICAL', StartLine: 4 }],
        Licenses: [{ Name: 'AGPL-3.0', Severity: 'HIGH', PkgName: 'twine' }],
      }),
    );
    expect(lines(document)).toEqual([
      'DS1 low',
      'DS1 low suppressed',
      'DS1 low',
      'key critical',
      'licence/AGPL-3.0 high',
    ]);
  });

  test.each([
    ['ignored', true],
    ['not_affected', true],
    ['fixed', true],
    ['affected', false],
    ['under_investigation', false],
    ['unknown', false],
  ])('what was taken away as %s is suppressed: %s', (Status, suppressed) => {
    const modified = { Type: 'vulnerability', Status, Finding: vulnerability() };
    expect(read(report(result({ ExperimentalModifiedFindings: [modified] }))).findings).toMatchObject([
      { id: 'CVE-1', suppressed },
    ]);
  });

  test.each<[string, Json, string]>([
    ['no results', { SchemaVersion: 2, ArtifactType: 'filesystem' }, '$ has no "Results"'],
    ['an empty list of results', report(), '$ has no "Results"'],
    ['another schema', { SchemaVersion: 1, ArtifactType: 'filesystem' }, '$.SchemaVersion is 1; known is 2'],
    ['no class', report({ Target: 'a' }), '$.Results[0] has no "Class"'],
    ['no severity', report(result({ Vulnerabilities: [vulnerability({ Severity: null })] })), 'has no "Severity"'],
    [
      'another word',
      report(result({ Vulnerabilities: [vulnerability({ Severity: 'SEVERE' })] })),
      'is "SEVERE", not one of',
    ],
    ['no package', report(result({ Vulnerabilities: [vulnerability({ PkgName: null })] })), 'has no "PkgName"'],
    [
      'a list that lost one',
      report(result({ MisconfSummary: { Failures: 1 } })),
      'Failures is 1, but "Misconfigurations" has 0',
    ],
    [
      'an unknown status',
      report(result({ Misconfigurations: [misconfiguration({ Status: 'OK' })] })),
      'Status is "OK"',
    ],
    [
      'an unknown type',
      report(result({ ExperimentalModifiedFindings: [{ Type: 'rumour', Status: 'ignored', Finding: {} }] })),
      'Type is "rumour"',
    ],
    [
      'an unknown state',
      report(result({ ExperimentalModifiedFindings: [{ Type: 'secret', Status: 'gone', Finding: {} }] })),
      'Status is "gone"',
    ],
  ])('refused: %s', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });
});

describe('grype', () => {
  const descriptor = { name: 'grype', version: '0.100.0', db: { status: { valid: true } } };
  const match = (vulnerability: Members = {}, members: Members = {}): Json => ({
    vulnerability: { id: 'CVE-1', severity: 'High', ...vulnerability },
    artifact: { name: 'twine', version: '1', locations: [{ path: '/a' }] },
    ...members,
  });
  const report = (members: Members): Json => ({ matches: [], source: { type: 'file' }, descriptor, ...members });

  test.each<[Json, string]>([
    ['Critical', 'critical'],
    ['High', 'high'],
    ['Medium', 'medium'],
    ['Low', 'low'],
    ['Negligible', 'low'],
    ['Unknown', 'unknown'],
    [null, 'unknown'],
  ])('%s is %s', (word, severity) => {
    expect(lines(report({ matches: [match({ severity: word })] }))).toEqual([`CVE-1 ${severity}`]);
  });

  test.each<[string, Json, boolean | undefined]>([
    ['fixed', { state: 'fixed' }, true],
    ['not fixed', { state: 'not-fixed' }, false],
    ['never fixed', { state: 'wont-fix' }, false],
    ['unknown', { state: 'unknown' }, undefined],
    ['not said', null, undefined],
  ])('a fix: %s', (_, fix, fixable) => {
    expect(read(report({ matches: [match({ fix })] })).findings[0]?.fixable).toBe(fixable);
  });

  test('names, score and place', () => {
    const cvss = [{ metrics: { baseScore: 5.5 } }, { metrics: { baseScore: 8.1 } }, {}];
    const facts = read(
      report({ matches: [match({ cvss }, { relatedVulnerabilities: [{ id: 'GHSA-1' }, { id: 'CVE-1' }] })] }),
    );
    expect(facts.findings).toMatchObject([
      { aliases: ['GHSA-1'], score: 8.1, file: '/a', package: { name: 'twine', version: '1' } },
    ]);
  });

  test('what rules of the user ignore is suppressed; the end of life of a distribution is not', () => {
    const document = report({
      ignoredMatches: [match({}, { appliedIgnoreRules: [{ vulnerability: 'CVE-1' }] })],
      alertsByPackage: [{ package: { name: 'twine' }, alerts: [{ type: 'distro-eol', message: 'over' }] }],
    });
    expect(lines(document)).toEqual(['CVE-1 high suppressed', 'distro-eol unknown']);
  });

  const database = (db: Json): Json => report({ descriptor: { ...descriptor, db } });
  test.each<[string, Json, string]>([
    ['no descriptor', report({ descriptor: null }), '$ has no "descriptor"'],
    ['of another tool', report({ descriptor: { ...descriptor, name: 'syft' } }), '$.descriptor.name is "syft"'],
    ['no source', report({ source: null }), '$ has no "source"'],
    ['null for matches', report({ matches: null }), '$ has no "matches"'],
    ['no database', database(null), '$.descriptor has no "db"'],
    [
      'a database that is not valid',
      database({ status: { valid: false } }),
      '$.descriptor.db.status says that the database is not valid',
    ],
    [
      'a database with an error',
      database({ built: '', error: 'too old' }),
      '$.descriptor.db tells of an error: too old',
    ],
    ['another word', report({ matches: [match({ severity: 'Severe' })] }), 'severity is "Severe", not one of'],
    ['no artifact', report({ matches: [match({}, { artifact: null })] }), '$.matches[0] has no "artifact"'],
    [
      'ignored by nothing',
      report({ ignoredMatches: [match({}, { appliedIgnoreRules: [] })] }),
      'appliedIgnoreRules is empty',
    ],
  ])('refused: %s', (_, document, message) => {
    expect(() => read(document)).toThrow(message);
  });
});
