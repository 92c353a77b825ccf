import { parse } from 'yaml';
import { readOurs } from '../../../scripts/house/repository.ts';
import { fieldsOf, textIn } from './evidence.ts';

export type Fields = Readonly<Record<string, unknown>>;

export type Level = 'none' | 'read' | 'write';

/** Scopes of the token that are named; the others are none. */
export type Permissions = Readonly<Record<string, Level>>;

export interface DeclaredInput {
  readonly type: string;
  readonly isRequired: boolean;
  /** As text; empty where there is none. */
  readonly default: string;
}

/** What a caller of one of our workflows has to know. */
export interface Reusable {
  readonly inputs: ReadonlyMap<string, DeclaredInput>;
  /** Names of secrets, and whether each is required. */
  readonly secrets: ReadonlyMap<string, boolean>;
  readonly outputs: readonly string[];
  /** What each job asks for, by its id. */
  readonly permissions: ReadonlyMap<string, Permissions>;
  /** Concurrency groups of its jobs, as written. */
  readonly groups: readonly string[];
}

/** @throws Error where the workflow cannot be called */
export function readReusable(name: string): Reusable {
  const path = `.github/workflows/${name}`;
  const workflow = fieldsOf(parse(readOurs(path).text));
  const on = fieldsOf(workflow['on']);
  if (!('workflow_call' in on)) throw new Error(`${path} cannot be called.`);
  const call = fieldsOf(on['workflow_call']);
  const jobs = mapOf(workflow['jobs']);
  return {
    inputs: new Map([...mapOf(call['inputs'])].map(([input, declared]) => [input, inputOf(declared)])),
    secrets: new Map([...mapOf(call['secrets'])].map(([secret, declared]) => [secret, declared['required'] === true])),
    outputs: [...mapOf(call['outputs']).keys()],
    permissions: new Map(
      [...jobs].map(([id, job]) => [id, permissionsOf(job['permissions'] ?? workflow['permissions']) ?? {}]),
    ),
    groups: [...jobs.values()].flatMap((job) => groupOf(job['concurrency']) ?? []),
  };
}

function inputOf(declared: Fields): DeclaredInput {
  return {
    type: textIn(declared, 'type'),
    isRequired: declared['required'] === true,
    default: textIn(declared, 'default'),
  };
}

/** Undefined where nothing is said: then the settings of the repository decide, which nobody can see here. */
export function permissionsOf(value: unknown): Permissions | undefined {
  if (value === undefined) return undefined;
  if (typeof value === 'string') throw new Error(`'permissions: ${value}' gives more than is named.`);
  return Object.fromEntries(Object.entries(fieldsOf(value)).map(([scope, level]) => [scope, levelOf(level)]));
}

function levelOf(value: unknown): Level {
  if (value === 'none' || value === 'read' || value === 'write') return value;
  throw new Error(`'${String(value)}' is no level of a permission.`);
}

/** The group of a `concurrency` in either of its two forms. */
export function groupOf(value: unknown): string | undefined {
  if (value === undefined) return undefined;
  return typeof value === 'string' ? value : textIn(fieldsOf(value), 'group');
}

export function mapOf(value: unknown): ReadonlyMap<string, Fields> {
  return new Map(Object.entries(fieldsOf(value)).map(([name, part]) => [name, fieldsOf(part)]));
}
