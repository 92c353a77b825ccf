import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import {
  confirmRelease,
  identifyRun,
  listReleases,
  type RollbackRequest,
  releaseHold,
  rememberHold,
  reportConfirmation,
  reportReleases,
  reportRollback,
  rollBack,
} from '@plimsoll/fleet';
import { type RollbackInputs, readInputs } from './inputs.ts';

/** Brings servers back to an earlier release, lists releases, or confirms the one that waits. */
export const rollback: ActionDefinition<RollbackInputs> = {
  name: 'rollback',
  outputs: ['release-id', 'previous-release-id', 'releases'],
  inputs: readInputs,
  main: run,
  post: (inputs, context) => releaseHold(inputs.server, context),
};

async function run(inputs: RollbackInputs, context: ActionContext): Promise<Outcome> {
  const identity = identifyRun('rollback', context.env);
  const hold = rememberHold(context, identity.owner);
  const outcome = await perform(inputs, { inputs: inputs.server, identity, context, ...hold });
  hold.onClosed();
  return outcome;
}

type Common = Pick<RollbackRequest, 'inputs' | 'identity' | 'context' | 'onFolder' | 'onHold'> & {
  readonly context: ActionContext;
};

async function perform(inputs: RollbackInputs, common: Common): Promise<Outcome> {
  const { expectedCurrent, reason, force } = inputs;
  switch (inputs.mode) {
    case 'list':
      return reportReleases(await listReleases(common), common.context.log);
    case 'confirm':
      return reportConfirmation(await confirmRelease({ ...common, expectedCurrent }));
    case 'auto':
      return reportRollback(
        await rollBack({ ...common, expectedCurrent, reason, goal: { mode: 'auto' }, gate: gateOf(force) }),
      );
    case 'backup': {
      const goal = { mode: 'backup', id: inputs.backupId, place: inputs.backupPlace } as const;
      return reportRollback(await rollBack({ ...common, expectedCurrent, reason, goal, gate: gateOf(force) }));
    }
    case 'to': {
      const goal = { mode: 'to', release: inputs.release, force: force ? 'yes' : 'no' } as const;
      return reportRollback(await rollBack({ ...common, expectedCurrent, reason, goal, gate: gateOf(force) }));
    }
  }
}

function gateOf(force: boolean): 'asked' | 'skipped' {
  return force ? 'skipped' : 'asked';
}
