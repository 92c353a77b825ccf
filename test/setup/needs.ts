/** `describe` for tests that need what not every machine has. There they are skipped, and the end of the run tells why. */
import { describe } from '@jest/globals';
import { findProgram, type ShellKind } from '@plimsoll/testkit';
import { withReason } from './reason.ts';

/** The Debian and Ubuntu package of each program. */
const PACKAGES = {
  bash: 'bash',
  busybox: 'busybox',
  curl: 'curl',
  dash: 'dash',
  mariadbd: 'mariadb-server',
  nginx: 'nginx-light',
  // One of Debian's own around the server, which itself is not in the PATH.
  pg_ctlcluster: 'postgresql',
  prometheus: 'prometheus',
  'prometheus-alertmanager': 'prometheus-alertmanager',
  promtool: 'prometheus',
  'redis-server': 'redis-server',
  restic: 'restic',
  sqlite3: 'sqlite3',
  sshd: 'openssh-server',
} as const;

export type Program = keyof typeof PACKAGES;

/** The shells that servers have as `sh`. */
export const SHELLS = ['dash', 'bash', 'busybox'] as const satisfies readonly ShellKind[];

type Describe = (title: string, tests: () => void) => void;

/** A `describe` for tests that run unless there is a reason against it. It says what is missing, and how to run them. */
export function describeUnless(reason: string | undefined): Describe {
  if (reason === undefined) return describe;
  // biome-ignore lint/suspicious/noSkippedTests: the one place that skips, and it says why.
  return (title, tests) => describe.skip(withReason(title, reason), tests);
}

/** A `describe` for tests that start these programs. */
export async function needs(...programs: readonly Program[]): Promise<Describe> {
  const found = await Promise.all(programs.map(findProgram));
  const missing = programs.filter((_, index) => found[index] === undefined);
  if (missing.length === 0) return describe;
  const install = `apt-get install ${[...new Set(missing.map((program) => PACKAGES[program]))].join(' ')}`;
  return describeUnless(
    `No ${missing.join(' and no ')} here. Run \`${install}\` (Debian and Ubuntu), then the tests again.`,
  );
}

/** A block of tests for each shell, with its name at the end of the title. */
export async function describeOnShells(title: string, tests: (shell: ShellKind) => void): Promise<void> {
  for (const shell of SHELLS) {
    const describeHere = await needs(shell);
    describeHere(`${title} ${shell}`, () => tests(shell));
  }
}
