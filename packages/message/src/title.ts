import type { Stage } from './stages/stage.ts';
import { EVENTS, type KnownEvent, type Story } from './story.ts';

/** What a title is made of. */
export interface Subject extends Pick<Story, 'version' | 'environment' | 'release'> {
  readonly event: string;
  readonly stages: readonly Stage[];
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
  return isOnlyRollback(subject.stages) ? rollbackTitle(subject, known) : deploymentTitle(subject, known);
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
