import type { ActionContext } from '@plimsoll/action-kit';
import { asFailure } from '@plimsoll/outcome';
import { openFleet } from './fleet.ts';
import { giveBack, openServers } from './open-servers.ts';
import type { ServerInputs } from './server-inputs.ts';

export interface RecoverRequest {
  readonly inputs: ServerInputs;
  readonly owner: string;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
}

/**
 * Ends what a killed process of this run left on the servers: takes its lease over where no other run did yet, brings
 * an unconfirmed switch back, and gives the lease back.
 */
export async function recoverServers({ inputs, owner, context }: RecoverRequest): Promise<void> {
  const fleet = await openFleet({
    inputs,
    owner,
    context,
    who: 'clean-up of a run that was cut short',
    onFolder: () => undefined,
  });
  try {
    const servers = await openServers(fleet, {
      intent: 'recover',
      lockTimeoutMs: 5_000,
      base: 'none',
      next: ['close'],
      context,
    });
    await giveBack(servers, context.log);
  } catch (thrown) {
    // Others have been here since, or nothing had begun.
    if (asFailure(thrown).code !== 'fenced') throw thrown;
    context.log.info(asFailure(thrown).message);
  } finally {
    await fleet.close();
  }
}
