import type { ProbeResult } from '@plimsoll/probe';
import type { VerificationPorts } from './ports.ts';
import { tryOnce } from './rounds.ts';
import type { Backend } from './targets.ts';
import type { VerificationReport } from './verification-report.ts';

export type Seen = VerificationReport['identity']['seen'][number];

/** What the backends said of their version at one moment. */
export interface IdentityLook {
  readonly seen: readonly Seen[];
  /** Backends on which the expected version does not answer well, with the attempt that showed it. */
  readonly wrong: readonly { readonly backend: Backend; readonly result: ProbeResult }[];
}

/** Asks every backend which version it is. A version is never taken from one that answered for another. */
export async function lookAtIdentity(
  backends: readonly Backend[],
  when: Seen['when'],
  ports: VerificationPorts,
): Promise<IdentityLook> {
  const looks = await Promise.all(
    backends.map(async (backend) => ({ backend, result: await tryOnce(backend, ports) })),
  );
  return {
    seen: looks.map(({ backend, result }) => ({
      backend: backend.label,
      version: result.evidence.version ?? '',
      when,
    })),
    wrong: looks.filter(({ result }) => result.kind !== 'ok'),
  };
}
