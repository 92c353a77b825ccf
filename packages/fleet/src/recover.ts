import type { ActionContext } from '@plimsoll/action-kit';
import { openFleet } from './fleet.ts';
import { giveBack, openServers } from './open-servers.ts';
import type { ServerInputs } from './server-inputs.ts';

export interface RecoverRequest {
  readonly inputs: ServerInputs;
  readonly owner: string;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
}

/**
 * Ends what a killed process of this run left on the servers: takes its lease over, which no other run could do yet, brings
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
  } finally {
    await fleet.close();
  }
}
