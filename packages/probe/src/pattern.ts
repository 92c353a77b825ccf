import { createContext, Script } from 'node:vm';
import { Failure } from '@plimsoll/outcome';
import { messageOf } from './fault.ts';

/** A regular expression as the user wrote it, in JavaScript's syntax with the flag `u`. */
export interface PatternText {
  readonly pattern: string;
  /** Some of `i`, `m`, `s`. */
  readonly flags?: string;
}

export type Match =
  | { readonly kind: 'match' /** What the first group holds, or the whole match. */; readonly text: string }
  | { readonly kind: 'none' }
  | { readonly kind: 'too-slow'; readonly limitMs: number };

/** A regular expression that cannot hold up the process, whatever text it meets. */
export interface Pattern {
  readonly source: string;
  match(text: string): Match;
}

/** Generous for any sane expression over 1 MiB, and short enough to keep the pace of sampling. */
const LIMIT_MS = 250;

/**
 * Compiles a pattern. It runs in a context of its own, because the engine can end a script there after a time limit, in the middle of
 * backtracking.
 *
 * @throws Failure('input') when it is no regular expression or has other flags.
 */
export function parsePattern(given: string | PatternText): Pattern {
  const { pattern, flags = '' } = typeof given === 'string' ? { pattern: given } : given;
  const expression = compile(pattern, flags);
  const context = createContext({ expression, text: '' });
  const script = new Script(
    '(() => { const found = expression.exec(text); return found && (found[1] ?? found[0]); })()',
  );
  const match = (text: string): Match => {
    context['text'] = text;
    try {
      const found: unknown = script.runInContext(context, { timeout: LIMIT_MS });
      return typeof found === 'string' ? { kind: 'match', text: found } : { kind: 'none' };
    } catch {
      // Nothing else can go wrong in it: the expression was compiled, and the text is a text.
      return { kind: 'too-slow', limitMs: LIMIT_MS };
    } finally {
      context['text'] = '';
    }
  };
  return { source: `/${pattern}/${flags}`, match };
}

/** Empty when the text matches, else why it does not: `does not match /x/`. */
export function mismatch(pattern: Pattern, text: string): string {
  const match = pattern.match(text);
  if (match.kind === 'match') return '';
  if (match.kind === 'none') return `does not match ${pattern.source}`;
  return `kept ${pattern.source} busy for more than ${match.limitMs} ms`;
}

function compile(pattern: string, flags: string): RegExp {
  if (!/^[ims]*$/u.test(flags)) {
    throw new Failure('input', `The flags ${JSON.stringify(flags)} of /${pattern}/ are not some of i, m and s.`);
  }
  try {
    return new RegExp(pattern, `${flags}u`);
  } catch (cause) {
    throw new Failure('input', `/${pattern}/ is no regular expression: ${reasonOf(cause)}.`, { cause });
  }
}

function reasonOf(cause: unknown): string {
  const message = messageOf(cause);
  return message.slice(message.lastIndexOf(': ') + 1).trim();
}
