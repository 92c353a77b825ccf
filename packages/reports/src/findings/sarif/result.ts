import type { Finding, Severity } from '../../facts.ts';
import type { JsonPlace } from '../../json/place.ts';
import { isWorse, SARIF_LEVELS, scoreIn, severityOfScore } from '../severity.ts';
import { kept } from '../texts.ts';
import type { RuleReference, RuleTable } from './rules.ts';

/** Where a result stands. */
export interface ResultContext {
  readonly run: JsonPlace;
  readonly rules: RuleTable;
}

/**
 * What a result with this kind is when it has no level (3.27.9): a finding, none, or, when the tool could not decide, one that nobody
 * knows the severity of.
 */
const KINDS = {
  fail: 'finding',
  pass: 'none',
  notApplicable: 'none',
  informational: 'none',
  open: 'undecided',
  review: 'undecided',
} as const;

/** Against the baseline that the tool was given (3.27.24): what was there before is accepted, and `absent` is what is gone. */
const BASELINE_STATES = { new: 'here', updated: 'here', unchanged: 'accepted', absent: 'gone' } as const;

/** Only what was accepted is suppressed (3.35.3). Without a status a suppression is accepted. */
const SUPPRESSION_STATES = { accepted: true, underReview: false, rejected: false } as const;

/** The finding that a result is; none for what passed, did not apply, only informs, or is gone. */
export function findingsOf(result: JsonPlace, { run, rules }: ResultContext): Finding[] {
  const reference = rules.ruleOf(result);
  const { id, rule } = reference;
  const baseline = result.optional('baselineState')?.oneOf(BASELINE_STATES) ?? 'here';
  const rating = ratingOf(result, reference);
  if (rating === undefined || baseline === 'gone') return [];
  const suppressed = baseline === 'accepted' || isSuppressed(result);
  const title = titleOf(result, rule);
  const fixable = result.itemsOf('fixes').length > 0 ? true : undefined;
  return [{ id, aliases: [], ...rating, title, package: undefined, ...locationOf(result, run), suppressed, fixable }];
}

type Rating = Pick<Finding, 'severity' | 'score'>;

/**
 * By `security-severity` where there is one, else by the level; undefined for what is no finding. The default of a rule that is not described
 * among those that are is not known.
 */
function ratingOf(result: JsonPlace, { rule, isMissing }: RuleReference): Rating | undefined {
  const kind = result.optional('kind')?.oneOf(KINDS) ?? 'finding';
  const level = result.optional('level')?.oneOf(SARIF_LEVELS);
  const hasLevel = level !== undefined && level !== 'none';
  if (kind === 'none' && !hasLevel) return undefined;
  const byScore = worseOf(securityRating(rule), securityRating(result));
  if (byScore !== undefined) return byScore;
  const isOpen = (kind === 'undecided' && !hasLevel) || (isMissing && level === undefined);
  if (isOpen) return { severity: 'unknown', score: undefined };
  return { severity: level ?? defaultLevel(rule), score: undefined };
}

/**
 * GitHub's extension (docs, "SARIF support for code scanning"): a text with a number above 0 and up to 10 in the properties of a rule.
 * Some tools put it on the result. 0 stands for none. Anything else is a severity that was meant and cannot be read.
 */
function securityRating(place: JsonPlace | undefined): Rating | undefined {
  const given = place?.optional('properties')?.optional('security-severity');
  if (given === undefined) return undefined;
  const score = scoreIn(given);
  if (score === undefined) return { severity: 'unknown', score: undefined };
  return score === 0 ? undefined : { severity: severityOfScore(score), score };
}

function worseOf(one: Rating | undefined, other: Rating | undefined): Rating | undefined {
  if (one === undefined || other === undefined) return one ?? other;
  if (one.severity === 'unknown') return other.severity === 'critical' ? other : one;
  if (other.severity === 'unknown') return one.severity === 'critical' ? one : other;
  return isWorse(other.severity, one.severity) ? other : one;
}

function defaultLevel(rule: JsonPlace | undefined): Severity {
  const configured = rule?.optional('defaultConfiguration')?.optional('level');
  return configured?.oneOf(SARIF_LEVELS) ?? SARIF_LEVELS.warning;
}

function isSuppressed(result: JsonPlace): boolean {
  const states = result.itemsOf('suppressions').map((one) => one.optional('status')?.oneOf(SUPPRESSION_STATES) ?? true);
  return states.length > 0 && states.every(Boolean);
}

function titleOf(result: JsonPlace, rule: JsonPlace | undefined): string {
  const texts = [
    result.required('message').textOf('text'),
    rule?.optional('shortDescription')?.textOf('text') ?? '',
    rule?.textOf('name') ?? '',
  ];
  return kept(texts.find((text) => text !== '') ?? '');
}

function locationOf(result: JsonPlace, run: JsonPlace): Pick<Finding, 'file' | 'line'> {
  const physical = result.itemsOf('locations')[0]?.optional('physicalLocation');
  const artifact = physical?.optional('artifactLocation');
  const line = physical?.optional('region')?.optional('startLine')?.count();
  return { file: kept(artifact?.textOf('uri') || uriAt(run, artifact?.optional('index'))), line };
}

/** An artifact may be named once for the whole run, and referred to by its number. */
function uriAt(run: JsonPlace, index: JsonPlace | undefined): string {
  if (index === undefined || index.figure() === '-1') return '';
  const artifact = run.itemsOf('artifacts')[index.count()];
  return artifact?.optional('location')?.textOf('uri') ?? '';
}
