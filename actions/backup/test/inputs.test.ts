import { describe, expect, test } from '@jest/globals';
import { readInputs as readAll } from '@plimsoll/action-kit';
import { Failure } from '@plimsoll/outcome';
import { generateKey } from '@plimsoll/testkit';
import { type BackupInputs, readInputs } from '../src/inputs.ts';

const KEY = await generateKey();

/** What was read of these inputs, or the one message about all that is wrong. */
function read(inputs: Readonly<Record<string, string>>): BackupInputs | string {
  const all = {
    hosts: 'web1',
    'private-key': KEY.privateKey,
    'known-hosts': `web1 ${KEY.publicKey}`,
    'deploy-path': '/srv/app',
    ...inputs,
  };
  const env = Object.fromEntries(Object.entries(all).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
  try {
    return readAll(readInputs, { env, mask: () => undefined });
  } catch (thrown) {
    if (thrown instanceof Failure && thrown.code === 'input') return thrown.message;
    throw thrown;
  }
}

const ID = '20260201T030000Z-20260131T120000Z-1a2b3c4';

describe('the inputs of backup', () => {
  test('without any make a verified backup of the live release and of what is shared', () => {
    expect(read({})).toMatchObject({
      place: { folder: '/srv/app/backups/default', environment: '' },
      maxAgeMs: undefined,
      task: {
        operation: 'create',
        selection: { paths: [{ pattern: 'current' }, { pattern: 'shared' }], excluded: [] },
        before: '',
        after: '',
        keep: 10,
        keepForMs: 0,
        verify: 'restore',
        downloadTo: '',
      },
    });
  });

  test('may put backups elsewhere, for each environment apart, and restore elsewhere', () => {
    expect(read({ destination: '/mnt/backup', environment: 'test' })).toMatchObject({
      place: { folder: '/mnt/backup/test', environment: 'test' },
    });
    expect(read({ operation: 'restore', 'backup-id': ID, 'restore-to': 'from-backup' })).toMatchObject({
      task: { operation: 'restore', id: ID, to: '/srv/app/from-backup' },
    });
    expect(read({ operation: 'restore', 'backup-id': ID })).toMatchObject({ task: { to: '' } });
  });

  test('take ages of days and months', () => {
    expect(read({ 'keep-for': '8760h', 'max-age': '720h' })).toMatchObject({
      maxAgeMs: 720 * 3_600_000,
      task: { keepForMs: 8760 * 3_600_000 },
    });
  });

  test.each([
    [{ keep: '0', 'keep-for': '24h' }, 'keep-for: has no effect: keep is 0, which keeps all'],
    [{ operation: 'restore', 'backup-id': ID, 'max-age': '24h' }, "max-age: means nothing with operation 'restore'"],
    [{ operation: 'restore' }, "backup-id: is missing: operation 'restore' needs the id of a backup"],
    [{ operation: 'list', before: 'x' }, "before: means nothing with operation 'list', only with create"],
    [{ operation: 'list', 'download-to': 'x' }, "download-to: means nothing with operation 'list'"],
    [{ operation: 'verify', after: 'x' }, "after: means nothing with operation 'verify'"],
    [{ 'backup-id': ID }, "backup-id: means nothing with operation 'create', only with verify, restore"],
    [{ 'restore-to': 'x' }, "restore-to: means nothing with operation 'create', only with restore"],
    [{ operation: 'verify', verify: 'none' }, "verify: of 'none' would verify nothing"],
    [{ verify: 'none', 'max-age': '24h' }, "max-age: asks for a verified backup, and verify is 'none'"],
    [{ paths: '!shared/tmp' }, "paths: only leaves out ('!'), and names nothing to back up"],
    [{ paths: '*a'.repeat(17) }, 'has 17 wildcards (*), and searching takes too long'],
    [{ paths: '/etc' }, "paths: '/etc' is absolute"],
    [{ paths: 'shared/../../x' }, "paths: 'shared/../../x' has '..'"],
    [{ destination: '../backups' }, "destination: '../backups' contains '.' or '..'"],
    [
      { destination: 'shared/backups' },
      "destination: '/srv/app/shared/backups/default' lies in 'shared', which is live",
    ],
    [{ destination: '/srv', environment: 'app' }, "destination: '/srv/app' is deploy-path itself, or holds it"],
    [
      { operation: 'restore', 'backup-id': ID, 'restore-to': 'shared' },
      "restore-to: '/srv/app/shared' lies in 'shared'",
    ],
    [{ operation: 'restore', 'backup-id': ID, 'restore-to': '/' }, "restore-to: '/' is the root of the file system"],
    [{ operation: 'restore', 'backup-id': '20260131T120000Z-1a2b3c4' }, 'is not the id of a backup'],
    [{ keep: '-1' }, 'keep: "-1" is not a whole number from 0 to 10000'],
    [{ 'keep-for': '30d' }, 'keep-for: "30d" is not a duration'],
  ])('%j are refused', (inputs, words) => {
    expect(read(inputs)).toContain(words);
  });
});
