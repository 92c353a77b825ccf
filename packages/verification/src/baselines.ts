import { type Baseline, readBaseline } from '@plimsoll/judge';
import { Failure } from '@plimsoll/outcome';

const SCHEMA = 'plimsoll/baselines@1';

/** How the sampled checks were before the deployment, by their names. */
export interface Baselines {
  /** When that was, in milliseconds since 1970; alerts that came up since then count. */
  readonly at: number;
  readonly checks: ReadonlyMap<string, Baseline>;
}

/** The text of a baseline file. */
export function writeBaselines({ at, checks }: Baselines): string {
  return `${JSON.stringify({ schema: SCHEMA, at: new Date(at).toISOString(), checks: Object.fromEntries(checks) })}\n`;
}

/** @throws Failure('input') when the text is not what `writeBaselines` wrote: it must not be taken for a service that was well. */
export function readBaselines(text: string): Baselines {
  const value = parsed(text);
  const { at, checks } = isRecord(value) && value['schema'] === SCHEMA ? value : {};
  const time = typeof at === 'string' ? Date.parse(at) : Number.NaN;
  if (!isRecord(checks) || Number.isNaN(time)) {
    throw new Failure(
      'input',
      `baseline: the file holds no baseline (schema ${SCHEMA}). Give the file that mode 'pre' wrote.`,
    );
  }
  return {
    at: time,
    checks: new Map(Object.entries(checks).map(([name, baseline]) => [name, readBaseline(baseline)])),
  };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
