import { mkdir, readFile, symlink, writeFile } from 'node:fs/promises';
import type { ActionRun } from '@plimsoll/testkit';
import { expectPass, type SharedServer, type Site } from './site.ts';

type Inputs = Readonly<Record<string, string>>;

/** A site with a release that is live, and files that it shares with all others. */
export async function siteWithData(shared: SharedServer): Promise<{ readonly site: Site; readonly release: string }> {
  const site = await shared.site();
  const release = await site.deployed({ 'health-command': 'true' });
  await mkdir(`${site.root}/shared/uploads`, { recursive: true });
  await writeFile(`${site.root}/shared/uploads/a b's $x.txt`, 'picture', { mode: 0o640 });
  await symlink('uploads', `${site.root}/shared/link`);
  return { site, release };
}

/** A backup that has to pass. Answers with its id. */
export async function backedUp(site: Site, inputs: Inputs = {}): Promise<string> {
  const run = await site.backup(inputs);
  expectPass(run);
  return run.outputs['backup-id'] ?? '';
}

/** Deploys something else than what the site began with. Answers with the id of its release. */
export async function nextVersion(site: Site): Promise<string> {
  await site.source.file('index.html', 'two');
  return site.deployed();
}

export async function ledgerOf(site: Site): Promise<readonly unknown[]> {
  const lines = (await readFile(`${site.root}/.plimsoll/ledger.jsonl`, 'utf8')).trimEnd().split('\n');
  return lines.map((line): unknown => JSON.parse(line));
}

export function endOf({ exitCode, outputs }: ActionRun): readonly [number | null, string | undefined] {
  return [exitCode, outputs['failure-code']];
}

/** Changes one bit in the middle of a file. */
export async function flipBit(path: string): Promise<void> {
  const bytes = await readFile(path);
  const middle = Math.floor(bytes.length / 2);
  bytes[middle] = (bytes[middle] ?? 0) ^ 1;
  await writeFile(path, bytes);
}
