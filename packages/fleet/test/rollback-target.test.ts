import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { ReleaseState, StoredRelease, StoreReport } from '@plimsoll/release-store';
import type { OpenServer } from '../src/open-servers.ts';
import { checkExpected, chooseTarget, type Goal } from '../src/rollback-target.ts';
import { NO_STORE } from './support/parts.ts';

const AUTO: Goal = { mode: 'auto' };
const to = (release: string, force: 'no' | 'yes' = 'no'): Goal => ({ mode: 'to', release, force });

/** `r3! r2:failed r1@7` in words: r3 is live; states other than healthy after a colon; after `@` when it was confirmed. */
function server(releases: string, more: Partial<StoreReport> = {}): OpenServer {
  const list = releases.split(' ').filter(Boolean).map(parseRelease);
  const report: StoreReport = {
    currentKind: 'release',
    currentRelease: list.find(({ current }) => current)?.id ?? '',
    releases: list,
    foreign: [],
    freeBytes: 0,
    freeInodes: 0,
    tools: new Set(),
    clock: 0,
    base: undefined,
    armed: [],
    recovered: [],
    undone: [],
    fence: 1,
    ...more,
  };
  return { label: `server of ${releases}`, store: NO_STORE, report };
}

const STATES: readonly ReleaseState[] = ['incomplete', 'staged', 'active', 'healthy', 'failed', 'reverted'];

function parseRelease(text: string): StoredRelease {
  const [, id = '', live, stateText, confirmed] = /^(\w+)(!?)(?::(\w+))?(?:@(\d+))?$/.exec(text) ?? [];
  const state = STATES.find((name) => name === stateText) ?? 'healthy';
  const number = Number(confirmed ?? id.replace(/\D/g, ''));
  return { id, state, current: live === '!', confirmed: number, version: '', at: '', size: 0, files: 0, by: '' };
}

