import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import * as fc from 'fast-check';
import {
  absoluteFolder,
  backupPlace,
  joinSelections,
  parseBackupId,
  parsePathLine,
  parseServerFolder,
  refusePlace,
} from '../../src/index.ts';

/** What was read, or the failure. */
function attempt<T>(read: () => T): T | Failure {
  try {
    return read();
  } catch (thrown) {
    if (thrown instanceof Failure) return thrown;
    throw thrown;
  }
}

describe('the id of a backup', () => {
  test.each([
    '20260201T030000Z-20260131T120000Z-1a2b3c4',
    '20260201T030000Z-20260131T120000Z-1a2b3c4-2',
    '20260201T030000Z-20260131T120000Z-local',
    '20260201T030000Z-none',
    '20260201T030000Z-none-2',
  ])('is %s', (id) => {
    expect(parseBackupId(id)).toBe(id);
  });

  test.each([
    '',
    'latest',
    '20260131T120000Z-1a2b3c4',
    '../20260201T030000Z-none',
    '20260201T030000Z-none/..',
    ' 20260201T030000Z-none',
    '20260201T030000Z-none\n',
  ])('is not %j', (text) => {
    expect(attempt(() => parseBackupId(text))).toMatchObject({
      code: 'input',
      message: expect.stringContaining('is not the id of a backup'),
    });
  });
});

describe('a line of paths', () => {
  test('may be a path, one that may be missing, or one that is left out', () => {
    const lines = ['current', 'optional:shared/cache', '!shared/tmp', 'shared/uploads/*.jpg'];
    expect(joinSelections(lines.map(parsePathLine))).toEqual({
      paths: [
        { pattern: 'current', optional: false },
        { pattern: 'shared/cache', optional: true },
        { pattern: 'shared/uploads/*.jpg', optional: false },
      ],
      excluded: ['shared/tmp'],
    });
  });

  test.each([
    '/etc/passwd',
    '../secrets',
    'shared/../../x',
    '!/etc',
    'optional:..',
    '!',
    'optional:',
    '.plimsoll/ledger.jsonl',
  ])('%j is refused with the line', (line) => {
    expect(attempt(() => parsePathLine(line))).toMatchObject({
      code: 'input',
      message: expect.stringContaining(`'${line}' `),
    });
  });

  test('never leads out of deploy-path', () => {
    const part = fc.constantFrom('..', '.', '', '/', 'shared', '*', '**', '!', 'optional:', 'a b');
    fc.assert(
      fc.property(fc.array(part), (parts) => {
        const read = attempt(() => parsePathLine(parts.join('/')));
        if (read instanceof Failure) return;
        for (const pattern of [...read.paths.map((one) => one.pattern), ...read.excluded]) {
          expect(pattern).not.toMatch(/^\/|(?:^|\/)\.\.(?:\/|$)/);
          expect(pattern).not.toBe('');
        }
      }),
    );
  });
});

describe('a folder on the server', () => {
  test.each([
    ['backups', 'backups', '/srv/app/backups'],
    ['var//backups/', 'var/backups', '/srv/app/var/backups'],
    ['/mnt/backup/', '/mnt/backup', '/mnt/backup'],
  ])('%j is %s', (text, folder, absolute) => {
    expect(parseServerFolder(text)).toBe(folder);
    expect(absoluteFolder('/srv/app', folder)).toBe(absolute);
  });

  test.each(['..', '../backups', 'a/../../b', './a', '/srv/../etc', '/', 'a b', 'a;b', '$HOME/x', '~x y'])(
    '%j is refused',
    (text) => {
      expect(attempt(() => parseServerFolder(text))).toMatchObject({ code: 'input' });
    },
  );

  test.each([
    ['', '', '/srv/app/backups/default'],
    ['production', '', '/srv/app/backups/production'],
    ['test', '/mnt/backup', '/mnt/backup/test'],
    ['test', 'var', '/srv/app/var/test'],
  ])('for environment %j and destination %j is %s', (environment, destination, folder) => {
    expect(backupPlace({ deployPath: '/srv/app', environment }, destination)).toEqual({ folder, environment });
  });

  test.each([
    ['/srv/app', 'deploy-path itself'],
    ['/srv', 'or holds it'],
    ['/srv/app/current/x', "lies in 'current'"],
    ['/srv/app/releases/x', "lies in 'releases'"],
    ['/srv/app/shared/backups/test', "lies in 'shared'"],
    ['/srv/app/.plimsoll', "lies in '.plimsoll'"],
  ])('%s is no place for anything of ours', (folder, why) => {
    expect(refusePlace('/srv/app', folder)).toContain(why);
  });

  test.each(['/srv/app/backups/test', '/srv/app2', '/srv/ap', '/mnt/backup/test', '/srv/app/currently'])(
    '%s is one',
    (folder) => {
      expect(refusePlace('/srv/app', folder)).toBeUndefined();
    },
  );
});
