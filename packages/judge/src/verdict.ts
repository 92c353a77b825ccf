import { counted } from '@plimsoll/figures';
import type { FailureCode } from '@plimsoll/outcome';
import { compareWithBaseline } from './comparison.ts';
import type { Evidence } from './evidence.ts';
import { limit, milliseconds, percent, percentileName } from './figures.ts';
import type { Finding } from './finding.ts';
import { baselineOf, type Judgement } from './judgement.ts';
import type { Breach } from './latency.ts';
import type { Rules } from './rules.ts';
import { showsOf } from './shows.ts';

export interface JudgementRequest {
  readonly finding: Finding;
  readonly evidence: Evidence;
  readonly rules: Rules;
}

/** A finding in the words of a report; a failure of a service that was no better before the deployment is told as such. */
export function judgementOf(request: JudgementRequest): Judgement {
  const { evidence, rules } = request;
  const judgement = { ...verdictOf(request), shows: showsOf(evidence, rules), evidence };
  if (rules.baseline === undefined || evidence.ok + evidence.wrong === 0) return judgement;
  const comparison = compareWithBaseline(rules.baseline, baselineOf(judgement));
  const compared = { ...judgement, evidence: { ...evidence, comparison } };
  const said = `${judgement.reason}; ${comparison.says}`;
  if (compared.verdict === 'fail' && comparison.code !== '')
    return { ...compared, code: comparison.code, reason: said };
  return comparison.isWorse ? { ...compared, reason: said } : compared;
}

type Verdict =
  | { readonly verdict: 'pass'; readonly code: ''; readonly reason: string }
  | { readonly verdict: 'fail' | 'inconclusive'; readonly code: FailureCode; readonly reason: string };

function verdictOf({ finding, evidence, rules }: JudgementRequest): Verdict {
  switch (finding.kind) {
    case 'passed':
      return { verdict: 'pass', code: '', reason: `${failedOf(evidence, rules)}${latencyWords(evidence, rules)}` };
    case 'too-many-errors':
      return {
        verdict: 'fail',
        code: codeOf(evidence, rules),
        reason: `${failedOf(evidence, rules)}${mostFrequent(evidence, rules)}`,
      };
    case 'too-slow':
      return { verdict: 'fail', code: 'latency', reason: slowWords(finding.breach, rules) };
    case 'too-many-unknown':
      return { verdict: 'inconclusive', code: 'probe-environment', reason: unknownWords(evidence) };
    case 'nothing':
    case 'exhausted':
    case 'too-few':
    case 'too-short':
      return { verdict: 'inconclusive', code: 'inconclusive', reason: undecidedWords(finding.kind, evidence, rules) };
  }
}

/** From this share on, or after so many in a row, a service does not fail now and then, it is down. By rates of 1 % and less, four decide. */
const DOWN = { share: 0.9, inARow: 4 };

/**
 * The code of the samples where more than half of the failures share it, with one exception: by a rule on rates, a service whose health
 * check fails now and then has an error rate; only one whose check fails each time, or nearly, is not healthy.
 */
function codeOf({ failures, wrong, ok, wrongInARow }: Evidence, { errors }: Rules): FailureCode {
  const byCode = new Map<FailureCode, number>();
  for (const { code, count } of failures) if (code !== '') byCode.set(code, (byCode.get(code) ?? 0) + count);
  const shared = [...byCode].find(([, count]) => count * 2 > wrong)?.[0];
  if (shared === undefined) return 'error-rate';
  const isDown = wrong >= DOWN.share * (wrong + ok) || wrongInARow >= DOWN.inARow;
  return shared === 'health' && 'maxErrorRate' in errors && !isDown ? 'error-rate' : shared;
}

function failedOf({ ok, wrong, errorRate = 0 }: Evidence, { errors }: Rules): string {
  // What is tried once has no rate.
  if (ok + wrong === 1 && isTriedOnce(errors)) return wrong === 0 ? 'It was well' : 'It failed';
  const failed = wrong === 0 ? 'None' : String(wrong);
  const rate = wrong === 0 ? '' : `${percent(errorRate)}; `;
  return `${failed} of ${counted(ok + wrong, 'sample')} failed (${rate}${allowance(errors)})`;
}

function isTriedOnce(errors: Rules['errors']): boolean {
  return errors.kind === 'fixed' && errors.samples === 1;
}

function allowance(rule: Rules['errors']): string {
  switch (rule.kind) {
    case 'fixed':
      return `at most ${limit(rule.maxErrorRate)} of ${rule.samples} may`;
    case 'sequential':
      return `at most ${limit(rule.maxErrorRate)} may`;
    case 'of':
      return `${rule.pass} of the last ${rule.of} have to pass`;
    case 'consecutive':
      return `${rule.successes} in a row pass, ${rule.failures} in a row fail`;
  }
}

function mostFrequent({ failures }: Evidence, { errors }: Rules): string {
  const [first] = failures;
  if (first === undefined) return '';
  if (isTriedOnce(errors)) return ` with ${first.code}: ${first.detail}`;
  return `, ${first.count === 1 ? 'once' : `${first.count} times`} with ${first.code}: ${first.detail}`;
}

function latencyWords({ latency }: Evidence, { latency: rule }: Rules): string {
  if (rule === undefined) return '';
  const name = percentileName(rule.percentile);
  const seen = latency.flatMap(({ series, gated }) =>
    gated ? [`${milliseconds(gated.value)} (${WORDS[series]})`] : [],
  );
  return `; ${name} was ${seen.join(' and ')}, at most ${milliseconds(rule.maxResponseTimeMs)}`;
}

const WORDS = { first: 'new connections', kept: 'kept alive' } as const;

function slowWords({ series, samples, slow, allowed }: Breach, { latency: rule }: Rules): string {
  const where = series === undefined ? '' : ` (${WORDS[series]})`;
  const room = rule === undefined ? '' : `; ${percentileName(rule.percentile)} leaves room for ${allowed}`;
  const limitMs = milliseconds(rule?.maxResponseTimeMs ?? 0);
  return `${slow} of ${counted(samples, 'sample')}${where} took longer than ${limitMs}${room}`;
}

function unknownWords({ taken, unknown, unknowns }: Evidence): string {
  const [first] = unknowns;
  const detail = first === undefined ? '' : `: ${first.detail}`;
  return `${unknown} of ${counted(taken, 'attempt')} failed on our own side and tell nothing about the service${detail}`;
}

type Undecided = 'nothing' | 'exhausted' | 'too-few' | 'too-short';

function undecidedWords(kind: Undecided, evidence: Evidence, rules: Rules): string {
  const seen = failedOf(evidence, rules);
  switch (kind) {
    case 'nothing':
      return 'No sample was taken';
    case 'exhausted':
      return `${seen}, which is too close to the limit to tell after as many samples as the rule takes at most`;
    case 'too-few':
      return `${seen}, which is too little to tell`;
    case 'too-short': {
      const { healthyForMs = 0 } = rules;
      return `${seen}, seen healthy for ${milliseconds(evidence.healthyMs)} of ${milliseconds(healthyForMs)}`;
    }
  }
}
