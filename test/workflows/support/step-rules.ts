/**
 * Inputs and outputs of our actions in steps. An output that an action does not have is an empty text on GitHub, and an input that it does not
 * know is a warning in a log: actionlint knows neither, for it reads no action of another repository.
 */
import { COMMON_OUTPUTS } from '../../../scripts/house/contract.ts';
import { type ActionMetadata, readMetadata } from '../../../scripts/house/metadata.ts';
import { fieldsOf, textIn } from './evidence.ts';
import { type Fields, mapOf } from './reusable.ts';

const OURS = /^(?:plimsoll-dev\/plimsoll|\.)\/actions\/(?<name>[\w-]+)(?:@v1)?$/u;

/** One sentence for each input or output that is not there, of a workflow that was parsed. */
export function stepComplaintsOf(workflow: Fields): string[] {
  return [...mapOf(workflow['jobs'])].flatMap(([id, job]) => {
    const steps = stepsOf(job);
    const outputs = new Map(steps.flatMap((step) => outputsOf(step)));
    return [...steps.flatMap(inputComplaints), ...outputComplaints(JSON.stringify(job), outputs)].map(
      (complaint) => `${id}: ${complaint}`,
    );
  });
}

function stepsOf(job: Fields): readonly Fields[] {
  const steps = job['steps'];
  return Array.isArray(steps) ? steps.map(fieldsOf) : [];
}

function actionOf(step: Fields): ActionMetadata | undefined {
  const name = OURS.exec(textIn(step, 'uses'))?.groups?.['name'];
  return name === undefined ? undefined : readMetadata(name);
}

function inputComplaints(step: Fields): string[] {
  const action = actionOf(step);
  if (action === undefined) return [];
  const given = Object.keys(fieldsOf(step['with']));
  // Three dots stand for what a reader fills in.
  const isShortened = given.includes('...');
  const known = new Set([...action.inputs.map(({ name }) => name), '...']);
  const missing = action.inputs.filter(({ name, required }) => required && !isShortened && !given.includes(name));
  return [
    ...given.filter((name) => !known.has(name)).map((name) => `${action.name} has no input '${name}'`),
    ...missing.map(({ name }) => `${action.name} needs the input '${name}'`),
  ];
}

/** What a step with an id hands on; undefined where that cannot be told. */
function outputsOf(step: Fields): [string, ReadonlySet<string> | undefined][] {
  const id = textIn(step, 'id');
  if (id === '') return [];
  const action = actionOf(step);
  if (action !== undefined) return [[id, new Set([...COMMON_OUTPUTS, ...action.outputs.map(({ name }) => name)])]];
  const run = textIn(step, 'run');
  if (run === '') return [[id, undefined]];
  return [[id, new Set([...run.matchAll(/['"\s]([\w-]+)=/gu)].map(([, name = '']) => name))]];
}

function outputComplaints(job: string, outputs: ReadonlyMap<string, ReadonlySet<string> | undefined>): string[] {
  return [...job.matchAll(/steps\.([\w-]+)\.outputs\.([\w-]+)/gu)].flatMap(([, id = '', output = '']) => {
    if (!outputs.has(id)) return [`there is no step '${id}'`];
    const known = outputs.get(id);
    return known === undefined || known.has(output) ? [] : [`the step '${id}' has no output '${output}'`];
  });
}
