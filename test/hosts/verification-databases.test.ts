/** Checks of databases, asked on a server by their own clients: they are well, they are down, they refuse. */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type ActionRun,
  freePort,
  generateKey,
  mustRun,
  type SshServer,
  startSshd,
  type TemporaryFolder,
  temporaryFolder,
} from '@plimsoll/testkit';
import { needs } from '../setup/needs.ts';
import type { Daemon } from './daemon.ts';
import { startMariadb, startPostgresql, startRedis } from './databases.ts';
import { shownBy, verified } from './verifying.ts';

/** Needs to be escaped in a URL, and in nothing else. */
const PASSWORD = "it's p@ss/word";
const ENV = { DB_PASSWORD: PASSWORD };

const describeHere = await needs('sshd', 'pg_ctlcluster', 'redis-server', 'mariadbd', 'sqlite3');

describeHere('A database on a server', () => {
  let server: SshServer;
  let databases: Databases;
  let serverInputs: Readonly<Record<string, string>>;
  beforeAll(async () => {
    const key = await generateKey();
    [server, databases] = await Promise.all([startSshd({ authorizedKeys: [key.publicKey] }), startDatabases()]);
    serverInputs = {
      hosts: `${server.user}@${server.host}:${server.port}`,
      'private-key': key.privateKey,
      'known-hosts': server.knownHosts(),
      'deploy-path': join(databases.folder.path, 'srv'),
    };
  });
  afterAll(async () => {
    await Promise.all([server?.stop(), databases && stopDatabases(databases)]);
  });

  const inputsOf = (...checks: readonly string[]): Record<string, string> => ({
    ...serverInputs,
    checks: `checks:\n${checks.join('\n')}`,
  });

  test('of every kind passes when it is well, and no password is shown', async () => {
    const checks = Object.entries(connectionsOf(databases)).map(([kind, connection]) => checkOf(kind, connection));
    const run = await verified({ inputs: { ...inputsOf(...checks), duration: '60s' }, env: ENV }, { verdict: 'pass' });
    expect(run.stdout).toContain('4 checks passed');
    expectNoPassword(run, PASSWORD);
  });

  test.each(['postgresql', 'mysql', 'redis'] as const)('%s fails with a wrong password', async (kind) => {
    const inputs = inputsOf(checkOf(kind, connectionsOf(databases)[kind]));
    const run = await verified({ inputs, env: { DB_PASSWORD: 'wrong-word' } }, { verdict: 'fail', code: 'database' });
    expect(run.stdout).toMatch(/password|Access denied|WRONGPASS|NOAUTH/);
    expectNoPassword(run, 'wrong-word');
  });

  test.each(['postgresql', 'mysql', 'redis'] as const)('%s fails while it is down', async (kind) => {
    const elsewhere = connectionsOf({ ...databases, ...(await nowhere()) })[kind];
    const run = await verified({ inputs: inputsOf(checkOf(kind, elsewhere)), env: ENV }, FAILED);
    expect(run.summary).toMatch(/refused|Can't connect/);
    expectNoPassword(run, PASSWORD);
  });

  test('of SQLite fails when the file is missing, empty, or none', async () => {
    const { path } = databases.folder;
    await writeFile(join(path, 'empty.db'), '');
    await writeFile(join(path, 'none.db'), 'This is no database at all, however long it is.'.repeat(100));
    const missing = await verified({ inputs: inputsOf(checkOf('sqlite', join(path, 'missing.db'))) }, FAILED);
    expect(missing.stdout).toContain('There is no file');
    await verified({ inputs: inputsOf(checkOf('sqlite', join(path, 'empty.db'))) }, FAILED);
    const none = await verified({ inputs: inputsOf(checkOf('sqlite', join(path, 'none.db'))) }, FAILED);
    expect(none.stdout).toContain('not a database');
    await expect(mustRun({ program: 'ls', args: [join(path, 'missing.db')] })).rejects.toThrow('missing.db');
  });

  test('is asked any other question by a command', async () => {
    const ask = (equals: string): string => {
      const { postgresql } = databases;
      const query = `psql -X -A -t -h 127.0.0.1 -p ${postgresql.port} -U shop -d postgres -c 'SELECT 6 * 7'`;
      const command = `PGPASSFILE=${join(databases.folder.path, 'pgpass')} ${query}`;
      return `  - command: ${JSON.stringify(command)}\n    code: database\n    expect: {matches: "^${equals}$"}`;
    };
    await verified({ inputs: { ...inputsOf(ask('42')), duration: '60s' } }, { verdict: 'pass' });
    await verified({ inputs: inputsOf(ask('41')) }, FAILED);
  });
});

const FAILED = { verdict: 'fail', code: 'database' } as const;

interface Databases {
  readonly folder: TemporaryFolder;
  readonly postgresql: Pick<Daemon, 'port'>;
  readonly mysql: Pick<Daemon, 'port'>;
  readonly redis: Pick<Daemon, 'port'>;
  readonly daemons: readonly Daemon[];
}

async function startDatabases(): Promise<Databases> {
  const folder = await temporaryFolder();
  const [postgresql, mysql, redis] = await Promise.all([
    startPostgresql(PASSWORD),
    startMariadb(PASSWORD),
    startRedis(PASSWORD),
  ]);
  await mustRun({ program: 'sqlite3', args: [join(folder.path, 'shop.db'), 'CREATE TABLE orders (id INTEGER)'] });
  const line = `127.0.0.1:${postgresql.port}:*:shop:${PASSWORD}\n`;
  await writeFile(join(folder.path, 'pgpass'), line, { mode: 0o600 });
  return { folder, postgresql, mysql, redis, daemons: [postgresql, mysql, redis] };
}

async function stopDatabases({ daemons, folder }: Databases): Promise<void> {
  await Promise.all(daemons.map((daemon) => daemon.stop()));
  await folder.remove();
}

/** Ports on which nothing listens. */
async function nowhere(): Promise<Pick<Databases, 'postgresql' | 'mysql' | 'redis'>> {
  const port = await freePort();
  return { postgresql: { port }, mysql: { port }, redis: { port } };
}

const PLACEHOLDER = '${DB_PASSWORD}';

function connectionsOf({ postgresql, mysql, redis, folder }: Databases): Record<string, string> & Record<Kind, string> {
  return {
    postgresql: `postgresql://shop:${PLACEHOLDER}@127.0.0.1:${postgresql.port}/postgres`,
    mysql: `mysql://shop:${PLACEHOLDER}@127.0.0.1:${mysql.port}/shop`,
    redis: `redis://default:${PLACEHOLDER}@127.0.0.1:${redis.port}/0`,
    sqlite: join(folder.path, 'shop.db'),
  };
}

type Kind = 'postgresql' | 'mysql' | 'redis' | 'sqlite';

function checkOf(kind: string, connection: string): string {
  return `  - database: ${kind}\n    connection: ${JSON.stringify(connection)}`;
}

/** Neither as it is nor as a URL has it. */
function expectNoPassword(run: ActionRun, password: string): void {
  expect(shownBy(run)).not.toContain(password);
  expect(shownBy(run)).not.toContain(encodeURIComponent(password));
}
