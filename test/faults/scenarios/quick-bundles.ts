import { cp, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { distFolder, temporaryFolder } from '@plimsoll/testkit';

/** The actions that change a store. */
export const ACTIONS = ['deploy-ssh', 'rollback'] as const;
export type ActionName = (typeof ACTIONS)[number];

/** Copies of the bundles in which some times are shorter. Nothing else differs from what is shipped. */
export interface QuickBundles extends AsyncDisposable {
  folder(action: ActionName): string;
}

/** One number in the text of a bundle; it has to stand there exactly once. */
interface Edit {
  readonly from: RegExp;
  readonly to: string;
}

/** Seconds to a deadline that a test waits for: what it does before that has to be done by then, also on a busy machine. */
export const SOON = 10;
/** Seconds after which a lease that nobody renews is free. */
const LEASE_SECONDS = 5;

/** The proportions of the real times are kept: a lease outlives several signs of life. */
const SHORTER: readonly Edit[] = [
  { from: /^lease_seconds=\d+$/gm, to: `lease_seconds=${LEASE_SECONDS}` },
  { from: /(?<=renew_lease; do sleep )\d+/g, to: '1' },
  { from: /(?<=while sleep )\d+(?=; do)/g, to: '1' },
  { from: /(?<=const HEARTBEAT_MS = )[\d_]+/g, to: '1_000' },
  { from: /(?<=const KEEP_ALIVE_SECONDS = )[\d_]+/g, to: '1' },
  { from: /(?<=const PERSIST_SECONDS = )[\d_]+/g, to: '2' },
];

/** The deadline of an unconfirmed switch, which otherwise is at least two minutes. */
function deadlineEdit(seconds: number): Edit {
  return { from: /(?<=^leave_time_for_gate\(\) \{\n)/gm, to: `  arg_confirm_within=${seconds}\n  return\n` };
}

/** Makes the copies. With `deadlineSeconds` every unconfirmed switch is reverted after that time. */
export async function quickBundles(times: { readonly deadlineSeconds?: number } = {}): Promise<QuickBundles> {
  const { deadlineSeconds } = times;
  const edits = [...SHORTER, ...(deadlineSeconds === undefined ? [] : [deadlineEdit(deadlineSeconds)])];
  const copies = await temporaryFolder();
  for (const action of ACTIONS) {
    const copy = join(copies.path, action);
    await cp(distFolder(action), copy, { recursive: true });
    for (const edit of edits) await apply(edit, copy);
  }
  return {
    folder: (action) => join(copies.path, action),
    [Symbol.asyncDispose]: () => copies.remove(),
  };
}

async function apply({ from, to }: Edit, bundle: string): Promise<void> {
  const names = (await readdir(bundle)).filter((name) => /\.(?:sh|js)$/.test(name));
  let places = 0;
  for (const name of names) {
    const text = await readFile(join(bundle, name), 'utf8');
    const found = text.match(from)?.length ?? 0;
    places += found;
    if (found > 0) await writeFile(join(bundle, name), text.replace(from, to));
  }
  if (places !== 1) throw new Error(`${from.source} stands ${places} times in ${bundle}, expected once.`);
}
