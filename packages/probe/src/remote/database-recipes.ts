import { Failure } from '@plimsoll/outcome';
import type { Secret } from '../probe.ts';

export type DatabaseKind = 'postgresql' | 'mysql' | 'redis' | 'sqlite';

/** How a database is asked whether it answers. `remote/database.sh` holds the words of each client. */
export interface DatabaseRecipe {
  /** The program that has to be on the server. */
  readonly client: string;
  readonly query: string;
  /** What the query is answered with when all is well. */
  readonly answer: string;
  /** Which settings mean something to it. */
  readonly settings: readonly (keyof DatabaseSettings)[];
}

/** Where the database is. What is left out is the client's to choose, from its own files and defaults on the server. */
export interface DatabaseSettings {
  /** A name; for PostgreSQL also a connection string; for SQLite the path of the file. */
  readonly database?: string;
  readonly host?: string;
  readonly port?: number;
  readonly user?: string;
  readonly password?: Secret;
}

const ALL = ['database', 'host', 'port', 'user', 'password'] as const;

export const DATABASE_RECIPES: Readonly<Record<DatabaseKind, DatabaseRecipe>> = {
  postgresql: { client: 'psql', query: 'SELECT 1', answer: '1', settings: ALL },
  mysql: { client: 'mysql', query: 'SELECT 1', answer: '1', settings: ALL },
  redis: { client: 'redis-cli', query: 'PING', answer: 'PONG', settings: ALL },
  sqlite: {
    client: 'sqlite3',
    // An empty file is a database in perfect order.
    query: 'PRAGMA quick_check(1); SELECT count(*) > 0 FROM sqlite_master',
    answer: 'ok\n1',
    settings: ['database'],
  },
};

/** The arguments of `remote/database.sh`. @throws Failure('input') for settings that the kind has no use for, or cannot do without. */
export function databaseArguments(
  kind: DatabaseKind,
  settings: DatabaseSettings,
  timeoutMs: number,
): Record<string, string> {
  const recipe = DATABASE_RECIPES[kind];
  for (const name of Object.keys(settings)) {
    if (!recipe.settings.some((known) => known === name)) throw new Failure('input', `${kind} has no setting ${name}.`);
  }
  const { database = '', host = '', port = '', user = '', password } = settings;
  if (kind === 'sqlite' && database === '') throw new Failure('input', 'sqlite needs the path of the database.');
  const args = {
    kind,
    // Connecting has to give up before the program is stopped, so that the client can say why.
    seconds: String(Math.max(1, Math.floor(timeoutMs / 2000))),
    query: recipe.query,
    database,
    host,
    port: String(port),
    user,
    password: password?.secret ?? '',
  };
  const odd = Object.entries(args).find(([, value]) => value.includes('\0'));
  if (odd !== undefined) throw new Failure('input', `The setting ${odd[0]} of ${kind} holds a NUL character.`);
  return args;
}

/** The password, and a connection string, which may hold one. */
export function secretOf({ password, database = '' }: DatabaseSettings): string[] {
  const inUrl = /^[a-z]+:\/\/[^/@:]*:([^@]*)@/u.exec(database)?.[1];
  const inWords = /\bpassword\s*=\s*(?:'([^']*)'|([^'\s]\S*))/u.exec(database);
  const all = [password?.secret, inUrl, inWords?.[1] ?? inWords?.[2]];
  return all.flatMap((value) => (value === undefined || value === '' ? [] : [value]));
}
