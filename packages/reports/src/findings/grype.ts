import type { Finding, FindingFacts } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { shown } from '../unreadable.ts';
import { GRYPE_SEVERITIES, scoreIn } from './severity.ts';
import { kept, otherNames } from './texts.ts';

/** `grype -o json` (docs, "Understanding Grype results"; `grype/presenter/models/document.go`). */
export const GRYPE: JsonFormat = {
  format: 'grype',
  recognises: (document) => hasMembers(document, 'matches'),
  read: readGrype,
};

/**
 * `ignoredMatches`, ignored by rules or VEX documents of the user, are suppressed findings. That a distribution is past its end of life,
 * so that nobody looks for its vulnerabilities any more (`alertsByPackage`), is a finding too.
 *
 * @throws Failure `report` also when the report does not say that Grype made it, what was looked at, or that its database was valid.
 */
function readGrype({ document, file, bytes }: JsonReport): FindingFacts {
  const report = JsonPlace.of(document, file);
  checkScan(report);
  const findings = [
    ...report
      .required('matches')
      .items()
      .map((match) => findingOf(match, false)),
    ...report.itemsOf('ignoredMatches').map(ignoredOf),
    ...report.itemsOf('alertsByPackage').flatMap(alertsOf),
  ];
  return { kind: 'findings', format: 'grype', file, bytes, tool: 'grype', findings };
}

/** Without these three an empty list of matches would say nothing. */
function checkScan(report: JsonPlace): void {
  const descriptor = report.required('descriptor');
  const name = descriptor.required('name');
  if (name.text() !== 'grype') name.refuse(`is ${shown(name.text())}, not "grype"`);
  const source = report.optional('source') ?? report.refuse('has no "source": it does not say what Grype looked at');
  source.required('type').text();
  const database = descriptor.optional('db') ?? descriptor.refuse('has no "db": it does not say what Grype knew');
  checkDatabase(database);
  // Version 6 of the schema has its state one level down.
  const status = database.optional('status');
  if (status !== undefined) checkDatabase(status);
}

function checkDatabase(database: JsonPlace): void {
  const error = database.optional('error')?.figure() ?? '';
  if (error !== '') database.refuse(`tells of an error: ${kept(error)}. Nothing was compared with a valid database`);
  if (database.optional('valid')?.isTrue() === false) database.refuse('says that the database is not valid');
}

function findingOf(match: JsonPlace, suppressed: boolean): Finding {
  const vulnerability = match.required('vulnerability');
  const id = vulnerability.required('id').text();
  const artifact = match.required('artifact');
  return {
    id,
    aliases: otherNames(
      id,
      match.itemsOf('relatedVulnerabilities').map((one) => one.required('id').text()),
    ),
    // Grype leaves it out where it has no metadata.
    severity: vulnerability.optional('severity')?.oneOf(GRYPE_SEVERITIES) ?? 'unknown',
    score: highestScore(vulnerability),
    title: kept(vulnerability.textOf('description')),
    package: packageIn(artifact),
    file: kept(artifact.itemsOf('locations')[0]?.textOf('path') ?? ''),
    line: undefined,
    suppressed,
    fixable: fixableBy(vulnerability.optional('fix')),
  };
}

function highestScore(vulnerability: JsonPlace): number | undefined {
  const scores = vulnerability.itemsOf('cvss').flatMap((cvss) => {
    const base = cvss.optional('metrics')?.optional('baseScore');
    return base === undefined ? [] : (scoreIn(base) ?? []);
  });
  return scores.length === 0 ? undefined : Math.max(...scores);
}

/** `fix.state` is `fixed`, `not-fixed`, `wont-fix` or `unknown`. */
function fixableBy(fix: JsonPlace | undefined): boolean | undefined {
  const state = fix?.textOf('state') ?? '';
  return state === '' || state === 'unknown' ? undefined : state === 'fixed';
}

/** Suppressed only when it says by which rule. */
function ignoredOf(match: JsonPlace): Finding {
  const rules = match.required('appliedIgnoreRules');
  if (rules.items().length === 0) rules.refuse('is empty: nothing says why this match is ignored');
  return findingOf(match, true);
}

function alertsOf(entry: JsonPlace): Finding[] {
  const found = packageIn(entry.required('package'));
  return entry
    .required('alerts')
    .items()
    .map((alert) => ({
      id: kept(alert.required('type').text()),
      aliases: [],
      severity: 'unknown',
      score: undefined,
      title: kept(alert.textOf('message')),
      package: found,
      file: '',
      line: undefined,
      suppressed: false,
      fixable: undefined,
    }));
}

function packageIn(artifact: JsonPlace): NonNullable<Finding['package']> {
  return { name: kept(artifact.required('name').text()), version: kept(artifact.textOf('version')) };
}
