import { type Allowance, allows, isOver } from './allowance.ts';
import { type Evidence, judgeKnown } from './evidence.ts';
import type { FindingSeen, Severity } from './finding-seen.ts';
import { broken, met, type RuleName, type Ruling } from './ruling.ts';

/** The least bad findings that fail: `high` means high and critical ones; `any` means all. */
export type FailOn = 'critical' | 'high' | 'medium' | 'low' | 'any';

/** What is asked of the findings. */
export interface FindingRules {
  readonly failOn: FailOn;
  readonly allowed: readonly Allowance[];
  /** The day of the run in UTC, `YYYY-MM-DD`: when allowances end. */
  readonly today: string;
}

/** What was made of all findings. Each is in one list only. */
export interface SortedFindings<F extends FindingSeen = FindingSeen> {
  /** Bad enough to fail. */
  readonly failing: readonly F[];
  /** Below the severity that fails. */
  readonly tolerated: readonly F[];
  readonly allowed: readonly F[];
  /** Accepted in the report itself. */
  readonly suppressed: readonly F[];
}

export function judgeFindings(rules: FindingRules, evidence: Evidence<readonly FindingSeen[]>): readonly Ruling[] {
  const wanted = rules.failOn === 'any' ? 'no findings' : `none of severity ${rules.failOn} or worse`;
  const name: RuleName = { area: 'findings', rule: 'fail-on-severity', wanted };
  return [
    judgeKnown(name, evidence, (findings) => {
      const sorted = sortFindings(rules, findings);
      const sight = { seen: seenOf(sorted), detail: detailOf(rules, findings) };
      if (sorted.failing.length === 0) return met(name, sight);
      return broken(name, { code: 'findings', reason: 'found', ...sight });
    }),
  ];
}

/** Sorts findings by what the rules make of them, in their order. */
export function sortFindings<F extends FindingSeen>(rules: FindingRules, findings: readonly F[]): SortedFindings<F> {
  const sorted: Record<keyof SortedFindings, F[]> = { failing: [], tolerated: [], allowed: [], suppressed: [] };
  for (const finding of findings) sorted[placeOf(rules, finding)].push(finding);
  return sorted;
}

function placeOf({ failOn, allowed, today }: FindingRules, finding: FindingSeen): keyof SortedFindings {
  if (finding.suppressed) return 'suppressed';
  if (!isBadEnough(finding.severity, failOn)) return 'tolerated';
  return allowed.some((one) => !isOver(one, today) && allows(one, finding)) ? 'allowed' : 'failing';
}

const RANKS: Readonly<Record<Severity, number>> = { critical: 4, high: 3, medium: 2, low: 1, none: 0, unknown: 5 };
const LEAST: Readonly<Record<FailOn, number>> = { critical: 4, high: 3, medium: 2, low: 1, any: 0 };

/** What a report does not rate may be as bad as any: it counts as critical. */
function isBadEnough(severity: Severity, failOn: FailOn): boolean {
  return RANKS[severity] >= LEAST[failOn];
}

function seenOf({ failing, tolerated, allowed, suppressed }: SortedFindings): string {
  const parts = [
    [failing.length, 'that fail'],
    [tolerated.length, 'less severe'],
    [allowed.length, 'allowed'],
    [suppressed.length, 'accepted in the report'],
  ] as const;
  const seen = parts.filter(([count]) => count > 0).map(([count, what]) => `${count} ${what}`);
  return seen.length === 0 ? 'no findings' : seen.join(', ');
}

function detailOf({ allowed, today }: FindingRules, findings: readonly FindingSeen[]): string {
  const matching = allowed.filter((one) => findings.some((finding) => allows(one, finding)));
  const over = matching.filter((one) => isOver(one, today)).map(({ id, until }) => `${id} (${until})`);
  const unused = allowed.filter((one) => !matching.includes(one)).map(({ id }) => id);
  return [
    ...(over.length === 0 ? [] : [`allowances that are over: ${over.join(', ')}`]),
    ...(unused.length === 0 ? [] : [`allowances of nothing that was found: ${unused.join(', ')}`]),
  ].join('; ');
}
