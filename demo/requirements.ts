import { findProgram } from '@plimsoll/testkit';

const PROGRAMS = ['ssh', 'ssh-keygen', 'ssh-agent', 'ssh-add'] as const;

/** One sentence about what this machine lacks for the demo, or nothing. */
export async function missingRequirement(): Promise<string | undefined> {
  if (process.platform !== 'linux') {
    return `The demo plays a Linux server on this machine, and this is ${process.platform}: run it on Linux, in WSL 2 or in a container.`;
  }
  const found = await Promise.all(PROGRAMS.map(findProgram));
  const missing = PROGRAMS.filter((_, index) => found[index] === undefined);
  if (missing.length === 0) return undefined;
  return `The demo needs an OpenSSH client, and this machine has no ${missing.join(', ')}: install it (Debian and Ubuntu: apt-get install openssh-client, Fedora: dnf install openssh-clients) and run the demo again.`;
}
