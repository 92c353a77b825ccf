import type { Json } from '@plimsoll/outcome';
import type { Finding, FindingFacts } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { shown } from '../unreadable.ts';
import { isWorse, type KnownSeverity, NPM_SEVERITIES, scoreIn } from './severity.ts';
import { kept } from './texts.ts';

/**
 * `npm audit --json` of npm 7 and newer (`auditReportVersion` 2). Each vulnerable package has `via`: advisories, or the names of other
 * packages of the list that make it vulnerable. A finding is one advisory against one package; what only depends on such a package
 * is fixed with it, and adds none.
 */
export const NPM_AUDIT: JsonFormat = {
  format: 'npm-audit',
  recognises: (document) => hasMembers(document, 'auditReportVersion') || isError(document) || isOldReport(document),
  read: readNpmAudit,
};

/** What npm prints instead of a report when it could not make one: without a lock file, or without the registry. */
function isError(document: Json): boolean {
  return hasMembers(document, 'error') && !hasMembers(document, 'runs');
}

/** The shape of npm 6, which pnpm and yarn write to this day. */
function isOldReport(document: Json): boolean {
  return hasMembers(document, 'advisories', 'metadata');
}

/** One vulnerable package, and what of it says why. */
interface Vulnerable {
  readonly place: JsonPlace;
  readonly severity: KnownSeverity;
  readonly advisories: readonly Advisory[];
  /** Names of other vulnerable packages. */
  readonly through: readonly JsonPlace[];
}

interface Advisory {
  readonly severity: KnownSeverity;
  readonly finding: Finding;
}

/** @throws Failure `report` also for an error of npm, for the shapes of npm 6, pnpm and yarn, and when the report contradicts itself. */
function readNpmAudit({ document, file, bytes }: JsonReport): FindingFacts {
  const report = JsonPlace.of(document, file);
  refuseOthers(report, document);
  const vulnerable = new Map(
    report
      .required('vulnerabilities')
      .members()
      .map(([name, place]) => [name, vulnerableAt(place)]),
  );
  const all = [...vulnerable.values()];
  checkCounts(report.required('metadata'), all);
  for (const one of all) checkExplained(one, vulnerable);
  const findings = all.flatMap(({ advisories }) => advisories.map(({ finding }) => finding));
  return { kind: 'findings', format: 'npm-audit', file, bytes, tool: 'npm audit', findings };
}

function refuseOthers(report: JsonPlace, document: Json): void {
  if (isError(document)) {
    const said = kept(reasonIn(report));
    report.refuse(
      `is an error of npm, not a report${said === '' ? '' : `: ${said.replace(/\.$/u, '')}`}. Nothing was audited`,
    );
  }
  if (isOldReport(document)) {
    report.refuse(
      'has the "advisories" of npm 6, which pnpm and yarn still write, and is not read. Use npm 7 or newer, or osv-scanner for their lock files',
    );
  }
  const version = report.required('auditReportVersion');
  if (version.count() !== 2) version.refuse(`is ${version.count()}; known is 2`);
}

/** npm says what happened in `message`, `error.summary`, `error.detail` or only `error.code`. */
function reasonIn(report: JsonPlace): string {
  const error = report.required('error');
  const message = report.textOf('message');
  return message || error.textOf('summary') || error.textOf('detail') || error.textOf('code');
}

function vulnerableAt(place: JsonPlace): Vulnerable {
  const name = kept(place.required('name').text());
  const via = place.required('via');
  const reasons = via.items();
  if (reasons.length === 0) via.refuse('is empty, so nothing says why this package is vulnerable');
  const against = { name, fixable: isFixable(place.required('fixAvailable')) };
  const advisories = reasons.filter((reason) => reason.sort() !== 'text');
  return {
    severity: place.required('severity').oneOf(NPM_SEVERITIES),
    place,
    advisories: advisories.map((advisory) => advisoryAt(advisory, against)),
    through: reasons.filter((reason) => reason.sort() === 'text'),
  };
}

/** `false`, or `true`, or the package that has to be changed for it. */
function isFixable(place: JsonPlace): boolean {
  return place.sort() === 'object' ? place.members().length > 0 : place.isTrue();
}

function advisoryAt(place: JsonPlace, against: { readonly name: string; readonly fixable: boolean }): Advisory {
  const severity = place.required('severity').oneOf(NPM_SEVERITIES);
  const url = place.textOf('url');
  const number = place.required('source').figure();
  const score = place.optional('cvss')?.optional('score');
  const finding: Finding = {
    id: kept(/\/(GHSA-[\w-]+)$/u.exec(url)?.[1] ?? number),
    aliases: url === '' ? [] : [number],
    severity,
    // npm writes 0 where the advisory has no score.
    score: score === undefined ? undefined : scoreIn(score) || undefined,
    title: kept(place.required('title').text()),
    package: { name: against.name, version: '' },
    file: '',
    line: undefined,
    suppressed: false,
    fixable: against.fixable,
  };
  return { severity, finding };
}

/** npm counts the packages of its own list, so a list that lost one does not add up. */
function checkCounts(metadata: JsonPlace, vulnerable: readonly Vulnerable[]): void {
  const counts = metadata.required('vulnerabilities');
  for (const [word, severity] of Object.entries(NPM_SEVERITIES)) {
    const listed = vulnerable.filter((one) => one.severity === severity).length;
    checkCount(counts.required(word), listed);
  }
  checkCount(counts.required('total'), vulnerable.length);
  const dependencies = metadata.required('dependencies').required('total').count();
  if (dependencies === 0 && vulnerable.length > 0) counts.refuse('counts packages of a project without dependencies');
}

function checkCount(place: JsonPlace, listed: number): void {
  const counted = place.count();
  if (counted !== listed) place.refuse(`is ${counted}, but "vulnerabilities" has ${listed} of these`);
}

/** A package is as bad as the worst advisory it is reached by, at most. Where it is worse, an advisory is missing. */
function checkExplained(one: Vulnerable, all: ReadonlyMap<string, Vulnerable>): void {
  const reached = reachedFrom(one, all);
  const explained = [...reached].some(({ advisories }) => advisories.some((by) => !isWorse(one.severity, by.severity)));
  if (!explained) one.place.required('severity').refuse('is worse than every advisory in its "via"');
}

/** The package itself and all that make it vulnerable. */
function reachedFrom(one: Vulnerable, all: ReadonlyMap<string, Vulnerable>): Set<Vulnerable> {
  const reached = new Set([one]);
  for (const { through } of reached) {
    for (const name of through) {
      const next =
        all.get(name.text()) ?? name.refuse(`names ${shown(name.text())}, which is not in "vulnerabilities"`);
      reached.add(next);
    }
  }
  return reached;
}
