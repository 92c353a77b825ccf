import { Failure, type FailureCode } from '@plimsoll/outcome';
import { wrong } from '../fault.ts';
import { mismatch, type Pattern, type PatternText, parsePattern } from '../pattern.ts';
import type { Finding, Probe, ProbePorts } from '../probe.ts';
import { telling } from '../telling.ts';
import {
  DATABASE_RECIPES,
  type DatabaseKind,
  type DatabaseSettings,
  databaseArguments,
  secretOf,
} from './database-recipes.ts';
import { PROGRAMS } from './programs.ts';
import { createRemoteProbe, lastLine, type RemoteProbeRequest } from './remote-probe.ts';
import type { RemoteEnd, RemoteShell } from './remote-shell.ts';

/** A command that is run on the server, and what it has to say. */
export interface CommandProbeRequest {
  readonly name: string;
  readonly shell: RemoteShell;
  readonly run: CommandToRun;
  readonly expect?: OutputExpectations;
  readonly secrets?: readonly string[];
  /** 10,000 unless told. */
  readonly timeoutMs?: number;
  /** `health` unless told, and `database` for a database. */
  readonly code?: FailureCode;
}

/** A command of POSIX sh, or one of the recipes for databases. */
export type CommandToRun =
  | { readonly command: string }
  | { readonly database: DatabaseKind; readonly settings?: DatabaseSettings };

/** All of it has to hold; without any of it, a status of 0 is enough. Blanks around the output do not count. */
export interface OutputExpectations {
  /** 0 unless told. */
  readonly status?: number;
  readonly equals?: string;
  readonly contains?: readonly string[];
  readonly matches?: readonly (string | PatternText)[];
}

/** @throws Failure('input') for a command, settings or expectations that cannot be understood. */
export function createCommandProbe(request: CommandProbeRequest, ports: ProbePorts): Probe {
  const { name, shell, run, secrets = [], timeoutMs = 10_000 } = request;
  const task = 'command' in run ? commandTask(run.command) : databaseTask(run, timeoutMs);
  const code = request.code ?? task.code;
  const outputProblem = outputCheck(request.expect ?? task.expect);
  const judge = (end: RemoteEnd): { finding: Finding } => {
    const problem = outputProblem(end);
    return { finding: problem === '' ? { kind: 'ok' } : wrong(code, problem) };
  };
  const { asked, program, args } = task;
  const tell = telling([...secrets, ...task.secrets]);
  return createRemoteProbe({ name, shell, asked, program, args, timeoutMs, code, tell, judge }, ports);
}

interface Task extends Pick<RemoteProbeRequest, 'asked' | 'program' | 'args' | 'code'> {
  readonly expect: OutputExpectations;
  readonly secrets: readonly string[];
}

function commandTask(command: string): Task {
  if (command.trim() === '') throw new Failure('input', 'The command is empty.');
  if (command.includes('\0')) throw new Failure('input', 'The command holds a NUL character, which no command can.');
  return { asked: command, program: PROGRAMS.command, args: { command }, code: 'health', expect: {}, secrets: [] };
}

function databaseTask(run: Extract<CommandToRun, { database: unknown }>, timeoutMs: number): Task {
  const { database, settings = {} } = run;
  const recipe = DATABASE_RECIPES[database];
  return {
    asked: `${recipe.client}: ${recipe.query}`,
    program: PROGRAMS.database,
    args: databaseArguments(database, settings, timeoutMs),
    code: 'database',
    expect: { equals: recipe.answer },
    secrets: secretOf(settings),
  };
}

function outputCheck(expect: OutputExpectations): (end: RemoteEnd) => string {
  const patterns = (expect.matches ?? []).map(parsePattern);
  const status = expect.status ?? 0;
  return (end) => {
    if (end.status !== status) return `It ended with ${lastLine(end)}`;
    const output = end.stdout.trim();
    return textProblem(output, expect) || patternProblem(output, patterns);
  };
}

function textProblem(output: string, { equals, contains = [] }: OutputExpectations): string {
  if (equals !== undefined && output !== equals.trim()) {
    return `The output is ${brief(output)}, not ${brief(equals)}.`;
  }
  const missing = contains.find((part) => !output.includes(part));
  return missing === undefined ? '' : `The output does not contain ${brief(missing)}.`;
}

function patternProblem(output: string, patterns: readonly Pattern[]): string {
  const problem = patterns.map((pattern) => mismatch(pattern, output)).find((one) => one !== '');
  return problem === undefined ? '' : `The output ${problem}.`;
}

function brief(text: string): string {
  return JSON.stringify(text.length > 100 ? `${text.slice(0, 99)}…` : text);
}
