/** Reads TypeScript as a tree, so that checks look at code and never at comments or strings. */
import { parseSync } from '@swc/core';

/** A node of the tree. swc's node types are many; checks ask for the few fields they need. */
export interface SyntaxNode {
  readonly type: string;
  readonly [field: string]: unknown;
}

export function isNode(value: unknown): value is SyntaxNode {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** The top-level statements of a module. */
export function statementsOf(text: string): SyntaxNode[] {
  const module: unknown = parseSync(text, { syntax: 'typescript', target: 'es2024' });
  return isNode(module) && Array.isArray(module['body']) ? module['body'].filter(isNode) : [];
}

/** All nodes below a value, itself included, in the order of the text. */
export function* nodesIn(value: unknown): Generator<SyntaxNode> {
  if (isNode(value)) yield value;
  if (typeof value !== 'object' || value === null) return;
  for (const child of Object.values(value)) yield* nodesIn(child);
}

/** The text of a string literal, or of a template without expressions. */
export function stringOf(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'StringLiteral' && typeof node['value'] === 'string') return node['value'];
  return undefined;
}

/** `a.b` as text for `a.b` and longer chains of plain names; nothing for any other expression. */
export function dottedName(node: unknown): string | undefined {
  if (!isNode(node)) return undefined;
  if (node.type === 'Identifier') return typeof node['value'] === 'string' ? node['value'] : undefined;
  if (node.type !== 'MemberExpression') return undefined;
  const [object, property] = [dottedName(node['object']), dottedName(node['property'])];
  return object === undefined || property === undefined ? undefined : `${object}.${property}`;
}

/** The expressions given to a call or to `new`; none when it has no brackets. */
export function argumentsOf(node: SyntaxNode): unknown[] {
  const given: unknown = node['arguments'];
  if (!Array.isArray(given)) return [];
  return given.map((argument: unknown) =>
    typeof argument === 'object' && argument !== null && 'expression' in argument ? argument.expression : undefined,
  );
}

/** Every name that stands as the key of a property: `x` in `{ x: 1 }`, `{ 'x': 1 }` and `{ x }`. */
export function propertyKeysIn(statements: readonly SyntaxNode[]): Set<string> {
  const keys = new Set<string>();
  for (const node of nodesIn(statements)) {
    if (node.type !== 'KeyValueProperty') continue;
    const key = stringOf(node['key']) ?? dottedName(node['key']);
    if (key !== undefined) keys.add(key);
  }
  return keys;
}
