import type { Finding, FindingFacts } from '../facts.ts';
import type { JsonFormat, JsonReport } from '../json/json-format.ts';
import { hasMembers, JsonPlace } from '../json/place.ts';
import { kept, otherNames } from './texts.ts';

/**
 * `pip-audit -f json` (README of pypa/pip-audit, and what 2.10 writes): `dependencies`, each with `version` and `vulns`, or with
 * `skip_reason`. It knows no severities, so all are `unknown`.
 */
export const PIP_AUDIT: JsonFormat = {
  format: 'pip-audit',
  recognises: (document) => hasMembers(document, 'dependencies', 'fixes'),
  read: readPipAudit,
};

/** @throws Failure `report` also when it looked at no dependency at all: an audit of nothing is not a clean one. */
function readPipAudit({ document, file, bytes }: JsonReport): FindingFacts {
  const report = JsonPlace.of(document, file);
  report.required('fixes').items();
  const dependencies = report.required('dependencies');
  const findings = dependencies.items().flatMap(findingsOf);
  if (dependencies.items().length === 0) {
    dependencies.refuse('is empty: pip-audit looked at no dependency. Point it to the requirements or the environment');
  }
  return { kind: 'findings', format: 'pip-audit', file, bytes, tool: 'pip-audit', findings };
}

function findingsOf(dependency: JsonPlace): Finding[] {
  const name = dependency.required('name').text();
  const skipped = dependency.optional('skip_reason')?.text();
  if (skipped !== undefined) return [notAudited(name, skipped)];
  const found = { name, version: dependency.required('version').text() };
  return dependency
    .required('vulns')
    .items()
    .map((vulnerability) => findingOf(vulnerability, found));
}

/** Nothing is known about it, good or bad; as a finding it can be allowed by its id. */
function notAudited(name: string, reason: string): Finding {
  return {
    id: kept(`not-audited/${name}`),
    aliases: [],
    severity: 'unknown',
    score: undefined,
    title: kept(`pip-audit skipped ${name}: ${reason}`),
    package: { name: kept(name), version: '' },
    file: '',
    line: undefined,
    suppressed: false,
    fixable: undefined,
  };
}

function findingOf(vulnerability: JsonPlace, found: NonNullable<Finding['package']>): Finding {
  const id = vulnerability.required('id').text();
  return {
    id,
    aliases: otherNames(
      id,
      vulnerability.itemsOf('aliases').map((alias) => alias.text()),
    ),
    severity: 'unknown',
    score: undefined,
    title: kept(vulnerability.textOf('description')),
    package: found,
    file: '',
    line: undefined,
    suppressed: false,
    fixable: vulnerability.required('fix_versions').items().length > 0,
  };
}
