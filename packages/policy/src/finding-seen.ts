/** From the worst to the best. `unknown`: the report does not say. */
export type Severity = 'critical' | 'high' | 'medium' | 'low' | 'none' | 'unknown';

/** What decides about a finding; it may have more. */
export interface FindingSeen {
  readonly id: string;
  /** Other names of the same advisory. */
  readonly aliases: readonly string[];
  readonly severity: Severity;
  /** Accepted in the report itself. */
  readonly suppressed: boolean;
}
