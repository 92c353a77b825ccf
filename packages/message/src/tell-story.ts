import { deriveEvent, type Evidence, isMove, waits, wentBack } from './derive-event.ts';
import type { Found, FoundResult } from './results/read-outputs.ts';
import { textIn } from './stages/facts.ts';
import { readStage } from './stages/read-stage.ts';
import type { Stage } from './stages/stage.ts';
import { missedTargets } from './stages/targets.ts';
import { type BrokenPart, EVENTS, type Place, type Reason, type Story, type StoryField, type Tone } from './story.ts';
import { cleanLine, cleanText } from './text/clean.ts';
import { cutTo } from './text/cut.ts';
import { titleOf } from './title.ts';

/** More than any receiver takes, so whatever is cut here is cut again, and said, where it is rendered. */
const LONGEST_TEXT = 70_000;
const LONGEST_LINE = 2_000;
const LONGEST_EVENT = 100;

const NOTHING_FOUND = 'No result of a Plimsoll step was found, so it is not known how it ended.';

/** What a story is told from. Texts may be anything; they are cleaned here, and escaped where they are rendered. */
export interface StoryRequest {
  /** A known event or any other words; empty: what the results amount to. */
  readonly event: string;
  /** Empty: made from event, version and environment. */
  readonly title: string;
  readonly text: string;
  readonly fields: readonly StoryField[];
  readonly steps: Found;
  readonly needs: Found;
  readonly place: Place;
}

/** The story of a deployment, from what its steps left behind and what the user wants to be said. */
export function tellStory(request: StoryRequest): Story {
  const { steps, needs, place } = request;
  const stages = stagesOf([...steps.results, ...needs.results]);
  const broken = brokenOf([...steps.ends, ...needs.ends]);
  const evidence = { stages, broken, isWhole: steps.isWhole && needs.isWhole };
  const derived = deriveEvent(evidence);
  const event = cutTo(lineOf(request.event), LONGEST_EVENT) || derived || 'finished';
  const isContradicted = event === 'succeeded' && (derived === 'failed' || derived === 'rolled-back');
  const subject = { version: versionOf(stages), environment: environmentOf(steps, needs), release: releaseOf(stages) };
  return {
    event,
    tone: isContradicted ? 'neutral' : toneOf(event),
    title: lineOf(request.title) || titleOf({ ...subject, event, stages, isWhole: evidence.isWhole }),
    text: textOf(request.text),
    fields: request.fields.map(({ name, value }) => ({ name: lineOf(name), value: textOf(value) })),
    place,
    ...subject,
    stages,
    broken,
    reason: reasonOf(evidence),
    ...timesOf(stages),
    notes: [
      ...steps.notes,
      ...needs.notes,
      ...contradictionOf(isContradicted, derived),
      ...(event === 'finished' && stages.length === 0 ? [NOTHING_FOUND] : []),
      ...waitingOf(stages),
      ...missedTargets(stages),
    ],
  };
}

function toneOf(event: string): Tone {
  return EVENTS.find((known) => known === event) ?? 'neutral';
}

/** Cleaned before it is cut: what nobody sees takes no room from what is to be seen. */
function lineOf(text: string): string {
  return cutTo(cleanLine(text), LONGEST_LINE);
}

function textOf(text: string): string {
  return cutTo(cleanText(text).trim(), LONGEST_TEXT);
}

/** The same result may come by two ways: as a step's own and as an output of its job. */
function stagesOf(results: readonly FoundResult[]): readonly Stage[] {
  const seen = new Map<string, FoundResult>();
  for (const found of results) {
    const key = JSON.stringify(found.result);
    if (!seen.has(key)) seen.set(key, found);
  }
  const stages = [...seen.values()].map(readStage);
  return stages.toSorted((a, b) => Date.parse(a.startedAt) - Date.parse(b.startedAt));
}

function brokenOf(ends: Found['ends']): readonly BrokenPart[] {
  return ends.filter(({ isExplained }) => !isExplained).map(({ kind, name, end }) => ({ kind, name, end }));
}

function environmentOf(steps: Found, needs: Found): string {
  const named = [...steps.results, ...needs.results].map(({ result }) => textIn(result.facts, 'environment'));
  return named.find((name) => name !== '') ?? '';
}

function versionOf(stages: readonly Stage[]): string {
  const named = stages.map(({ details }) =>
    details.kind === 'deployment' || details.kind === 'verification' ? details.version : '',
  );
  return named.find((version) => version !== '') ?? '';
}

/** Nothing is said where it is not known, such as after a deployment that could not go back. */
function releaseOf(stages: readonly Stage[]): string {
  const mover = stages.findLast(isMove);
  if (mover === undefined) return '';
  const { verdict, details } = mover;
  if (details.kind === 'deployment') {
    if (verdict === 'pass') return details.release;
    return wentBack(mover) ? details.previous : '';
  }
  return details.kind === 'rollback' && verdict === 'pass' ? details.release : '';
}

function reasonOf({ stages, broken }: Evidence): Reason | undefined {
  const bad = stages.find(({ verdict }) => verdict !== 'pass');
  if (bad !== undefined) return { code: bad.code, source: bad.action, text: bad.summary };
  const [first] = broken;
  if (first === undefined) return undefined;
  return { code: '', source: first.name, text: `The ${first.kind} '${first.name}' ${ENDS[first.end]}.` };
}

const ENDS: Readonly<Record<BrokenPart['end'], string>> = { failure: 'failed', cancelled: 'was cancelled' };

function timesOf(stages: readonly Stage[]): Pick<Story, 'durationMs' | 'endedAt'> {
  const [first] = stages;
  if (first === undefined) return { durationMs: undefined, endedAt: '' };
  const end = Math.max(...stages.map(({ startedAt, durationMs }) => Date.parse(startedAt) + durationMs));
  return { durationMs: end - Date.parse(first.startedAt), endedAt: new Date(end).toISOString() };
}

function contradictionOf(isContradicted: boolean, derived: string | undefined): readonly string[] {
  return isContradicted
    ? [
        `This was announced as succeeded, but its steps say that it ${derived === 'failed' ? 'failed' : 'was rolled back'}.`,
      ]
    : [];
}

function waitingOf(stages: readonly Stage[]): readonly string[] {
  return waits(stages)
    ? ['The release waits for its confirmation. When none comes in time, the servers go back by themselves.']
    : [];
}
