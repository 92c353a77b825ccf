import type { ActionContext } from '@plimsoll/action-kit';
import type { StoredRelease } from '@plimsoll/release-store';
import { openFleet } from './fleet.ts';
import { openServers } from './open-servers.ts';
import type { RunIdentity } from './run-identity.ts';
import type { ServerInputs } from './server-inputs.ts';

export interface HostReleases {
  readonly label: string;
  /** Newest first. */
  readonly releases: readonly StoredRelease[];
}

export interface ListRequest {
  readonly inputs: ServerInputs;
  readonly identity: RunIdentity;
  readonly context: Pick<ActionContext, 'log' | 'signal' | 'temporaryFolder'>;
  readonly onFolder: (folder: string) => void;
}

/** Looks at the releases of every server; takes no lease and changes nothing. */
export async function listReleases({
  inputs,
  identity,
  context,
  onFolder,
}: ListRequest): Promise<readonly HostReleases[]> {
  const fleet = await openFleet({ inputs, context, onFolder, owner: identity.owner, who: identity.who });
  try {
    const servers = await openServers(fleet, { intent: 'look', lockTimeoutMs: 0, base: 'none', next: [], context });
    return servers.map(({ label, report }) => ({ label, releases: report.releases.toReversed() }));
  } finally {
    await fleet.close();
  }
}
