/**
 * The import rules of the house, as data: who may know whom, and what pure code may not touch.
 * `violationsIn` is a pure function over source texts, so that each rule can be shown to fire.
 */
import { type Link, linksOnCircles } from './circles.ts';
import type { TextFile } from './repository.ts';
import { argumentsOf, dottedName, isNode, nodesIn, type SyntaxNode, statementsOf, stringOf } from './syntax.ts';

export interface Violation {
  readonly path: string;
  readonly rule: Rule;
  /** The specifier or name that broke the rule, as written. */
  readonly seen: string;
}

export type Rule =
  | 'one-importer' // a toolkit module is known by one package only
  | 'layer' // a package imports only the packages below it
  | 'types-only' // a package is known by its types, its values are passed in
  | 'door' // a package is entered by `@plimsoll/<name>`, never by a path inside it
  | 'action' // nobody imports an action
  | 'tests-only' // testkit never gets into what users run
  | 'pure' // no input, output, clock, environment or chance in pure packages
  | 'module-mock' // ports and fakes instead of replaced modules
  | 'any' // no `any`
  | 'circle' // no file of a package or action imports itself through others, types included
  | 'runs-on-import'; // importing a module never runs anything

interface Layer {
  /** Packages it may import. */
  readonly packages: readonly string[];
  /** Packages of which it may import types only. */
  readonly types: readonly string[];
  readonly pure: boolean;
}

/** Every package has its line here; one without is refused. */
const LAYERS: ReadonlyMap<string, Layer> = new Map<string, Layer>([
  ['outcome', { packages: [], types: [], pure: true }],
  ['figures', { packages: [], types: [], pure: true }],
  ['rollout', { packages: ['outcome'], types: [], pure: true }],
  ['action-kit', { packages: ['outcome'], types: [], pure: false }],
  ['ssh', { packages: ['outcome'], types: [], pure: false }],
  ['release-store', { packages: ['outcome'], types: ['ssh'], pure: false }],
  ['judge', { packages: ['outcome', 'figures'], types: [], pure: true }],
  ['probe', { packages: ['outcome', 'figures'], types: [], pure: false }],
  ['verification', { packages: ['outcome', 'figures', 'action-kit', 'judge', 'probe'], types: [], pure: false }],
  ['github', { packages: ['outcome'], types: [], pure: false }],
  ['reports', { packages: ['outcome'], types: [], pure: false }],
  ['policy', { packages: ['outcome'], types: [], pure: true }],
  ['gate', { packages: ['outcome', 'figures', 'action-kit', 'github', 'policy', 'reports'], types: [], pure: false }],
  ['message', { packages: ['outcome', 'figures'], types: [], pure: true }],
  ['comments', { packages: ['github', 'message'], types: [], pure: false }],
  ['delivery', { packages: ['outcome', 'message'], types: [], pure: false }],
  [
    'fleet',
    {
      packages: ['outcome', 'figures', 'rollout', 'ssh', 'release-store', 'action-kit'],
      types: ['probe'],
      pure: false,
    },
  ],
]);

const ONE_IMPORTER: ReadonlyMap<string, string> = new Map([
  ['@actions/core', 'action-kit'],
  ['@actions/exec', 'ssh'],
  ['@actions/github', 'github'],
]);

/** What pure code gets passed in instead of reaching for it. */
const IMPURE_GLOBALS = new Set([
  'process',
  'console',
  'fetch',
  'performance',
  'crypto',
  'globalThis',
  'setTimeout',
  'setInterval',
  'setImmediate',
]);
const IMPURE_MEMBERS = new Set(['Date.now', 'Math.random']);
const MODULE_MOCKS = new Set(['jest.mock', 'jest.doMock', 'jest.unstable_mockModule', 'jest.setMock']);

/** What a module may consist of when nothing is to run on import. */
const DECLARATIONS = new Set([
  'ImportDeclaration',
  'ExportDeclaration',
  'ExportNamedDeclaration',
  'ExportAllDeclaration',
  'FunctionDeclaration',
  'ClassDeclaration',
  'VariableDeclaration',
  'TsInterfaceDeclaration',
  'TsTypeAliasDeclaration',
]);

