import { createHash } from 'node:crypto';
import { chmod, open, readFile, rm, writeFile } from 'node:fs/promises';
import { describe, expect, test } from '@jest/globals';
import type { TemporaryFolder, TreeBuilder } from '../src/index.ts';
import { checkStore, describeTree, mustRun, temporaryFolder, treeBuilder } from '../src/index.ts';

interface Store extends AsyncDisposable {
  readonly path: string;
  readonly tree: TreeBuilder;
}

async function release(tree: TreeBuilder, id: string, state: string): Promise<void> {
  await tree.file(`releases/${id}/app.js`, id);
  await tree.file(`releases/${id}/odd\nname`, id, 0o755);
  await tree.link(`releases/${id}/link`, 'app.js');
  const described = await describeTree(`${tree.root}/releases/${id}`);
  const manifest = [...described]
    .map(([path, line]) => `${line} ${path.replaceAll('\n', '\\n')}\n`)
    .sort()
    .join('');
  await tree.file(`.plimsoll/releases/${id}/manifest`, manifest);
  await tree.file(`.plimsoll/releases/${id}/digest`, `${createHash('sha256').update(manifest).digest('hex')}\n`);
  await tree.file(`.plimsoll/releases/${id}/state`, `${state}\n`);
}

function ledgerText(entries: readonly { event: string; release: string; previous: string }[]): string {
  let chain = 'none';
  return entries
    .map((entry, index) => {
      const line = `${JSON.stringify({ at: 'now', fence: index, ...entry, chain })}\n`;
      chain = createHash('sha256').update(line).digest('hex');
      return line;
    })
    .join('');
}

async function store(): Promise<Store> {
  const folder: TemporaryFolder = await temporaryFolder();
  const tree = treeBuilder(folder.path);
  await release(tree, 'r1', 'healthy');
  await release(tree, 'r2', 'healthy');
  await tree.link('current', 'releases/r2');
  const entries = [
    { event: 'deployed', release: 'r1', previous: '' },
    { event: 'deployed', release: 'r2', previous: 'r1' },
  ];
  await tree.file('.plimsoll/ledger.jsonl', ledgerText(entries));
  await tree.file('.plimsoll/lease/2/released', '');
  return { path: folder.path, tree, [Symbol.asyncDispose]: () => folder.remove() };
}

describe('checkStore', () => {
  test('finds nothing wrong with a store in order', async () => {
    await using found = await store();
    expect(await checkStore(found.path)).toMatchObject({
      current: { kind: 'release', release: 'r2' },
      isSettled: true,
      violations: [],
      releases: [
        { id: 'r1', damaged: [], extra: [] },
        { id: 'r2', damaged: [], extra: [] },
      ],
    });
  });

  const damages: [string, string, (found: Store) => Promise<unknown>][] = [
    ['a changed file', 'I8', ({ path }) => writeFile(`${path}/releases/r1/app.js`, 'x')],
    ['a missing file', 'I1', ({ path }) => rm(`${path}/releases/r2/app.js`)],
    ['a changed mode', 'I8', ({ path }) => chmod(`${path}/releases/r1/app.js`, 0o600)],
    ['a changed manifest', 'I8', ({ path }) => writeFile(`${path}/.plimsoll/releases/r1/manifest`, '')],
    ['a dangling link', 'I1', ({ path }) => rm(`${path}/releases/r2`, { recursive: true })],
    ['no link', 'I1', ({ path }) => rm(`${path}/current`)],
    ['a release without its record', 'I1', ({ path }) => rm(`${path}/.plimsoll/releases/r2`, { recursive: true })],
    ['a half-made release', 'I5', ({ tree }) => release(tree, 'r3', 'staged')],
    [
      'a broken chain',
      'I6',
      ({ path }) =>
        writeFile(
          `${path}/.plimsoll/ledger.jsonl`,
          ledgerText([{ event: 'deployed', release: 'r2', previous: '' }]).replace('none', 'x'),
        ),
    ],
    [
      'another release than the ledger says',
      'I6',
      ({ path }) =>
        writeFile(`${path}/.plimsoll/ledger.jsonl`, ledgerText([{ event: 'reverted', release: 'r2', previous: 'r1' }])),
    ],
  ];
  test.each(damages)('notices %s', async (_what, invariant, damage) => {
    await using found = await store();
    await damage(found);
    expect((await checkStore(found.path)).violations.join('\n')).toContain(invariant);
  });

  test('waits with the checks of a settled store while something is armed', async () => {
    await using found = await store();
    await release(found.tree, 'r3', 'active');
    await found.tree.file('.plimsoll/armed/r3/target', 'r2\n');
    expect(await checkStore(found.path)).toMatchObject({ isSettled: false, unsettled: ['armed: r3'], violations: [] });
  });

  test('looks again at what came to rest while it looked', async () => {
    await using found = await store();
    await release(found.tree, 'r3', 'active');
    await found.tree.file('.plimsoll/armed/r3/target', 'r2\n');
    const path = `${found.path}/.plimsoll/ledger.jsonl`;
    const ledger = await readFile(path);
    await rm(path);
    await mustRun({ program: 'mkfifo', args: [path] });
    // Whoever reads the ledger has to wait for it; the states of the releases have been read by then.
    const looking = checkStore(found.path);
    const writing = await open(path, 'w');
    await rm(path);
    await writeFile(path, ledger);
    await writeFile(`${found.path}/.plimsoll/releases/r3/state`, 'reverted\n');
    await rm(`${found.path}/.plimsoll/armed/r3`, { recursive: true });
    await writing.writeFile(ledger);
    await writing.close();
    expect(await looking).toMatchObject({ isSettled: true, violations: [] });
  });

  test('takes a last line of the ledger that was cut short for what it is', async () => {
    await using found = await store();
    await writeFile(`${found.path}/.plimsoll/ledger.jsonl`, '{"half', { flag: 'a' });
    expect((await checkStore(found.path)).violations).toEqual([]);
  });
});
