import type { ActionContext } from '@plimsoll/action-kit';
import { asFailure, Failure } from '@plimsoll/outcome';
import type { Intent, LedgerEntry, Store, StoreReport } from '@plimsoll/release-store';
import type { Fleet, Server } from './fleet.ts';

/** A server whose lease is held, or that was only looked at. */
export interface OpenServer<S extends Store = Store> extends Server<S> {
  readonly report: StoreReport;
}

export interface OpenServersRequest {
  readonly intent: Intent | 'look';
  readonly lockTimeoutMs: number;
  readonly base: 'none' | 'listed' | 'verified';
  /** For the ledger, when opening takes an unconfirmed release back. */
  readonly undo?: LedgerEntry;
  /** The executions that will follow on each server if all goes well. */
  readonly next: readonly ('stage' | 'switch' | 'close')[];
  readonly context: Pick<ActionContext, 'log' | 'signal'>;
}

/**
 * Opens the store of every server side by side. When one of them fails, the others give their leases back.
 * @throws Failure of the first server that failed, naming all of them.
 */
export async function openServers<S extends Store>(
  fleet: Fleet<S>,
  request: OpenServersRequest,
): Promise<readonly OpenServer<S>[]> {
  const results = await Promise.allSettled(fleet.servers.map((server) => openServer(server, request)));
  const opened = results.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
  const failures = results.flatMap((result, index) =>
    result.status === 'rejected'
      ? [{ label: fleet.servers[index]?.label ?? '', failure: asFailure(result.reason) }]
      : [],
  );
  const [first] = failures;
  if (first === undefined) return opened;
  if (request.intent !== 'look') await giveBack(opened, request.context.log);
  const message = failures.map(({ label, failure }) => `${label}: ${failure.message}`).join('\n');
  throw new Failure(first.failure.code, message, { cause: first.failure });
}

/** Gives leases back without having changed anything. Trouble is logged: the lease runs out by itself. */
export async function giveBack(servers: readonly OpenServer[], log: ActionContext['log']): Promise<void> {
  await Promise.all(
    servers.map(async ({ label, store, report }) => {
      try {
        await store.close({ decision: 'drop', fence: report.fence, release: '', markFailed: '', keep: 0 });
      } catch (thrown) {
        log.info(`${label}: the lease could not be given back and runs out by itself. ${asFailure(thrown).message}`);
      }
    }),
  );
}

async function openServer<S extends Store>(server: Server<S>, request: OpenServersRequest): Promise<OpenServer<S>> {
  const { intent, lockTimeoutMs, base, undo, context } = request;
  const { signal, log } = context;
  const opening =
    intent === 'look'
      ? server.store.look({ base: base === 'none' ? 'none' : 'listed', signal })
      : server.store.open({ intent, lockTimeoutMs, base, signal, ...(undo === undefined ? {} : { undo }) });
  server.store.announce(...request.next);
  const report = await opening;
  for (const sentence of report.recovered)
    log.notice(`${server.label}: repaired what an earlier run had left: ${sentence}`);
  tellCurrent(server.label, report, log);
  return { ...server, report };
}

function tellCurrent(label: string, report: StoreReport, log: ActionContext['log']): void {
  if (report.currentKind === 'foreign') {
    log.warning(
      `${label}: current points at something that Plimsoll did not deploy. It stays on the server, but there is no automatic way back to it.`,
    );
  } else if (report.currentKind === 'dangling') {
    log.warning(`${label}: current points at nothing.`);
  } else if (report.currentKind === 'no-link') {
    log.warning(`${label}: current is not a symbolic link. Move it away; Plimsoll replaces only a link.`);
  } else {
    log.info(`${label}: current is ${report.currentRelease || 'not there yet'}`);
  }
}
