import type { Json } from '@plimsoll/outcome';
import type { Finding, FindingFacts } from '../../facts.ts';
import type { JsonFormat, JsonReport } from '../../json/json-format.ts';
import { hasMembers, JsonPlace } from '../../json/place.ts';
import { shown } from '../../unreadable.ts';
import { kept } from '../texts.ts';
import { checkInvocations } from './invocations.ts';
import { findingsOf } from './result.ts';
import { RuleTable } from './rules.ts';

/** SARIF 2.1.0 (OASIS standard, errata 01). */
export const SARIF: JsonFormat = { format: 'sarif', recognises: isSarif, read: readSarif };

function isSarif(document: Json): boolean {
  return hasMembers(document, 'version', 'runs');
}

/**
 * @throws Failure `report` also for another version, without any run, and when a run says that it did not finish, or has no results:
 * an empty list is a scan that found nothing, a missing one is no scan (3.14.23).
 */
function readSarif({ document, file, bytes }: JsonReport): FindingFacts {
  const report = JsonPlace.of(document, file);
  const version = report.required('version');
  if (version.text() !== '2.1.0') version.refuse(`is ${shown(version.text())}; known is SARIF 2.1.0`);
  const runs = report.required('runs');
  for (const properties of report.itemsOf('inlineExternalProperties')) checkElsewhere(properties);
  if (runs.items().length === 0) runs.refuse('is empty: no tool was run');
  const findings = runs.items().flatMap(findingsIn);
  const tools = new Set(runs.items().map((run) => kept(driverOf(run).required('name').text())));
  return { kind: 'findings', format: 'sarif', file, bytes, tool: [...tools].join(', '), findings };
}

function findingsIn(run: JsonPlace): Finding[] {
  checkElsewhere(run.optional('externalPropertyFileReferences'));
  checkInvocations(run);
  const rules = new RuleTable(run.required('tool'));
  const results = run.optional('results') ?? run.refuse('has no "results": the tool did not look, or did not finish');
  return results.items().flatMap((result) => findingsOf(result, { run, rules }));
}

/** What decides about findings: they themselves, how bad they are by default, and whether the scan came to its end. */
const DECISIVE = ['results', 'driver', 'extensions', 'policies', 'invocations'] as const;

/** Parts of a run may be kept apart from it (3.14.2, 3.15.3), in other files or behind the runs. The rest of it looks whole without them. */
function checkElsewhere(properties: JsonPlace | undefined): void {
  const name = DECISIVE.find((one) => properties?.optional(one) !== undefined);
  if (name !== undefined)
    properties?.refuse(`keeps the ${name} of a run apart from it, where they are not read. Write them into the run`);
}

function driverOf(run: JsonPlace): JsonPlace {
  return run.required('tool').required('driver');
}
