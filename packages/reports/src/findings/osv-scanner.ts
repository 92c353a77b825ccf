import type { Json } from '@plimsoll/outcome';
import type { Finding, FindingFacts, Severity } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { shown } from '../unreadable.ts';
import { GITHUB_SEVERITIES, isWorse, type KnownSeverity, scoreIn, severityOfScore } from './severity.ts';
import { kept, otherNames } from './texts.ts';

/**
 * `osv-scanner --format json` (docs, "Output"; `pkg/models/results.go` of versions 1 and 2). A finding is one group: advisories of several
 * databases about the same vulnerability, with the highest CVSS score of them. Vulnerabilities that call analysis takes for not called
 * count like the others.
 */
export const OSV_SCANNER: JsonFormat = {
  format: 'osv-scanner',
  recognises: isOsvScanner,
  read: readOsvScanner,
};

/** In every report since 1.5, and in none of the lists of packages that osv-scanner takes in the same form (`osv-scanner.json`). */
const MARK = 'experimental_config';

/** Its own members. Many tools have `results`, and an empty list of another would read as clean. */
const MEMBERS = new Set(['results', MARK, 'experimental_generic_findings', 'image_metadata', 'license_summary']);

function isOsvScanner(document: Json): boolean {
  return hasMembers(document, 'results') && Object.keys(document ?? {}).every((name) => MEMBERS.has(name));
}

/**
 * @throws Failure `report` also when `results` is null, which is what is written when no package was found; an empty list is what is
 * written when packages were found and are well. Without findings, it has to be shown that somebody looked for them.
 */
function readOsvScanner({ document, file, bytes }: JsonReport): FindingFacts {
  const report = JsonPlace.of(document, file);
  const results = report.optional('results');
  if (results === undefined) return report.refuse('has null as "results": osv-scanner found no package to look at');
  const findings = results.items().flatMap((result) => {
    const source = kept(result.required('source').required('path').text());
    return result
      .required('packages')
      .items()
      .flatMap((found) => findingsIn(found, source));
  });
  const others = report.itemsOf('experimental_generic_findings').map(otherFinding);
  if (findings.length + others.length === 0) report.required(MARK);
  return {
    kind: 'findings',
    format: 'osv-scanner',
    file,
    bytes,
    tool: 'osv-scanner',
    findings: [...findings, ...others],
  };
}

function findingsIn(place: JsonPlace, source: string): Finding[] {
  const named = place.required('package');
  const found = { name: kept(named.required('name').text()), version: kept(named.textOf('version')) };
  const vulnerabilities = new Map(place.itemsOf('vulnerabilities').map((one) => [one.required('id').text(), one]));
  const groups = place.itemsOf('groups');
  checkGrouped(vulnerabilities, groups);
  const known = groups.map((group) => findingOf(group, { found, source, vulnerabilities }));
  return [...known, ...licenceFindings(place, { found, source })];
}

/** Severities are those of the groups, so a vulnerability outside of them would go unseen. */
function checkGrouped(vulnerabilities: ReadonlyMap<string, JsonPlace>, groups: readonly JsonPlace[]): void {
  const grouped = new Set(
    groups.flatMap((group) =>
      group
        .required('ids')
        .items()
        .map((id) => id.text()),
    ),
  );
  for (const [id, place] of vulnerabilities) {
    if (!grouped.has(id)) place.refuse(`(${shown(id)}) is in none of the "groups" of its package`);
  }
}

interface About {
  readonly found: NonNullable<Finding['package']>;
  readonly source: string;
}

interface Grouped extends About {
  readonly vulnerabilities: ReadonlyMap<string, JsonPlace>;
}

function findingOf(group: JsonPlace, { found, source, vulnerabilities }: Grouped): Finding {
  const ids = group.required('ids');
  const names = ids.items().map((id) => id.text());
  const id = names[0] ?? ids.refuse('is empty');
  const members = names.flatMap((name) => vulnerabilities.get(name) ?? []);
  if (members.length === 0) ids.refuse('names none of the "vulnerabilities" of its package');
  return {
    id,
    aliases: otherNames(id, [...names, ...group.itemsOf('aliases').map((alias) => alias.text())]),
    ...ratingOf(group, members),
    title: kept(members.map((one) => one.textOf('summary')).find((text) => text !== '') ?? ''),
    package: found,
    file: source,
    line: undefined,
    suppressed: false,
    fixable: members.some(hasFix),
  };
}

/** Bitnami writes those of GitHub in small letters; others have words of their own. */
const WORDS: ReadonlyMap<string, KnownSeverity> = new Map(Object.entries(GITHUB_SEVERITIES));

/** By the score of the group; where no advisory has one, by the words that GitHub and others add to their own. */
function ratingOf(group: JsonPlace, members: readonly JsonPlace[]): Pick<Finding, 'severity' | 'score'> {
  const given = group.optional('max_severity');
  if (given === undefined || given.figure() === '') return { severity: worstWord(members), score: undefined };
  const score = scoreIn(given) ?? given.refuse(`is ${shown(given.figure())}, not a score from 0 to 10`);
  return { severity: severityOfScore(score), score };
}

function worstWord(members: readonly JsonPlace[]): Severity {
  const words = members.flatMap((one) => one.optional('database_specific')?.optional('severity') ?? []);
  const texts = words.flatMap((word) => (word.sort() === 'text' ? [word.text().toUpperCase()] : []));
  const known = texts.map((text) => WORDS.get(text)).filter((one) => one !== undefined);
  const [first, ...others] = known;
  if (first === undefined || known.length < texts.length) return 'unknown';
  return others.reduce((worst, one) => (isWorse(one, worst) ? one : worst), first);
}

/** Whether some range of what is affected ends with a fix. */
function hasFix(vulnerability: JsonPlace): boolean {
  const ranges = vulnerability.itemsOf('affected').flatMap((affected) => affected.itemsOf('ranges'));
  return ranges.flatMap((range) => range.itemsOf('events')).some((event) => event.optional('fixed') !== undefined);
}

/** Only there when a list of allowed licences was given. */
function licenceFindings(place: JsonPlace, { found, source }: About): Finding[] {
  return place.itemsOf('license_violations').map((licence) => ({
    id: kept(`licence/${licence.text()}`),
    aliases: [],
    severity: 'unknown',
    score: undefined,
    title: kept(`The licence ${licence.text()} is not allowed`),
    package: found,
    file: source,
    line: undefined,
    suppressed: false,
    fixable: undefined,
  }));
}

/** What plugins for anything but packages found, such as weak credentials. Experimental, so it is not looked at closely. */
function otherFinding(place: JsonPlace): Finding {
  const advisory = place.optional('Adv');
  return {
    id: kept(advisory?.optional('ID')?.textOf('Reference') ?? ''),
    aliases: [],
    severity: 'unknown',
    score: undefined,
    title: kept(advisory?.textOf('Title') ?? ''),
    package: undefined,
    file: '',
    line: undefined,
    suppressed: false,
    fixable: undefined,
  };
}
