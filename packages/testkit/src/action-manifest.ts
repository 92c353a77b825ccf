import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';

/** What of an `action.yml` matters to whoever starts the action. */
export interface ActionManifest {
  /** Default of each input as text; inputs without one are missing. */
  readonly defaults: ReadonlyMap<string, string>;
  readonly inputs: readonly string[];
  readonly outputs: readonly string[];
  /** File of the bundle that is started as the post step; undefined without one. */
  readonly post: string | undefined;
}

/** Top folder of this repository. */
export const REPOSITORY: string = fileURLToPath(new URL('../../../', import.meta.url));

/** Folder of the committed bundle of an action. */
export function distFolder(action: string): string {
  return `${REPOSITORY}dist/${action}`;
}

/** Reads `actions/<action>/action.yml`, or another file of that kind. */
export async function readManifest(
  action: string,
  path: string = `${REPOSITORY}actions/${action}/action.yml`,
): Promise<ActionManifest> {
  const document: unknown = parse(await readFile(path, 'utf8'));
  const inputs = Object.entries(record(record(document)['inputs'] ?? {}));
  const defaults = inputs.flatMap(([name, input]): [string, string][] => {
    const value = record(input)['default'];
    return value === undefined ? [] : [[name, asText(value)]];
  });
  const { post } = record(record(document)['runs'] ?? {});
  return {
    defaults: new Map(defaults),
    inputs: inputs.map(([name]) => name),
    outputs: Object.keys(record(record(document)['outputs'] ?? {})),
    post: post === undefined ? undefined : basename(asText(post)),
  };
}

/** The runner hands every input over as text. */
function asText(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function record(value: unknown): Readonly<Record<string, unknown>> {
  if (isRecord(value)) return value;
  throw new Error(`action.yml has ${JSON.stringify(value)} where a mapping should be.`);
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
