import { masksOf } from './masks.ts';
import { neutralLines, neutralText } from './neutral.ts';
import type { Runner } from './runner.ts';

/** The runner cuts annotations at 4096 characters without saying so; stay below and say it. */
const LONGEST_ANNOTATION = 4000;
const CUT_MARK = ' … (cut, see the log)';

/** The log of a step. Every line is made safe first: no text, wherever it comes from, can be taken for a command. */
export interface Log {
  info(line: string): void;
  /** Annotations: for things a person has to act on. */
  notice(line: string): void;
  warning(line: string): void;
  error(line: string): void;
  /** Shown only when the user turned on debug logging. */
  debug(line: string): void;
  /** A foldable part of the log; inside another one it is a plain heading, because the runner does not nest them. */
  group<T>(title: string, body: () => Promise<T>): Promise<T>;
  /** Masks a value from here on. Call it before the value can reach any log. */
  secret(value: string): void;
  /** Prints foreign output, each of its lines as `source | line`. */
  remote(source: string, line: string): void;
}

/** A log that writes to this runner. */
export function createLog(runner: Runner): Log {
  const print = (lines: readonly string[]): void => {
    for (const line of lines) {
      runner.info(line);
    }
  };
  const info = (text: string): void => print(neutralLines(text));
  return {
    info,
    notice: (text) => runner.notice(annotation(text)),
    warning: (text) => runner.warning(annotation(text)),
    error: (text) => runner.error(annotation(text)),
    debug: (text) => runner.debug(neutralLines(text).join('\n')),
    group: createGroup(runner, info),
    secret: (value) => {
      for (const mask of masksOf(value)) {
        runner.mask(mask);
      }
    },
    remote: (source, text) => print(remoteLines(source, text)),
  };
}

/** The text of an annotation: safe, and short enough that the runner does not cut it. */
export function annotation(text: string): string {
  const safe = neutralLines(text).join('\n');
  return safe.length <= LONGEST_ANNOTATION ? safe : safe.slice(0, LONGEST_ANNOTATION - CUT_MARK.length) + CUT_MARK;
}

/** Lines of foreign output with their source in front; the line end of the last one does not make another line. */
export function remoteLines(source: string, text: string): readonly string[] {
  const prefix = neutralText(source) || 'remote';
  return neutralLines(text.replace(/\r?\n$/, '')).map((line) => `${prefix} | ${line}`);
}

function createGroup(runner: Runner, info: (text: string) => void): Log['group'] {
  let open = false;
  return async (title, body) => {
    if (open) {
      info(title);
      return body();
    }
    open = true;
    runner.startGroup(neutralText(title));
    try {
      return await body();
    } finally {
      runner.endGroup();
      open = false;
    }
  };
}
