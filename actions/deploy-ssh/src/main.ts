import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import {
  createTimings,
  type DeployRequest,
  deploy,
  type Hold,
  identifyRun,
  logPlan,
  planDeployment,
  releaseHold,
  rememberHold,
  reportDeployment,
  reportPlan,
} from '@plimsoll/fleet';
import { type DeployInputs, readInputs } from './inputs.ts';

/** Puts a release on servers, asks its gate, and goes back when it is not well. */
export const deploySsh: ActionDefinition<DeployInputs> = {
  name: 'deploy-ssh',
  outputs: ['release-id', 'previous-release-id', 'changed', 'hosts-report'],
  inputs: readInputs,
  main: (inputs, context) => (inputs.dryRun ? dryRun(inputs, context) : run(inputs, context)),
  post: (inputs, context) => releaseHold(inputs.server, context),
};

async function run(inputs: DeployInputs, context: ActionContext): Promise<Outcome> {
  const startedAt = performance.now();
  const timings = createTimings(() => performance.now());
  const request = requestOf(inputs, context);
  const deployment = await deploy({ ...request, timings });
  request.onClosed();
  return reportDeployment(deployment, performance.now() - startedAt, timings);
}

async function dryRun(inputs: DeployInputs, context: ActionContext): Promise<Outcome> {
  const timings = createTimings(() => performance.now());
  const plan = await planDeployment({ ...requestOf(inputs, context), timings });
  logPlan(plan, inputs.deployment, context.log);
  return reportPlan(plan, inputs.deployment);
}

function requestOf(inputs: DeployInputs, context: ActionContext): Omit<DeployRequest, 'timings'> & Hold {
  const identity = identifyRun('deploy-ssh', context.env);
  return {
    inputs: inputs.server,
    deployment: inputs.deployment,
    identity,
    context,
    ...rememberHold(context, identity.owner),
  };
}
