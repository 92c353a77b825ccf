import { Failure } from '@plimsoll/outcome';
import { formatPath, parsePath, valueAt } from '../json/json-path.ts';
import { parsePattern } from '../pattern.ts';
import type { Identity } from './http-request.ts';
import { headerOf, type Reading } from './reading.ts';

/** Which version answers, or why that cannot be told. */
export type VersionReading =
  | { readonly ok: true; readonly version: string }
  | { readonly ok: false; readonly problem: string };

/** Reads the version out of an answer. @throws Failure('input') when the place is none. */
export function versionReader({ from, equals }: Identity): (reading: Reading) => VersionReading {
  if (equals === '') throw new Failure('input', 'The expected version is empty; leave identity out or give a version.');
  if ('header' in from) {
    return ({ answer }) => {
      const value = headerOf(answer, from.header);
      return value === undefined ? none(`there is no header ${from.header}`) : some(value);
    };
  }
  const inBody = 'json' in from ? jsonReader(from.json) : patternReader(from.body);
  return (reading) => (reading.obstacle === '' ? inBody(reading) : none(reading.obstacle));
}

function jsonReader(text: string): (reading: Reading) => VersionReading {
  const path = parsePath(text);
  return (reading) => {
    const json = reading.json();
    if (!json.ok) return none(`the body is no valid JSON: ${json.problem}`);
    const value = valueAt(path, json.value);
    if (typeof value === 'string') return some(value);
    // Build numbers are numbers, and 1.10 is not 1.1.
    return typeof value === 'number' ? some(reading.digits(path)) : none(`there is no text at ${formatPath(path)}`);
  };
}

function patternReader(
  given: Exclude<Identity['from'], { json: unknown } | { header: unknown }>['body'],
): (reading: Reading) => VersionReading {
  const pattern = parsePattern(given);
  return (reading) => {
    const match = pattern.match(reading.text());
    return match.kind === 'match' ? some(match.text) : none(`nothing in the body matches ${pattern.source}`);
  };
}

function some(version: string): VersionReading {
  return { ok: true, version };
}

function none(problem: string): VersionReading {
  return { ok: false, problem };
}
