import { Failure } from '@plimsoll/outcome';
import type { Probe, RemoteShell } from '@plimsoll/probe';
import type { Baselines } from './baselines.ts';
import type { Check, HttpCheck } from './check.ts';
import { type AlertTimes, httpProbe, type Place, plainProbe, remoteProbe } from './make-probe.ts';
import type { VerificationPlan } from './plan.ts';
import type { VerificationPorts } from './ports.ts';

/** A check as it is tried: one probe, from here or on one server. */
export interface Target {
  readonly check: Check;
  /** The name of the check, with the server where there are several. */
  readonly label: string;
  readonly probe: Probe;
}

/** One of the processes or machines that answer for a check, asked by itself which version it is. */
export interface Backend {
  readonly check: Check;
  /** As the user wrote it; for the service's own address, its origin. */
  readonly label: string;
  readonly probe: Probe;
}

export interface Targets extends AsyncDisposable {
  readonly all: readonly Target[];
  /** Empty where no version is asked for. */
  readonly backends: readonly Backend[];
}

export interface TargetsRequest {
  readonly plan: VerificationPlan;
  readonly before: Baselines | undefined;
  readonly ports: VerificationPorts;
}

/**
 * Makes the probes of a plan; nothing is asked yet.
 * @throws Failure('input') for checks that cannot be tried as they are written.
 */
export function createTargets(request: TargetsRequest): Targets {
  const { plan, ports } = request;
  const all = plan.checks.flatMap((check) => targetsOf(check, request));
  const backends = plan.expectedVersion === '' ? [] : plan.checks.flatMap((check) => backendsOf(check, plan, ports));
  return {
    all,
    backends,
    [Symbol.asyncDispose]: async () => {
      await Promise.all([...all, ...backends].map(({ probe }) => probe.close()));
    },
  };
}

function targetsOf(check: Check, { plan, before, ports }: TargetsRequest): readonly Target[] {
  switch (check.kind) {
    case 'http':
      return [
        {
          check,
          label: check.name,
          probe: httpProbe({ check, name: check.name, plan, place: { kind: 'own' } }, ports),
        },
      ];
    case 'process':
    case 'process-id':
    case 'command':
    case 'database':
      return shellsFor(check, ports).map((shell) => {
        const name = ports.shells.length > 1 ? `${check.name} (${shell.label})` : check.name;
        return { check, label: name, probe: remoteProbe(check, { name, secrets: plan.secrets, shell }, ports) };
      });
    default:
      return [{ check, label: check.name, probe: plainProbe(check, timesOf(plan, before), ports) }];
  }
}

/** Which alerts count, and how long they are watched for. */
function timesOf({ mode, durationMs }: VerificationPlan, before: Baselines | undefined): AlertTimes {
  return {
    ...(before === undefined ? {} : { since: before.at }),
    ...(mode === 'monitor' ? { windowMs: durationMs } : {}),
  };
}

function shellsFor(check: Check, { shells }: VerificationPorts): readonly RemoteShell[] {
  if (shells.length > 0) return shells;
  throw new Failure(
    'input',
    `checks: line ${check.line}: '${check.name}' runs on the server, and no 'hosts' are given. Give hosts, private-key and known-hosts.`,
  );
}

function backendsOf(check: Check, plan: VerificationPlan, ports: VerificationPorts): readonly Backend[] {
  if (check.kind !== 'http' || check.version === '') return [];
  const own = { label: new URL(check.url).origin, place: { kind: 'own' } } as const;
  const others = check.backends.map((text) => ({ label: text, place: placeOf(text, check) }));
  // Where backends are named, the address in front of them shows one of them at a time and proves nothing more.
  return (others.length > 0 ? others : [own]).map(({ label, place }) => ({
    check,
    label,
    probe: httpProbe({ check, name: `${check.name} on ${label}`, plan, place }, ports),
  }));
}

function placeOf(text: string, check: HttpCheck): Place {
  if (!text.includes('://')) return { kind: 'address', address: text.replace(/^\[(.*)\]$/, '$1') };
  const url = URL.parse(text);
  if (url === null)
    throw new Failure('input', `checks: '${text}' is no backend for ${check.url}. Give an origin or an address.`);
  return { kind: 'origin', origin: url.origin };
}
