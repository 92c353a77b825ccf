/** Databases of Debian, each as a service of its own on loopback. */
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { type Daemon, startDaemon } from './daemon.ts';

const POSTGRESQL = '/usr/lib/postgresql';

/** A user `shop`, who may do anything, and its password. */
export function startPostgresql(password: string): Promise<Daemon> {
  const [version = ''] = readdirSync(POSTGRESQL).sort((a, b) => Number(b) - Number(a));
  const program = (name: string): string => join(POSTGRESQL, version, 'bin', name);
  return startDaemon({
    program: program('postgres'),
    files: () => ({ password }),
    before: ({ folder }) => [
      {
        program: program('initdb'),
        args: ['-D', join(folder, 'data'), '-U', 'shop', '-A', 'scram-sha-256', '--pwfile', 'password', '--no-sync'],
      },
    ],
    args: ({ folder, port }) => ['-D', 'data', '-h', '127.0.0.1', '-p', `${port}`, '-k', folder, '-c', 'fsync=off'],
    // SIGTERM waits for its clients, and killing it would leave its shared memory to the machine.
    endSignal: 'SIGINT',
  });
}

/** A database `shop`, and a user of that name who may do anything in it. */
export function startMariadb(password: string): Promise<Daemon> {
  // One statement a line: no more than one of a line is carried out.
  const statements = [
    'CREATE DATABASE shop;',
    `CREATE USER shop@localhost IDENTIFIED BY "${password}";`,
    'GRANT ALL ON shop.* TO shop@localhost;',
  ];
  return startDaemon({
    program: 'mariadbd',
    files: () => ({ 'first.sql': `${statements.join('\n')}\n` }),
    before: ({ folder }) => [
      {
        program: 'mariadb-install-db',
        args: ['--no-defaults', `--datadir=${join(folder, 'data')}`, '--auth-root-authentication-method=normal'],
      },
    ],
    args: ({ folder, port }) => [
      '--no-defaults',
      `--datadir=${join(folder, 'data')}`,
      '--bind-address=127.0.0.1',
      `--port=${port}`,
      `--socket=${join(folder, 'socket')}`,
      `--init-file=${join(folder, 'first.sql')}`,
    ],
  });
}

/** @param first a command that is run in its folder before it starts */
export function startRedis(
  password: string,
  first?: { readonly program: string; readonly args: readonly string[] },
): Promise<Daemon> {
  return startDaemon({
    program: 'redis-server',
    files: ({ port }) => ({
      'redis.conf': `bind 127.0.0.1\nport ${port}\nrequirepass "${password}"\nsave ""\ndaemonize no\n`,
    }),
    ...(first === undefined ? {} : { before: () => [first] }),
    args: () => ['redis.conf'],
  });
}
