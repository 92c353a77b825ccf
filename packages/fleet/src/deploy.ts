import type { ActionContext } from '@plimsoll/action-kit';
import { asFailure, Failure } from '@plimsoll/outcome';
import {
  composeTree,
  createReleaseId,
  createSelection,
  type ReleaseInfo,
  type ReleaseTree,
  requireFile,
  type Selection,
  scanSource,
} from '@plimsoll/release-store';
import { concludeRollout, type HostOutcome, type RolloutVerdict, rollOut } from '@plimsoll/rollout';
import { createDeployHost, type DeployHost } from './deploy-host.ts';
import type { DeploymentRequest } from './deployment-request.ts';
import { type Fleet, openFleet } from './fleet.ts';
import { giveBack, type OpenServer, openServers } from './open-servers.ts';
import { ledgerEntry, type RunIdentity } from './run-identity.ts';
import type { ServerInputs } from './server-inputs.ts';
import type { Timings } from './timings.ts';

export interface DeployRequest {
  readonly inputs: ServerInputs;
  readonly deployment: DeploymentRequest;
  readonly identity: RunIdentity;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder' | 'now' | 'env'>;
  /** Told before the first lease is taken, and when every lease was given back. */
  readonly onHold: (state: 'held' | 'released') => void;
  readonly onFolder: (folder: string) => void;
  readonly timings: Timings;
}

export interface Deployment {
  readonly release: string;
  readonly version: string;
  /** Empty where none was named. */
  readonly environment: string;
  readonly hosts: readonly DeployHost[];
  readonly outcomes: readonly HostOutcome[];
  readonly verdict: RolloutVerdict;
}

/** What a dry run found out. */
export interface DeploymentPlan {
  readonly release: string;
  readonly version: string;
  readonly hosts: readonly DeployHost[];
}

/** A lease runs for 60 s, and nobody renews it while nothing but the source is read. */
const LEASE_SURE_MS = 30_000;

/** Deploys to all servers. @throws Failure for everything that fails before a release was staged anywhere. */
export async function deploy(request: DeployRequest): Promise<Deployment> {
  const { deployment, context } = request;
  return withFleet(request, async (fleet, reading) => {
    const { servers, tree } = await openWhileReading(fleet, reading, request);
    const { release, version, hosts } = planHosts(request, servers, tree);
    const outcomes = await rollOut({ hosts, confirm: deployment.confirm, signal: context.signal });
    if (outcomes.every((outcome) => outcome.end !== 'unknown')) request.onHold('released');
    return {
      release,
      version,
      environment: request.inputs.environment,
      hosts,
      outcomes,
      verdict: concludeRollout(outcomes, context.signal.aborted),
    };
  });
}

type OpenRequest = Pick<DeployRequest, 'onHold' | 'timings'> & {
  readonly inputs: Pick<ServerInputs, 'lockTimeoutMs'>;
  readonly deployment: Pick<DeploymentRequest, 'verifyContent'>;
  readonly context: Pick<ActionContext, 'log' | 'signal'>;
};

/** Opens all servers, while the source may still be read. When either fails, the leases are given back; nobody waits for one that is of no use. */
export async function openWhileReading(
  fleet: Fleet,
  reading: Promise<ReleaseTree>,
  request: OpenRequest,
): Promise<{ readonly servers: readonly OpenServer[]; readonly tree: ReleaseTree }> {
  const useless = new AbortController();
  reading.catch(() => useless.abort());
  const signal = AbortSignal.any([request.context.signal, useless.signal]);
  const servers = await openForDeployment(fleet, request, signal).catch(async (failure: unknown) => {
    if (useless.signal.aborted) await reading;
    throw failure;
  });
  const openedAt = performance.now();
  const tree = await reading.catch(async (failure: unknown) => {
    await giveBack(servers, request.context.log);
    request.onHold('released');
    throw failure;
  });
  if (performance.now() - openedAt < LEASE_SURE_MS || request.context.signal.aborted) return { servers, tree };
  // Others may have been here meanwhile. Where nobody was, the servers know this run and let it in at once.
  return { servers: await openForDeployment(fleet, request, request.context.signal), tree };
}

