/** Tells at the end of a run which tests were skipped for want of something, and how to run them: jest only counts them. */
import { reasonIn } from './reason.ts';

/** What of jest's results matters here. */
export interface Results {
  readonly testResults: readonly {
    readonly testResults: readonly { readonly status: string; readonly ancestorTitles: readonly string[] }[];
  }[];
}

/** A line for each reason, with the number of its tests; none when nothing was skipped. */
export function skipLines({ testResults: files }: Results): string[] {
  const counts = new Map<string, number>();
  const skipped = files.flatMap(({ testResults }) => testResults).filter(({ status }) => status === 'pending');
  for (const reason of skipped.map(({ ancestorTitles }) => reasonIn(ancestorTitles))) {
    // Without a reason are those that somebody left out on purpose, by `-t`.
    if (reason !== undefined) counts.set(reason, (counts.get(reason) ?? 0) + 1);
  }
  const lines = [...counts].map(([reason, count]) => `${count} skipped: ${reason}`).toSorted();
  return lines.length === 0 ? [] : [...lines, '.ci/run installs everything, and runs everything.'];
}

// biome-ignore lint/style/noDefaultExport: jest takes a reporter from there.
export default class SkipReporter {
  onRunComplete(_contexts: unknown, results: Results): void {
    const lines = skipLines(results);
    if (lines.length > 0) process.stderr.write(`\n${lines.join('\n')}\n`);
  }
}
