import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseCommandFile } from '@plimsoll/testkit';

const FIXTURE = fileURLToPath(new URL('../fixtures/action.ts', import.meta.url));

export interface FixtureRun {
  readonly child: ChildProcess;
  /** Paths of the files a runner hands over, whether or not they are there. */
  readonly files: { readonly output: string; readonly state: string; readonly summary: string };
  /** Standard output and error so far. */
  readonly log: () => string;
  /** Waits until the log holds this text. */
  readonly logged: (text: string) => Promise<void>;
  readonly ended: Promise<{ readonly exitCode: number | null; readonly signal: string | null }>;
}

export interface FixtureOptions {
  readonly inputs?: Readonly<Record<string, string>>;
  /** Added to the environment; `undefined` takes a variable away. `$FOLDER` stands for the folder of the run. */
  readonly env?: Readonly<Record<string, string | undefined>>;
}

const folders: string[] = [];
const children: ChildProcess[] = [];

/** Starts the fixture action in one of its modes, as the runner would start a bundle. */
export function startFixture(mode: string, options: FixtureOptions = {}): FixtureRun {
  const folder = mkdtempSync(join(tmpdir(), 'action-kit-'));
  folders.push(folder);
  const files = { output: join(folder, 'output'), state: join(folder, 'state'), summary: join(folder, 'summary') };
  for (const file of Object.values(files)) {
    writeFileSync(file, '');
  }
  const env = {
    PATH: process.env['PATH'],
    RUNNER_TEMP: folder,
    GITHUB_OUTPUT: files.output,
    GITHUB_STATE: files.state,
    GITHUB_STEP_SUMMARY: files.summary,
    INPUT_MODE: mode,
    ...Object.fromEntries(
      Object.entries(options.inputs ?? {}).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]),
    ),
    ...Object.fromEntries(
      Object.entries(options.env ?? {}).map(([name, value]) => [name, value?.replace('$FOLDER', folder)]),
    ),
  };
  const child = spawn(process.execPath, ['--conditions=source', FIXTURE], { env, stdio: 'pipe' });
  children.push(child);
  return { child, files, ...watchLog(child) };
}

/** Ends what a failed test left running and removes the folders of all runs; call it after the last test of a file. */
export function cleanUpFixtures(): void {
  for (const child of children.splice(0)) {
    child.kill('SIGKILL');
  }
  for (const folder of folders.splice(0)) {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What the runner would read from an output or state file; a later value replaces an earlier one. */
export function readCommandFile(path: string): Readonly<Record<string, string>> {
  return parseCommandFile(readFileSync(path, 'utf8'));
}

function watchLog(child: ChildProcess): Pick<FixtureRun, 'log' | 'logged' | 'ended'> {
  let text = '';
  const waiting = new Set<() => void>();
  const add = (chunk: Buffer): void => {
    text += chunk.toString();
    for (const check of waiting) {
      check();
    }
  };
  child.stdout?.on('data', add);
  child.stderr?.on('data', add);
  const ended = new Promise<{ exitCode: number | null; signal: string | null }>((settle) => {
    child.on('close', (exitCode, signal) => settle({ exitCode, signal }));
  });
  const logged = (wanted: string): Promise<void> =>
    new Promise((settle, reject) => {
      const check = (): void => {
        if (text.includes(wanted)) {
          waiting.delete(check);
          settle();
        }
      };
      waiting.add(check);
      check();
      void ended.then(() => reject(new Error(`It ended without logging ${JSON.stringify(wanted)}:\n${text}`)));
    });
  return { log: () => text, logged, ended };
}
