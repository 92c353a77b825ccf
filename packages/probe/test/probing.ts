import {
  createHttpProbe,
  type HttpProbeRequest,
  type Probe,
  type ProbePorts,
  type ProbeResult,
  systemPorts,
} from '../src/index.ts';

export const CALM: AbortSignal = new AbortController().signal;

/** One attempt of a probe that is closed afterwards. */
export async function once(probe: Probe): Promise<ProbeResult> {
  try {
    return await probe.attempt(CALM);
  } finally {
    await probe.close();
  }
}

export type HttpRequest = Partial<HttpProbeRequest> & Pick<HttpProbeRequest, 'url'>;

/** One attempt at a URL, with short limits. */
export function askHttp(request: HttpRequest, ports: Partial<ProbePorts> = {}): Promise<ProbeResult> {
  return once(httpProbe(request, ports));
}

export function httpProbe({ limits, ...request }: HttpRequest, ports: Partial<ProbePorts> = {}): Probe {
  const short = { connectMs: 20_000, firstByteMs: 20_000, totalMs: 40_000, ...limits };
  return createHttpProbe({ name: 'test', ...request, limits: short }, { ...systemPorts, ...ports });
}

/** What of a result is compared: kind and code in one word, and the detail. */
export function verdictOf(result: ProbeResult): { verdict: string; detail: string } {
  const verdict = result.kind === 'wrong' ? result.code : result.kind;
  return { verdict, detail: result.kind === 'ok' ? '' : result.detail };
}
