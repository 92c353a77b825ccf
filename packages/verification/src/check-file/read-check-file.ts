import { Failure } from '@plimsoll/outcome';
import type { CheckFile } from '../check.ts';
import type { PlanSettings } from '../plan.ts';
import { CHECKS, FILE } from './keys/file-keys.ts';
import type { KindContext } from './kind.ts';
import { type Mapping, openMapping } from './mapping.ts';
import { nameChecks } from './names.ts';
import { type Draft, readCheck } from './read-check.ts';
import { readSettings } from './read-settings.ts';
import type { Reading } from './shape.ts';
import { parseYaml } from './yaml-document.ts';

/** What a file of checks leaves to its surroundings. */
export interface CheckFileOptions {
  /** Variables that `${NAME}` reads; none unless given. */
  readonly env?: Readonly<Record<string, string | undefined>>;
  /** Where Prometheus is unless a check says. */
  readonly prometheusUrl?: string;
  /** What inputs of the action say of the same; contradictions are looked for in both together. */
  readonly inputs?: PlanSettings;
}

/**
 * Reads a file of checks, as docs/checks.md describes it, and fills in every default.
 *
 * @throws Failure('input') that names all problems in the order of their lines, and nothing else, whatever the text is
 */
export function readCheckFile(text: string, options: CheckFileOptions = {}): CheckFile {
  const document = parseYaml(text);
  const { problems, root } = document;
  const { env = {}, prometheusUrl = '', inputs = {} } = options;
  const reading = { ...document, env, secrets: new Set<string>(), prometheusUrl };
  if (root === undefined) throw new Failure('input', "checks: the file is empty. Give it a list under 'checks:'.");
  const target = document.resolve(root);
  const mapping = target === undefined ? undefined : openMapping({ node: target, what: 'the file' }, reading);
  const file = mapping === undefined ? undefined : readFile(mapping, reading, inputs);
  problems.throwIfAny();
  if (file === undefined) throw new Error('a file of checks could not be read, and nobody said why');
  return file;
}

function readFile(mapping: Mapping, reading: Reading & KindContext, inputs: PlanSettings): CheckFile {
  mapping.refuseOthers(FILE);
  const settings = readSettings(mapping, inputs);
  if (!mapping.has(CHECKS)) mapping.complain(undefined, "there is no list 'checks', and so nothing to check.");
  const drafts = (mapping.get(CHECKS) ?? []).map((node, index) => readCheck(node, index + 1, reading));
  const sound = drafts.filter((draft): draft is Draft => draft !== undefined);
  return { checks: nameChecks(sound, reading.problems), secrets: [...reading.secrets], settings };
}
