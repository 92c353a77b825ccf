import type { Hop } from './config.ts';
import type { HostAddress } from './host.ts';
import { type Client, type Link, openLink } from './link.ts';
import { hasMultiplexing } from './programs.ts';

export interface HopsRequest {
  readonly client: Client;
  /** The first one nearest to the runner. */
  readonly hosts: readonly HostAddress[];
  readonly nextId: () => string;
  /** Aborted when the client closes. */
  readonly closed: AbortSignal;
}

/** The hosts on the way: one connection to each, shared by everything that goes through it. */
export interface Hops {
  /** Connects to them if that has not been done. Throws as `openLink` does; the next call then tries again. */
  open(): Promise<readonly Hop[]>;
  close(): Promise<void>;
}

export function makeHops(request: HopsRequest): Hops {
  let chain: Promise<readonly Link[]> | undefined;

  const open = async (): Promise<readonly Hop[]> => {
    const { client, hosts } = request;
    if (!hasMultiplexing(client.machine)) return hosts.map((host) => ({ host, controlSocket: undefined }));
    chain ??= openChain(request);
    try {
      const links = await chain;
      if (links.every((link) => link.isAlive())) return links.map(asHop);
    } catch (thrown) {
      chain = undefined;
      throw thrown;
    }
    await close();
    return open();
  };

  const close = async (): Promise<void> => {
    const links = await chain?.catch(() => []);
    chain = undefined;
    await closeAll(links ?? []);
  };
  return { open, close };
}

async function openChain({ client, hosts, nextId, closed }: HopsRequest): Promise<readonly Link[]> {
  const links: Link[] = [];
  try {
    for (const host of hosts)
      links.push(await openLink({ client, id: nextId(), host, hops: links.map(asHop) }, closed));
    return links;
  } catch (thrown) {
    await closeAll(links);
    throw thrown;
  }
}

function asHop({ host, files }: Link): Hop {
  return { host, controlSocket: files.controlSocket };
}

/** The farthest first: its connection leads through the others. */
async function closeAll(links: readonly Link[]): Promise<void> {
  for (const link of links.toReversed()) await link.close();
}
