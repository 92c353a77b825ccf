import { existsSync } from 'node:fs';
import { Failure } from '@plimsoll/outcome';

type Environment = Readonly<Record<string, string | undefined>>;

/** What this package has to know of the machine it runs on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: Environment;
}

/** The programs of an OpenSSH client that are used, and the shell that keeps the agent alive. */
export type ProgramName = 'ssh' | 'ssh-add' | 'ssh-agent';

/**
 * What the programs are told of the environment. Not more: an action's environment holds its inputs, the private key among them, and the
 * agent of the user is not ours to use.
 */
const PASSED_ON = [
  'PATH',
  'Path',
  'HOME',
  'USER',
  'LOGNAME',
  'TMPDIR',
  'TEMP',
  'TMP',
  'SystemRoot',
  'SYSTEMROOT',
  'ProgramData',
  'USERPROFILE',
  'RUNNER_TRACKING_ID', // By this the runner finds and ends what a killed job left behind.
] as const;

/** Environment of every program that this package starts. Messages in English, because they are read by `diagnose`. */
export function programEnvironment({ env }: Machine): Record<string, string> {
  const passed = PASSED_ON.flatMap((name) => {
    const value = env[name];
    return value === undefined ? [] : [[name, value] as const];
  });
  // ssh runs the commands of its hops in $SHELL; whatever the user's is, these are written for sh.
  return { ...Object.fromEntries(passed), LC_ALL: 'C', SHELL: '/bin/sh', SSH_ASKPASS_REQUIRE: 'never' };
}

/**
 * Windows' own OpenSSH has an agent that is a service for the whole machine; Git brings one that takes a socket, and every hosted Windows
 * runner has Git.
 */
export function programPath(name: string, { platform, env }: Machine): string {
  if (platform !== 'win32') return name;
  const path = `${env['ProgramFiles'] ?? 'C:\\Program Files'}\\Git\\usr\\bin\\${name}.exe`;
  return existsSync(path) ? path : name;
}

/** Only where control sockets exist can several executions share a connection; elsewhere each has its own. */
export function hasMultiplexing({ platform }: Machine): boolean {
  return platform !== 'win32';
}

export function missingProgram(name: string, cause: unknown): Failure {
  return new Failure(
    'connect',
    `This runner has no ${name}. Install the OpenSSH client (Debian and Ubuntu: apt-get install openssh-client) or use a runner that has it.`,
    { cause },
  );
}
