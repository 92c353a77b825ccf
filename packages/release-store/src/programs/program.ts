import { readFileSync } from 'node:fs';

/*
 * Function files that programs have in common. Each literal `new URL` is found by the bundler, which puts the file beside every bundle that
 * has this module: what only some actions need lies in a module of its own.
 */
const layout = readFileSync(new URL('../../remote/layout.sh', import.meta.url), 'utf8');
const lease = readFileSync(new URL('../../remote/lease.sh', import.meta.url), 'utf8');
const releases = readFileSync(new URL('../../remote/releases.sh', import.meta.url), 'utf8');

export const ledger: string = readFileSync(new URL('../../remote/ledger.sh', import.meta.url), 'utf8');
export const activate: string = readFileSync(new URL('../../remote/activate.sh', import.meta.url), 'utf8');
export const scratch: string = readFileSync(new URL('../../remote/scratch.sh', import.meta.url), 'utf8');

/** What every program has. */
export const base: readonly string[] = [layout, lease, releases];

/** A program that runs on the server: function files, and a main part that calls them. */
export interface Program {
  /** For messages. */
  readonly name: string;
  readonly text: string;
}

export function compose(name: string, parts: readonly string[]): Program {
  return { name, text: parts.join('\n') };
}
