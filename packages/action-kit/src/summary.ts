import { appendFileSync, statSync } from 'node:fs';

/** Beyond this size of the file the runner shows nothing at all. */
const LARGEST_SUMMARY = 1024 * 1024;
/** Kept free for closing a block of code that the cut leaves open. */
const FENCE_ROOM = 32;
const NOTE = '\n\n*This report was cut here: a job summary holds at most 1 MiB. The log has all of it.*\n';

/**
 * Appends a report to the job summary of this step.
 *
 * @param path the value of `GITHUB_STEP_SUMMARY`; without it, or when the file cannot be written, nothing happens
 * @returns why the report could not be written, or nothing
 */
export function writeSummary(path: string | undefined, report: string): unknown {
  if (path === undefined || path === '') {
    return undefined;
  }
  try {
    const room = LARGEST_SUMMARY - (statSync(path, { throwIfNoEntry: false })?.size ?? 0);
    appendFileSync(path, shorten(`${report}\n\n`, room));
    return undefined;
  } catch (thrown) {
    return thrown;
  }
}

/** The text, or as many of its lines as leave room for the note that the rest is missing. */
export function shorten(text: string, room: number): string {
  const bytes = Buffer.from(text);
  if (bytes.length <= room) {
    return text;
  }
  const end = bytes.lastIndexOf('\n', room - Buffer.byteLength(NOTE) - FENCE_ROOM);
  if (end < 0) {
    return '';
  }
  const kept = bytes.subarray(0, end).toString();
  return kept + closingFence(kept) + NOTE;
}

/** Closes a block of code that the cut left open, so that the note is not shown as part of it. */
function closingFence(text: string): string {
  let open = '';
  for (const [fence] of text.matchAll(/^`{3,}/gm)) {
    if (open === '') {
      open = fence;
    } else if (fence.length >= open.length) {
      open = '';
    }
  }
  return open === '' ? '' : `\n${open.slice(0, FENCE_ROOM - 1)}`;
}