function openForDeployment(fleet: Fleet, request: OpenRequest, signal: AbortSignal): Promise<readonly OpenServer[]> {
  const { inputs, deployment, context, timings, onHold } = request;
  onHold('held');
  const opening = openServers(fleet, {
    intent: 'deploy',
    lockTimeoutMs: inputs.lockTimeoutMs,
    base: deployment.verifyContent === 'full' ? 'verified' : 'listed',
    // One host alone closes by itself, unless it has to go back.
    next: fleet.servers.length === 1 ? ['stage', 'switch'] : ['stage', 'switch', 'close'],
    context: { log: context.log, signal },
  });
  return timings.measure('open', opening).catch(releasedThenThrow(onHold));
}

/** Looks at all servers and plans, without touching anything. @throws Failure for what a deployment would refuse to begin with. */
export async function planDeployment(request: DeployRequest): Promise<DeploymentPlan> {
  const { context } = request;
  return withFleet(request, async (fleet, reading) => {
    const servers = await openServers(fleet, { intent: 'look', lockTimeoutMs: 0, base: 'listed', next: [], context });
    refuseWithoutLink(servers);
    return planHosts(request, servers, await reading);
  });
}

/** Reads and hashes the source while the connections are made, and, where that takes longer, while the servers are opened. */
async function withFleet<T>(
  request: DeployRequest,
  body: (fleet: Fleet, reading: Promise<ReleaseTree>) => Promise<T>,
): Promise<T> {
  const { inputs, deployment, identity, context, onFolder } = request;
  const selection = createSelection(deployment.include, deployment.exclude);
  requireFile(deployment.source, selection);
  const tree = request.timings.measure('read source', readTree(request, selection));
  tree.catch(() => undefined);
  const opening = openFleet({ inputs, context, onFolder, owner: identity.owner, who: identity.who });
  const fleet = await request.timings.measure('connect', opening);
  try {
    // A source that is known to be no good by now is a reason not to touch any server.
    await Promise.race([tree, Promise.resolve()]);
    return await body(fleet, tree);
  } finally {
    await fleet.close();
  }
}

function refuseWithoutLink(servers: readonly OpenServer[]): void {
  const refused = servers.filter(({ report }) => report.currentKind === 'no-link').map(({ label }) => label);
  if (refused.length === 0) return;
  throw new Failure(
    'remote-environment',
    `current is not a symbolic link on ${refused.join(', ')}. Move it away; Plimsoll replaces only a link. Nothing was touched.`,
  );
}

async function readTree({ deployment, context }: DeployRequest, selection: Selection): Promise<ReleaseTree> {
  const source = await scanSource(deployment.source, selection);
  return composeTree(source, { ...deployment, madeAt: Math.trunc(context.now().getTime() / 1000) });
}

function planHosts(request: DeployRequest, servers: readonly OpenServer[], tree: ReleaseTree): DeploymentPlan {
  const { deployment, identity, context } = request;
  const taken = new Set(servers.flatMap(({ report }) => [...report.releases.map(({ id }) => id), ...report.foreign]));
  const release = createReleaseId(context.now(), identity.commit, taken);
  const version = deployment.version || versionOf(context.env, identity.commit);
  const files = tree.entries.filter((entry) => entry.kind === 'file').length;
  const info: ReleaseInfo = { version, at: context.now().toISOString(), size: tree.size, files, by: identity.actor };
  const entry = ledgerEntry(identity, { action: 'deploy-ssh', version, environment: request.inputs.environment });
  const order = servers.length === 1 ? 'at-once' : 'awaited';
  const hosts = servers.map((server) =>
    createDeployHost({ server, deployment, tree, release, info, entry, context, timings: request.timings, order }),
  );
  return { release, version, hosts };
}

/** The tag where a tag is deployed, else the short commit. */
function versionOf(env: ActionContext['env'], commit: string): string {
  const tag = env['GITHUB_REF_TYPE'] === 'tag' ? (env['GITHUB_REF_NAME'] ?? '') : '';
  return tag || commit.slice(0, 7) || 'local';
}

/** A server that broke off may still hold the lease for this run; the post step then looks after it. */
function releasedThenThrow(onHold: DeployRequest['onHold']): (failure: unknown) => never {
  return (failure) => {
    if (asFailure(failure).code === 'locked') onHold('released');
    throw failure;
  };
}
