import type { FailureCode, Verdict } from '@plimsoll/outcome';
import type { Stage } from './stages/stage.ts';

/** What the known events are. Any other word is an announcement without a judgement. */
export const EVENTS = ['started', 'succeeded', 'failed', 'rolled-back'] as const;
export type KnownEvent = (typeof EVENTS)[number];

/** How a message looks: the known events have their own looks, everything else is neutral. */
export type Tone = KnownEvent | 'neutral';

/** Where the story happened. Every member is empty when it is not known; addresses are whole https or http URLs. */
export interface Place {
  readonly repository: string;
  readonly workflow: string;
  /** Branch or tag. */
  readonly ref: string;
  readonly actor: string;
  readonly commit: string;
  readonly commitUrl: string;
  /** Run number and attempt as people know them: `#12`, `#12, attempt 2`. */
  readonly run: string;
  readonly runUrl: string;
}

/** A label with a text, as the user gives them. */
export interface StoryField {
  readonly name: string;
  readonly value: string;
}

/** Why it did not go well: what the first thing that went wrong says of itself. */
export interface Reason {
  /** Empty where something without a Plimsoll result failed. */
  readonly code: FailureCode | '';
  /** `verify-deployment`, or the id of a step or job. */
  readonly source: string;
  readonly text: string;
}

/** A step or job that did not succeed and has no Plimsoll result to tell why. */
export interface BrokenPart {
  readonly kind: 'step' | 'job';
  readonly name: string;
  readonly end: 'failure' | 'cancelled';
}

/**
 * The story of one deployment. Every text in it is clean (see `cleanText`) and not yet escaped for anybody: it may hold
 * whatever a branch name or a title holds.
 */
export interface Story {
  readonly event: string;
  readonly tone: Tone;
  readonly title: string;
  /** What the user wants to be said; may be empty and may have lines. */
  readonly text: string;
  readonly fields: readonly StoryField[];
  readonly place: Place;
  readonly environment: string;
  readonly version: string;
  /** Id of the release users are on at the end, as far as the results say. */
  readonly release: string;
  /** What the Plimsoll steps did, in the order in which they began. */
  readonly stages: readonly Stage[];
  readonly broken: readonly BrokenPart[];
  readonly reason: Reason | undefined;
  /** From the beginning of the first stage to the end of the last; undefined without any. */
  readonly durationMs: number | undefined;
  /** End of the last stage, ISO 8601 in UTC; empty without any. */
  readonly endedAt: string;
  /** What a reader has to know of the story itself: what could not be read, what contradicts what. */
  readonly notes: readonly string[];
}

export type { FailureCode, Verdict };
