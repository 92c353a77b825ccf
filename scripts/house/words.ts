/** Words that have no place in this repository: drawers for everything, leftovers, and traces of one machine. */
import type { TextFile } from './repository.ts';

export interface Finding {
  readonly path: string;
  /** Counted from 1; 0 when the name of the file itself is the finding. */
  readonly line: number;
  readonly why: string;
}

/** A module called after nothing in particular soon holds everything. */
const DRAWER = /(?:^|\/)(?:utils?|helpers?|common|misc|shared|lib)(?:\.[^/]*)?(?:\/|$)/u;

const LEFTOVERS: readonly { readonly words: RegExp; readonly why: string }[] = [
  { words: /\b(?:TODO|FIXME|XXX|HACK)\b/u, why: 'unfinished work belongs into an issue' },
  {
    words: /@ts-(?:ignore|nocheck|expect-error)|biome-ignore-all|oxlint-disable(?!-next-line)/u,
    why: 'a check is off',
  },
  { words: /(?<![\w.-])\/(?:work|Users)\//u, why: 'a path of one machine' },
  { words: /"resolved": "https?:/u, why: 'the lock file names a registry (see .npmrc)' },
  { words: /^(?:<{7}|>{7}|={7})(?: |$)/u, why: 'an unresolved merge' },
];

/** Reports as the tools of others write them, such as Bun for a test that is still to be written. */
const WORDS_OF_OTHERS = /^test\/fixtures\/reports\/(?:good|red|hostile)\//u;

/** All findings in the given files, in their order. */
export function wordFindings(files: readonly TextFile[]): Finding[] {
  return files.flatMap((file) => [...nameFindings(file.path), ...textFindings(file)]);
}

function nameFindings(path: string): Finding[] {
  return DRAWER.test(path) ? [{ path, line: 0, why: 'name it after what it holds' }] : [];
}

function textFindings({ path, text }: TextFile): Finding[] {
  if (WORDS_OF_OTHERS.test(path)) return [];
  return text
    .split('\n')
    .flatMap((line, index) =>
      LEFTOVERS.filter(({ words }) => words.test(line)).map(({ why }) => ({ path, line: index + 1, why })),
    );
}
