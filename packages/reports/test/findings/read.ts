import type { Json } from '@plimsoll/outcome';
import type { Finding, FindingFacts, ReportFacts } from '../../src/facts.ts';
import { FINDING_FORMATS } from '../../src/findings/index.ts';

/** Reads a document with the one format that recognises it. */
export function read(document: Json): FindingFacts {
  const recognising = FINDING_FORMATS.filter(({ recognises }) => recognises(document));
  const [format] = recognising;
  if (format === undefined || recognising.length > 1) throw new Error(`Recognised by ${recognising.length} formats.`);
  return asFindings(format.read({ file: 'a.json', bytes: 7, document }));
}

function asFindings(facts: ReportFacts): FindingFacts {
  if (facts.kind !== 'findings') throw new Error(`These are facts of ${facts.kind}.`);
  return facts;
}

/** What a gate looks at, as one line for each finding. */
export function lines(document: Json): string[] {
  return read(document).findings.map(lineOf);
}

function lineOf({ id, severity, score, suppressed }: Finding): string {
  return [id, severity, ...(score === undefined ? [] : [score]), ...(suppressed ? ['suppressed'] : [])].join(' ');
}
