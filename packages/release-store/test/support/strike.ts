import type { Connection } from '@plimsoll/ssh';
import type { LocalHost } from './local-host.ts';

/** A host, as far as a store needs it. */
export type Struck = Pick<LocalHost, 'connection'>;

/** The same host, whose programs do something else at a step; unless told they die there at once. */
export function strikeAt(host: Struck, marker: string, line = 'kill -9 $$'): Struck {
  const { connection } = host;
  const step = `: step ${marker}\n`;
  const execute: Connection['execute'] = (execution) =>
    connection.execute({ ...execution, program: execution.program.replaceAll(step, () => `${line}\n`) });
  return { connection: { ...connection, execute } };
}
