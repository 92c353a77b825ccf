import { Failure } from '@plimsoll/outcome';
import { type BackupPlace, createReleaseId, type StoredRelease } from '@plimsoll/release-store';
import type { OpenServer } from './open-servers.ts';

/** Where to go: to the last healthy release, to a named one (`force` accepts one that never was healthy), or to the release in a backup. */
export type Goal =
  | { readonly mode: 'auto' }
  | { readonly mode: 'to'; readonly release: string; readonly force: 'no' | 'yes' }
  | BackupGoal;

export interface BackupGoal {
  readonly mode: 'backup';
  readonly id: string;
  readonly place: BackupPlace;
}

export type Choice =
  | { readonly kind: 'switch'; readonly release: string; readonly previous: string }
  /** Every server is there already, for example because opening took an unconfirmed release back. */
  | { readonly kind: 'there'; readonly release: string; readonly previous: string };

/**
 * Chooses one release for all servers, so that they end on one version.
 * @throws Failure('no-release') when no release fits on every server.
 */
export function chooseTarget(servers: readonly OpenServer[], goal: Goal, tried: readonly string[]): Choice {
  const previous = undoneOn(servers) ?? servers[0]?.report.currentRelease ?? '';
  const release = releaseOf(servers, goal, { previous, tried });
  const there = servers.every(({ report }) => report.currentRelease === release);
  return { kind: there ? 'there' : 'switch', release, previous };
}

/** @throws Failure('unexpected-current') when a server is on another release than the caller thinks. */
export function checkExpected(servers: readonly OpenServer[], expected: string): void {
  for (const { label, report } of servers) {
    const difference = unexpected(report, expected);
    if (difference !== undefined) throw new Failure('unexpected-current', `${label} ${difference}`);
  }
}

/** What a server that is on another release than the caller thinks is told for, as the end of a sentence that begins with the server. */
export function unexpected({ currentRelease, undone }: OpenServer['report'], expected: string): string | undefined {
  if (expected === '' || [currentRelease, ...undone.map(({ release }) => release)].includes(expected)) return undefined;
  return `is on ${currentRelease || 'no release'}, expected ${expected}. Somebody deployed since; look at the releases (mode: list) and decide again.`;
}

/** An unconfirmed release that opening took back is what the rollback was to leave. */
function undoneOn(servers: readonly OpenServer[]): string | undefined {
  return servers.flatMap(({ report }) => report.undone)[0]?.release;
}

function releaseOf(servers: readonly OpenServer[], goal: Goal, left: Left): string {
  switch (goal.mode) {
    case 'auto':
      return automatic(servers, left);
    case 'to':
      return named(servers, goal);
    case 'backup':
      return madeAnew(servers, goal);
  }
}

/** Releases that are not to be chosen again. */
interface Left {
  readonly previous: string;
  readonly tried: readonly string[];
}

function automatic(servers: readonly OpenServer[], { previous, tried }: Left): string {
  const left = new Set([previous, ...tried]);
  const fits = (id: string): boolean =>
    servers.every(({ report }) => report.releases.some((one) => one.id === id && one.state === 'healthy'));
  const [first] = servers;
  const candidates = [...(first?.report.releases ?? [])].sort(
    (a, b) => b.confirmed - a.confirmed || (a.id < b.id ? 1 : -1),
  );
  const target = candidates.find(({ id }) => !left.has(id) && fits(id));
  if (target !== undefined) return target.id;
  throw new Failure(
    'no-release',
    `There is no healthy release to go back to besides ${[...left].filter(Boolean).join(', ') || 'the live one'}${servers.length > 1 ? ' that all hosts have' : ''}. Deploy a good version, or name a release (mode: to).`,
  );
}

function named(servers: readonly OpenServer[], goal: Goal & { mode: 'to' }): string {
  for (const { label, report } of servers) {
    const found = report.releases.find(({ id }) => id === goal.release);
    if (found === undefined) {
      throw new Failure('no-release', `${label} has no release ${goal.release}. It has: ${describe(report.releases)}.`);
    }
    if (found.state !== 'healthy' && goal.force === 'no') {
      throw new Failure(
        'no-release',
        `Release ${goal.release} on ${label} is ${found.state}, not healthy. Choose another one, or set force: true.`,
      );
    }
  }
  return goal.release;
}

/**
 * What comes out of a backup is a release of its own, made now: the one that it was taken of may still be there, and may be damaged.
 * The same id on every server, of the first one's clock and the commit that the backup was taken of.
 */
function madeAnew(servers: readonly OpenServer[], { id }: BackupGoal): string {
  const [, commit] = /^\d{8}T\d{6}Z-\d{8}T\d{6}Z-([0-9a-z]+)/.exec(id) ?? [];
  if (commit === undefined) {
    throw new Failure(
      'backup',
      `Backup ${id} was made when nothing was live: there is no release in it. Choose another one (backup with operation: list).`,
    );
  }
  const taken = new Set(servers.flatMap(({ report }) => [...report.releases.map((one) => one.id), ...report.foreign]));
  return createReleaseId(new Date((servers[0]?.report.clock ?? 0) * 1000), commit, taken);
}

function describe(releases: readonly StoredRelease[]): string {
  return releases.map(({ id, state }) => `${id} (${state})`).join(', ') || 'none';
}
