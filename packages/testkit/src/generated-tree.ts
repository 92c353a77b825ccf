import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Random } from './random.ts';
import { byteString, bytesOf, listTree } from './tree.ts';

/** The size of a generated tree. The same numbers give the same bytes, on every machine. */
export interface TreeSize {
  readonly root: string;
  readonly files: number;
  /** Sum of the sizes of all files, met within a few per cent. */
  readonly bytes: number;
  readonly seed: number;
}

// The shape of the tree that all published figures were measured on: of 4,100 files one in 41 is random, with 37 % of the bytes.
const FILES_PER_BINARY = 41;
const BINARY_SHARE = 0.37;
const FILES_PER_FOLDER = 6;

/**
 * Writes a tree like a built JavaScript application: text that looks like code, in folders of six, and every 41st file of random bytes
 * (as images are). Text shrinks to about a sixth when compressed, random bytes not at all.
 */
export async function generateTree({ root, files, bytes, seed }: TreeSize): Promise<void> {
  const random = new Random(seed);
  const binaries = Math.floor(files / FILES_PER_BINARY);
  const binarySize = binaries === 0 ? 0 : Math.floor((bytes * BINARY_SHARE) / binaries);
  const textSize = Math.floor((bytes - binaries * binarySize) / (files - binaries));
  for (let index = 0; index < files; index += 1) {
    const folder = join(root, ...folderOf(index));
    if (index % FILES_PER_FOLDER === 0) await mkdir(folder, { recursive: true });
    const isBinary = index % FILES_PER_BINARY === FILES_PER_BINARY - 1;
    if (isBinary) await writeFile(join(folder, `image-${index}.bin`), random.bytes(binarySize));
    else await writeFile(join(folder, `part-${index}.js`), codeText(random, spread(random, textSize)));
  }
}

/** Modules of a few folders each. */
function folderOf(index: number): [string, string] {
  const folder = Math.floor(index / FILES_PER_FOLDER);
  return [`module-${Math.floor(folder / 8)}`, `folder-${folder}`];
}

/** Sizes differ as in real life, from a half to one and a half of the mean. */
function spread(random: Random, mean: number): number {
  return Math.floor(mean / 2) + random.below(mean + 1);
}

const WORDS = [
  'session',
  'request',
  'channel',
  'message',
  'user',
  'token',
  'handler',
  'config',
  'result',
  'buffer',
  'stream',
  'window',
  'render',
  'update',
  'cache',
  'index',
  'entry',
  'state',
  'queue',
  'timer',
  'socket',
  'client',
  'server',
  'option',
  'value',
  'payload',
] as const;
const LINES = [
  (a: string, b: string, n: number) => `  const ${a}${n % 97} = ${b}.get('${a}') ?? ${n};`,
  (a: string, b: string, n: number) => `  if (${a}.${b} > ${n % 1000}) return ${b};`,
  (a: string, b: string, n: number) => `export function ${a}${capital(b)}${n % 89}(${b}, options = {}) {`,
  (a: string, b: string) => `  await ${a}.${b}(${b} => ${b}.${a});`,
  (a: string, b: string, n: number) => `  // the ${a} keeps its ${b} for ${n % 60} seconds`,
  () => '}',
  (a: string, b: string) => `  ${a}.on('${b}', () => { this.${b}.push(${a}); });`,
] as const;

/** About `size` bytes of text that compresses like code. */
function codeText(random: Random, size: number): string {
  const lines: string[] = [];
  for (let length = 0; length < size; ) {
    const line = random.pick(LINES)(random.pick(WORDS), random.pick(WORDS), random.next());
    lines.push(line);
    length += line.length + 1;
  }
  return `${lines.join('\n')}\n`;
}

function capital(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}

/** Which files of a tree to change. The same seed changes the same files in the same way. */
export interface TreeChange {
  readonly root: string;
  readonly count: number;
  readonly seed: number;
}

/**
 * Changes the content of `count` text files spread over the tree, as a small commit does: one line in the middle of each becomes another.
 * Answers with their paths.
 *
 * @throws Error when the tree has fewer text files.
 */
export async function changeFiles({ root, count, seed }: TreeChange): Promise<string[]> {
  const random = new Random(seed);
  const files = [...(await listTree(root))]
    .filter(([path, { kind }]) => kind === 'file' && path.endsWith('.js'))
    .map(([path]) => path);
  if (files.length < count) throw new Error(`Cannot change ${count} files: ${root} has ${files.length} text files.`);
  const chosen = new Set<string>();
  while (chosen.size < count) chosen.add(files[random.below(files.length)] ?? '');
  for (const path of chosen) await changeMiddleLine(bytesOf(`${byteString(root)}/${path}`), random.next());
  return [...chosen];
}

async function changeMiddleLine(path: Buffer, value: number): Promise<void> {
  const lines = (await readFile(path, 'utf8')).split('\n');
  lines[Math.floor(lines.length / 2)] = `  const changed = ${value};`;
  await writeFile(path, lines.join('\n'));
}
