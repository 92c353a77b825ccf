import { DEPLOYMENT } from './programs/deployment.ts';
import { ReportReader, type StoreReport } from './report.ts';
import { SLACK_MS, seconds, startExecution } from './start-execution.ts';
import type { OpenRequest, StoreSettings } from './store-contract.ts';
import { formatEntry } from './switch-execution.ts';

/** Execution 1: takes the lease and recovers (`take`), or only looks; reports. */
export async function open(settings: StoreSettings, request: OpenRequest, mode: 'look' | 'take'): Promise<StoreReport> {
  const reader = new ReportReader();
  const { done } = startExecution(settings, DEPLOYMENT.open, {
    args: {
      do: mode,
      intent: request.intent,
      undo: request.undo === undefined ? '' : formatEntry(request.undo),
      lock_timeout: seconds(request.lockTimeoutMs),
      base: request.base === 'none' ? 'no' : 'yes',
      verify_content: request.base === 'verified' ? 'full' : 'changed',
    },
    onEvent: reader.hear,
    signal: request.signal,
    limitMs: request.lockTimeoutMs + SLACK_MS,
  });
  await done;
  return reader.read();
}
