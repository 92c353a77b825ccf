import type { Connection } from '@plimsoll/ssh';
import type { LocalHost } from './local-host.ts';

/** A host, as far as a store needs it. */
export type Struck = Pick<LocalHost, 'connection'>;

/** The same host, whose programs do something else at a step; unless told they die there at once. */
export function strikeAt(host: Struck, marker: string, line = 'kill -9 $$'): Struck {
  return rewrite(host, `: step ${marker}\n`, `${line}\n`);
}

/** The same host, whose programs leave memory alone: what is unpacked for a look at it is unpacked on the disk. */
export function withoutMemory(host: Struck): Struck {
  return rewrite(host, /^memory_most=\d+$/m, 'memory_most=0');
}

/** The same host, where somebody does something right before live files are packed, and right after what lies beside them was. */
export function whilePacking(host: Struck, live: string, own = ':'): Struck {
  const packing = rewrite(host, 'pack() {\n', `pack() {\nif [ "$1" = . ]; then ${live}; fi\n`);
  return rewrite(packing, 'join_manifests() {\n', `join_manifests() {\n${own}\n`);
}

/** The same host, whose programs know of the machine's memory alone, and of no limits. */
export function withoutLimits(host: Struck): Struck {
  return rewrite(host, 'memory_free=$(memory_room /proc)', 'memory_free=999999999');
}

/** The same host, whose programs die when a decision is in the books, before they take away what says that it is still to be entered. */
export function diesBooked(host: Struck): Struck {
  return rewrite(host, 'disarm() {\n', 'disarm() {\nkill -9 $$\n');
}

/** The same host, where somebody else does something while a release is hashed. */
export function whileHashing(host: Struck, line: string): Struck {
  return rewrite(host, 'verify_release() {\n', `verify_release() {\n${line}\n`);
}

function rewrite({ connection }: Struck, from: string | RegExp, to: string): Struck {
  const execute: Connection['execute'] = (execution) => {
    const { program } = execution;
    const changed = typeof from === 'string' ? program.replaceAll(from, () => to) : program.replace(from, () => to);
    return connection.execute({ ...execution, program: changed });
  };
  return { connection: { ...connection, execute } };
}
