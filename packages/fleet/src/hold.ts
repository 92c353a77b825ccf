import type { ActionContext } from '@plimsoll/action-kit';
import { discardSshFolder } from '@plimsoll/ssh';
import { recoverServers } from './recover.ts';
import type { ServerInputs } from './server-inputs.ts';

/** What a main step remembers for its post step, so that a killed process leaves nothing behind. */
export interface Hold {
  readonly onFolder: (folder: string) => void;
  readonly onHold: (state: 'held' | 'released') => void;
  /** To be called when connections and agent have ended. */
  readonly onClosed: () => void;
}

/**
 * Saves folder, owner and whether leases are held, as they change. Where nothing of it is left in the end, that is saved as well: the entry of
 * the post step (scripts/house/bundle.ts) then loads nothing.
 */
export function rememberHold(context: Pick<ActionContext, 'saveState'>, owner: string): Hold {
  let held = false;
  context.saveState('owner', owner);
  return {
    onFolder: (folder) => context.saveState('folder', folder),
    onHold: (state) => {
      held = state === 'held';
      context.saveState('hold', state);
    },
    onClosed: () => {
      if (!held) context.saveState('leftovers', 'none');
    },
  };
}

/** The post step: ends connections and agent of a killed main step, and gives back what it held. */
export async function releaseHold(inputs: ServerInputs, context: ActionContext): Promise<void> {
  const folder = context.state('folder');
  if (folder !== '') await discardSshFolder(folder);
  if (context.state('hold') !== 'held') return;
  context.log.info('The step did not come to its end: the servers are looked after now.');
  await recoverServers({ inputs, owner: context.state('owner'), context });
}
