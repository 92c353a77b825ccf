import { parseArgs } from 'node:util';

/** What to measure and where to put it. */
export interface BenchOptions {
  /** Letters of the cells; all of them when empty. */
  readonly only: readonly string[];
  readonly runs: number;
  /** Put the tables into docs/benchmarks.md, too. */
  readonly write: boolean;
}

/**
 * Reads the command line: `--only a,b`, `--runs 5`, `--write`.
 *
 * @throws Error for anything else.
 */
export function parseOptions(args: readonly string[]): BenchOptions {
  const { values } = parseArgs({
    args: [...args],
    options: {
      only: { type: 'string', default: '' },
      runs: { type: 'string', default: '5' },
      write: { type: 'boolean', default: false },
    },
  });
  const runs = Number(values.runs);
  if (!Number.isInteger(runs) || runs < 1) throw new Error(`--runs takes a number from 1 on, not ${values.runs}.`);
  return { only: values.only.split(',').filter((letter) => letter !== ''), runs, write: values.write };
}
