import type { DeploymentDetails, HostLine, Stage } from './stages/stage.ts';
import type { BrokenPart, KnownEvent } from './story.ts';

/** What is known of a run besides what anybody calls it. */
export interface Evidence {
  /** In the order in which they began. */
  readonly stages: readonly Stage[];
  readonly broken: readonly BrokenPart[];
  /** False where something could not be read. */
  readonly isWhole: boolean;
}

/**
 * What the results amount to. A success needs a deployment that passed, nothing that failed, and nothing that could not be
 * read; a way back needs a rollback that passed, or a deployment that says it went back on every host that it had switched.
 *
 * @returns undefined when the evidence is for neither success nor failure
 */
export function deriveEvent({ stages, broken, isWhole }: Evidence): KnownEvent | undefined {
  const mover = stages.findLast(isMove);
  const after = mover === undefined ? [] : stages.slice(stages.indexOf(mover) + 1);
  if (mover !== undefined && wentBack(mover) && after.every(({ verdict }) => verdict === 'pass')) return 'rolled-back';
  if (broken.length > 0 || stages.some(({ verdict }) => verdict !== 'pass')) return 'failed';
  const isDeployed = mover?.kind === 'deployment' && !waits(stages);
  return isWhole && isDeployed ? 'succeeded' : undefined;
}

/** Whether a stage changed, or was to change, what users are on. */
export function isMove({ details }: Stage): boolean {
  if (details.kind === 'deployment') return !details.isDryRun;
  return details.kind === 'rollback' && (details.did === 'went-back' || details.did === 'was-there');
}

/** Whether users are on an earlier release again. */
export function wentBack({ verdict, details }: Stage): boolean {
  if (details.kind === 'rollback') return verdict === 'pass' && isWayBack(details.did);
  return details.kind === 'deployment' && verdict !== 'pass' && isReverted(details);
}

function isWayBack(did: string): boolean {
  return did === 'went-back' || did === 'was-there';
}

/** Hosts that were never switched need no way back; any other state is none that anybody may call safe. */
function isReverted({ hosts }: DeploymentDetails): boolean {
  const isSafe = ({ state }: HostLine): boolean => state === 'reverted' || state === 'untouched';
  return hosts.every(isSafe) && hosts.some(({ state }) => state === 'reverted');
}

/** Whether a release is live that nobody confirmed: unless somebody does, the server goes back by itself. */
export function waits(stages: readonly Stage[]): boolean {
  const pending = stages.findLastIndex(
    ({ details }) => details.kind === 'deployment' && details.hosts.some(({ state }) => state === 'pending'),
  );
  return pending >= 0 && !stages.slice(pending + 1).some(isSettlement);
}

/** A confirmation or a way back: after either, nothing waits any more. */
function isSettlement({ verdict, details }: Stage): boolean {
  if (verdict !== 'pass') return false;
  if (details.kind === 'verification') return details.confirmed !== '';
  return details.kind === 'rollback' && details.did !== 'looked';
}
