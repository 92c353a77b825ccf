import { describe, expect, test } from '@jest/globals';
import { Failure } from '@plimsoll/outcome';
import type { DatabaseKind } from '@plimsoll/probe';
import * as fc from 'fast-check';
import { databaseSettings } from '../src/check-file/database-connection.ts';

const KINDS: readonly DatabaseKind[] = ['postgresql', 'mysql', 'redis', 'sqlite'];

describe('the connection of a database', () => {
  test.each<readonly [DatabaseKind, string, object]>([
    ['postgresql', '', {}],
    ['postgresql', 'shop', { database: 'shop' }],
    [
      'postgresql',
      'postgresql://shop@db:5433/shop?sslmode=require',
      { database: 'postgresql://shop@db:5433/shop?sslmode=require' },
    ],
    [
      'postgresql',
      'postgres://shop:p%40ss@db/shop',
      { database: 'postgres://shop@db/shop', password: { secret: 'p@ss' } },
    ],
    [
      'postgresql',
      'host=db password=hunter2 dbname=shop',
      { database: 'host=db  dbname=shop', password: { secret: 'hunter2' } },
    ],
    [
      'postgresql',
      String.raw`password = 'it\'s \\ 2' user=a`,
      { database: 'user=a', password: { secret: String.raw`it's \ 2` } },
    ],
    ['postgresql', 'host=db passfile=/a dbname=mypassword=1', { database: 'host=db passfile=/a dbname=mypassword=1' }],
    ['mysql', 'shop', { database: 'shop' }],
    [
      'mysql',
      'mysql://shop:a%2Fb@db.internal:3307/shop',
      { host: 'db.internal', port: 3307, user: 'shop', password: { secret: 'a/b' }, database: 'shop' },
    ],
    ['redis', '', {}],
    ['redis', 'redis://:x@[::1]:6380/2', { host: '::1', port: 6380, password: { secret: 'x' }, database: '2' }],
    ['sqlite', '/srv/shop.db', { database: '/srv/shop.db' }],
  ])('of %s is %j', (kind, connection, wanted) => {
    expect(databaseSettings(kind, connection)).toEqual(wanted);
  });

  test('leaves no password where everybody can read it', () => {
    const password = fc.string({ unit: 'grapheme', minLength: 8 }).filter((text) => !text.includes('\0'));
    const kind = fc.constantFrom<DatabaseKind>('postgresql', 'mysql', 'redis');
    fc.assert(
      fc.property(kind, password, (one, secret) => {
        const written = encodeURIComponent(secret);
        const { password: found, ...rest } = databaseSettings(one, `${one}://u:${written}@h/1`);
        expect(found).toEqual({ secret });
        expect(JSON.stringify(rest)).not.toContain(written);
      }),
    );
  });

  test('is read, or refused with a Failure of code input that does not quote it', () => {
    fc.assert(
      fc.property(fc.constantFrom(...KINDS), fc.string({ unit: 'binary' }), (kind, text) => {
        try {
          databaseSettings(kind, `${kind}://u:hunter2@${text}`);
        } catch (thrown) {
          if (!(thrown instanceof Failure) || thrown.code !== 'input') throw thrown;
          expect(thrown.message).not.toContain('hunter2');
        }
      }),
    );
  });
});
