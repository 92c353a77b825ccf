import { describe, expect, test } from '@jest/globals';
import { asFailure, Failure } from '@plimsoll/outcome';
import type { CloseRequest, Store, StoredRelease, StoreReport } from '@plimsoll/release-store';
import { confirmAll, releaseToConfirm } from '../src/confirm.ts';
import type { OpenServer } from '../src/open-servers.ts';
import { EMPTY_REPORT, NO_STORE, recordingLog } from './support/parts.ts';

const CONTEXT = { log: recordingLog().log, signal: new AbortController().signal, temporaryFolder: '/nowhere' };

/** What a server is on. */
function on(release: string, state: 'waits' | 'healthy' | 'failed'): Partial<StoreReport> {
  const stored: StoredRelease = {
    id: release,
    state: state === 'waits' ? 'active' : state,
    current: true,
    confirmed: 0,
    version: '',
    at: '',
    size: 0,
    files: 0,
    by: '',
  };
  const armed = state === 'waits' ? [{ release, deadline: 1, confirm: '' }] : [];
  return { currentKind: 'release', currentRelease: release, releases: [stored], armed };
}

interface Pretended extends OpenServer {
  readonly closed: CloseRequest['decision'][];
}

function pretend(label: string, seen: Partial<StoreReport>, fails?: Failure): Pretended {
  const closed: CloseRequest['decision'][] = [];
  const report = { ...EMPTY_REPORT, ...seen };
  const store: Store = {
    ...NO_STORE,
    look: async () => report,
    close: async ({ decision }) => {
      closed.push(decision);
      if (fails !== undefined) throw fails;
      const end = decision === 'confirm' ? 'confirmed' : 'dropped';
      return { end, liveRelease: '', detail: '', removed: [], deadline: 0, releases: [] };
    },
  };
  return { label, store, report, closed };
}

const fleetOf = (...servers: readonly Pretended[]) => ({ servers, shells: [], close: async () => undefined });

describe('the release to confirm', () => {
  test('is the one that waits on every server', async () => {
    const servers = [pretend('web1', on('r2', 'waits')), pretend('web2', on('r2', 'waits'))];
    expect(await releaseToConfirm(fleetOf(...servers), CONTEXT)).toBe('r2');
    expect(servers.flatMap(({ closed }) => closed)).toEqual([]);
  });

  test('may have been confirmed before on some of them', async () => {
    const fleet = fleetOf(pretend('web1', on('r2', 'healthy')), pretend('web2', on('r2', 'waits')));
    expect(await releaseToConfirm(fleet, CONTEXT)).toBe('r2');
  });

  test.each([
    ['differ', on('r1', 'healthy'), 'unexpected-current: The servers differ, so no one release can'],
    ['differ', on('r1', 'healthy'), 'web2 is on r1. Bring them to one release: deploy again, or rollback'],
    ['have one that failed', on('r2', 'failed'), 'no-release: web2: Release r2 is failed'],
    ['have one that failed', on('r2', 'failed'), 'Deploy again, or go back to a healthy release (rollback).'],
    ['have none', {}, 'no-release: web2: There is no live release to confirm: deploy one first'],
    [
      'have one whose time was over',
      { ...on('r1', 'healthy'), undone: [{ release: 'r2', live: 'r1' }] },
      'reverted: web2: Release r2 was not confirmed in time (confirm-within), and its server went back to r1. Deploy it again',
    ],
  ])('is none where servers %s', async (_, second, said) => {
    const found = releaseToConfirm(fleetOf(pretend('web1', on('r2', 'waits')), pretend('web2', second)), CONTEXT);
    const failure = await found.catch((thrown: unknown) => asFailure(thrown));
    expect(failure instanceof Failure && `${failure.code}: ${failure.message}`).toContain(said);
  });
});

describe('a confirmation', () => {
  test('goes to every server, and leaves those alone that had it', async () => {
    const servers = [pretend('web1', on('r2', 'waits')), pretend('web2', on('r2', 'healthy'))];
    expect(await confirmAll(servers, 'r2')).toEqual([
      { label: 'web1', release: 'r2', code: '', detail: '' },
      { label: 'web2', release: 'r2', code: '', detail: 'It had been confirmed before.' },
    ]);
    expect(servers.map(({ closed }) => closed)).toEqual([['confirm'], ['drop']]);
  });

  test('of a release that one server has left is none on the others either', async () => {
    const servers = [pretend('web1', on('r2', 'waits')), pretend('web2', on('r3', 'waits'))];
    expect(await confirmAll(servers, 'r2')).toMatchObject([
      { label: 'web1', code: 'unexpected-current', detail: 'Nothing was confirmed here, because of web2.' },
      { label: 'web2', code: 'unexpected-current', detail: expect.stringMatching(/^It is on r3, expected r2/) },
    ]);
    expect(servers.map(({ closed }) => closed)).toEqual([['drop'], ['drop']]);
  });

  test('that one server does not take is a failure there', async () => {
    const fails = new Failure('connect', 'the link broke');
    const servers = [pretend('web1', on('r2', 'waits')), pretend('web2', on('r2', 'waits'), fails)];
    expect(await confirmAll(servers, '')).toMatchObject([{ code: '' }, { code: 'connect', detail: 'the link broke' }]);
  });

  test('that is refused is told as such, also when the lease cannot be given back', async () => {
    const fails = new Failure('connect', 'the link broke');
    expect(await confirmAll([pretend('web1', on('r3', 'waits'), fails)], 'r2')).toMatchObject([
      { code: 'unexpected-current' },
    ]);
  });
});
