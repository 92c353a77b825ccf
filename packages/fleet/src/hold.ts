import type { ActionContext } from '@plimsoll/action-kit';
import { discardSshFolder } from '@plimsoll/ssh';
import { recoverServers } from './recover.ts';
import type { ServerInputs } from './server-inputs.ts';

/** What a main step remembers for its post step, so that a killed process leaves nothing behind. */
export interface Hold {
  readonly onFolder: (folder: string) => void;
  readonly onHold: (state: 'held' | 'released') => void;
}

/** Saves folder, owner and whether leases are held, as they change. */
export function rememberHold(context: Pick<ActionContext, 'saveState'>, owner: string): Hold {
  context.saveState('owner', owner);
  return {
    onFolder: (folder) => context.saveState('folder', folder),
    onHold: (state) => context.saveState('hold', state),
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
