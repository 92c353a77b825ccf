export { renderJson } from './json.ts';
export { renderMarkdown } from './markdown.ts';
export { renderMetrics } from './metrics.ts';
export { type Counts, type Progress, progressLine } from './progress.ts';
