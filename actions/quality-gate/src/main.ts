import { realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import type { ActionContext, ActionDefinition, Outcome } from '@plimsoll/action-kit';
import { type GatePorts, type GitHubDoor, gateOutcome, runGate, systemCommands, tellReport } from '@plimsoll/gate';
import { Failure } from '@plimsoll/outcome';
import { readReportFile } from '@plimsoll/reports';
import { type QualityGateInputs, readInputs } from './inputs.ts';

/** One verdict from commands, tests, coverage, findings, approvals and where the code comes from. */
export const qualityGate: ActionDefinition<QualityGateInputs> = {
  name: 'quality-gate',
  outputs: ['coverage', 'tests', 'failures', 'approvers'],
  inputs: readInputs,
  main: run,
};

async function run({ request, token }: QualityGateInputs, context: ActionContext): Promise<Outcome> {
  const root = workspaceOf(context);
  const ports: GatePorts = {
    root,
    stated: { commit: context.env['GITHUB_SHA'] ?? '', eventName: context.env['GITHUB_EVENT_NAME'] ?? '' },
    readReport: readReportFile,
    runCommand: systemCommands(context.env, root),
    processors: availableParallelism(),
    github: gitHubDoor(token, context),
    log: context.log,
    signal: context.signal,
    now: context.now,
    command: (line) => void process.stdout.write(`${line}\n`),
  };
  const report = await runGate(request, ports);
  tellReport(report, ports);
  return gateOutcome(report, root);
}

function workspaceOf({ env }: ActionContext): string {
  const folder = env['GITHUB_WORKSPACE'] || '.';
  try {
    return realpathSync(folder);
  } catch (cause) {
    const what = `GITHUB_WORKSPACE is '${folder}', and that folder cannot be found on this runner`;
    throw new Failure('input', `${what}. Put actions/checkout before this step.`, { cause });
  }
}

/** Loaded when a rule asks for it: a gate over reports alone is done before GitHub's client would be loaded. */
function gitHubDoor(token: string, { env, signal, log }: ActionContext): GitHubDoor {
  return {
    run: async () => (await import(/* webpackMode: "eager" */ '@plimsoll/github')).readRunContext(env),
    open: async () =>
      (await import(/* webpackMode: "eager" */ '@plimsoll/github')).openGitHub({ token, env, signal, log }),
    pullRequestOf: async (run) => (await import(/* webpackMode: "eager" */ '@plimsoll/github')).pullRequestOf(run),
  };
}
