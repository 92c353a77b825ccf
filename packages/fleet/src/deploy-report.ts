import { code, type Log, markdownTable, type Outcome } from '@plimsoll/action-kit';
import { formatBytes, formatDuration } from '@plimsoll/figures';
import type { Json } from '@plimsoll/outcome';
import { displayPath } from '@plimsoll/release-store';
import type { HostEnd, HostOutcome } from '@plimsoll/rollout';
import type { Deployment, DeploymentPlan } from './deploy.ts';
import { type DeployHost, describePlan } from './deploy-host.ts';
import type { DeploymentRequest } from './deployment-request.ts';
import type { Timings } from './timings.ts';

/** A dry run lists this many paths of each kind in the summary; the counts always cover all. */
const LISTED_PATHS = 100;

/** Words for people; the words of `hosts-report` are the codes themselves. */
export const END_TEXTS: { readonly [end in HostEnd]: string } = {
  healthy: 'healthy',
  pending: 'live, waits for its confirmation',
  reverted: 'back on the release before',
  'revert-failed': 'back on the release before, which is not well',
  failed: 'live but not well; there was no healthy release to go back to',
  untouched: 'not touched',
  unknown: 'not known: the server could not be asked any more',
};

/** The outcome of a deployment: one sentence, outputs, facts and the summary. */
export function reportDeployment(deployment: Deployment, durationMs: number, timings: Timings): Outcome {
  const { release, version, hosts, outcomes, verdict } = deployment;
  const rows = hosts.map((host, index) => hostRow(host, outcomes[index], release));
  const summary = sentence(deployment, durationMs);
  return {
    verdict: verdict.code === '' ? 'pass' : 'fail',
    code: verdict.code,
    summary,
    outputs: {
      'release-id': release,
      'previous-release-id': hosts[0]?.server.report.currentRelease ?? '',
      changed: String(hosts.some(({ plan }) => countChanges(plan) > 0)),
      'hosts-report': JSON.stringify(rows),
    },
    facts: {
      release,
      version,
      environment: deployment.environment,
      previous: hosts[0]?.server.report.currentRelease ?? '',
      cause: verdict.cause,
      reason: verdict.detail,
      hosts: rows,
      changedFiles: Math.max(0, ...hosts.map(({ plan }) => countChanges(plan))),
      watchdog: hosts[0]?.watchdog() ?? '',
      durationsMs: timings.parts(),
      recovered: hosts.flatMap(({ server }) => server.report.recovered),
    },
    report: [`### Deployment of ${code(version)}`, summary, hostTable(deployment), timeTable(timings)].join('\n\n'),
  };
}

/** The outcome of a dry run. */
export function reportPlan(plan: DeploymentPlan, deployment: DeploymentRequest): Outcome {
  const { release, version, hosts } = plan;
  const rows = hosts.map(({ label, server, plan }): Json => {
    const before = server.report.currentRelease;
    return { host: label, before, after: before, state: 'planned', code: '', durationMs: 0, bytes: plan.bytes };
  });
  return {
    verdict: 'pass',
    code: '',
    summary: `Dry run: nothing was touched. ${hosts.map((host) => `${host.label}: ${describePlan(host.plan)}`).join('; ')}.`,
    outputs: {
      'release-id': '',
      'previous-release-id': hosts[0]?.server.report.currentRelease ?? '',
      changed: String(hosts.some(({ plan }) => countChanges(plan) > 0)),
      'hosts-report': JSON.stringify(rows),
    },
    facts: { dryRun: true, release, version, hosts: rows },
    report: [`### Dry run of ${code(version)}`, ...hosts.map((host) => planText(host, deployment))].join('\n\n'),
  };
}

/** Prints what a deployment would do. */
export function logPlan({ hosts }: DeploymentPlan, deployment: DeploymentRequest, log: Log): void {
  for (const host of hosts) for (const line of planLines(host, deployment)) log.info(line);
}

function planLines({ label, server, plan }: DeployHost, deployment: DeploymentRequest): readonly string[] {
  const hooks = hooksOf(deployment);
  const paths = (mark: string, list: readonly string[]): string[] => [
    ...list.slice(0, LISTED_PATHS).map((path) => `  ${mark} ${displayPath(path)}`),
    ...(list.length > LISTED_PATHS ? [`  ${mark} … and ${list.length - LISTED_PATHS} more`] : []),
  ];
  return [
    `${label}: current is ${server.report.currentRelease || 'not there yet'}; ${describePlan(plan)}`,
    ...paths('+', plan.create),
    ...paths('~', plan.replace),
    ...paths('-', plan.delete),
    `  free on the server: ${formatBytes(server.report.freeBytes)}, ${server.report.freeInodes} inodes`,
    `  would run: ${hooks.length === 0 ? 'nothing' : hooks.join(', ')}`,
    `  would remove: ${removable(server.report.releases, deployment.keepReleases).join(', ') || 'no release'}`,
  ];
}

