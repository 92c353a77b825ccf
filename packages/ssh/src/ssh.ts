import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Failure } from '@plimsoll/outcome';
import { type Agent, startAgent } from './agent.ts';
import { type Certificate, parseCertificate } from './certificate.ts';
import { FILES } from './config.ts';
import { type Connection, openConnection } from './connection.ts';
import { makeFolder, removeFolder } from './folder.ts';
import { makeHops } from './hops.ts';
import type { HostAddress } from './host.ts';
import { fingerprintOf, formatPublicKey } from './key-blob.ts';
import { parseKnownHosts, requireKnown } from './known-hosts.ts';
import { type Client, cancelled, openLink } from './link.ts';
import { parsePrivateKey } from './private-key.ts';
import type { Machine } from './programs.ts';

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
  /** Seconds between signs of life; after three without answer the link counts as broken. 10 by default. */
  readonly keepAliveSeconds?: number;
}

/** A client with one key and one list of trusted hosts. */
export interface Ssh {
  /** The only place on disk that is written: 0700, without the private key, removed by `close`. */
  readonly folder: string;
  /**
   * Connects, through the hosts of `proxyJump`; their connections are shared by all hosts. Throws Failure with code host-key, authentication or
   * connect; and `cancelled` when the signal is aborted.
   */
  connect(host: HostAddress, signal: AbortSignal): Promise<Connection>;
  /** Ends connections and agent, and removes the folder. Idempotent, never throws. */
  close(): Promise<void>;
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
  const folder = await makeFolder(settings.temporaryFolder, machine);
  try {
    const agent = await startAgent({ folder, machine, privateKey, passphrase: settings.passphrase });
    const credentials = { key: `${agent.publicKey.type} ${fingerprintOf(agent.publicKey.blob)}`, certificate };
    await writeIdentity(folder, agent, certificate);
    const { connectTimeoutMs, keepAliveSeconds = KEEP_ALIVE_SECONDS } = settings;
    const client = { folder, machine, known, credentials, connectTimeoutMs, keepAliveSeconds };
    return makeClient({ client, agent, proxyJump: settings.proxyJump });
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

interface ClientParts {
  readonly client: Client;
  readonly agent: Agent;
  readonly proxyJump: readonly HostAddress[];
}

function makeClient({ client, agent, proxyJump }: ClientParts): Ssh {
  const closed = new AbortController();
  const connecting = new Set<Promise<Connection>>();
  const connections: Connection[] = [];
  let ids = 0;
  let closing: Promise<void> | undefined;

  const nextId = (): string => {
    ids += 1;
    return `h${ids}`;
  };
  const hops = makeHops({ client, hosts: proxyJump, nextId, closed: closed.signal });

  const open = async (host: HostAddress, signal: AbortSignal): Promise<Connection> => {
    const way = await unlessAborted(hops.open(), { host, signal });
    const id = nextId();
    const connection = openConnection(await openLink({ client, id, host, hops: way }, signal), id);
    connections.push(connection);
    return connection;
  };

  const connect = async (host: HostAddress, signal: AbortSignal): Promise<Connection> => {
    for (const address of [...proxyJump, host]) requireKnown(client.known, address);
    const opening = open(host, AbortSignal.any([signal, closed.signal]));
    connecting.add(opening);
    return opening.finally(() => connecting.delete(opening));
  };

  const end = async (): Promise<void> => {
    closed.abort();
    await Promise.allSettled(connecting);
    await Promise.all(connections.map((connection) => connection.close()));
    await hops.close();
    await agent.stop();
    await removeFolder(client.folder);
  };

  const close = (): Promise<void> => {
    closing ??= end();
    return closing;
  };
  return { folder: client.folder, connect, close };
}

interface Waiting {
  readonly host: HostAddress;
  readonly signal: AbortSignal;
}

/** Hops are opened for all hosts at once, so one host that is given up does not end them. */
async function unlessAborted<T>(work: Promise<T>, { host, signal }: Waiting): Promise<T> {
  const { promise: aborted, reject } = Promise.withResolvers<never>();
  const onAbort = (): void => reject(cancelled(host, signal));
  signal.addEventListener('abort', onAbort, { once: true });
  try {
    if (signal.aborted) onAbort();
    return await Promise.race([work, aborted]);
  } finally {
    signal.removeEventListener('abort', onAbort);
  }
}
