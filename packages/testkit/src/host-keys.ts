import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun } from './command.ts';
import { generateKey, knownHostsLine } from './keys.ts';

/** Host keys of a test server: private halves as files, public halves as text. */
export interface HostKeys {
  readonly paths: readonly string[];
  readonly privateKeys: readonly string[];
  /** Each as `type base64`. */
  readonly publicKeys: readonly string[];
}

/** Writes the given private keys below `folder`, or a fresh one when there is none. */
export async function placeHostKeys(folder: string, given: readonly string[] = []): Promise<HostKeys> {
  const privateKeys = given.length > 0 ? given : [(await generateKey()).privateKey];
  const paths = privateKeys.map((_, index) => join(folder, `host-key-${index}`));
  await Promise.all(paths.map((path, index) => writeFile(path, privateKeys[index] ?? '', { mode: 0o600 })));
  const publicKeys = await Promise.all(paths.map(publicHalf));
  return { paths, privateKeys, publicKeys };
}

async function publicHalf(path: string): Promise<string> {
  const line = await mustRun({ program: 'ssh-keygen', args: ['-y', '-f', path] });
  return line.trim().split(' ').slice(0, 2).join(' ');
}

/** One known_hosts line for each key, with a final newline. */
export function knownHostsText(
  address: { readonly host: string; readonly port: number },
  publicKeys: readonly string[],
): string {
  return publicKeys.map((key) => `${knownHostsLine(address.host, address.port, key)}\n`).join('');
}