function hooksOf({ prepare, beforeSwitch, runbook }: DeploymentRequest): readonly string[] {
  return [
    ...(prepare === '' ? [] : ['prepare']),
    ...(beforeSwitch === '' ? [] : ['before-switch']),
    ...(runbook.afterSwitch === '' ? [] : ['after-switch']),
    ...runbook.services.map((unit) => `restart of ${unit}`),
    ...(runbook.healthCommand === '' ? [] : ['health-command']),
    ...(runbook.healthUrl === '' ? [] : ['health-url']),
  ];
}

function planText(host: DeployHost, deployment: DeploymentRequest): string {
  return ['```', ...planLines(host, deployment).map((line) => line.replaceAll('`', "'")), '```'].join('\n');
}

/** Which healthy releases would make room once the new one is healthy, the same rule as on the server. */
function removable(releases: DeployHost['server']['report']['releases'], keep: number): readonly string[] {
  const healthy = releases.filter(({ state }) => state === 'healthy').sort((a, b) => b.confirmed - a.confirmed);
  return healthy
    .slice(Math.max(keep, 2) - 1)
    .filter(({ current }) => !current)
    .map(({ id }) => id);
}

function countChanges({ create, replace, delete: gone }: DeployHost['plan']): number {
  return create.length + replace.length + gone.length;
}

function hostRow(
  host: DeployHost,
  outcome: HostOutcome | undefined,
  release: string,
): { readonly [key: string]: Json } {
  const before = host.server.report.currentRelease;
  const end = outcome?.end ?? 'unknown';
  const back = host.liveAfterRevert() || before;
  const after = {
    healthy: release,
    pending: release,
    failed: release,
    unknown: '',
    reverted: back,
    'revert-failed': back,
    untouched: before,
  };
  return {
    host: host.label,
    before,
    after: after[end],
    state: end,
    code: outcome?.code ?? '',
    durationMs: host.elapsedMs(),
    bytes: host.bytesSent(),
  };
}

function sentence({ release, version, hosts, outcomes, verdict }: Deployment, durationMs: number): string {
  const where = hosts.length === 1 ? (hosts[0]?.label ?? '') : `${hosts.length} hosts`;
  if (verdict.code === '') {
    const waits = outcomes.some(({ end }) => end === 'pending') ? ' and waits for its confirmation' : '';
    return `${version} (${release}) is live on ${where} after ${formatDuration(durationMs)}${waits}.`;
  }
  const states = [...new Set(outcomes.map(({ end }) => END_TEXTS[end]))].join('; ');
  const reason = verdict.detail === '' ? verdict.code : `${verdict.cause || verdict.code}: ${verdict.detail}`;
  const from = hosts.length > 1 && verdict.host !== '' ? `${verdict.host}: ` : '';
  return `${failedHead({ version, release, where, outcomes })}: ${from}${reason.replace(/\.?$/, '.')} State of ${where}: ${states}.`;
}

type Failed = Pick<Deployment, 'version' | 'release' | 'outcomes'> & { readonly where: string };

function failedHead({ version, release, where, outcomes }: Failed): string {
  switch (livenessOf(outcomes)) {
    case 'live':
      return `${version} (${release}) is live on ${where}, but the run did not end well`;
    case 'unclear':
      return `It is not known whether ${version} (${release}) is live on ${where}`;
    case 'not-live':
      return `${version} was not deployed`;
  }
}

/** Whether users are on the release of a run that failed: one that broke off when its gate had passed may have left it live. */
export function livenessOf(outcomes: readonly HostOutcome[]): 'live' | 'unclear' | 'not-live' {
  if (outcomes.some(({ end }) => end === 'unknown')) return 'unclear';
  return outcomes.every(({ end }) => end === 'healthy' || end === 'pending') ? 'live' : 'not-live';
}

function timeTable(timings: Timings): string {
  const parts = Object.entries(timings.parts());
  return markdownTable(
    parts.map(([part]) => part),
    [parts.map(([, ms]) => formatDuration(ms))],
  );
}

function hostTable({ hosts, outcomes, release }: Deployment): string {
  const rows = hosts.map((host, index) => {
    const outcome = outcomes[index];
    return [
      host.label,
      END_TEXTS[outcome?.end ?? 'unknown'],
      outcome?.code ?? '',
      { code: host.server.report.currentRelease || '–' },
      { code: release },
      describePlan(host.plan),
      formatBytes(host.bytesSent()),
      formatDuration(host.elapsedMs()),
      host.watchdog() || '–',
    ];
  });
  return markdownTable(['Host', 'State', 'Code', 'Before', 'Release', 'Files', 'Sent', 'Time', 'Watchdog'], rows);
}
