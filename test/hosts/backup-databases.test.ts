/** Backups of databases, with the recipes of docs/backups.md as they are printed there: dumped, verified, lost, and brought back. */
import { chmod, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import {
  type ActionRun,
  generateKey,
  mustRun,
  runAction,
  type SshServer,
  startSshd,
  type TemporaryFolder,
  temporaryFolder,
} from '@plimsoll/testkit';
import { needs } from '../setup/needs.ts';
import { recipe } from './backup-recipes.ts';
import type { Daemon } from './daemon.ts';
import { startMariadb, startPostgresql, startRedis } from './databases.ts';

const PASSWORD = 'correct-horse';
const KINDS = ['postgresql', 'mysql', 'redis', 'sqlite'] as const;
type Kind = (typeof KINDS)[number];

const describeHere = await needs('sshd', 'pg_ctlcluster', 'redis-server', 'mariadbd', 'sqlite3');

describeHere('Databases on a server', () => {
  let server: SshServer;
  let databases: Databases;
  let serverInputs: Readonly<Record<string, string>>;
  /** Folder on the server that the backup of all of them was restored into, after their data was lost. */
  let restored: string;
  let created: ActionRun;
  beforeAll(async () => {
    const key = await generateKey();
    databases = await startDatabases();
    server = await startSshd({ authorizedKeys: [key.publicKey], env: { HOME: databases.home } });
    serverInputs = {
      hosts: `${server.user}@${server.host}:${server.port}`,
      'private-key': key.privateKey,
      'known-hosts': server.knownHosts(),
      'deploy-path': join(databases.folder.path, 'srv'),
      paths: 'optional:shared',
    };
    await mkdir(serverInputs['deploy-path'] ?? '');
    for (const kind of KINDS) await ask(kind, FILL[kind]);
    const recipes = await Promise.all(KINDS.map((kind) => recipe(`${kind} before`)));
    created = await backup({ before: recipes.join('\n') }, 0);
    for (const kind of KINDS) await ask(kind, LOSE[kind]);
    const id = created.outputs['backup-id'] ?? '';
    await backup({ operation: 'restore', 'backup-id': id }, 0);
    restored = `${serverInputs['deploy-path']}/restored/${id}`;
  });
  afterAll(async () => {
    await server?.stop();
    await Promise.all((databases?.daemons ?? []).map((daemon) => daemon.stop()));
    await databases?.folder.remove();
  });

  async function backup(inputs: Readonly<Record<string, string>>, exitCode: number): Promise<ActionRun> {
    const run = await runAction({ action: 'backup', inputs: { ...serverInputs, ...inputs }, timeLimitMs: 400_000 });
    if (run.exitCode !== exitCode) throw new Error(`backup ended with ${run.exitCode}: ${run.stdout}${run.stderr}`);
    return run;
  }

  /** Asks a database by its own client, as the user who deploys would. */
  async function ask(kind: Kind, words: string): Promise<string> {
    const { home, redis } = databases;
    const commands = {
      postgresql: ['psql', '-X', '-A', '-t', '-q', '-v', 'ON_ERROR_STOP=1', 'service=shop', '-c', words],
      mysql: ['mariadb', '-N', '-B', 'shop', '-e', words],
      redis: ['redis-cli', '-p', `${redis.port}`, ...words.split(' ')],
      sqlite: ['sqlite3', join(home, 'shop.db'), words],
    };
    const [program = '', ...args] = commands[kind];
    return (await mustRun({ program, args, env: environment(databases) })).trim();
  }

  test('are dumped by the recipes, and each dump is known and verified', async () => {
    expect(created.outputs['backups']).toContain('"verified":"restore"');
    const files = (await readFile(`${await backupFolder()}/manifest`, 'utf8')).split('\n');
    const dumps = files.flatMap((line) => /^f \d+ [0-9a-f]{64} (dumps\/.*)$/.exec(line)?.[1] ?? []);
    expect(dumps.sort()).toEqual(['dumps/redis.rdb', 'dumps/shop.db', 'dumps/shop.pgdump', 'dumps/shop.sql']);
    expect(created.stdout + created.summary).not.toContain(PASSWORD);
  });

  async function backupFolder(): Promise<string> {
    return `${serverInputs['deploy-path']}/backups/default/${created.outputs['backup-id']}`;
  }

  test.each(KINDS)('%s comes back from its dump as it was', async (kind) => {
    expect(await ask(kind, COUNT[kind]).catch(() => 'lost')).not.toBe('3');
    if (kind === 'redis') databases = await withRedisFrom(restored, databases);
    else await runRecipe(`${kind} restore`, { restored });
    expect(await ask(kind, COUNT[kind])).toBe('3');
  });

  /** Redis reads its file when it starts. */
  async function withRedisFrom(folder: string, before: Databases): Promise<Databases> {
    const { folder: all, home, redis, daemons } = before;
    const data = join(all.path, 'redis-data');
    await mkdir(data);
    await runRecipe('redis restore', { restored: folder, data });
    // For the user that Redis runs as.
    await chmod(all.path, 0o711);
    await chmod(data, 0o755);
    await chmod(join(data, 'dump.rdb'), 0o644);
    await redis.stop();
    const again = await startRedis(PASSWORD, { program: 'cp', args: [join(data, 'dump.rdb'), 'dump.rdb'] });
    await writeFile(join(home, FILES.redis), redisFile(again.port), { mode: 0o600 });
    return { ...before, redis: again, daemons: [...daemons, again] };
  }

  async function runRecipe(name: string, variables: Readonly<Record<string, string>>): Promise<void> {
    const env = { ...environment(databases), ...variables };
    await mustRun({ program: 'sh', args: ['-e', '-c', await recipe(name)], env });
  }

  test.each(['postgresql', 'mysql', 'redis'] as const)('%s that is down leaves no backup', async (kind) => {
    const path = join(databases.home, FILES[kind]);
    const text = await readFile(path, 'utf8');
    // Port 1 of the loopback address: nobody listens there.
    await writeFile(path, text.replace(/port ?= ?\d+/, 'port=1'));
    try {
      const run = await backup({ before: await recipe(`${kind} before`) }, 60);
      expect(run.outputs['failure-code']).toBe('backup');
      expect(run.outputs['backups']).toBe(created.outputs['backups']);
    } finally {
      await writeFile(path, text);
    }
  });

  test('a dump that was cut short is found by its own tool', async () => {
    const dump = await recipe('postgresql before');
    const cut = `${dump}\nhead -c 300 "$PLIMSOLL_DUMPS/shop.pgdump" >"$PLIMSOLL_DUMPS/cut.pgdump"`;
    const run = await backup({ before: cut }, 57);
    expect(run.outputs['failure-code']).toBe('integrity');
    expect(run.stdout).toContain('cut.pgdump');
    await rm(join(databases.folder.path, 'srv', 'backups'), { recursive: true });
  });
});

const FILL: Readonly<Record<Kind, string>> = {
  postgresql: 'CREATE TABLE orders (id integer); INSERT INTO orders VALUES (1), (2), (3)',
  mysql: 'CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (1), (2), (3)',
  redis: 'RPUSH orders 1 2 3',
  sqlite: 'PRAGMA journal_mode=wal; CREATE TABLE orders (id INTEGER); INSERT INTO orders VALUES (1), (2), (3)',
};
const LOSE: Readonly<Record<Kind, string>> = {
  postgresql: 'DROP TABLE orders',
  mysql: 'DROP TABLE orders',
  redis: 'DEL orders',
  sqlite: 'DELETE FROM orders',
};
const COUNT: Readonly<Record<Kind, string>> = {
  postgresql: 'SELECT count(*) FROM orders',
  mysql: 'SELECT count(*) FROM orders',
  redis: 'LLEN orders',
  sqlite: 'SELECT count(*) FROM orders',
};
/** Files in the home of the user who deploys that say how to connect. */
const FILES = { postgresql: '.pg_service.conf', mysql: '.my.cnf', redis: '.redis-backup' } as const;

interface Databases {
  readonly folder: TemporaryFolder;
  /** Of the user who deploys. */
  readonly home: string;
  readonly redis: Daemon;
  readonly daemons: readonly Daemon[];
}

function environment({ home }: Pick<Databases, 'home'>): Record<string, string> {
  return { PATH: process.env['PATH'] ?? '/usr/bin:/bin', HOME: home, LC_ALL: 'C', REDISCLI_AUTH: PASSWORD };
}

async function startDatabases(): Promise<Databases> {
  const folder = await temporaryFolder();
  const home = join(folder.path, 'home');
  await mkdir(home);
  const [postgresql, mysql, redis] = await Promise.all([
    startPostgresql(PASSWORD),
    startMariadb(PASSWORD),
    startRedis(PASSWORD),
  ]);
  const files = {
    [FILES.postgresql]: `[shop]\nhost=127.0.0.1\nport=${postgresql.port}\nuser=shop\ndbname=shop\n`,
    '.pgpass': `127.0.0.1:${postgresql.port}:*:shop:${PASSWORD}\n`,
    [FILES.mysql]: `[client]\nhost=127.0.0.1\nport=${mysql.port}\nuser=shop\npassword="${PASSWORD}"\n`,
    [FILES.redis]: redisFile(redis.port),
  };
  for (const [name, text] of Object.entries(files)) await writeFile(join(home, name), text, { mode: 0o600 });
  const args = [
    '-X',
    '-h',
    '127.0.0.1',
    '-p',
    `${postgresql.port}`,
    '-U',
    'shop',
    '-d',
    'postgres',
    '-c',
    'CREATE DATABASE shop',
  ];
  await mustRun({ program: 'psql', args, env: { ...environment({ home }), PGPASSWORD: PASSWORD } });
  return { folder, home, redis, daemons: [postgresql, mysql, redis] };
}

function redisFile(port: number): string {
  return `host=127.0.0.1\nport=${port}\nexport REDISCLI_AUTH='${PASSWORD}'\n`;
}
