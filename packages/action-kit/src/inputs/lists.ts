import { Failure } from '@plimsoll/outcome';
import { type Field, isInputFailure } from './field.ts';
import type { WithCount } from './reader.ts';
import { listEntries } from './values.ts';

/** How the absence of a list is taken: it is empty, unless the list needs entries. */
export function listField(options: WithCount): Pick<Field<unknown>, 'wanted' | 'default'> {
  const mayBeEmpty = (options.atLeast ?? 0) === 0;
  return { wanted: mayBeEmpty ? 'optional' : 'required', default: options.default };
}

/** Each entry of a list through `parse`; what is wrong with several of them is one failure. */
export function parseEntries<T>(text: string, parse: (line: string) => T, atLeast: number): readonly T[] {
  const entries = listEntries(text);
  if (entries.length < atLeast) {
    throw new Failure('input', `holds ${entries.length} entries, but needs at least ${atLeast} (one per line)`);
  }
  const parsed = entries.map((entry) => parseEntry(entry, parse));
  const wrong = parsed.flatMap((result) => ('wrong' in result ? [result.wrong] : []));
  if (wrong.length > 0) {
    throw new Failure('input', wrong.join(', '));
  }
  return parsed.flatMap((result) => ('value' in result ? [result.value] : []));
}

function parseEntry<T>(entry: string, parse: (line: string) => T): { readonly value: T } | { readonly wrong: string } {
  try {
    return { value: parse(entry) };
  } catch (thrown) {
    if (isInputFailure(thrown)) {
      return { wrong: thrown.message };
    }
    throw thrown;
  }
}
