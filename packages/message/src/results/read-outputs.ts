import type { Result } from '@plimsoll/outcome';
import { cleanLine } from '../text/clean.ts';
import { isRecord, parsed, readResult } from './result-document.ts';

/** Larger than any runner can hand over; what is larger is not looked at. */
const LARGEST_INPUT = 4 * 1024 * 1024;
/** A story of more steps than this is none that anybody reads. */
const MOST_RESULTS = 200;

/** A Plimsoll result with where it was found. */
export interface FoundResult {
  readonly result: Result;
  /** Step id or job id; empty for a step without one. */
  readonly from: string;
  /** Other outputs of the same step, for figures that the result does not hold; nothing of a job's. */
  readonly outputs: Readonly<Record<string, unknown>>;
}

/** What is said by a step or job as a whole, besides its result. */
export interface FoundEnd {
  readonly kind: 'step' | 'job';
  readonly name: string;
  readonly end: 'failure' | 'cancelled';
  /** Whether Plimsoll results were found in it, and one of them says why. */
  readonly isExplained: boolean;
}

/** What `toJSON(steps)` or `toJSON(needs)` holds. Nothing in it is an error: it comes from other people's steps. */
export interface Found {
  readonly results: readonly FoundResult[];
  /** What failed or was cancelled, in the order of the text. */
  readonly ends: readonly FoundEnd[];
  /** What could not be read, in words. */
  readonly notes: readonly string[];
  /** False where something may be missing, so that nobody calls the rest a success. */
  readonly isWhole: boolean;
}

const NOTHING: Found = { results: [], ends: [], notes: [], isWhole: true };

/** Reads `${{ toJSON(steps) }}`. An empty text holds nothing. */
export function readSteps(json: string): Found {
  return readAll('steps', json);
}

/** Reads `${{ toJSON(needs) }}`. A job may hand on results of its steps under any name. */
export function readNeeds(json: string): Found {
  return readAll('needs', json);
}

type Input = 'steps' | 'needs';

function readAll(input: Input, json: string): Found {
  if (json.trim() === '') return NOTHING;
  if (json.length > LARGEST_INPUT) return unread(`'${input}' is larger than 4 MiB and was not read.`);
  const value = parsed(json);
  if (!isRecord(value)) return unread(`'${input}' is not the JSON of toJSON(${input}) and was not read.`);
  return join(
    input,
    Object.entries(value).map(([name, entry]) => readEntry(input, name, entry)),
  );
}

function unread(note: string): Found {
  return { ...NOTHING, notes: [note], isWhole: false };
}

interface Entry {
  readonly results: readonly FoundResult[];
  readonly unreadable: number;
  readonly end: FoundEnd | undefined;
}

function readEntry(input: Input, name: string, entry: unknown): Entry {
  if (!isRecord(entry)) return { results: [], unreadable: 0, end: undefined };
  const outputs = isRecord(entry['outputs']) ? entry['outputs'] : {};
  // A step has its result under one name; a job may have results of several steps, under names of its own.
  const values = input === 'steps' ? [outputs['result']] : [...new Set(Object.values(outputs))];
  const readings = values.map(readResult);
  const from = idOf(name);
  const results = readings.flatMap((reading) =>
    reading.kind === 'result' ? [{ result: reading.result, from, outputs: input === 'steps' ? outputs : {} }] : [],
  );
  const end = entry[input === 'steps' ? 'conclusion' : 'result'];
  return {
    results,
    unreadable: readings.filter(({ kind }) => kind === 'unreadable').length,
    end: end === 'failure' || end === 'cancelled' ? endOf({ input, name, end, results }) : undefined,
  };
}

function endOf({
  input,
  name,
  end,
  results,
}: {
  readonly input: Input;
  readonly name: string;
  readonly end: 'failure' | 'cancelled';
  readonly results: readonly FoundResult[];
}): FoundEnd {
  const isExplained = results.some(({ result }) => result.verdict !== 'pass');
  return { kind: input === 'steps' ? 'step' : 'job', name: nameOf(name), end, isExplained };
}

/** Ids of steps and jobs are words of the workflow's author; a step without one has a number or a made-up name. */
function idOf(name: string): string {
  return /^[A-Za-z_][\w-]{0,99}$/u.test(name) && !name.startsWith('__') ? name : '';
}

function nameOf(name: string): string {
  return idOf(name) || (/^\d+$/u.test(name) ? `number ${name.slice(0, 9)}` : cleanLine(name.slice(0, 60)));
}

function join(input: Input, entries: readonly Entry[]): Found {
  const results = entries.flatMap((entry) => entry.results);
  const ends = entries.flatMap(({ end }) => (end === undefined ? [] : [end]));
  const unreadable = entries.reduce((sum, entry) => sum + entry.unreadable, 0);
  const tooMany = Math.max(0, results.length - MOST_RESULTS);
  return {
    results: results.slice(0, MOST_RESULTS),
    ends,
    notes: [
      ...(unreadable === 0
        ? []
        : [`${unreadable === 1 ? 'A result' : `${unreadable} results`} in '${input}' could not be read.`]),
      ...(tooMany === 0 ? [] : [`${tooMany} results in '${input}' were not read.`]),
    ],
    isWhole: unreadable === 0 && tooMany === 0,
  };
}
