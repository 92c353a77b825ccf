/** For tests of code that talks to web services: their answers come from nock. */
import { afterAll, afterEach, beforeAll } from '@jest/globals';
import type nock from 'nock';

type Nock = typeof nock;

/**
 * Puts nock between the tests of a block and the network, and takes it away after them. Nobody else shall have it: it puts itself into every
 * socket of the process, also into those that carry SSH.
 */
export function useNock(): { readonly nock: Nock } {
  let loaded: Nock | undefined;
  beforeAll(async () => {
    const { default: nock } = await import('nock'); // To load it is to have it: it is active from then on.
    if (!nock.isActive()) nock.activate(); // Another block of this file had it before.
    nock.disableNetConnect();
    loaded = nock;
  });
  afterEach(() => loaded?.cleanAll());
  afterAll(() => loaded?.restore());
  return {
    get nock() {
      if (loaded === undefined) throw new Error('Only for use in tests.');
      return loaded;
    },
  };
}
