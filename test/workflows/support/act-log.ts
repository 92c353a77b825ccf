/** How a step ended, as act told it. */
export interface StepEnd {
  /** Id of the job in its workflow. */
  readonly job: string;
  /** Name of the step as the workflow gives it. */
  readonly step: string;
  /** `Pre`, `Main` or `Post`; empty for what act does itself. */
  readonly stage: string;
  readonly result: string;
  readonly durationMs: number;
}

/** What act's log of JSON lines says. */
export interface ActLog {
  readonly steps: readonly StepEnd[];
  /** Job summaries of all jobs, one after the other. */
  readonly summary: string;
  /** Everything that a person reads: what steps print, their summaries and commands. */
  readonly text: string;
}

/** Reads act's log. Lines that are no JSON are act's own complaints. */
export function parseActLog(log: string): ActLog {
  const lines = log.split('\n').map((line) => ({ line, entry: parseLine(line) }));
  return {
    steps: lines.flatMap(({ entry }) => stepOf(entry)),
    summary: lines
      .map(({ entry }) => (entry.get('command') === 'summary' ? `${textOf(entry, 'content')}\n` : ''))
      .join(''),
    text: lines
      .map(({ line, entry }) => (entry.size === 0 ? `${line}\n` : `${textOf(entry, 'msg').trimEnd()}\n`))
      .join(''),
  };
}

function stepOf(entry: ReadonlyMap<string, unknown>): readonly StepEnd[] {
  const result = textOf(entry, 'stepResult');
  if (result === '') return [];
  const nanoseconds = entry.get('executionTime');
  return [
    {
      job: textOf(entry, 'jobID'),
      step: textOf(entry, 'step'),
      stage: textOf(entry, 'stage'),
      result,
      durationMs: typeof nanoseconds === 'number' ? nanoseconds / 1e6 : 0,
    },
  ];
}

function parseLine(line: string): ReadonlyMap<string, unknown> {
  if (!line.startsWith('{')) return new Map();
  try {
    const value: unknown = JSON.parse(line);
    return new Map(typeof value === 'object' && value !== null ? Object.entries(value) : []);
  } catch {
    return new Map();
  }
}

function textOf(entry: ReadonlyMap<string, unknown>, name: string): string {
  const value = entry.get(name);
  return typeof value === 'string' ? value : '';
}
