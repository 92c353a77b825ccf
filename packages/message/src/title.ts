import type { Stage } from './stages/stage.ts';
import { EVENTS, type KnownEvent, type Story } from './story.ts';

/** What a title is made of. */
export interface Subject extends Pick<Story, 'version' | 'environment' | 'release'> {
  readonly event: string;
  readonly stages: readonly Stage[];
  /** False where something could not be read. */
  readonly isWhole: boolean;
}

const ENDINGS: Readonly<Record<KnownEvent, string>> = {
  started: 'started',
  succeeded: 'succeeded',
  failed: 'failed',
  'rolled-back': 'was rolled back',
};

/** `Deployment of v1.2.3 to production was rolled back`; an event in the user's own words is its own title. */
export function titleOf(subject: Subject): string {
  const known = EVENTS.find((event) => event === subject.event);
  if (known === undefined && subject.event !== 'finished') return subject.event;
  if (isOnlyRollback(subject.stages)) return rollbackTitle(subject, known);
  return gateTitle(subject, known) ?? deploymentTitle(subject, known);
}

/** Of a pull request there is often nothing but a gate. What else went wrong, or could not be read, is no word about the gate. */
function gateTitle({ stages, isWhole }: Subject, event: KnownEvent | undefined): string | undefined {
  if (stages.length === 0 || stages.some(({ kind }) => kind !== 'gate')) return undefined;
  const passed = stages.every(({ verdict }) => verdict === 'pass');
  if (event === 'failed' && !passed) return 'Quality gate failed';
  return event === undefined && passed && isWhole ? 'Quality gate passed' : undefined;
}

function isOnlyRollback(stages: readonly Stage[]): boolean {
  return stages.some(({ kind }) => kind === 'rollback') && !stages.some(({ kind }) => kind === 'deployment');
}

function rollbackTitle({ release, environment }: Subject, event: KnownEvent | undefined): string {
  const ending =
    event === 'failed' || event === 'started' ? ENDINGS[event] : event === undefined ? 'ended' : 'succeeded';
  return words(['Rollback', after('to', release), after('on', environment), ending]);
}

function deploymentTitle({ version, environment }: Subject, event: KnownEvent | undefined): string {
  const ending = event === undefined ? 'ended' : ENDINGS[event];
  return words(['Deployment', after('of', version), after('to', environment), ending]);
}

function after(preposition: string, name: string): string {
  return name === '' ? '' : `${preposition} ${name}`;
}

function words(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
