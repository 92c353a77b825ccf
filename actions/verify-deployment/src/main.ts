import { setTimeout as pause } from 'node:timers/promises';
import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import {
  type Confirmation,
  confirmRelease,
  type Fleet,
  identifyRun,
  openFleet,
  releaseHold,
  releaseToConfirm,
  rememberHold,
} from '@plimsoll/fleet';
import { asFailure } from '@plimsoll/outcome';
import { systemPorts } from '@plimsoll/probe';
import {
  type Baselines,
  makePlan,
  needsServers,
  reportVerification,
  type Verification,
  type VerificationPlan,
  verify,
} from '@plimsoll/verification';
import { keepBaselines, keepMetrics, prepareFiles, readChecks, readKeptBaselines } from './files.ts';
import { readInputs, type VerifyInputs } from './inputs.ts';

/** Checks a deployed service, and confirms the release that waits when all is well. */
export const verifyDeployment: ActionDefinition<VerifyInputs> = {
  name: 'verify-deployment',
  outputs: ['error-rate', 'p50', 'p95', 'p99', 'samples-taken', 'report'],
  inputs: readInputs,
  main: run,
  post: async ({ servers }, context) => {
    if (servers !== undefined) await releaseHold(servers, context);
  },
};

async function run(inputs: VerifyInputs, context: ActionContext): Promise<Outcome> {
  prepareFiles(inputs);
  const file = readChecks(inputs, context.env);
  // Values that the file takes from the environment are secrets, wherever an answer repeats them.
  for (const secret of file.secrets) context.log.secret(secret);
  const plan = makePlan({ ...inputs, file, inputs: inputs.settings });
  const { verification, release } = await check({ plan, before: readKeptBaselines(inputs), inputs, context });
  keepFiles(inputs, verification, context);
  const passed = verification.report.verdict === 'pass';
  return reportVerification(verification, passed ? await confirm(release, inputs, context) : undefined);
}

interface CheckRequest {
  readonly plan: VerificationPlan;
  readonly before: Baselines | undefined;
  readonly inputs: VerifyInputs;
  readonly context: ActionContext;
}

interface Checked {
  readonly verification: Verification;
  /** What was live when the verification began, where it is to be confirmed: what goes live meanwhile was not looked at. */
  readonly release: string;
}

async function check({ plan, before, inputs, context }: CheckRequest): Promise<Checked> {
  const fleet = inputs.confirm || needsServers(plan) ? await connect(inputs, context) : undefined;
  try {
    const release = inputs.confirm && fleet !== undefined ? await releaseToConfirm(fleet, context) : '';
    const ports = {
      ...systemPorts,
      sleep: (ms: number, signal: AbortSignal) => pause(ms, undefined, { signal }).catch(() => undefined),
      shells: fleet?.shells ?? [],
      progress: (line: string) => context.log.info(line),
      signal: context.signal,
    };
    return { verification: await verify({ plan, before, ports }), release };
  } finally {
    await fleet?.close();
  }
}

/** A file that cannot be written is a failure, but weighs less than one of the service. */
function keepFiles(inputs: VerifyInputs, verification: Verification, { log }: ActionContext): void {
  try {
    keepBaselines(inputs, verification);
    keepMetrics(inputs, verification);
  } catch (thrown) {
    if (verification.report.verdict === 'pass') throw thrown;
    log.warning(asFailure(thrown).message);
  }
}

async function connect({ servers }: VerifyInputs, context: ActionContext): Promise<Fleet | undefined> {
  if (servers === undefined) return undefined;
  const { owner, who } = identifyRun('verify-deployment', context.env);
  return openFleet({ inputs: servers, owner, who, context, onFolder: rememberHold(context, owner).onFolder });
}

async function confirm(
  release: string,
  { servers }: VerifyInputs,
  context: ActionContext,
): Promise<Confirmation | undefined> {
  if (release === '' || servers === undefined) return undefined;
  const identity = identifyRun('verify-deployment', context.env);
  const { onFolder } = rememberHold(context, identity.owner);
  return confirmRelease({ inputs: servers, expectedCurrent: release, identity, context, onFolder });
}
