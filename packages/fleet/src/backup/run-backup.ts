import { asFailure, Failure, type FailureCode } from '@plimsoll/outcome';
import { createStoreWithBackups, type StoredBackup, type StoreWithBackups } from '@plimsoll/release-store';
import { type Fleet, openFleetOf } from '../fleet.ts';
import { giveBack, type OpenServer, openServers } from '../open-servers.ts';
import type { BackupRequest } from './backup-request.ts';
import { type DownloadFolder, planDownloads } from './download-folder.ts';
import { createOn, type Done, type HostRequest, NOTHING_DONE, restoreOn, verifyOn } from './host-tasks.ts';
import { isUsable, judgeAge, newestFirst } from './max-age.ts';
import { isNew } from './new-host.ts';

/** What became of the task on one host. */
export interface HostBackups {
  readonly label: string;
  /** It never had a release, and there was nothing to back up. */
  readonly isNew: boolean;
  /** The backup that was made, verified or restored; of a list, the newest one. Undefined where there is none. */
  readonly backup: StoredBackup | undefined;
  /** All of them afterwards, newest first. */
  readonly backups: readonly StoredBackup[];
  /** Ids of those that went, by age or number. */
  readonly removed: readonly string[];
  /** Folder on the runner, empty when nothing was fetched. */
  readonly downloaded: string;
  /** Folder on the server, empty when nothing was restored. */
  readonly restored: string;
  readonly code: FailureCode | '';
  readonly detail: string;
  readonly durationMs: number;
}

/** Does one thing with backups on all servers. @throws Failure for what fails before anything began. */
export async function runBackup(request: BackupRequest): Promise<readonly HostBackups[]> {
  const { inputs, identity, context, onFolder } = request;
  const downloads = await downloadsOf(request);
  const { owner, who } = identity;
  const fleet = await openFleetOf(createStoreWithBackups, { inputs, context, onFolder, owner, who });
  try {
    return await onFleet(fleet, request, downloads);
  } finally {
    await fleet.close();
  }
}

/** The same over connections that are there. `downloads` are folders for the hosts, in their order; none: nothing is fetched. */
export async function onFleet(
  fleet: Fleet<StoreWithBackups>,
  request: BackupRequest,
  downloads: readonly DownloadFolder[],
): Promise<readonly HostBackups[]> {
  const opening = open(fleet, request);
  const [first] = request.task.operation === 'list' ? (['backups'] as const) : (['backup'] as const);
  for (const { store } of fleet.servers) store.announceBackups(first);
  const servers = await opening;
  const time = idTime(servers);
  try {
    return await Promise.all(
      servers.map((server, index) => onHost(request, { server, time, download: downloads[index] })),
    );
  } finally {
    await giveLeasesBack(servers, request);
  }
}

async function downloadsOf({ task, inputs }: BackupRequest): Promise<readonly DownloadFolder[]> {
  if (!('downloadTo' in task) || task.downloadTo === '') return [];
  return planDownloads(
    task.downloadTo,
    inputs.hosts.map(({ label }) => label),
  );
}

/** To look at backups takes no lease: a deployment under way need not be waited for. */
async function open(
  fleet: Fleet<StoreWithBackups>,
  { inputs, task, context, onHold }: BackupRequest,
): Promise<readonly OpenServer<StoreWithBackups>[]> {
  const common = { base: 'none', context } as const;
  if (task.operation === 'list') return openServers(fleet, { ...common, intent: 'look', lockTimeoutMs: 0, next: [] });
  onHold('held');
  const { lockTimeoutMs } = inputs;
  return openServers(fleet, { ...common, intent: 'deploy', lockTimeoutMs, next: ['close'] }).catch(
    (failure: unknown) => {
      if (asFailure(failure).code === 'locked') onHold('released');
      throw failure;
    },
  );
}

async function giveLeasesBack(servers: readonly OpenServer[], { task, context, onHold }: BackupRequest): Promise<void> {
  if (task.operation === 'list') return;
  await giveBack(servers, context.log);
  onHold('released');
}

/** One time for all hosts, so that the backups of a run have one id: a rollback looks for the same one everywhere. */
function idTime(servers: readonly OpenServer[]): string {
  const clock = Math.max(0, ...servers.map(({ report }) => report.clock));
  return new Date(clock * 1000).toISOString().replace(/[-:]|\.\d+/g, '');
}

