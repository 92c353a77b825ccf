import type { StoreReport } from '@plimsoll/release-store';

/** Whether a server never had a release that was live and well: what a first deployment finds, also after one that failed. */
export function isNew({ currentKind, releases, foreign, armed }: StoreReport): boolean {
  const isBlank = currentKind === 'none' && foreign.length === 0 && armed.length === 0;
  return isBlank && releases.every(({ state, confirmed }) => state !== 'healthy' && confirmed === 0);
}
