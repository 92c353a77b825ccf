import { describe, expect, test } from '@jest/globals';
import { type ActionDefinition, describeInputs } from '@plimsoll/action-kit';
import { breachesOf, COMMON_OUTPUTS, type Promises } from '../../scripts/house/contract.ts';
import { readMetadata } from '../../scripts/house/metadata.ts';
import {
  actionNames,
  filesBelow,
  foldersIn,
  inRepository,
  ourFiles,
  readOurs,
} from '../../scripts/house/repository.ts';
import { propertyKeysIn, statementsOf } from '../../scripts/house/syntax.ts';
import { failureCodesTable, inputsTable, outputsTable, withGenerated } from '../../scripts/house/tables.ts';
import { PUBLIC_NAMES } from './public-names.ts';

/** The part of a definition that says what the action promises. */
type Promised = Pick<ActionDefinition<unknown>, 'name' | 'outputs' | 'inputs'>;

/** All that is promised of an action of this repository. The definition is an export of its main.ts. */
async function promisesOf(action: string): Promise<Promises> {
  const module: unknown = await import(inRepository(`actions/${action}/src/main.ts`));
  const definition = definitionIn(module, action);
  // An outcome may be put together in a package below the action.
  const folders = [`actions/${action}/src`, 'packages/fleet/src', 'packages/verification/src', 'packages/gate/src'];
  const sources = folders.flatMap((folder) => ourFiles(inRepository(folder)).map(readOurs));
  return {
    action,
    metadata: readMetadata(action),
    reads: describeInputs(definition.inputs),
    declaredOutputs: definition.outputs,
    keysInCode: propertyKeysIn(sources.flatMap(({ text }) => statementsOf(text))),
    readme: readOurs(`actions/${action}/README.md`).text,
    bundle: filesBelow(inRepository(`dist/${action}`)),
    publicNames: PUBLIC_NAMES.get(action) ?? { inputs: [], outputs: [] },
  };
}

function definitionIn(module: unknown, action: string): Promised {
  const exported: unknown[] = typeof module === 'object' && module !== null ? Object.values(module) : [];
  const found = exported.filter(isPromised).find(({ name }) => name === action);
  if (found === undefined) throw new Error(`actions/${action}/src/main.ts exports no definition of ${action}`);
  return found;
}

function isPromised(value: unknown): value is Promised {
  return typeof value === 'object' && value !== null && 'name' in value && 'inputs' in value && 'outputs' in value;
}

describe.each(actionNames())('%s', (action) => {
  test('promises the same in action.yml, code, README, dist and public names', async () => {
    expect(breachesOf(await promisesOf(action))).toEqual([]);
  });
});

test.each(actionNames())('%s describes itself without expressions, which a runner would evaluate', (action) => {
  const { description, inputs, outputs } = readMetadata(action);
  const texts = [description, ...[...inputs, ...outputs].map((entry) => entry.description)];
  expect(texts.filter((text) => text.includes('${{'))).toEqual([]);
});

test('dist/ holds one bundle for each action and nothing else', () => {
  expect(foldersIn('dist')).toEqual(actionNames());
});

test('the documented failure codes are those of the code', () => {
  const page = readOurs('docs/failure-codes.md').text;
  expect(withGenerated(page, 'failure-codes', failureCodesTable())).toBe(page);
});

test.each(['npm ci && npm test', 'npm ci && npm run demo'])('the README tells newcomers to run: %s', (command) => {
  expect(readOurs('README.md').text).toContain(command);
});

describe('the comparison', () => {
  const inputs = [
    { name: 'hosts', description: 'Where to.', required: true, default: undefined },
    { name: 'port', description: 'Which port.', required: false, default: '22' },
  ];
  const outputs = ['changed', ...COMMON_OUTPUTS].map((name) => ({ name, description: `About ${name}.` }));
  const page = '<!-- inputs:start -->\n<!-- inputs:end -->\n<!-- outputs:start -->\n<!-- outputs:end -->\n';
  const sound: Promises = {
    action: 'ship',
    metadata: {
      name: 'Ship',
      description: 'Ships.',
      inputs,
      outputs,
      runs: { using: 'node24', main: '../../dist/ship/index.js', post: '../../dist/ship/post.js' },
    },
    reads: inputs,
    declaredOutputs: ['changed'],
    keysInCode: new Set(['changed']),
    readme: withGenerated(withGenerated(page, 'inputs', inputsTable(inputs)), 'outputs', outputsTable(outputs)),
    bundle: ['index.js', 'licenses.txt', 'package.json', 'prelude.sh'],
    publicNames: { inputs: ['hosts', 'port'], outputs: ['changed'] },
  };

  test('finds nothing where all places agree', () => {
    expect(breachesOf(sound)).toEqual([]);
  });

  const broken: readonly (readonly [breach: string, change: Partial<Promises>])[] = [
    ['of the code', { reads: [{ name: 'hosts', required: true, default: undefined }] }],
    ['the order differs', { reads: inputs.toReversed() }],
    ['required is true', { reads: inputs.map((input) => ({ ...input, required: false })) }],
    ['default is "22"', { reads: inputs.map((input) => ({ ...input, default: input.default && '2222' })) }],
    ['public names', { publicNames: { inputs: ['hosts'], outputs: ['changed'] } }],
    ['outputs of action.yml and of the code', { declaredOutputs: [] }],
    ['output changed: never set', { keysInCode: new Set() }],
    ['runs.using', { metadata: { ...sound.metadata, runs: { ...sound.metadata.runs, using: 'node20' } } }],
    ['runs.main', { metadata: { ...sound.metadata, runs: { using: 'node24', main: 'dist/index.js' } } }],
    ['the table of inputs', { readme: sound.readme.replace('Which port.', 'Some port.') }],
    ['the table of outputs', { readme: sound.readme.replace('About changed.', 'About change.') }],
    ['index.js is missing', { bundle: ['licenses.txt', 'package.json'] }],
  ];

  test.each(broken)('finds: %s', (breach, change) => {
    expect(breachesOf({ ...sound, ...change }).join('\n')).toContain(breach);
  });
});
