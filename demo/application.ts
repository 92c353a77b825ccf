import { cp, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** A version of the application, as a build job would leave it. */
export interface Version {
  readonly name: string;
  /** `broken`: a misspelt variable, which nobody notices before the first visitor comes. */
  readonly quality: 'good' | 'broken';
}

const CODE = fileURLToPath(new URL('./application/', import.meta.url));
/** Files that no version changes, so that it shows how little of a release travels. */
const PICTURES = 240;

/** Writes a version into `folder`, in place of whatever was there, with new times on every file as after a checkout. */
export async function buildVersion(folder: string, { name, quality }: Version): Promise<void> {
  await rm(folder, { recursive: true, force: true });
  await cp(CODE, folder, { recursive: true });
  await mkdir(join(folder, 'pictures'));
  for (let number = 1; number <= PICTURES; number += 1) {
    await writeFile(join(folder, 'pictures', `${number}.txt`), `picture ${number}\n`.repeat(100));
  }
  await writeFile(join(folder, 'VERSION'), `${name}\n`);
  if (quality === 'broken') await misspell(join(folder, 'page.ts'));
}

async function misspell(path: string): Promise<void> {
  const code = await readFile(path, 'utf8');
  await writeFile(path, code.replace('${version}', '${verison}'));
}
