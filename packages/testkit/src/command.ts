import { spawn } from 'node:child_process';

/** What a command said and how it ended. */
export interface CommandResult {
  readonly exitCode: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** From start to end, milliseconds. */
  readonly durationMs: number;
}

/** A command to run without any shell. */
export interface CommandRequest {
  readonly program: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string | undefined>>;
  readonly cwd?: string;
  readonly input?: string;
  /** When it is over, the command gets SIGKILL; no limit unless told. */
  readonly timeLimitMs?: number;
}

/**
 * Runs a command to its end, whatever the end is.
 *
 * @throws Error when the program cannot be started at all.
 */
export function runCommand({ program, args, env, cwd, input, timeLimitMs }: CommandRequest): Promise<CommandResult> {
  const startedAt = performance.now();
  const { promise, resolve, reject } = Promise.withResolvers<CommandResult>();
  const child = spawn(program, args, {
    cwd,
    env: env ?? process.env,
    stdio: 'pipe',
    timeout: timeLimitMs,
    killSignal: 'SIGKILL',
  });
  const stdout: Buffer[] = [];
  const stderr: Buffer[] = [];
  child.stdout.on('data', (bytes: Buffer) => stdout.push(bytes));
  child.stderr.on('data', (bytes: Buffer) => stderr.push(bytes));
  child.stdin.on('error', () => {}); // A command that does not read its input is no error.
  child.stdin.end(input ?? '');
  child.on('error', (cause) => reject(new Error(`Cannot start ${program}: ${cause.message}`, { cause })));
  child.on('close', (exitCode, signal) =>
    resolve({
      exitCode,
      signal,
      stdout: textOf(stdout),
      stderr: textOf(stderr),
      durationMs: performance.now() - startedAt,
    }),
  );
  return promise;
}

function textOf(chunks: readonly Buffer[]): string {
  return Buffer.concat(chunks).toString('utf8');
}

/**
 * Runs a command that must succeed, and answers with its standard output.
 *
 * @throws Error with the exit code and standard error when it does not.
 */
export async function mustRun(request: CommandRequest): Promise<string> {
  const { exitCode, signal, stdout, stderr } = await runCommand(request);
  if (exitCode === 0) return stdout;
  throw new Error(
    `${request.program} ${request.args.join(' ')} ended with ${signal ?? exitCode}: ${stderr.trim() || stdout.trim()}`,
  );
}
