import { Buffer } from 'node:buffer';
import { Failure } from '@plimsoll/outcome';
import { type Document, isAlias, isScalar, LineCounter, type Node, parseDocument, type YAMLError } from 'yaml';
import { Problems } from './problems.ts';

const LARGEST_BYTES = 2 ** 20;
/** Aliases save typing; a file that needs more of them is no list of checks. */
const MOST_ALIASES = 100;

/** A text as YAML, with the lines of everything in it. */
export interface YamlDocument {
  readonly problems: Problems;
  /** Undefined in an empty file. */
  readonly root: Node | undefined;
  /** The node that an alias stands for, or the node itself; undefined when that was a problem, which then is noted. */
  resolve(node: Node): Node | undefined;
}

/** @throws Failure('input') when the text is not one document of YAML 1.2 */
export function parseYaml(text: string): YamlDocument {
  if (Buffer.byteLength(text) > LARGEST_BYTES) {
    throw new Failure('input', `checks: the file has ${Buffer.byteLength(text)} bytes; ${LARGEST_BYTES} are the most.`);
  }
  const lineCounter = new LineCounter();
  // Keys that come twice are looked for where they are read: the parser's own search takes quadratic time.
  const options = {
    lineCounter,
    uniqueKeys: false,
    merge: false,
    prettyErrors: false,
    version: '1.2',
    schema: 'core',
  } as const;
  const document = parseDocument(text, options);
  const problems = new Problems(lineCounter);
  for (const error of [...document.errors, ...document.warnings]) {
    problems.add(error.pos[0], syntaxProblem(error, text));
  }
  problems.throwIfAny();
  return { problems, root: document.contents ?? undefined, resolve: aliasResolver(document, problems) };
}

function aliasResolver(document: Document.Parsed, problems: Problems): YamlDocument['resolve'] {
  const seen = new Set<Node>();
  return (node) => {
    if (!isAlias(node)) return node;
    seen.add(node);
    if (seen.size > MOST_ALIASES) {
      problems.add(offsetOf(node), `this is one alias too many; ${MOST_ALIASES} are the most.`);
      return undefined;
    }
    const target = node.resolve(document);
    if (target === undefined) problems.add(offsetOf(node), `there is no anchor for the alias '*${node.source}'.`);
    return target;
  };
}

function syntaxProblem({ code, message, pos: [offset] }: YAMLError, text: string): string {
  if (code === 'RESOURCE_EXHAUSTION') return 'the YAML is nested too deeply.';
  if (code === 'MULTIPLE_DOCS') return 'a second document begins here; a file of checks is one.';
  const before = text.slice(text.lastIndexOf('\n', offset - 1) + 1, offset);
  const hint = /:[ \t]+[>|][ \t]*$/u.test(before) ? " Quote a text that begins with > or |, as in '> 0.99'." : '';
  return `this is no valid YAML: ${message.trim().replace(/\.?$/u, '.')}${hint}`;
}

/** Where a node begins in the text. */
export function offsetOf(node: Node): number {
  return node.range?.[0] ?? 0;
}

/** What a scalar holds; undefined for anything else, and for values that only tags can make. */
export function scalarOf(
  node: Node,
): { readonly value: string | number | boolean | null; readonly written: string } | undefined {
  if (!isScalar(node)) return undefined;
  const { value, source } = node;
  const isPlain =
    value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean';
  return isPlain ? { value, written: source ?? String(value) } : undefined;
}