function failure(work: () => unknown): Failure {
  try {
    work();
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
  throw new Error('It did not fail.');
}

describe('auto goes', () => {
  test.each([
    ['to the last healthy release beside the live one', 'r1 r2 r3!', 'r2'],
    ['past releases that failed or were taken back', 'r1 r2:failed r3:reverted r4!', 'r1'],
    ['past what is half made', 'r1 r2:staged r3:active r4:incomplete r5!', 'r1'],
    ['from a live release that failed', 'r1 r2:failed!', 'r1'],
    ['to the one confirmed last, whatever its name says', 'r1@9 r2@4 r3@10!', 'r1'],
    ['to the last healthy one when nothing is live', 'r1 r2', 'r2'],
  ])('%s', (_rule, releases, target) => {
    expect(chooseTarget([server(releases)], AUTO, [])).toMatchObject({ kind: 'switch', release: target });
  });

  test('past what was tried before', () => {
    expect(chooseTarget([server('r1 r2 r3 r4!')], AUTO, ['r3', 'r2'])).toMatchObject({ release: 'r1', previous: 'r4' });
  });

  test('only to a release that is healthy on every server', () => {
    const servers = [server('r1 r2 r3 r4!'), server('r1 r2 r3:failed r4!'), server('r1 r2 r4!')];
    expect(chooseTarget(servers, AUTO, [])).toEqual({ kind: 'switch', release: 'r2', previous: 'r4' });
  });

  test('nowhere when an unconfirmed release was taken back by opening: it is there', () => {
    const undone = [{ release: 'r3', live: 'r2' }];
    expect(chooseTarget([server('r1 r2! r3:reverted', { undone })], AUTO, [])).toEqual({
      kind: 'there',
      release: 'r2',
      previous: 'r3',
    });
  });

  test('on where only some servers are there', () => {
    const undone = [{ release: 'r3', live: 'r2' }];
    const servers = [server('r1 r2! r3:reverted', { undone }), server('r1 r2 r3!')];
    expect(chooseTarget(servers, AUTO, [])).toMatchObject({ kind: 'switch', release: 'r2' });
  });

  test.each(['r1!', '', 'r1:failed r2!', 'r1:failed!'])(
    'nowhere when there is no other healthy release (%s)',
    (releases) => {
      expect(failure(() => chooseTarget([server(releases)], AUTO, [])).code).toBe('no-release');
    },
  );
});

describe('a named release', () => {
  test('is the target, whatever is newer', () => {
    expect(chooseTarget([server('r1 r2 r3!')], to('r1'), [])).toEqual({
      kind: 'switch',
      release: 'r1',
      previous: 'r3',
    });
  });

  test('that is live already is there', () => {
    expect(chooseTarget([server('r1 r2!')], to('r2'), [])).toEqual({ kind: 'there', release: 'r2', previous: 'r2' });
  });

  test('that a server does not have is refused, with those that it has', () => {
    const { code, message } = failure(() => chooseTarget([server('r1 r2!'), server('r2! r3:failed')], to('r1'), []));
    expect([code, message]).toEqual(['no-release', expect.stringContaining('It has: r2 (healthy), r3 (failed).')]);
  });

  test('that never was healthy needs force', () => {
    const servers = [server('r1:failed r2!')];
    expect(failure(() => chooseTarget(servers, to('r1'), []))).toMatchObject({
      code: 'no-release',
      message: expect.stringContaining('force: true'),
    });
    expect(chooseTarget(servers, to('r1', 'yes'), [])).toMatchObject({ release: 'r1' });
  });
});

describe('a backup', () => {
  const goal = (id: string): Goal => ({
    mode: 'backup',
    id,
    place: { folder: '/srv/backups/default', environment: '' },
  });
  const clock = Date.parse('2026-02-01T03:00:00Z') / 1000;
  const BACKUP = '20260131T120000Z-20260130T110000Z-1a2b3c4';

  test('becomes a new release of its commit, by the clock of the first server', () => {
    const servers = [server('r1 r2!', { clock }), server('r1 r2!', { clock: clock + 9 })];
    expect(chooseTarget(servers, goal(BACKUP), [])).toEqual({
      kind: 'switch',
      release: '20260201T030000Z-1a2b3c4',
      previous: 'r2',
    });
  });

  test('gets a number where one of the servers has that release, or a folder of that name', () => {
    const taken = '20260201T030000Z-1a2b3c4';
    const servers = [server('r2!', { clock, foreign: [taken] }), server('r2!', { clock, foreign: [`${taken}-2`] })];
    expect(chooseTarget(servers, goal(`${BACKUP}-2`), [])).toMatchObject({ release: `${taken}-3` });
  });

  test('of a release without a commit is made anew, too', () => {
    const id = '20260131T120000Z-20260130T110000Z-local';
    expect(chooseTarget([server('', { clock })], goal(id), [])).toMatchObject({ release: '20260201T030000Z-local' });
  });

  test('that was made when nothing was live has no release in it', () => {
    const { code, message } = failure(() => chooseTarget([server('r1!')], goal('20260131T120000Z-none'), []));
    expect([code, message]).toEqual(['backup', expect.stringContaining('nothing was live')]);
  });
});

describe('expected-current', () => {
  test.each([
    ['is not asked for', 'r1 r2!', ''],
    ['is live', 'r1 r2!', 'r2'],
  ])('lets through when it %s', (_what, releases, expected) => {
    expect(() => checkExpected([server(releases)], expected)).not.toThrow();
  });

  test('lets through what opening took back just now', () => {
    expect(() =>
      checkExpected([server('r1! r2:reverted', { undone: [{ release: 'r2', live: 'r1' }] })], 'r2'),
    ).not.toThrow();
  });

  test('refuses when one of the servers is on something else', () => {
    const { code, message } = failure(() => checkExpected([server('r1 r2!'), server('r1! r2')], 'r2'));
    expect([code, message]).toEqual(['unexpected-current', expect.stringContaining('is on r1, expected r2')]);
  });

  test('refuses when nothing is live', () => {
    expect(failure(() => checkExpected([server('')], 'r2')).message).toContain('is on no release, expected r2');
  });
});
