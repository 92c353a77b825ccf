import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { appendFile, mkdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { pipeline } from 'node:stream/promises';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { describeTree, runCommand, type TemporaryFolder, temporaryFolder, treeBuilder } from '@plimsoll/testkit';
import * as fc from 'fast-check';
import { needs } from '../../../test/setup/needs.ts';
import { archiveOf } from '../src/archive.ts';
import { makePlan, type Plan } from '../src/plan.ts';
import { scanSource } from '../src/scan.ts';
import { createTree, type TreeEntry } from '../src/tree.ts';
import { describeEntries, directory, file, link, treeArbitrary } from './support/arbitraries.ts';
import { failureOf } from './support/failures.ts';

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder();
});
afterAll(async () => folder.remove());

interface Tar {
  readonly program: string;
  readonly applet: readonly string[];
}

const GNU_TAR: Tar = { program: 'tar', applet: [] };
const BUSYBOX_TAR: Tar = { program: 'busybox', applet: ['tar'] };

const planOf = (entries: readonly TreeEntry[]): Plan => makePlan(createTree(entries), undefined);

/** Unpacks into an empty folder as the server does. Answers with the folder. */
async function unpack({ program, applet }: Tar, plan: Plan): Promise<string> {
  const place = `${folder.path}/unpacked`;
  await rm(place, { recursive: true, force: true });
  await mkdir(place);
  const child = spawn(program, [...applet, '-xpof', '-', '-C', place], { stdio: ['pipe', 'ignore', 'pipe'] });
  const complaints: Buffer[] = [];
  child.stderr.on('data', (bytes: Buffer) => complaints.push(bytes));
  const closed = once(child, 'close');
  await pipeline(archiveOf(plan), child.stdin);
  await closed;
  expect(`${child.exitCode} ${Buffer.concat(complaints).toString()}`).toBe('0 ');
  return place;
}

function testsOf(tar: Tar): void {
  test('unpacks every tree exactly as it was', async () => {
    await fc.assert(
      fc.asyncProperty(treeArbitrary, async (entries) => {
        const tree = [...entries, directory('always there')];
        const place = await unpack(tar, planOf(tree));
        expect(await describeTree(`${place}/tree`)).toEqual(describeEntries(tree));
      }),
      { numRuns: 15 },
    );
  });

  test('unpacks names of 255 bytes, paths and link targets of every length around the 100 of a header', async () => {
    const names = [93, 94, 95, 96, 99, 100, 101, 255].map((length) => 'n'.repeat(length));
    const deep = `${'d'.repeat(255)}/${'e'.repeat(255)}/${'f'.repeat(255)}`;
    const folders = [deep, deep.slice(0, 511), deep.slice(0, 255)].map(directory);
    const links = [98, 99, 100, 101, 102, 1000].map((length) => link(`l${length}`, 't'.repeat(length)));
    const tree = [...names.map((name) => file(name)), ...folders, file(`${deep}/\xff`), ...links];
    const place = await unpack(tar, planOf(tree));
    expect(await describeTree(`${place}/tree`)).toEqual(describeEntries(tree));
  });

  test('unpacks files from the disk of every size at which a buffer ends, with their times', async () => {
    const source = treeBuilder(`${folder.path}/source`);
    for (const size of [0, 1, 511, 512, 513, (1 << 17) - 1, 1 << 17, (1 << 17) + 1, (1 << 18) + 1, 700_000]) {
      await source.file(`size-${size}`, Buffer.alloc(size, size % 251), size === 0 ? 0o600 : 0o755);
    }
    const place = await unpack(tar, planOf(await scanSource(source.root, () => true)));
    expect(await describeTree(`${place}/tree`)).toEqual(await describeTree(source.root));
    const [sent, arrived] = await Promise.all([stat(`${source.root}/size-1`), stat(`${place}/tree/size-1`)]);
    expect(Math.trunc(arrived.mtimeMs / 1000)).toBe(Math.trunc(sent.mtimeMs / 1000));
  });

  test('finds the changes of the manifest beside the files', async () => {
    const base = { manifest: planOf([file('old')]).manifest, damaged: new Set<string>() };
    const plan = makePlan(createTree([file('new\n')]), base);
    const place = await unpack(tar, plan);
    expect(await readFile(`${place}/meta/added`, 'latin1')).toBe(`${plan.addedLines.join('\n')}\n`);
    expect(await readFile(`${place}/meta/removed`, 'latin1')).toBe(`${plan.removedLines.join('\n')}\n`);
  });

  test.each([8_589_934_591, 8_589_934_592, 5_000_000_000_000])('reads the size of a file of %d bytes', async (size) => {
    await writeFile(`${folder.path}/huge`, '');
    await truncate(`${folder.path}/huge`, size);
    const content = { from: 'disk', folder: Buffer.from(folder.path), size } as const;
    const start = firstChunk(archiveOf(planOf([{ ...file('huge'), content }])));
    const listing = await list(tar, start);
    expect(listing).toMatch(new RegExp(` ${size} .* tree/huge$`, 'm'));
  });
}

describe('GNU tar', () => testsOf(GNU_TAR));

const describeWithBusybox = await needs('busybox');
describeWithBusybox('busybox tar', () => testsOf(BUSYBOX_TAR));

function firstChunk(stream: Iterable<Buffer>): Buffer {
  for (const chunk of stream) return chunk;
  throw new Error('The archive is empty.');
}

/** The entries of an archive that breaks off. */
async function list({ program, applet }: Tar, archive: Buffer): Promise<string> {
  await writeFile(`${folder.path}/archive.tar`, archive);
  return (await runCommand({ program, args: [...applet, '-tvf', `${folder.path}/archive.tar`] })).stdout;
}

describe('the stream of an archive', () => {
  test('comes in few large pieces, however small the files are', async () => {
    const plan = planOf(Array.from({ length: 3000 }, (_, index) => file(`file-${index}`)));
    const sizes = [...archiveOf(plan)].map(({ length }) => length);
    const total = sizes.reduce((sum, size) => sum + size, 0);
    expect(sizes.length).toBeLessThanOrEqual(Math.ceil(total / (1 << 18)) + 1);
    expect(Math.max(...sizes)).toBe(1 << 18);
  });

  test('takes a file from before 1970 for one of 1970, which is the first time a header can hold', async () => {
    const place = await unpack(GNU_TAR, planOf([{ ...file('past'), modifiedAt: -5 }]));
    expect((await stat(`${place}/tree/past`)).mtimeMs).toBe(0);
  });

  const faults: readonly (readonly [string, number, (path: string) => Promise<unknown>])[] = [
    ['grew', 10, (path) => appendFile(path, 'more')],
    ['shrank', 10, (path) => truncate(path, 3)],
    ['vanished', 10, (path) => rm(path)],
    ['of some size grew', 300_000, (path) => appendFile(path, 'more')],
    ['of some size shrank', 300_000, (path) => truncate(path, 3)],
    ['of some size vanished', 300_000, (path) => rm(path)],
  ];
  test.each(faults)('breaks off when a file %s since it was hashed', async (_fault, size, harm) => {
    const source = treeBuilder(`${folder.path}/changing`);
    await source.file('a\nfile', Buffer.alloc(size));
    const plan = planOf(await scanSource(source.root, () => true));
    await harm(`${source.root}/a\nfile`);
    const failure = await failureOf(() => [...archiveOf(plan)]);
    expect(failure.code).toBe('integrity');
    expect(failure.message).toContain("source: 'a\\x0afile' changed while it was sent");
  });
});
