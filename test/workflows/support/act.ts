import { spawn } from 'node:child_process';
import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { requireTool } from '../../../scripts/house/tools.ts';
import { parseActLog, type StepEnd } from './act-log.ts';
import type { Published } from './published.ts';

/** One run of a workflow of a user. */
export interface ActRequest {
  /** The user's repository, a git checkout: act takes repository, commit and ref from it. */
  readonly repository: string;
  /** Below `.github/workflows/` of that repository. */
  readonly workflow: string;
  readonly event: string;
  /** The event's payload. */
  readonly payload: unknown;
  readonly published: Published;
  readonly secrets: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
  readonly env: Readonly<Record<string, string>>;
  /** Who starts the run. */
  readonly actor: string;
  /** A private folder for act and for what the run leaves. */
  readonly folder: string;
}

export interface ActRun {
  readonly exitCode: number | null;
  /** Ends of steps in the order in which they came. */
  readonly steps: readonly StepEnd[];
  /** Job summaries of all jobs, one after the other. */
  readonly summary: string;
  /** Everything that a person reads. act may lose the last lines that a failing step prints; the summary is whole. */
  readonly text: string;
  readonly durationMs: number;
}

/** Runs a workflow as a runner would, on this machine itself. Never rejects for how it ended. */
export async function runWorkflow(request: ActRequest): Promise<ActRun> {
  const payload = join(request.folder, 'event.json');
  await mkdir(join(request.folder, 'cache'), { recursive: true });
  await writeFile(payload, JSON.stringify(request.payload));
  const startedAt = performance.now();
  const { exitCode, log } = await start(request, [
    request.event,
    '--json',
    '--workflows',
    `.github/workflows/${request.workflow}`,
    '--eventpath',
    payload,
    '--actor',
    request.actor,
    '--platform',
    'ubuntu-latest=-self-hosted',
    ...request.published.mappings.flatMap((mapping) => ['--local-repository', mapping]),
    ...flags('--secret', { ...request.secrets }),
    ...flags('--var', request.variables),
    ...flags('--env', request.env),
    '--no-cache-server',
  ]);
  return { exitCode, ...parseActLog(log), durationMs: performance.now() - startedAt };
}

function flags(flag: string, values: Readonly<Record<string, string>>): string[] {
  return Object.entries(values).flatMap(([name, value]) => [flag, `${name}=${value}`]);
}

function start(request: ActRequest, args: readonly string[]): Promise<{ exitCode: number | null; log: string }> {
  const child = spawn(requireTool('act'), args, {
    cwd: request.repository,
    env: {
      PATH: `${dirname(process.execPath)}:${process.env['PATH']}`,
      HOME: request.folder,
      XDG_CACHE_HOME: join(request.folder, 'cache'),
      TMPDIR: request.folder,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let log = '';
  const hear = (chunk: Buffer): void => {
    log += chunk.toString();
  };
  child.stdout.on('data', hear);
  child.stderr.on('data', hear);
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exitCode) => resolve({ exitCode, log }));
  });
}
