import type { Finding, FindingFacts } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { scoreIn, TRIVY_SEVERITIES } from './severity.ts';
import { kept } from './texts.ts';

/**
 * `trivy --format json` (docs, "Reporting"; `pkg/types/report.go`), schema 2. What `.trivyignore`, a VEX document or a policy took away
 * is in it only with `--show-suppressed`, and then a suppressed finding.
 */
export const TRIVY: JsonFormat = {
  format: 'trivy',
  recognises: (document) => hasMembers(document, 'SchemaVersion'),
  read: readTrivy,
};

/**
 * @throws Failure `report` also without `Results`: every package list, lock file or configuration that Trivy has looked at is one of
 * them, found guilty or not, so without any it has looked at nothing. (A search for secrets alone leaves none when it finds none.)
 */
function readTrivy({ document, file, bytes }: JsonReport): FindingFacts {
  const report = JsonPlace.of(document, file);
  const version = report.required('SchemaVersion');
  if (version.count() !== 2) version.refuse(`is ${version.count()}; known is 2`);
  report.required('ArtifactType').text();
  const results = report.optional('Results')?.items() ?? [];
  if (results.length === 0) {
    report.refuse(
      'has no "Results": Trivy found nothing that it knows how to scan. Check the path, and that a scanner for it is on',
    );
  }
  return { kind: 'findings', format: 'trivy', file, bytes, tool: 'trivy', findings: results.flatMap(findingsIn) };
}

function findingsIn(result: JsonPlace): Finding[] {
  const target = kept(result.required('Target').text());
  result.required('Class').text();
  checkMisconfigurations(result);
  return [
    ...result.itemsOf('Vulnerabilities').map((place) => vulnerability(place, target)),
    ...result.itemsOf('Misconfigurations').flatMap((place) => misconfiguration(place, target)),
    ...result.itemsOf('Secrets').map((place) => secret(place, target)),
    ...result.itemsOf('Licenses').map((place) => licence(place, target)),
    ...result.itemsOf('ExperimentalModifiedFindings').flatMap((place) => modified(place, target)),
  ];
}

/** Trivy counts what it lists, so a list that lost one does not add up. */
function checkMisconfigurations(result: JsonPlace): void {
  const counted = result.optional('MisconfSummary')?.optional('Failures');
  const listed = result.itemsOf('Misconfigurations').filter((place) => statusOf(place) === 'failed').length;
  if (counted !== undefined && counted.count() !== listed) {
    counted.refuse(`is ${counted.count()}, but "Misconfigurations" has ${listed} of these`);
  }
}

const MISCONFIGURATION_STATES = { FAIL: 'failed', PASS: 'passed', EXCEPTION: 'excepted' } as const;

function statusOf(place: JsonPlace): 'failed' | 'passed' | 'excepted' {
  return place.optional('Status')?.oneOf(MISCONFIGURATION_STATES) ?? 'failed';
}

/** What all kinds of findings have alike. */
function base(place: JsonPlace, target: string): Omit<Finding, 'id'> {
  return {
    aliases: [],
    severity: place.required('Severity').oneOf(TRIVY_SEVERITIES),
    score: undefined,
    title: kept(place.textOf('Title')),
    package: undefined,
    file: target,
    line: undefined,
    suppressed: false,
    fixable: undefined,
  };
}

function vulnerability(place: JsonPlace, target: string): Finding {
  const name = place.required('PkgName').text();
  return {
    ...base(place, target),
    id: kept(place.required('VulnerabilityID').text()),
    score: highestScore(place),
    package: { name: kept(name), version: kept(place.textOf('InstalledVersion')) },
    fixable: place.textOf('FixedVersion') !== '',
  };
}

/** Of the scores of all vendors, by the newest version of CVSS that each gives. */
function highestScore(place: JsonPlace): number | undefined {
  const vendors = place.optional('CVSS')?.members() ?? [];
  const scores = vendors.flatMap(([, vendor]) => {
    const score = vendor.optional('V40Score') ?? vendor.optional('V3Score') ?? vendor.optional('V2Score');
    return score === undefined ? [] : (scoreIn(score) ?? []);
  });
  return scores.length === 0 ? undefined : Math.max(...scores);
}

function misconfiguration(place: JsonPlace, target: string): Finding[] {
  const status = statusOf(place);
  if (status === 'passed') return [];
  const line = place.optional('CauseMetadata')?.optional('StartLine')?.count();
  const id = place.optional('ID') ?? place.required('AVDID');
  return [{ ...base(place, target), id: kept(id.text()), line, suppressed: status === 'excepted', fixable: true }];
}

function secret(place: JsonPlace, target: string): Finding {
  const line = place.optional('StartLine')?.count();
  return { ...base(place, target), id: kept(place.required('RuleID').text()), line };
}

function licence(place: JsonPlace, target: string): Finding {
  const name = kept(place.required('Name').text());
  const found = kept(place.textOf('PkgName'));
  return {
    ...base(place, target),
    id: kept(`licence/${name}`),
    title: `Licence ${name}`,
    package: found === '' ? undefined : { name: found, version: '' },
    file: kept(place.textOf('FilePath')) || target,
  };
}

/** By the `Type` of a finding that was modified. */
const KINDS: Readonly<Record<string, (place: JsonPlace, target: string) => Finding[]>> = {
  vulnerability: (place, target) => [vulnerability(place, target)],
  misconfiguration,
  secret: (place, target) => [secret(place, target)],
  license: (place, target) => [licence(place, target)],
};

/** Whether a finding in this state is settled (`pkg/types/finding.go`). */
const MODIFIED_STATES = {
  ignored: true,
  not_affected: true,
  fixed: true,
  affected: false,
  under_investigation: false,
  unknown: false,
} as const;

function modified(place: JsonPlace, target: string): Finding[] {
  const read = place.required('Type').oneOf(KINDS);
  const settled = place.required('Status').oneOf(MODIFIED_STATES);
  return read(place.required('Finding'), target).map((finding) => ({ ...finding, suppressed: settled }));
}
