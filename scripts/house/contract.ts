/**
 * What an action promises in five places (action.yml, code, README, dist/, the house's list of public names) has to be
 * one promise. `breachesOf` compares them as data, so that every kind of breach can be shown to be found.
 */
import type { ActionMetadata, InputEntry } from './metadata.ts';
import { inputsTable, outputsTable, withGenerated } from './tables.ts';

/** An input as the code declares it. */
export interface ReadInput {
  readonly name: string;
  readonly required: boolean;
  readonly default: string | undefined;
}

export interface Promises {
  readonly action: string;
  readonly metadata: ActionMetadata;
  /** Inputs as the code reads them, in its order. */
  readonly reads: readonly ReadInput[];
  /** Outputs that the code declares besides those of every action. */
  readonly declaredOutputs: readonly string[];
  /** Every name that the code writes as the key of a property. */
  readonly keysInCode: ReadonlySet<string>;
  readonly readme: string;
  /** Files of the bundle, from dist/<action>/. */
  readonly bundle: readonly string[];
  readonly publicNames: PublicNames;
}

/** The names users rely on, in the order of the documentation. */
export interface PublicNames {
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
}

/** Outputs of every action, set by the run wrapper. */
export const COMMON_OUTPUTS: readonly string[] = ['verdict', 'failure-code', 'result'];

const BUNDLE: readonly string[] = ['index.js', 'licenses.txt', 'package.json'];

/** One sentence for each thing on which two places do not agree. */
export function breachesOf(promises: Promises): string[] {
  return [
    ...inputBreaches(promises),
    ...outputBreaches(promises),
    ...runBreaches(promises),
    ...readmeBreaches(promises),
    ...BUNDLE.filter((file) => !promises.bundle.includes(file)).map((file) => `dist: ${file} is missing`),
  ];
}

function inputBreaches({ metadata, reads, publicNames }: Promises): string[] {
  const [declared, read] = [namesOf(metadata.inputs), namesOf(reads)];
  const lists = [
    differ(`inputs of action.yml and of the code`, declared, read),
    differ(`inputs of action.yml and public names`, declared, publicNames.inputs),
  ];
  return [...lists.flat(), ...reads.flatMap((input) => presetBreaches(metadata.inputs, input))];
}

function presetBreaches(declared: readonly InputEntry[], input: ReadInput): string[] {
  const entry = declared.find(({ name }) => name === input.name);
  if (entry === undefined) return [];
  const breaches: string[] = [];
  if (entry.required !== input.required) {
    breaches.push(`input ${input.name}: required is ${entry.required} in action.yml and ${input.required} in the code`);
  }
  // The runner hands over the empty string for an input without default, as if it had an empty one.
  const [written, coded] = [entry.default ?? '', input.default ?? ''];
  if (written !== coded)
    breaches.push(`input ${input.name}: default is "${written}" in action.yml and "${coded}" in the code`);
  if (entry.required && entry.default !== undefined) breaches.push(`input ${input.name}: required and with a default`);
  return breaches;
}

function outputBreaches({ metadata, declaredOutputs, keysInCode, publicNames }: Promises): string[] {
  const documented = namesOf(metadata.outputs);
  return [
    ...differ('outputs of action.yml and of the code', documented.toSorted(), withCommon(declaredOutputs)),
    ...differ('outputs of action.yml and public names', documented.toSorted(), withCommon(publicNames.outputs)),
    ...declaredOutputs.filter((name) => !keysInCode.has(name)).map((name) => `output ${name}: never set`),
  ];
}

function runBreaches({ action, metadata: { runs } }: Promises): string[] {
  const entry = (name: string): string => `../../dist/${action}/${name}.js`;
  const wanted: readonly [key: string, values: readonly unknown[]][] = [
    ['using', ['node24']],
    ['main', [entry('index')]],
    ['post', [undefined, entry('post')]],
  ];
  return wanted
    .filter(([key, values]) => !values.includes(runs[key]))
    .map(([key, values]) => `runs.${key}: ${JSON.stringify(runs[key])} instead of ${JSON.stringify(values.at(-1))}`);
}

function readmeBreaches({ metadata, readme }: Promises): string[] {
  const parts = { inputs: inputsTable(metadata.inputs), outputs: outputsTable(metadata.outputs) };
  return Object.entries(parts)
    .filter(([name, generated]) => withGenerated(readme, name, generated) !== readme)
    .map(([name]) => `README: the table of ${name} is out of date (npm run docs)`);
}

function withCommon(outputs: readonly string[]): string[] {
  return [...outputs, ...COMMON_OUTPUTS].toSorted();
}

/** What is in one list only, or that the order differs. */
function differ(what: string, one: readonly string[], other: readonly string[]): string[] {
  const onlyOne = one.filter((name) => !other.includes(name));
  const onlyOther = other.filter((name) => !one.includes(name));
  if (onlyOne.length + onlyOther.length > 0) {
    return [`${what}: only in the first [${onlyOne.join(', ')}], only in the second [${onlyOther.join(', ')}]`];
  }
  return one.join() === other.join() ? [] : [`${what}: the order differs`];
}

function namesOf(entries: readonly { readonly name: string }[]): string[] {
  return entries.map(({ name }) => name);
}
