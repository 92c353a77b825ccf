import { chmod, cp, mkdir, writeFile } from 'node:fs/promises';
import { delimiter, join } from 'node:path';
import type { FaultProxy, KeyPair, SshServer } from '@plimsoll/testkit';
import { findProgram, generateKey, REPOSITORY, startFaultProxy, startSshd, temporaryFolder } from '@plimsoll/testkit';

/** The line between client and server. */
export interface Link {
  /** One way. */
  readonly delayMs: number;
  readonly bytesPerSecond: number;
}

const MEGABIT = 125_000;

/** A runner in the cloud and a server far away. */
export const FAR: Link = { delayMs: 20, bytesPerSecond: 200 * MEGABIT };
/** A runner beside its server. */
export const NEAR: Link = { delayMs: 0, bytesPerSecond: 200 * MEGABIT };

/** One server behind one line, and what a client needs to get there: the same key and known hosts for every tool. */
export interface Bed extends AsyncDisposable {
  /** For everything of this bed; the bundles under test are in `dist/<action>` below it. */
  readonly folder: string;
  readonly server: SshServer;
  readonly proxy: FaultProxy;
  readonly key: KeyPair;
  readonly keyPath: string;
  readonly knownHosts: string;
  /** The environment of peers: their `ssh` knows key, known hosts and nothing of the user's configuration. */
  readonly env: NodeJS.ProcessEnv;
  /** A folder on the server for one tool to deploy to; it is made empty. */
  deployPath(name: string): Promise<string>;
}

/** Starts sshd and the line in front of it. */
export async function makeBed(link: Link): Promise<Bed> {
  const folder = await temporaryFolder();
  const key = await generateKey();
  const server = await startSshd({ authorizedKeys: [key.publicKey] });
  const proxy = await startFaultProxy({ target: server, ...link });
  const keyPath = join(folder.path, 'key');
  const knownHosts = server.knownHosts(proxy);
  await writeFile(keyPath, key.privateKey, { mode: 0o600 });
  await writeFile(join(folder.path, 'known_hosts'), knownHosts);
  // A copy, so that a build that is made meanwhile changes nothing.
  await cp(join(REPOSITORY, 'dist'), join(folder.path, 'dist'), { recursive: true });
  const env = await peerEnvironment(folder.path, proxy.port);
  const deployPath = async (name: string): Promise<string> => {
    const path = join(folder.path, 'server', name);
    await mkdir(path, { recursive: true });
    return path;
  };
  const dispose = async (): Promise<void> => {
    await proxy.close();
    await server.stop();
    await folder.remove();
  };
  return {
    folder: folder.path,
    server,
    proxy,
    key,
    keyPath,
    knownHosts,
    env,
    deployPath,
    [Symbol.asyncDispose]: dispose,
  };
}

/** Puts an `ssh` in front of PATH that reads only our configuration, so that every peer connects in the same way. */
async function peerEnvironment(folder: string, port: number): Promise<NodeJS.ProcessEnv> {
  const ssh = await findProgram('ssh');
  if (ssh === undefined) throw new Error('This machine has no ssh. Install openssh-client.');
  const config = join(folder, 'ssh_config');
  await writeFile(
    config,
    [
      `Port ${port}`,
      `IdentityFile ${join(folder, 'key')}`,
      'IdentitiesOnly yes',
      `UserKnownHostsFile ${join(folder, 'known_hosts')}`,
      'StrictHostKeyChecking yes',
      'BatchMode yes',
      '',
    ].join('\n'),
  );
  const bin = join(folder, 'bin');
  await mkdir(bin);
  await writeFile(join(bin, 'ssh'), `#!/bin/sh\nexec ${ssh} -F ${config} "$@"\n`);
  await chmod(join(bin, 'ssh'), 0o755);
  return { PATH: [bin, process.env['PATH'] ?? ''].join(delimiter), HOME: folder, LC_ALL: 'C' };
}
