import type { ActionDefinition } from '../action.ts';
import type { Log } from '../log.ts';
import { readInputs } from './read-inputs.ts';

/**
 * Reads the inputs from the environment of this process and takes them out of it, so that no program we start
 * inherits a private key.
 *
 * @throws Failure `input`, one for all problems
 */
export function takeInputs<I>(definition: ActionDefinition<I>, log: Log): I {
  try {
    return readInputs(definition.inputs, { env: process.env, mask: (secret) => log.secret(secret) });
  } finally {
    for (const name of Object.keys(process.env).filter((key) => key.startsWith('INPUT_'))) {
      delete process.env[name];
    }
  }
}
