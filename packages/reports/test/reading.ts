import { Failure } from '@plimsoll/outcome';
import { type CoverageFacts, type ReportFacts, type ReportFormat, readReport, type TestFacts } from '@plimsoll/reports';

/** How a report is handed over. */
export interface Handing {
  readonly forced?: ReportFormat;
  /** Bytes of each chunk; all in one without it. */
  readonly chunk?: number;
}

/** Reads a report that is in memory. Each chunk is overwritten once the next is asked for, as a reader with one buffer does. */
export function read(content: string | Uint8Array, { forced, chunk }: Handing = {}): Promise<ReportFacts> {
  const bytes = typeof content === 'string' ? Buffer.from(content) : content;
  return readReport({ path: 'report', bytes: inChunks(bytes, chunk ?? Math.max(1, bytes.length)), forced });
}

async function* inChunks(bytes: Uint8Array, size: number): AsyncGenerator<Uint8Array, void, void> {
  const memory = new Uint8Array(size);
  for (let start = 0; start < bytes.length; start += size) {
    const part = bytes.subarray(start, start + size);
    memory.set(part);
    yield memory.subarray(0, part.length);
    memory.fill(0x7a);
  }
}

/** The message of the failure `report` that a report ends with. @throws Error when it is read, or fails otherwise. */
export async function refusal(content: string | Uint8Array, handing?: Handing): Promise<string> {
  try {
    const facts = await read(content, handing);
    throw new Error(`It was read: ${JSON.stringify(facts).slice(0, 500)}`);
  } catch (error) {
    if (error instanceof Failure && error.code === 'report') return error.message;
    throw error;
  }
}

export async function readTests(content: string | Uint8Array, handing?: Handing): Promise<TestFacts> {
  const facts = await read(content, handing);
  if (facts.kind !== 'tests') throw new Error(`It is a report of ${facts.kind}.`);
  return facts;
}

export async function readCoverage(content: string | Uint8Array, handing?: Handing): Promise<CoverageFacts> {
  const facts = await read(content, handing);
  if (facts.kind !== 'coverage') throw new Error(`It is a report of ${facts.kind}.`);
  return facts;
}

/** Coverage as a test can compare it: each path with its lines and branches. */
export function picture({ files, lines, branches }: Pick<CoverageFacts, 'files' | 'lines' | 'branches'>): unknown {
  const fileOf = ({ path, rows, ...file }: CoverageFacts['files'][number]): readonly [string, unknown] => [
    path,
    {
      lines: `${file.lines.covered}/${file.lines.total}`,
      branches: `${file.branches.covered}/${file.branches.total}`,
      ...(rows === undefined ? {} : { covered: [...rows.covered], uncovered: [...rows.uncovered] }),
    },
  ];
  return {
    lines: `${lines.covered}/${lines.total}`,
    branches: `${branches.covered}/${branches.total}`,
    ...Object.fromEntries(files.map(fileOf)),
  };
}