/** Never throws: what became of one host must not hide what became of the others. */
async function onHost(request: BackupRequest, host: HostRequest): Promise<HostBackups> {
  const startedAt = performance.now();
  const { label } = host.server;
  const done = await attempt(request, host);
  const after = await listOn(request, host, done.failure);
  const hasNothing = done.foundNothing || isUntouched(request, host, after);
  const failure = after.failure ?? problemOf(request, { done, after, hasNothing });
  tellEnd(request, { label, failure, hasNothing });
  const id = request.task.operation === 'list' ? after.backups[0]?.id : done.id;
  return {
    label,
    isNew: failure === undefined && hasNothing,
    backup: after.backups.find((one) => one.id === id),
    backups: after.backups,
    removed: done.removed,
    downloaded: done.downloaded,
    restored: done.restored,
    code: failure?.code ?? '',
    detail: failure?.message ?? '',
    durationMs: Math.round(performance.now() - startedAt),
  };
}

interface Attempt extends Done {
  readonly failure: Failure | undefined;
}

function attempt(request: BackupRequest, host: HostRequest): Promise<Attempt> {
  return perform(request, host).then(
    (done) => ({ ...done, failure: undefined }),
    (thrown: unknown) => ({ ...NOTHING_DONE, failure: asFailure(thrown) }),
  );
}

function perform(request: BackupRequest, host: HostRequest): Promise<Done> {
  const { task } = request;
  switch (task.operation) {
    case 'list':
      return Promise.resolve(NOTHING_DONE);
    case 'create':
      return createOn(request, host, task);
    case 'verify':
      return verifyOn(request, host, task);
    case 'restore':
      return restoreOn(request, host, task);
  }
}

interface Listed {
  readonly backups: readonly StoredBackup[];
  /** Seconds since 1970 by the clock of the server. */
  readonly clock: number;
  readonly failure: Failure | undefined;
}

/** What there is now. That this cannot be told is no news when the task itself had failed before. */
function listOn(request: BackupRequest, host: HostRequest, failed: Failure | undefined): Promise<Listed> {
  const { place, context } = request;
  return host.server.store.listBackups({ place, signal: context.signal }).then(
    ({ backups, clock }) => ({ backups: newestFirst(backups), clock, failure: failed }),
    (thrown: unknown) => ({ backups: [], clock: 0, failure: failed ?? asFailure(thrown) }),
  );
}

/** Who only looks cannot tell what lies on a host: one without backups has nothing to save as long as it never had a release. */
function isUntouched({ task }: BackupRequest, { server }: HostRequest, { backups }: Listed): boolean {
  return task.operation === 'list' && backups.length === 0 && isNew(server.report);
}

interface Seen {
  readonly done: Attempt;
  readonly after: Listed;
  readonly hasNothing: boolean;
}

/** What there is is not enough, although all went well. */
function problemOf(request: BackupRequest, { done, after, hasNothing }: Seen): Failure | undefined {
  const missing = done.foundNothing ? undefined : contradiction(request, done.id, after);
  if (missing !== undefined) return missing;
  return hasNothing && after.backups.length === 0 ? undefined : ageProblem(request, after);
}

interface End {
  readonly label: string;
  readonly failure: Failure | undefined;
  readonly hasNothing: boolean;
}

function tellEnd({ context }: BackupRequest, { label, failure, hasNothing }: End): void {
  if (failure !== undefined) context.log.info(`${label}: ${failure.code}: ${failure.message}`);
  else if (hasNothing) context.log.notice(`${label}: no release yet, and nothing to back up.`);
}

/** What was just done has to be seen in the list, or it is not known to be there. */
function contradiction({ task }: BackupRequest, id: string, { backups }: Listed): Failure | undefined {
  if (task.operation === 'list') return undefined;
  const found = backups.find((one) => one.id === id);
  if (found === undefined) return new Failure('backup', `Backup ${id} is not on the server any more. Run it again.`);
  const isToBeVerified = task.operation === 'verify' || (task.operation === 'create' && task.verify !== 'none');
  if (!isToBeVerified || isUsable(found)) return undefined;
  const why = found.problem || `it is marked '${found.verified}'`;
  return new Failure('backup-unverified', `Backup ${id} was verified, and is not listed as such: ${why}.`);
}

function ageProblem({ maxAgeMs }: BackupRequest, { backups, clock }: Listed): Failure | undefined {
  return maxAgeMs === undefined ? undefined : judgeAge({ backups, maxAgeMs, clock });
}
