import { formatDuration } from '@plimsoll/figures';
import type { FailureCode } from '@plimsoll/outcome';
import { startDeadline } from './deadline.ts';
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
  const end = await conclude(request);
  // A timer may ring a fraction early by another clock; what timed out took at least its limit.
  const durationMs = Math.max(ports.now() - at, Math.min(end.limitMs, totalMs));
  return { ...request.meaning(asSeen(end)), at, durationMs, ...request.story() };
}

/** How an attempt ended. */
interface End {
  readonly finding: Finding;
  /** The limit that was over, if one was. */
  readonly limitMs: number;
  readonly stoodStillMs: number;
}

/** A machine that stood still read no answer and saw limits pass: neither the time that it took nor that it took too long is the service's. */
function asSeen({ finding, limitMs, stoodStillMs }: End): Finding {
  const isAboutTime = finding.kind === 'ok' || limitMs > 0;
  if (stoodStillMs === 0 || !isAboutTime) return finding;
  const forSoLong = formatDuration(stoodStillMs);
  return unknown(`This machine stood still for ${forSoLong} meanwhile: how long it took is not known.`);
}

async function conclude(request: AttemptRequest): Promise<End> {
  const { signal, totalMs, ports } = request;
  const controller = new AbortController();
  const onOver = (): void => controller.abort(new Fault(request.late(), { limitMs: totalMs }));
  const deadline = startDeadline({ ports, totalMs, onOver });
  const onAbort = (): void => controller.abort(new Fault(unknown('The attempt was stopped before it ended.')));
  signal.addEventListener('abort', onAbort, { once: true });
  if (signal.aborted) onAbort();
  const found = await workedOut(request, controller.signal);
  signal.removeEventListener('abort', onAbort);
  return { ...found, stoodStillMs: deadline.end() };
}

async function workedOut({ work }: AttemptRequest, signal: AbortSignal): Promise<Omit<End, 'stoodStillMs'>> {
  try {
    signal.throwIfAborted();
    return { finding: await work(signal), limitMs: 0 };
  } catch (thrown) {
    // What breaks because it was aborted is not the reason.
    const reason: unknown = signal.aborted ? signal.reason : thrown;
    return { finding: findingOf(reason), limitMs: limitOf(reason) };
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