/** One import of a file, whichever way it is written. */
interface Import {
  readonly specifier: string;
  readonly typeOnly: boolean;
}

/** Where a file belongs: `packages/ssh`, `actions/rollback`, or the house (tests, scripts, demo). */
interface Place {
  readonly kind: 'package' | 'action' | 'house';
  readonly name: string;
  /** True for what users run, false for tests beside it. */
  readonly source: boolean;
}

/** Every breach of the rules in the given TypeScript files: of each file in turn, then the circles between them. */
export function violationsIn(files: readonly TextFile[]): Violation[] {
  const parsed = files.map(({ path, text }) => ({ path, statements: statementsOf(text) }));
  const circular = linksOnCircles(parsed.flatMap(linksOf));
  return [
    ...parsed.flatMap(violationsOf),
    ...circular.map(({ from, seen }) => ({ path: from, rule: 'circle' as const, seen })),
  ];
}

interface ParsedFile {
  readonly path: string;
  readonly statements: readonly SyntaxNode[];
}

function violationsOf({ path, statements }: ParsedFile): Violation[] {
  const place = placeOf(path);
  const found = [
    ...importsOf(statements).flatMap((one) => importBreaches(path, place, one)),
    ...codeBreaches(place, statements),
    ...(mayRunOnImport(path, place) ? [] : runningStatements(statements)),
  ];
  return found.map(([rule, seen]) => ({ path, rule, seen }));
}

/** An import of another file of a package or action, types included. */
interface FileLink extends Link {
  readonly seen: string;
}

function linksOf({ path, statements }: ParsedFile): FileLink[] {
  if (unitOf(path) === '') return [];
  const relative = importsOf(statements).filter(({ specifier }) => specifier.startsWith('.'));
  return relative.map(({ specifier }) => ({ from: path, to: resolved(path, specifier), seen: specifier }));
}

/** The packages a file imports, without Node's own: `yaml` for `yaml/x`, `@plimsoll/ssh` for itself. */
export function packagesImportedBy({ text }: TextFile): string[] {
  const specifiers = importsOf(statementsOf(text)).map(({ specifier }) => specifier);
  return specifiers.flatMap((specifier) => /^(?!node:)(?:@[^/]+\/)?[^./][^/]*/u.exec(specifier) ?? []);
}

type Breach = readonly [rule: Rule, seen: string];

function placeOf(path: string): Place {
  const [top, name = '', below] = path.split('/');
  const source = below === 'src';
  if (top === 'packages') return { kind: 'package', name, source };
  if (top === 'actions') return { kind: 'action', name, source };
  return { kind: 'house', name: '', source: false };
}

function importsOf(statements: readonly SyntaxNode[]): Import[] {
  return [...nodesIn(statements)].flatMap((node): Import[] => {
    const isType = node.type === 'TsImportType';
    const specifier = isType ? stringOf(node['argument']) : importedBy(node);
    return specifier === undefined ? [] : [{ specifier, typeOnly: isType || node['typeOnly'] === true }];
  });
}

function importedBy(node: SyntaxNode): string | undefined {
  return isDynamicImport(node) ? stringOf(argumentsOf(node)[0]) : stringOf(node['source']);
}

function isDynamicImport(node: SyntaxNode): boolean {
  return node.type === 'CallExpression' && isNode(node['callee']) && node['callee'].type === 'Import';
}

function importBreaches(path: string, place: Place, one: Import): Breach[] {
  const breaches: Rule[] = [];
  const { specifier } = one;
  if (isOutsideImporter(place, specifier)) breaches.push('one-importer');
  if (entersByPath(path, specifier)) breaches.push(reachesAction(path, specifier) ? 'action' : 'door');
  if (place.source && packageOf(specifier) === 'testkit' && place.name !== 'testkit') breaches.push('tests-only');
  if (isPureSource(place) && specifier.startsWith('node:')) breaches.push('pure');
  const layering = layerBreach(place, one);
  if (layering !== undefined) breaches.push(layering);
  return breaches.map((rule) => [rule, specifier]);
}

