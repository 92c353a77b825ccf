import { type JsonPath, parsePath, valueAt } from '../json/json-path.ts';
import type { Reading } from './reading.ts';

/** Reads the counters that an answer has. One that is missing is left out: whoever asked for it has to say what that means. */
export function counterReader(
  given: Readonly<Record<string, string>> = {},
): (reading: Reading) => Readonly<Record<string, number>> {
  const paths = Object.entries(given).map(([name, path]): [string, JsonPath] => [name, parsePath(path)]);
  return (reading) => {
    const json = paths.length > 0 && reading.obstacle === '' ? reading.json() : undefined;
    if (json?.ok !== true) return {};
    const found = paths.flatMap(([name, path]) => {
      const value = valueAt(path, json.value);
      return typeof value === 'number' ? [[name, value] as const] : [];
    });
    return Object.fromEntries(found);
  };
}
