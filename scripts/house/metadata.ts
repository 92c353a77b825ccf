/** Reads what an action tells its users: action.yml, as plain data that has been looked at. */
import { parse } from 'yaml';
import { readOurs } from './repository.ts';

export interface InputEntry {
  readonly name: string;
  readonly description: string;
  readonly required: boolean;
  /** As written; undefined when there is none. */
  readonly default: string | undefined;
}

export interface OutputEntry {
  readonly name: string;
  readonly description: string;
}

export interface ActionMetadata {
  readonly name: string;
  readonly description: string;
  readonly inputs: readonly InputEntry[];
  readonly outputs: readonly OutputEntry[];
  readonly runs: Readonly<Record<string, unknown>>;
}

/** The metadata of an action of this repository. Throws when action.yml is not of the expected form. */
export function readMetadata(action: string): ActionMetadata {
  const path = `actions/${action}/action.yml`;
  const document = record(parse(readOurs(path).text), path);
  return {
    name: text(document['name'], `${path}: name`),
    description: text(document['description'], `${path}: description`),
    inputs: entries(document['inputs'], `${path}: inputs`).map(([name, value]) => inputEntry(name, value)),
    outputs: entries(document['outputs'], `${path}: outputs`).map(([name, value]) => outputEntry(name, value)),
    runs: record(document['runs'], `${path}: runs`),
  };
}

function inputEntry(name: string, value: unknown): InputEntry {
  const fields = record(value, `input ${name}`);
  const { description, required = false, default: preset } = fields;
  if (typeof required !== 'boolean')
    throw new TypeError(`input ${name}: required is ${String(required)}, not a boolean`);
  return {
    name,
    description: text(description, `input ${name}: description`),
    required,
    // A bare `22` or `true` would be a number or a boolean here and a string on the runner: quote it.
    default: preset === undefined ? undefined : text(preset, `input ${name}: default`),
  };
}

function outputEntry(name: string, value: unknown): OutputEntry {
  return { name, description: text(record(value, `output ${name}`)['description'], `output ${name}: description`) };
}

function entries(value: unknown, where: string): [string, unknown][] {
  return value === undefined ? [] : Object.entries(record(value, where));
}

function record(value: unknown, where: string): Record<string, unknown> {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return { ...value };
  throw new TypeError(`${where}: expected a mapping, found ${JSON.stringify(value)}`);
}

function text(value: unknown, where: string): string {
  if (typeof value === 'string') return value;
  throw new TypeError(`${where}: expected text, found ${JSON.stringify(value)}`);
}
