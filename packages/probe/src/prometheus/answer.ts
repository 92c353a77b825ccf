import type { Json } from '@plimsoll/outcome';
import { Fault, unknown } from '../fault.ts';
import { type JsonObject, listOf, objectOf, textOf } from '../json/shape.ts';
import type { ApiAnswer } from './api.ts';

/** The data of an answer of Prometheus. Throws Fault with `unknown` when it says that something is missing. */
export function dataOf({ status, value }: ApiAnswer): JsonObject {
  const body = objectOf(value);
  if (status !== 200 || body['status'] !== 'success') {
    const why = [textOf(body['errorType']), textOf(body['error'])].filter((part) => part !== '').join(': ');
    throw new Fault(unknown(`Prometheus answers ${status}${why === '' ? '' : `, ${why}`}.`));
  }
  const doubt = doubtIn(body);
  if (doubt !== '') throw new Fault(unknown(`Prometheus ${doubt}.`));
  return objectOf(body['data']);
}

/** Why an answer may lack a part, as when a remote store did not answer; empty when nothing says so. */
function doubtIn(body: JsonObject): string {
  const { warnings = null, isPartial = false, error = null, errorType = null } = body;
  // An empty list is what some send where there is nothing to say.
  if (warnings !== null && listOf(warnings)?.length !== 0)
    return `warns: ${(listOf(warnings) ?? [warnings]).map((one) => textOf(one) || JSON.stringify(one)).join('; ')}`;
  // VictoriaMetrics, when some of its storage nodes did not answer.
  if (isPartial !== false) return 'says that its answer is partial';
  const problem = [errorType, error].map(textOf).filter((part) => part !== '');
  return problem.length === 0 ? '' : `calls it a success, and says ${problem.join(': ')}`;
}

/** One value at one time. */
export interface SamplePoint {
  /** Milliseconds since 1970. */
  readonly time: number;
  readonly value: number;
}

/** The one value that an instant query has to answer with. Throws Fault with `unknown` when there is none, or more. */
export function singleValue(data: JsonObject): SamplePoint {
  const kind = textOf(data['resultType']);
  if (kind === 'scalar') return pointOf(data['result']);
  if (kind !== 'vector')
    throw new Fault(unknown(`The query answers with a ${kind || 'nothing known'}, not with a value.`));
  const series = listOf(data['result']) ?? [];
  if (series.length === 0) throw new Fault(unknown('The query answers with no series: there is no data.'));
  if (series.length > 1) {
    throw new Fault(
      unknown(`The query answers with ${series.length} series; aggregate them into one, as with sum or min.`),
    );
  }
  const only = objectOf(series[0]);
  if (only['value'] === undefined) throw new Fault(unknown('The query answers with a histogram, not with a value.'));
  return pointOf(only['value']);
}

function pointOf(pair: Json | undefined): SamplePoint {
  const [time, text] = listOf(pair) ?? [];
  const value = parseValue(textOf(text));
  if (typeof time !== 'number' || value === undefined) {
    throw new Fault(unknown(`The query answers with ${JSON.stringify(pair ?? null)}, which is no value.`));
  }
  if (Number.isNaN(value)) throw new Fault(unknown('The query answers with NaN: there was nothing to divide by.'));
  return { time: time * 1000, value };
}

/** As Go writes floats; `Number('')` would be 0. */
function parseValue(text: string): number | undefined {
  if (text === 'NaN') return Number.NaN;
  if (/^[+-]Inf$/u.test(text)) return text.startsWith('+') ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY;
  return /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]+)?$/u.test(text) ? Number(text) : undefined;
}
