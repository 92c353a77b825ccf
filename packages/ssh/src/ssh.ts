import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import { type Agent, startAgent } from './agent.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { FILES } from './config.ts';
import { makeFolder, removeFolder } from './folder.ts';
import type { HostAddress } from './host.ts';
import { fingerprintOf, formatPublicKey } from './key-blob.ts';
import { parseKnownHosts } from './known-hosts.ts';
import { parsePrivateKey } from './private-key.ts';
import type { Machine } from './programs.ts';
import { type Ssh, SshClient } from './ssh-client.ts';

export interface SshSettings {
  /** Text of the private key, in any format that ssh-add reads; common damage of pasted secrets is repaired. */
  readonly privateKey: string;
  /** Empty for a key without passphrase. */
  readonly passphrase: string;
  /** Text of an OpenSSH user certificate for that key, or empty. */
  readonly certificate: string;
  /** Lines as in a known_hosts file. */
  readonly knownHosts: string;
  /** Hosts to go through, the first one nearest to the runner. */
  readonly proxyJump: readonly HostAddress[];
  readonly connectTimeoutMs: number;
  /** Where the folder of this client is made. */
  readonly temporaryFolder: string;
  /** Told where that folder will be, before it is made. */
  readonly onFolder?: (folder: string) => void;
  /** Seconds between signs of life; after three without answer the link counts as broken. 10 by default. */
  readonly keepAliveSeconds?: number;
}

const KEEP_ALIVE_SECONDS = 10;

/**
 * Starts the agent, gives it the key and writes the public files. Throws Failure('input') for an unusable key, certificate or known-hosts text,
 * and Failure('connect') when the runner has no OpenSSH client.
 */
export async function openSsh(
  settings: SshSettings,
  machine: Machine = { platform: process.platform, env: process.env },
): Promise<Ssh> {
  const privateKey = parsePrivateKey(settings.privateKey, settings.passphrase);
  const certificate = settings.certificate.trim() === '' ? undefined : parseCertificate(settings.certificate);
  const known = parseKnownHosts(settings.knownHosts);
  const { temporaryFolder: place, onFolder = () => undefined } = settings;
  const folder = await makeFolder({ place, machine, onFolder });
  try {
    const agent = await startAgent({ folder, machine, privateKey, passphrase: settings.passphrase });
    const credentials = { key: `${agent.publicKey.type} ${fingerprintOf(agent.publicKey.blob)}`, certificate };
    await writeIdentity(folder, agent, certificate);
    const { connectTimeoutMs, keepAliveSeconds = KEEP_ALIVE_SECONDS } = settings;
    const client = { folder, machine, known, credentials, connectTimeoutMs, keepAliveSeconds };
    return new SshClient({ client, agent, proxyJump: settings.proxyJump });
  } catch (thrown) {
    await removeFolder(folder);
    throw thrown;
  }
}

async function writeIdentity(folder: string, agent: Agent, certificate: Certificate | undefined): Promise<void> {
  try {
    if (certificate !== undefined) requireSameKey(certificate, fingerprintOf(agent.publicKey.blob));
    await writeFile(join(folder, FILES.publicKey), `${formatPublicKey(agent.publicKey)}\n`, { mode: 0o600 });
    if (certificate !== undefined)
      await writeFile(join(folder, FILES.certificate), `${certificate.text}\n`, { mode: 0o600 });
  } catch (thrown) {
    await agent.stop();
    throw thrown;
  }
}

function requireSameKey({ keyFingerprint }: Certificate, own: string): void {
  if (keyFingerprint === own) return;
  throw new Failure(
    'input',
    `The input certificate is for another key (${keyFingerprint}) than private-key (${own}). Use the pair that belongs together.`,
  );
}
