import { formatDuration } from '@plimsoll/figures';
import type { FailureCode } from '@plimsoll/outcome';
import { Fault, findingOf, limitOf, unknown, wrong } from './fault.ts';
import type { Evidence, Finding, ProbePorts, ProbeResult } from './probe.ts';

export interface AttemptRequest {
  readonly ports: ProbePorts;
  /** Of the caller. */
  readonly signal: AbortSignal;
  readonly totalMs: number;
  /** What it shows when the time is over. */
  readonly late: () => Finding;
  /** What the attempt does. It has to end when its signal is aborted, and throws Fault with whatever it finds wrong. */
  readonly work: (signal: AbortSignal) => Promise<Finding>;
  /** What a finding of the layers below means for this probe. */
  readonly meaning: (finding: Finding) => Finding;
  readonly story: () => { readonly series: ProbeResult['series']; readonly evidence: Evidence };
}

/** Runs one attempt within its time, and makes a result of whatever happens. */
export async function runAttempt(request: AttemptRequest): Promise<ProbeResult> {
  const { ports, totalMs } = request;
  const at = ports.now();
  const { finding, limitMs } = await conclude(request);
  // A timer may ring a fraction early by another clock; what timed out took at least its limit.
  const durationMs = Math.max(ports.now() - at, Math.min(limitMs, totalMs));
  return { ...request.meaning(finding), at, durationMs, ...request.story() };
}

async function conclude(request: AttemptRequest): Promise<{ finding: Finding; limitMs: number }> {
  const { signal, totalMs } = request;
  const controller = new AbortController();
  const timer = setTimeout(() => controller.abort(new Fault(request.late(), { limitMs: totalMs })), totalMs);
  const onAbort = (): void => controller.abort(new Fault(unknown('The attempt was stopped before it ended.')));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) onAbort();
    controller.signal.throwIfAborted();
    return { finding: await request.work(controller.signal), limitMs: 0 };
  } catch (thrown) {
    // What breaks because it was aborted is not the reason.
    const reason: unknown = controller.signal.aborted ? controller.signal.reason : thrown;
    return { finding: findingOf(reason), limitMs: limitOf(reason) };
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}

/** For probes whose failures go by another name than `health`. */
export function codedAs(code: FailureCode): (finding: Finding) => Finding {
  return (finding) => (finding.kind === 'wrong' && finding.code === 'health' ? { ...finding, code } : finding);
}

/** That a service took longer than it has. */
export function tooLate(what: string, totalMs: number): Finding {
  return wrong('health', `${what} did not end within ${formatDuration(totalMs)}.`);
}
