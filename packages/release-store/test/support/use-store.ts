import { readlink } from 'node:fs/promises';
import { afterAll, beforeAll, beforeEach, expect } from '@jest/globals';
import { checkStore, type ShellKind, type TreeBuilder, treeBuilder } from '@plimsoll/testkit';
import { type LocalHost, startLocalHost } from './local-host.ts';
import { openStoreBed, type StoreBed } from './store-bed.ts';

/** A host for all tests of a block, and for each of them a deploy path that is not there yet and a source with one file. */
export interface StoreInTest {
  readonly host: LocalHost;
  readonly root: string;
  readonly source: TreeBuilder;
  readonly bed: StoreBed;
  /** Target of `current`. */
  readonly live: () => Promise<string>;
  readonly meta: (path: string) => string;
  /** Nothing is broken, and nothing is left to be done. */
  readonly expectSound: () => Promise<void>;
}

export function useStore(shell: ShellKind): StoreInTest {
  let host: LocalHost | undefined;
  let place: { readonly root: string; readonly source: TreeBuilder; readonly bed: StoreBed } | undefined;
  let round = 0;
  beforeAll(async () => {
    host = await startLocalHost(shell);
  });
  beforeEach(async () => {
    round += 1;
    const { folder } = started(host);
    const source = treeBuilder(`${folder}/source-${round}`);
    await source.file('a.txt', 'one');
    const root = `${folder}/srv-${round}`;
    place = { root, source, bed: openStoreBed(started(host), root) };
  });
  afterAll(async () => host?.[Symbol.asyncDispose]());
  return {
    get host() {
      return started(host);
    },
    get root() {
      return started(place).root;
    },
    get source() {
      return started(place).source;
    },
    get bed() {
      return started(place).bed;
    },
    live: () => readlink(`${started(place).root}/current`),
    meta: (path) => `${started(place).root}/.plimsoll/${path}`,
    expectSound: async () =>
      expect(await checkStore(started(place).root)).toMatchObject({ violations: [], unsettled: [] }),
  };
}

function started<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('Only for use in tests, when the host has been started.');
  return value;
}
