import { readFileSync } from 'node:fs';

// Each literal `new URL` is found by the bundler, which puts the file beside the bundle.
const command = readFileSync(new URL('../../remote/command.sh', import.meta.url), 'utf8');
const database = readFileSync(new URL('../../remote/database.sh', import.meta.url), 'utf8');
const process = readFileSync(new URL('../../remote/process.sh', import.meta.url), 'utf8');

/** The programs that look at a service from its server; see the head of each file for what it does. */
export const PROGRAMS: { readonly [name in 'command' | 'database' | 'process']: string } = {
  command,
  database,
  process,
};
