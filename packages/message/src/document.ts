import { counted, formatDuration } from '@plimsoll/figures';
import type { Detail } from './detail.ts';
import type { Fact } from './fact.ts';
import type { Stage } from './stages/stage.ts';
import { factsOf } from './stages/stage-facts.ts';
import { tableOf } from './stages/stage-table.ts';
import { stageTitle } from './stages/stage-title.ts';
import { missedTarget } from './stages/targets.ts';
import type { BrokenPart, Story, Tone } from './story.ts';
import { cutTo, type Measure } from './text/cut.ts';

/**
 * What a message says, in order, before it takes the shape of any receiver. Labels and words of ours need no escaping;
 * everything else is clean text from outside.
 */
export interface Document {
  readonly tone: Tone;
  readonly title: string;
  /** Of the user; may have lines. */
  readonly text: string;
  readonly facts: readonly Fact[];
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly sections: readonly Section[];
  readonly notes: readonly string[];
  readonly links: readonly Link[];
  /** ISO 8601; empty when it is not known. */
  readonly at: string;
  /** What the story holds and this document does not, in words; empty when it tells all. */
  readonly leftOut: readonly string[];
}

export interface Section {
  /** What programs decide by; undefined for a step or job without a Plimsoll result. */
  readonly stage: Pick<Stage, 'action' | 'from' | 'verdict' | 'code' | 'startedAt' | 'durationMs'> | undefined;
  readonly mark: 'good' | 'bad' | 'unclear' | 'plain';
  /** Of our words and figures alone. */
  readonly title: string;
  readonly summary: string;
  readonly facts: readonly Fact[];
  readonly table: Table | undefined;
}

/** Heads are ours, cells come from outside. */
export interface Table {
  readonly heads: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** A label of ours with an address that was made from parts of known shape. */
export interface Link {
  readonly label: string;
  readonly url: string;
}

/** How much a receiver takes of one text, in its own measure. */
export interface Room {
  readonly most: number;
  readonly measure: Measure;
}

const ANY_ROOM: Room = { most: Number.POSITIVE_INFINITY, measure: ({ length }) => length };

/** The story in so much detail. */
export function documentOf(story: Story, detail: Detail, titleRoom: Room = ANY_ROOM): Document {
  const cuts = new Cuts();
  const stages = chosen(story.stages, detail.stages);
  return {
    tone: story.tone,
    title: cuts.text('the title', cuts.within('the title', story.title, titleRoom), detail.title),
    text: cuts.text('the text', story.text, detail.text),
    facts: headFacts(story).map(({ label, text }) => ({
      label,
      text: cuts.text('names', text, label === 'Reason' ? detail.summary : detail.word),
    })),
    fields: cuts.list('field', story.fields, detail.fields).map(({ name, value }) => ({
      name: cuts.text('fields', name, detail.word),
      value: cuts.text('fields', value, detail.fieldText),
    })),
    sections: [
      ...stages.map((stage) => sectionOf(stage, detail, cuts)),
      ...cuts.list('further failure', story.broken, detail.broken).map(brokenSection),
    ],
    notes: cuts.list('note', story.notes, detail.notes),
    links: linksOf(story),
    at: story.endedAt,
    leftOut: [
      ...(stages.length === story.stages.length ? [] : [counted(story.stages.length - stages.length, 'stage')]),
      ...cuts.named(),
    ],
  };
}

/** Keeps account of what is cut, so that it can be said. */
class Cuts {
  readonly #lists = new Map<string, number>();
  readonly #texts = new Set<string>();

  text(what: string, text: string, most: number): string {
    return this.within(what, text, { ...ANY_ROOM, most });
  }

  within(what: string, text: string, { most, measure }: Room): string {
    const cut = cutTo(text, most, measure);
    if (cut !== text) this.#texts.add(what);
    return cut;
  }

  list<T>(what: string, list: readonly T[], most: number): readonly T[] {
    if (list.length > most) this.#lists.set(what, (this.#lists.get(what) ?? 0) + list.length - most);
    return list.slice(0, most);
  }

  named(): readonly string[] {
    const lists = [...this.#lists].map(([what, count]) => counted(count, what));
    return [...lists, ...[...this.#texts].map((what) => `the end of ${what}`)];
  }
}

/** What went wrong is told before what went well, and the last stages before the first; shown in their order. */
function chosen(stages: readonly Stage[], most: number): readonly Stage[] {
  if (stages.length <= most) return stages;
  const ranked = stages.toReversed().toSorted((a, b) => Number(a.verdict === 'pass') - Number(b.verdict === 'pass'));
  const kept = new Set(ranked.slice(0, most));
  return stages.filter((stage) => kept.has(stage));
}

function headFacts({ environment, version, release, reason, durationMs, place }: Story): readonly Fact[] {
  const why = reason === undefined ? '' : reason.code === '' ? reason.text : `${reason.code}: ${reason.text}`;
  const facts: readonly Fact[] = [
    { label: 'Environment', text: environment },
    { label: 'Version', text: version },
    { label: 'Live release', text: release },
    { label: 'Reason', text: why },
    { label: 'Duration', text: durationMs === undefined ? '' : formatDuration(durationMs) },
    { label: 'Repository', text: place.repository },
    { label: 'Branch or tag', text: place.ref },
    { label: 'By', text: place.actor },
  ];
  return facts.filter(({ text }) => text !== '');
}

function sectionOf(stage: Stage, detail: Detail, cuts: Cuts): Section {
  const table = tableOf(stage.details);
  const rows = cuts.list(table?.what ?? '', table?.rows ?? [], detail.lines);
  const word = (text: string): string => cuts.text('names', text, detail.word);
  return {
    stage,
    mark: stage.verdict === 'pass' ? 'good' : stage.verdict === 'fail' ? 'bad' : 'unclear',
    title: stageTitle(stage),
    summary: cuts.text('summaries', stage.summary, detail.summary),
    facts: [...factsOf(stage.details), ...targetFact(stage)].map(({ label, text }) => ({ label, text: word(text) })),
    table:
      table === undefined || rows.length === 0
        ? undefined
        : { heads: table.heads, rows: rows.map((row) => row.map(word)) },
  };
}

/** Only where it was missed: what is in time needs no words. */
function targetFact(stage: Stage): readonly Fact[] {
  const target = missedTarget(stage);
  return target === undefined ? [] : [{ label: 'Target', text: `${formatDuration(target.atMostMs)}, missed` }];
}

function brokenSection({ kind, name, end }: BrokenPart): Section {
  const what = kind === 'job' ? 'Job' : 'Step';
  const title = `${what} ${end === 'failure' ? 'failed' : 'was cancelled'}`;
  return { stage: undefined, mark: 'bad', title, summary: name, facts: [], table: undefined };
}

function linksOf({ place }: Story): readonly Link[] {
  const links = [
    { label: place.run === '' ? 'Run' : `Run ${place.run}`, url: place.runUrl },
    { label: `Commit ${place.commit.slice(0, 7)}`, url: place.commitUrl },
  ];
  return links.filter(({ url }) => url !== '');
}
