/** What the words and numbers of each tool mean on one scale. Each table names where it comes from. */
import type { Severity } from '../facts.ts';
import type { JsonPlace } from '../json/place.ts';

/** A severity that can be compared with another. */
export type KnownSeverity = Exclude<Severity, 'unknown'>;

const RANKS: Readonly<Record<KnownSeverity, number>> = { none: 0, low: 1, medium: 2, high: 3, critical: 4 };

/**
 * GitHub Advisory Database, and so npm, which adds `info` (npm docs, "Auditing package dependencies"; its `moderate` is everybody else's
 * `medium`). `info` asks for nothing to be done.
 */
export const NPM_SEVERITIES: Readonly<Record<'critical' | 'high' | 'moderate' | 'low' | 'info', KnownSeverity>> = {
  critical: 'critical',
  high: 'high',
  moderate: 'medium',
  low: 'low',
  info: 'none',
};

/** The same words in capitals, as advisories of GitHub carry them in OSV (`database_specific.severity`). */
export const GITHUB_SEVERITIES: Readonly<Record<'CRITICAL' | 'HIGH' | 'MODERATE' | 'MEDIUM' | 'LOW', KnownSeverity>> = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MODERATE: 'medium',
  MEDIUM: 'medium',
  LOW: 'low',
};

/** Trivy docs, "Severity selection": these five, of vulnerabilities, misconfigurations, secrets and licences alike. */
export const TRIVY_SEVERITIES: Readonly<Record<'CRITICAL' | 'HIGH' | 'MEDIUM' | 'LOW' | 'UNKNOWN', Severity>> = {
  CRITICAL: 'critical',
  HIGH: 'high',
  MEDIUM: 'medium',
  LOW: 'low',
  UNKNOWN: 'unknown',
};

/**
 * Grype docs, "Understanding Grype results". `Negligible`, the word of Debian and Ubuntu for what hardly matters, is still an open
 * vulnerability, so it is `low` and not `none`.
 */
export const GRYPE_SEVERITIES: Readonly<
  Record<'Critical' | 'High' | 'Medium' | 'Low' | 'Negligible' | 'Unknown', Severity>
> = {
  Critical: 'critical',
  High: 'high',
  Medium: 'medium',
  Low: 'low',
  Negligible: 'low',
  Unknown: 'unknown',
};

/** SARIF 2.1.0, 3.27.10: `error` is a serious problem, `warning` a problem, `note` a minor one, `none` no question of severity. */
export const SARIF_LEVELS: Readonly<Record<'error' | 'warning' | 'note' | 'none', KnownSeverity>> = {
  error: 'high',
  warning: 'medium',
  note: 'low',
  none: 'none',
};

/**
 * CVSS v3.1, section 5 (v4.0, section 6): 0 none, up to 3.9 low, up to 6.9 medium, up to 8.9 high, from 9.0 critical. GitHub reads
 * `security-severity` by the same bands.
 *
 * @param score 0 to 10
 */
export function severityOfScore(score: number): Severity {
  if (score >= 9) return 'critical';
  if (score >= 7) return 'high';
  if (score >= 4) return 'medium';
  return score > 0 ? 'low' : 'none';
}

/** A score as a number from 0 to 10; undefined for anything else. */
export function scoreIn(place: JsonPlace): number | undefined {
  const text = place.figure();
  const score = /^\d{1,2}(?:\.\d{1,20})?$/u.test(text) ? Number(text) : Number.NaN;
  return score >= 0 && score <= 10 ? score : undefined;
}

/** Whether `one` asks for more than `other`. */
export function isWorse(one: KnownSeverity, other: KnownSeverity): boolean {
  return RANKS[one] > RANKS[other];
}
