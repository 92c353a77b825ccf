/** How a step ended, as act told it. */
export interface StepEnd {
  /** Id of the job in its workflow. */
  readonly job: string;
  /** Name of the step as the workflow gives it. */
  readonly step: string;
  readonly stage: string;
  readonly result: string;
}

/** Reads act's log of JSON lines. Lines that are no JSON are act's own, or a program's, and say nothing about steps. */
export function parseActLog(log: string): readonly StepEnd[] {
  return log.split('\n').flatMap((line) => {
    const entry = parseLine(line);
    const result = textOf(entry, 'stepResult');
    if (result === '') return [];
    return [{ job: textOf(entry, 'jobID'), step: textOf(entry, 'step'), stage: textOf(entry, 'stage'), result }];
  });
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
