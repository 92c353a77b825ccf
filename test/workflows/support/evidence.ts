import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ActRun } from './act.ts';

/** A message as a generic receiver gets it. */
export interface Message {
  readonly event: string;
  readonly title: string;
  readonly text: string;
  readonly environment: string;
  readonly version: string;
  /** What the first thing that went wrong says. */
  readonly reason: string;
  readonly actor: string;
  readonly fields: Readonly<Record<string, string>>;
  /** Titles of what was done, in order. */
  readonly stages: readonly string[];
}

type Fields = Readonly<Record<string, unknown>>;

export function messageOf(body: string): Message {
  const message = fieldsOf(JSON.parse(body));
  return {
    event: textIn(message, 'event'),
    title: textIn(message, 'title'),
    text: textIn(message, 'text'),
    environment: textIn(message, 'environment'),
    version: textIn(message, 'version'),
    reason: textIn(message, 'reason'),
    actor: textIn(message, 'actor'),
    fields: Object.fromEntries(
      listOf(message['fields']).map((field) => [textIn(field, 'name'), textIn(field, 'value')]),
    ),
    // act knows steps without an id too, such as those that tell.
    stages: listOf(message['stages'])
      .filter((stage) => textIn(stage, 'action') !== 'notify-webhook')
      .map((stage) => textIn(stage, 'title')),
  };
}

/** Lines of the ledger on the server, without what is different each time. */
export type Ledger = readonly {
  readonly event: string;
  readonly release: string;
  /** Why it was taken back. */
  readonly cause: string;
  /** What a person or the workflow gave as the reason. */
  readonly reason: string;
}[];

export async function readLedger(root: string): Promise<Ledger> {
  const text = await readFile(join(root, '.plimsoll', 'ledger.jsonl'), 'utf8').catch(() => '');
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => fieldsOf(JSON.parse(line)))
    .map((entry) => ({
      event: textIn(entry, 'event'),
      release: textIn(entry, 'release'),
      cause: textIn(entry, 'cause'),
      reason: textIn(entry, 'reason'),
    }));
}

/** What the last step that is asked for it called the end. act runs no job behind a call that failed. */
export function outcomeOf({ text }: ActRun): string | undefined {
  return [...text.matchAll(/::set-output:: outcome=(\w+)/gu)].at(-1)?.[1];
}

/** Outputs of our workflow as the job behind it had them; none where the call failed. */
export function handedOn({ summary }: ActRun): Readonly<Record<string, unknown>> {
  const needs = fieldsOf(JSON.parse(/^handed on (\{.*\}) *$/mu.exec(summary)?.[1] ?? '{}'));
  return fieldsOf(fieldsOf(Object.values(needs)[0])['outputs']);
}

/** How the main part of a step ended; undefined where it was not run at all. */
export function endOf({ steps }: ActRun, job: string, step: string): string | undefined {
  return steps.find((end) => end.stage === 'Main' && end.job === job && end.step === step)?.result;
}

/** Whether anything of a job was run. */
export function began({ steps }: ActRun, job: string): boolean {
  return steps.some((end) => end.job === job);
}

/** A text; empty where there is none. */
export function textIn(fields: Fields, name: string): string {
  const value = fields[name];
  return typeof value === 'string' ? value : '';
}

export function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? Object.fromEntries(Object.entries(value)) : {};
}

function listOf(value: unknown): readonly Fields[] {
  return Array.isArray(value) ? value.map(fieldsOf) : [];
}
