import { checkStore, type StoreReport, waitUntil } from '@plimsoll/testkit';
import type { Scene } from './act.ts';
import { paint } from './screen.ts';

/**
 * Reads the server's files without any of the programs that wrote them: whether every release is what its manifest says, whether the
 * ledger is chained, whether nothing is left half done. Returns what is wrong.
 */
export async function examineServer({ stage, screen, releases }: Scene): Promise<readonly string[]> {
  const store = await settledStore(stage.deployPath);
  const versions = new Map([...releases].map(([version, release]) => [release, version]));
  screen.line(paint('bold', 'What the server wrote down'));
  for (const { at, event, release, previous } of store.ledger) {
    const name = (id: string): string => versions.get(id) ?? (id || 'nothing');
    const other = event === 'reverted' ? `back to ${name(previous)}` : `was ${name(previous)}`;
    screen.line(`  ${at}  ${event.padEnd(11)}  ${name(release)} (${other})`);
  }
  screen.line();
  return [...store.violations, ...store.unsettled.map((what) => `left on the server: ${what}`)];
}

/** The watchdog enters its revert into the ledger when it gets the lease, which may be a moment after users are back. */
async function settledStore(deployPath: string): Promise<StoreReport> {
  const settled = async (): Promise<StoreReport | undefined> => {
    const store = await checkStore(deployPath);
    return store.isSettled ? store : undefined;
  };
  return waitUntil(settled, { deadlineMs: 60_000, what: 'the server to come to rest' }).catch(() =>
    checkStore(deployPath),
  );
}
