import { chmod, mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from '@plimsoll/testkit';
import type { Host } from '../host.ts';

/** The machine of a newcomer who may log in to a server as root, and has a repository on GitHub. */
export interface Desk {
  readonly path: string;
  /** Runs commands as they are in a document, in one folder. Answers with what they print. */
  run(commands: string): Promise<string>;
  /** What was set, by name. */
  secrets(): Promise<Readonly<Record<string, string>>>;
  variables(): Promise<Readonly<Record<string, string>>>;
}

/** GitHub's command line, as far as the document needs it: it keeps what it is told in files. */
const GH = `#!/bin/sh
set -eu
case "$1 $2" in
  'api --method') test "$3 $4" = 'PUT repos/{owner}/{repo}/environments/production' ;;
  'secret set' | 'variable set')
    # A secret of the repository, or anything of the environment.
    test "$*" = "secret set $3" || test "$4 $5" = '--env production'
    mkdir -p "$GH_STATE/$1"
    if [ "\${6:-}" = --body ]; then printf %s "$7"; else cat; fi >"$GH_STATE/$1/$3"
    ;;
  *) echo "gh $*: not known here" >&2 && exit 1 ;;
esac
`;

/** @param folder private, empty */
export async function makeDesk(folder: string, host: Host): Promise<Desk> {
  const [programs, state, path] = [join(folder, 'bin'), join(folder, 'github'), join(folder, 'desk')];
  for (const place of [programs, state, path]) await mkdir(place, { recursive: true });
  const key = join(folder, 'root_key');
  await writeFile(key, host.privateKey, { mode: 0o600 });
  await writeFile(join(folder, 'known'), `${host.knownHosts}\n`);
  const options = `-F none -i ${key} -o IdentitiesOnly=yes -o UserKnownHostsFile=${join(folder, 'known')}`;
  await program(programs, 'ssh', `#!/bin/sh\nPATH=\${PATH#*:} exec ssh ${options} "$@"\n`);
  await program(programs, 'gh', GH);
  const env = { PATH: `${programs}:${process.env['PATH']}`, HOME: folder, GH_STATE: state };
  return {
    path,
    run: (commands) => mustRun({ program: 'bash', args: ['-euo', 'pipefail', '-c', commands], cwd: path, env }),
    secrets: () => readAll(join(state, 'secret')),
    variables: () => readAll(join(state, 'variable')),
  };
}

async function program(folder: string, name: string, text: string): Promise<void> {
  await writeFile(join(folder, name), text);
  await chmod(join(folder, name), 0o755);
}

async function readAll(folder: string): Promise<Readonly<Record<string, string>>> {
  const names = await readdir(folder);
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return Object.fromEntries(names.map((name, index) => [name, texts[index] ?? '']));
}
