/** Durations, sizes, shares and counts as people read them, the same in every log, report and message. */

export { formatBytes } from './bytes.ts';
export { counted } from './counted.ts';
export { formatDuration } from './duration.ts';
export { formatShare } from './share.ts';
