import { Failure } from '@plimsoll/outcome';
import type { DatabaseKind, DatabaseSettings } from '@plimsoll/probe';

/**
 * What a connection, as a file of checks has it, says to the client of a database. Passwords are taken out of it, because a command line
 * is for everybody to read.
 *
 * @param connection a URL, the name of a database, or the path of a file; empty leaves everything to the client's own defaults
 * @throws Failure('input') for a connection that is none for this kind; its message does not quote it
 */
export function databaseSettings(kind: DatabaseKind, connection: string): DatabaseSettings {
  if (connection.includes('\0')) throw new Failure('input', 'the connection holds a NUL character.');
  const settings = SETTINGS_OF[kind](connection);
  return Object.fromEntries(Object.entries(settings).filter(([, value]) => value !== '' && value !== undefined));
}

const SETTINGS_OF: Readonly<Record<DatabaseKind, (connection: string) => DatabaseSettings>> = {
  postgresql: postgresqlSettings,
  mysql: mysqlSettings,
  redis: redisSettings,
  sqlite: sqliteSettings,
};

/** Everything but the password stays as it is: the client knows more of URLs and of its words than is known here. */
function postgresqlSettings(connection: string): DatabaseSettings {
  if (!connection.includes('://')) return postgresqlWords(connection);
  const { url, settings } = readUrl(connection, ['postgresql:', 'postgres:']);
  url.password = '';
  return { database: url.href, ...passwordOf(settings) };
}

/** As `host=db dbname=shop password='it''s'`, or the name of a database alone. */
function postgresqlWords(connection: string): DatabaseSettings {
  const [word = '', value = ''] = /(?<![^\s])password\s*=\s*('(?:[^'\\]|\\.)*'|\S+)/su.exec(connection) ?? [];
  const secret = value.replace(/^'(.*)'$/su, '$1').replaceAll(/\\(.)/gsu, '$1');
  return { database: connection.replace(word, '').trim(), ...(secret === '' ? {} : { password: { secret } }) };
}

function mysqlSettings(connection: string): DatabaseSettings {
  return connection.includes('://') ? readUrl(connection, ['mysql:']).settings : { database: connection };
}

function redisSettings(connection: string): DatabaseSettings {
  if (connection === '') return {};
  const { settings } = readUrl(connection, ['redis:']);
  if (!/^[0-9]*$/u.test(settings.database ?? '')) {
    throw new Failure('input', 'databases of Redis have numbers, as in redis://localhost/0.');
  }
  return settings;
}

function sqliteSettings(connection: string): DatabaseSettings {
  if (connection === '') throw new Failure('input', "sqlite needs a 'connection' with the path of its file.");
  if (connection.includes('://')) throw new Failure('input', 'sqlite takes the path of its file, and no URL.');
  return { database: connection };
}

function passwordOf({ password }: DatabaseSettings): Pick<DatabaseSettings, 'password'> {
  return password === undefined ? {} : { password };
}

function readUrl(
  text: string,
  protocols: readonly string[],
): { readonly url: URL; readonly settings: DatabaseSettings } {
  const url = URL.parse(text);
  if (url === null || !protocols.includes(url.protocol)) {
    const beginnings = protocols.map((protocol) => `${protocol}//`).join(' or ');
    throw new Failure('input', `the connection is no URL that begins with ${beginnings}.`);
  }
  const password = decoded(url.password);
  const settings = {
    host: url.hostname.replace(/^\[(.*)\]$/u, '$1'),
    ...(url.port === '' ? {} : { port: Number(url.port) }),
    user: decoded(url.username),
    ...(password === '' ? {} : { password: { secret: password } }),
    database: decoded(url.pathname.slice(1)),
  };
  return { url, settings };
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch (cause) {
    throw new Failure('input', 'the connection holds a % that begins no character. Write it as %25.', { cause });
  }
}
