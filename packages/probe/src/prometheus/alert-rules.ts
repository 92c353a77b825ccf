import type { Json } from '@plimsoll/outcome';
import { type JsonObject, listOf, numberOf, objectOf, textOf, textsOf } from '../json/shape.ts';

/** One alert of one rule, as Prometheus has it now. */
export interface ActiveAlert {
  readonly state: 'pending' | 'firing';
  readonly labels: Readonly<Record<string, string>>;
  /** Since when its condition has held, in milliseconds since 1970; NaN when it does not say. */
  readonly activeAt: number;
}

export interface AlertRule {
  readonly name: string;
  /** `ok` when its last evaluation succeeded. */
  readonly health: string;
  readonly lastError: string;
  /** How long a condition has to hold before it fires (`for`), in milliseconds. */
  readonly holdMs: number;
  /** How often it is evaluated, in milliseconds. */
  readonly intervalMs: number;
  /** Milliseconds since 1970; NaN when it does not say. */
  readonly lastEvaluation: number;
  readonly alerts: readonly ActiveAlert[];
}

/** The alerting rules in the data of `/api/v1/rules`; undefined when it holds no list of groups. */
export function alertRulesOf(data: JsonObject): readonly AlertRule[] | undefined {
  return listOf(data['groups'])?.flatMap((group) => rulesOfGroup(objectOf(group)));
}

function rulesOfGroup(group: JsonObject): AlertRule[] {
  const rules = (listOf(group['rules']) ?? []).map(objectOf);
  return rules.filter((rule) => rule['type'] === 'alerting').map((rule) => ruleOf(rule, group));
}

function ruleOf(rule: JsonObject, group: JsonObject): AlertRule {
  return {
    name: textOf(rule['name']),
    health: textOf(rule['health']),
    lastError: textOf(rule['lastError']),
    holdMs: numberOf(rule['duration']) * 1000,
    intervalMs: numberOf(group['interval']) * 1000,
    lastEvaluation: Date.parse(textOf(rule['lastEvaluation']) || textOf(group['lastEvaluation'])),
    alerts: (listOf(rule['alerts']) ?? []).map(alertOf),
  };
}

function alertOf(value: Json): ActiveAlert {
  const alert = objectOf(value);
  return {
    // Whatever it is called, an alert that is listed is active; only pending is less.
    state: alert['state'] === 'pending' ? 'pending' : 'firing',
    labels: textsOf(alert['labels']),
    activeAt: Date.parse(textOf(alert['activeAt'])),
  };
}

/** `HighErrorRate{instance="a"}`. */
export function formatAlert({ labels }: ActiveAlert): string {
  const { alertname = '', ...rest } = labels;
  const pairs = Object.entries(rest).map(([name, value]) => `${name}=${JSON.stringify(value)}`);
  return pairs.length === 0 ? alertname : `${alertname}{${pairs.join(', ')}}`;
}

/** How long one has to watch before quiet means anything: until the slowest rule would have fired. */
export function neededWindowMs({ holdMs, intervalMs }: AlertRule): number {
  return holdMs + 2 * intervalMs;
}
