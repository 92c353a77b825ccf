import { getExecOutput } from '@actions/exec';
import { type Machine, missingProgram, type ProgramName, programEnvironment, programPath } from './programs.ts';

export interface ToolRequest {
  readonly program: ProgramName;
  readonly args: readonly string[];
  readonly folder: string;
  readonly machine: Machine;
  readonly input?: string;
  /** Added to the environment of this one process. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface ToolResult {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs a short program to its end, silently. Throws Failure('connect') when it is not installed. */
export async function runTool(request: ToolRequest): Promise<ToolResult> {
  const { program, machine } = request;
  const input = request.input === undefined ? {} : { input: Buffer.from(request.input, 'utf8') };
  try {
    const { exitCode, stdout, stderr } = await getExecOutput(`"${programPath(program, machine)}"`, [...request.args], {
      cwd: request.folder,
      env: { ...programEnvironment(machine), ...request.env },
      silent: true,
      ignoreReturnCode: true,
      ...input,
    });
    return { code: exitCode, stdout, stderr };
  } catch (cause) {
    throw isNotFound(cause) ? missingProgram(program, cause) : cause;
  }
}

function isNotFound(thrown: unknown): boolean {
  return thrown instanceof Error && thrown.message.includes('Unable to locate executable file');
}
