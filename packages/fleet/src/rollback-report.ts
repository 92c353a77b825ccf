import { code, type Log, markdownTable, type Outcome } from '@plimsoll/action-kit';
import { formatBytes } from '@plimsoll/figures';
import type { Json } from '@plimsoll/outcome';
import type { StoredRelease } from '@plimsoll/release-store';
import type { Confirmation } from './confirm.ts';
import { END_TEXTS, livenessOf } from './deploy-report.ts';
import { handedOut } from './handed-out.ts';
import type { HostReleases } from './list-releases.ts';
import type { Rollback } from './roll-back.ts';

/** The outcome of a rollback. */
export function reportRollback(rollback: Rollback): Outcome {
  const { release, previous, servers, releases, outcomes, verdict } = rollback;
  const passed = verdict.code === '';
  const summary = passed ? passedSentence(rollback) : failedSentence(rollback);
  const rows = outcomes.map(({ label, end, code: hostCode }) => [label, END_TEXTS[end], hostCode]);
  return {
    verdict: passed ? 'pass' : 'fail',
    code: verdict.code,
    summary,
    outputs: {
      'release-id': passed ? release : '',
      'previous-release-id': previous,
      releases: handedOut(releases.toReversed().map(releaseRow)),
    },
    facts: {
      release,
      previous,
      cause: verdict.cause,
      reason: verdict.detail,
      tried: rollback.tried,
      switched: !rollback.alreadyThere,
      watchdog: rollback.watchdog,
      backup: rollback.backup,
      hosts: outcomes.map(({ label, end, code: hostCode }): Json => ({ host: label, state: end, code: hostCode })),
      recovered: servers.flatMap(({ report }) => report.recovered),
    },
    report: [`### Rollback to ${code(release)}`, summary, markdownTable(['Host', 'State', 'Code'], rows)].join('\n\n'),
  };
}

/** The outcome of a confirmation. */
export function reportConfirmation({ release, code: failure, hosts }: Confirmation): Outcome {
  const details = hosts.filter(({ detail }) => detail !== '').map(({ label, detail }) => `${label}: ${detail}`);
  const summary = failure === '' ? [`Release ${release} is confirmed.`, ...details].join(' ') : details.join('\n');
  const rows = hosts.map((host) => [host.label, { code: host.release }, host.code || 'confirmed', host.detail]);
  return {
    verdict: failure === '' ? 'pass' : 'fail',
    code: failure,
    summary,
    outputs: { 'release-id': release, 'previous-release-id': '', releases: '' },
    facts: {
      release,
      hosts: hosts.map((host): Json => ({ host: host.label, release: host.release, code: host.code })),
    },
    report: ['### Confirmation', summary, markdownTable(['Host', 'Release', 'Outcome', 'Detail'], rows)].join('\n\n'),
  };
}

/** The outcome of `list`, with the table in the log as well. */
export function reportReleases(lists: readonly HostReleases[], log: Log): Outcome {
  const tables = lists.map(({ label, releases }) => [`#### ${code(label)}`, releaseTable(releases)].join('\n\n'));
  for (const { label, releases } of lists) {
    log.info(`${label}:`);
    for (const one of releases)
      log.info(
        `  ${one.current ? '*' : ' '} ${one.id}  ${one.state}  ${one.version}  ${one.at}  ${formatBytes(one.size)}  ${one.by}`,
      );
  }
  const [first] = lists;
  return {
    verdict: 'pass',
    code: '',
    summary: lists.map(({ label, releases }) => `${label} has ${releases.length} releases`).join(', '),
    outputs: {
      'release-id': currentOf(first?.releases ?? []),
      'previous-release-id': '',
      releases: handedOut((first?.releases ?? []).map(releaseRow)),
    },
    facts: { hosts: lists.map(hostFacts) },
    report: ['### Releases', ...tables].join('\n\n'),
  };
}

function hostFacts({ label, releases }: HostReleases): Json {
  return { host: label, current: currentOf(releases), releases: releases.length };
}

function currentOf(releases: readonly StoredRelease[]): string {
  return releases.find((one) => one.current)?.id ?? '';
}

function releaseTable(releases: readonly StoredRelease[]): string {
  const rows = releases.map((one) => [
    { code: one.id },
    one.version,
    one.at,
    one.state,
    formatBytes(one.size),
    one.by,
    one.current ? 'current' : '',
  ]);
  return markdownTable(['Release', 'Version', 'Time', 'State', 'Size', 'By', ''], rows);
}

function releaseRow({ id, version, at, state, size, by, current }: StoredRelease): { readonly [key: string]: Json } {
  return { id, version, at, state, size, by, current };
}

function passedSentence({ release, previous, backup, alreadyThere }: Rollback): string {
  if (backup !== '')
    return `${release}, made from backup ${backup}, is live; ${previous || 'nothing'} was left. Shared files and dumps of the backup were not touched: the action backup puts them into a folder (operation: restore).`;
  if (!alreadyThere) return `${release} is live again, ${previous || 'nothing'} was left.`;
  if (previous === release || previous === '') return `${release} was live already; nothing was switched.`;
  return `${release} is live again: ${previous} had never been confirmed and was taken back.`;
}

function failedSentence({ release, outcomes, verdict }: Rollback): string {
  const states = [...new Set(outcomes.map(({ end }) => END_TEXTS[end]))].join('; ');
  const where = outcomes.length > 1 && verdict.host !== '' ? `${verdict.host}: ` : '';
  const reason = `(${verdict.cause || verdict.code}): ${where}${verdict.detail.replace(/\.?$/, '.')} State: ${states}.`;
  return `${failedHead(release, outcomes)} ${reason}`;
}

function failedHead(release: string, outcomes: Rollback['outcomes']): string {
  switch (livenessOf(outcomes)) {
    case 'live':
      return `${release} is live, but the rollback did not end well`;
    case 'unclear':
      return `It is not known whether the rollback to ${release} succeeded`;
    case 'not-live':
      return `The rollback to ${release} failed`;
  }
}