function isOutsideImporter(place: Place, specifier: string): boolean {
  const importer = ONE_IMPORTER.get(specifier);
  return importer !== undefined && !(place.kind === 'package' && place.name === importer);
}

/** `ssh` for `@plimsoll/ssh` and for anything below it. */
function packageOf(specifier: string): string | undefined {
  return /^@plimsoll\/([^/]+)/u.exec(specifier)?.[1];
}

/** Whether an import goes around a package's door: a deep path, or a relative path out of its own place. */
function entersByPath(path: string, specifier: string): boolean {
  if (/^@plimsoll\/[^/]+\/./u.test(specifier)) return true;
  if (!specifier.startsWith('.')) return false;
  const target = unitOf(resolved(path, specifier));
  return target !== unitOf(path) && target !== '';
}

function reachesAction(path: string, specifier: string): boolean {
  return specifier.startsWith('.') && unitOf(resolved(path, specifier)).startsWith('actions/');
}

/** `packages/ssh` or `actions/rollback`; empty for the house, whose parts may share code. */
function unitOf(path: string): string {
  return /^(?:packages|actions)\/[^/]+/u.exec(path)?.[0] ?? '';
}

function resolved(path: string, specifier: string): string {
  return new URL(specifier, `file:///${path}`).pathname.slice(1);
}

function layerBreach(place: Place, { specifier, typeOnly }: Import): Rule | undefined {
  const wanted = packageOf(specifier);
  const free = place.kind !== 'package' || !place.source || place.name === 'testkit';
  if (free || wanted === undefined || wanted === 'testkit') return undefined;
  const layer = LAYERS.get(place.name);
  if (layer?.packages.includes(wanted) === true) return undefined;
  if (layer?.types.includes(wanted) === true) return typeOnly ? undefined : 'types-only';
  return 'layer';
}

function isPureSource(place: Place): boolean {
  return place.kind === 'package' && place.source && LAYERS.get(place.name)?.pure === true;
}

function codeBreaches(place: Place, statements: readonly SyntaxNode[]): Breach[] {
  const nodes = [...nodesIn(statements)];
  const everywhere = nodes.flatMap(forbiddenEverywhere);
  return isPureSource(place) ? [...everywhere, ...impurities(nodes)] : everywhere;
}

function forbiddenEverywhere(node: SyntaxNode): Breach[] {
  if (node.type === 'TsKeywordType' && node['kind'] === 'any') return [['any', 'any']];
  const called = node.type === 'CallExpression' ? dottedName(node['callee']) : undefined;
  return called !== undefined && MODULE_MOCKS.has(called) ? [['module-mock', called]] : [];
}

function impurities(nodes: readonly SyntaxNode[]): Breach[] {
  // `x.process` and `{ process: 1 }` only name a member; everything else reaches for the global.
  const memberNames = new Set(nodes.flatMap((node) => [node['key'], node['property']]));
  return nodes.flatMap((node) => (memberNames.has(node) ? [] : impurity(node))).map((seen) => ['pure', seen]);
}

/** The name of what a node reaches for instead of getting it passed in, if it does. */
function impurity(node: SyntaxNode): string[] {
  const name = dottedName(node);
  if (name !== undefined && (IMPURE_GLOBALS.has(name) || IMPURE_MEMBERS.has(name))) return [name];
  const readsClock = node.type === 'NewExpression' && dottedName(node['callee']) === 'Date';
  return readsClock && argumentsOf(node).length === 0 ? ['new Date()'] : [];
}

/** An action's entry starts it, and testkit has programs that tests start as processes. */
function mayRunOnImport(path: string, place: Place): boolean {
  return !place.source || place.name === 'testkit' || /^actions\/[^/]+\/src\/index\.ts$/u.test(path);
}

function runningStatements(statements: readonly SyntaxNode[]): Breach[] {
  const running = statements.filter((statement) => !DECLARATIONS.has(statement.type));
  return running.map((statement) => ['runs-on-import', statement.type]);
}
