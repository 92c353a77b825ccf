import { Failure } from '@plimsoll/outcome';
import type { Log } from './log.ts';

/**
 * Logs what is behind a failure and does not belong into its annotation: for an expected one what caused it, for a
 * fault of ours the stacks, which a bug report needs.
 */
export function explain(log: Log, thrown: unknown): void {
  const expected = thrown instanceof Failure && thrown.code !== 'internal';
  let told = messageOf(thrown);
  for (const error of chain(thrown)) {
    if (!expected) {
      log.info(stackOf(error));
      continue;
    }
    const text = messageOf(error);
    // Most messages end with what their cause says: a second line of it would only hide the others.
    if (!told.includes(text)) {
      log.info(`Caused by: ${text}`);
      told = `${told}\n${text}`;
    }
    log.debug(stackOf(error));
  }
}

/** An error and its causes; a chain that runs in a circle ends where it began. */
function chain(thrown: unknown): readonly unknown[] {
  const links = new Set<unknown>();
  let link = thrown;
  while (link !== undefined && !links.has(link)) {
    links.add(link);
    link = link instanceof Error ? link.cause : undefined;
  }
  return [...links];
}

function stackOf(thrown: unknown): string {
  return thrown instanceof Error ? (thrown.stack ?? messageOf(thrown)) : messageOf(thrown);
}

/** The text of anything that can be thrown. */
export function messageOf(thrown: unknown): string {
  try {
    return thrown instanceof Error ? thrown.message : String(thrown);
  } catch {
    return 'something that has no text';
  }
}
