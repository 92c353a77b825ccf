/**
 * What GitHub asks of a job that calls one of our workflows, and neither act nor actionlint look at, for they do not read the called file. Most
 * of it ends a run before any job of it begins. The rules are those of GitHub's pages "Reuse workflows" and "Workflow syntax".
 */
import { fieldsOf, textIn } from './evidence.ts';
import { type Fields, groupOf, type Level, mapOf, permissionsOf, type Reusable } from './reusable.ts';

export interface CallRequest {
  /** A workflow that calls, parsed. */
  readonly caller: Fields;
  /** Finds one of our workflows by its file name. @throws Error where there is none */
  readonly reusable: (name: string) => Reusable;
}

interface Call {
  readonly id: string;
  readonly job: Fields;
  readonly caller: Fields;
  readonly called: Reusable;
  readonly isOfAnotherOwner: boolean;
}

const OURS = /^(?<owner>plimsoll-dev\/plimsoll|\.)\/\.github\/workflows\/(?<name>[\w-]+\.yml)(?:@v1)?$/u;

/** All that a job with `uses` may hold. */
const KEYS: ReadonlySet<string> = new Set(
  'name uses with secrets strategy needs if concurrency permissions'.split(' '),
);

/** One sentence for each thing that GitHub would refuse, or silently leave out. */
export function complaintsOf({ caller, reusable }: CallRequest): string[] {
  return [...mapOf(caller['jobs'])].flatMap(([id, job]) => {
    const { owner, name } = OURS.exec(textIn(job, 'uses'))?.groups ?? {};
    if (name === undefined) return [];
    const call = { id, job, caller, called: reusable(name), isOfAnotherOwner: owner !== '.' };
    const all = [...keys(call), ...inputs(call), ...secrets(call), ...permissions(call), ...queues(call)];
    return all.map((complaint) => `${id}: ${complaint}`);
  });
}

function keys({ job }: Call): string[] {
  return Object.keys(job).flatMap((key) => (KEYS.has(key) ? [] : `a job that calls has no '${key}'`));
}

function inputs({ job, called, caller }: Call): string[] {
  const given = fieldsOf(job['with']);
  const missing = [...called.inputs].filter(([name, { isRequired }]) => isRequired && !(name in given));
  return [
    ...missing.map(([name]) => `the input '${name}' is missing`),
    ...Object.entries(given).flatMap(([name, value]) => {
      const declared = called.inputs.get(name);
      if (declared === undefined) return `there is no input '${name}'`;
      return fits(value, declared.type, eventsOf(caller)) ? [] : `the input '${name}' is not always a ${declared.type}`;
    }),
  ];
}

/** Whether a value is of a type, whatever started the run. */
function fits(value: unknown, type: string, events: readonly string[]): boolean {
  const expression = typeof value === 'string' ? /^\$\{\{([^}]*)\}\}$/u.exec(value.trim())?.[1] : undefined;
  if (expression === undefined) return typeof value === type;
  if (type === 'string' || /[|&=!]/u.test(expression) || !/\binputs\./u.test(expression)) return true;
  // Without a form there is no such input, and an empty text is no boolean: the run does not start.
  return events.every((event) => event === 'workflow_dispatch' || event === 'workflow_call');
}

/** Of `on` in any of its three forms. */
function eventsOf({ on }: Fields): string[] {
  if (typeof on === 'string') return [on];
  return Array.isArray(on) ? on.map(String) : Object.keys(fieldsOf(on));
}

function secrets({ job, called, isOfAnotherOwner }: Call): string[] {
  if (job['secrets'] === 'inherit') return isOfAnotherOwner ? ['inherits secrets across owners: none arrives'] : [];
  const given = fieldsOf(job['secrets']);
  return [
    ...Object.keys(given).flatMap((name) => (called.secrets.has(name) ? [] : `there is no secret '${name}'`)),
    ...[...called.secrets].flatMap(([name, isRequired]) =>
      isRequired && !(name in given) ? `the secret '${name}' is missing` : [],
    ),
  ];
}

const RANKS: Readonly<Record<Level, number>> = { none: 0, read: 1, write: 2 };

/** Whoever asks for more than the caller has ends the whole run at its start, also where the job would be skipped. */
function permissions({ job, caller, called }: Call): string[] {
  const granted = permissionsOf(job['permissions'] ?? caller['permissions']);
  if (granted === undefined) return ['says no permissions, so that the settings of the repository decide'];
  const asked = [...called.permissions].flatMap(([nested, scopes]) =>
    Object.entries(scopes).flatMap(([scope, level]) =>
      RANKS[level] > RANKS[granted[scope] ?? 'none']
        ? `the nested job '${nested}' asks for '${scope}: ${level}', and has '${granted[scope] ?? 'none'}'`
        : [],
    ),
  );
  const needed = [...called.permissions.values()];
  const idle = Object.entries(job['permissions'] === undefined ? {} : granted).filter(
    ([scope, level]) => !needed.some((scopes) => RANKS[scopes[scope] ?? 'none'] >= RANKS[level]),
  );
  return [...asked, ...idle.map(([scope, level]) => `nothing in it needs '${scope}: ${level}'`)];
}

/** Where caller and called wait in one group, each waits for the other. */
function queues({ job, caller, called }: Call): string[] {
  const given = textIn(fieldsOf(job['with']), 'environment');
  const environment = given || (called.inputs.get('environment')?.default ?? '');
  const groups = called.groups.map((group) => group.replace('${{ inputs.environment }}', () => environment));
  const own = [groupOf(caller['concurrency']), groupOf(job['concurrency'])].map((group) => group?.toLowerCase());
  return groups.filter((group) => own.includes(group.toLowerCase())).map((group) => `waits for itself in '${group}'`);
}
