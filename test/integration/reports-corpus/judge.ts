/** What the gate makes of reports of the corpus, with the defaults of its inputs. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Log } from '@plimsoll/action-kit';
import { type GatePorts, type GateRequest, runGate } from '@plimsoll/gate';
import { Failure, type FailureCode } from '@plimsoll/outcome';
import { type ReportFacts, type ReportFormat, readReport } from '@plimsoll/reports';

/** Where the corpus is. */
export const CORPUS: string = fileURLToPath(new URL('../../fixtures/reports', import.meta.url));

/** A report of the corpus, or something that was made of it. */
export interface Reading {
  /** Below the folder of the corpus. */
  readonly file: string;
  /** Instead of what the file holds. */
  readonly bytes?: Uint8Array;
  /** Bytes that are handed over at a time. */
  readonly chunk?: number;
  readonly forced?: ReportFormat | undefined;
}

export function read({ file, bytes, chunk = 64 * 1024, forced }: Reading): Promise<ReportFacts> {
  return readReport({ path: file, bytes: chunksOf(bytes ?? readFileSync(join(CORPUS, file)), chunk), forced });
}

export async function* chunksOf(bytes: Uint8Array, size: number): AsyncIterable<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

/** One decision. */
export interface Judgement {
  /** Empty exactly when the gate passes. */
  readonly code: FailureCode | '';
  /** Everything that the rules said. */
  readonly why: string;
}

/** The decision of a gate that is asked of this report alone, and of nothing else. */
export async function judge(reading: Reading): Promise<Judgement> {
  const { decision } = await runGate(requestFor(reading.file), portsFor(reading));
  const why = decision.rulings.map(({ seen, detail }) => `${seen}. ${detail}`).join('\n');
  return { code: decision.code, why };
}

const INPUTS: Readonly<Record<string, 'junit' | 'coverage' | 'findings'>> = {
  junit: 'junit',
  cobertura: 'coverage',
  jacoco: 'coverage',
  lcov: 'coverage',
  istanbul: 'coverage',
  'coverage-py': 'coverage',
  go: 'coverage',
};

function requestFor(file: string): GateRequest {
  const input = INPUTS[file.split('/')[1] ?? ''] ?? 'findings';
  const patterns = [{ text: file, pattern: file, forced: undefined }];
  const coverage = { minLines: 0, minBranches: undefined, paths: [], minPatch: undefined, maxDrop: undefined };
  return {
    ...NOTHING_ASKED,
    [input]: patterns,
    tests: input === 'junit' ? { minTests: undefined, maxFailures: 0, maxSkipped: undefined } : undefined,
    coverageRules: input === 'coverage' ? coverage : undefined,
    findingRules: input === 'findings' ? { failOn: 'high', allowed: [] } : undefined,
  };
}

const NOTHING_ASKED: GateRequest = {
  commands: [],
  commandTimeoutMs: 1000,
  targetTimeMs: undefined,
  junit: [],
  tests: undefined,
  coverage: [],
  coverageRules: undefined,
  coverageExempt: [],
  baseline: [],
  findings: [],
  findingRules: undefined,
  version: '',
  versionFile: '',
  branches: [],
  tags: [],
  approvals: undefined,
  environment: '',
  protectedEnvironment: '',
  deployedTo: '',
};

function portsFor(reading: Reading): GatePorts {
  return {
    root: CORPUS,
    stated: { commit: '', eventName: '' },
    readReport: () => read(reading),
    runCommand: notExpected,
    processors: 1,
    github: { run: notExpected, open: notExpected, pullRequestOf: notExpected },
    log: SILENT,
    signal: new AbortController().signal,
    now: () => new Date('2026-11-02T08:15:30Z'),
    command: () => {},
  };
}

async function notExpected(): Promise<never> {
  throw new Failure('internal', 'A gate over reports alone asks nobody.');
}

const SILENT: Log = {
  info: () => {},
  notice: () => {},
  warning: () => {},
  error: () => {},
  debug: () => {},
  group: async (_, body) => body(),
  secret: () => {},
  remote: () => {},
};
