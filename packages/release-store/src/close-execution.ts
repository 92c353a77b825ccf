import { CloseReader } from './close-report.ts';
import { DEPLOYMENT } from './programs/deployment.ts';
import { SLACK_MS, startExecution } from './start-execution.ts';
import type { CloseReport, CloseRequest, Settling, StoreSettings } from './store-contract.ts';

/** Execution 4: confirms, reverts or drops; gives the lease back. */
export async function close(settings: StoreSettings, request: CloseRequest): Promise<CloseReport> {
  const reader = new CloseReader();
  const { done } = startExecution(settings, DEPLOYMENT.close, {
    args: {
      do: request.decision,
      intent: 'recover',
      fence: String(request.fence),
      release: request.release,
      ...settlingArguments(request),
    },
    onEvent: reader.hear,
    limitMs: SLACK_MS,
  });
  await done;
  return reader.read();
}

/** What the programs need for settling besides the decision; empty where a decision has no use for it. */
export function settlingArguments(request: Settling): Readonly<Record<string, string>> {
  return {
    keep: String(request.keep),
    event: request.decision === 'confirm' ? request.event : '',
    failed: 'markFailed' in request ? request.markFailed : '',
    cause: request.decision === 'revert' ? request.cause : '',
    mark: request.decision === 'revert' ? request.mark : '',
  };
}
