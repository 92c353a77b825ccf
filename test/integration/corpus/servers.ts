/** Services that answer well, while their server tells that something is wrong. */

import type { FailureCode } from '@plimsoll/outcome';
import type { RemoteEnd, RemoteShell } from '@plimsoll/probe';
import type { Case, Written } from './case.ts';
import { healthCheck, WELL } from './services.ts';

/** What the server says, one end after the other, and the last one for ever. */
type Ends = readonly (Partial<RemoteEnd> | Error)[];

const UNIT: Written = { process: 'shop.service' };
const PID_FILE: Written = { 'pid-file': '/run/shop.pid' };
const POSTGRESQL: Written = { database: 'postgresql', connection: 'postgresql://shop@localhost/shop' };
const COMMAND: Written = { command: '/opt/shop/bin/self-test', expect: { contains: 'ready' } };

export const RUNNING = unit({});
const ALIVE = { stdout: 'pid=812\nstate=S\nstarted=2011\n' };

export const SERVERS: readonly Case[] = [
  onServer('the unit has failed', UNIT, 'process', [unit({ ActiveState: 'failed', SubState: 'failed' })], /not active/),
  onServer('the unit is being restarted', UNIT, 'process', [
    unit({ ActiveState: 'activating', SubState: 'auto-restart' }),
  ]),
  onServer('there is no such unit', UNIT, 'process', [unit({ LoadState: 'not-found', ActiveState: 'inactive' })]),
  onServer(
    'the unit was restarted while samples were taken',
    UNIT,
    'process',
    [RUNNING, RUNNING, unit({ MainPID: '977', NRestarts: '1' })],
    /restarted/,
  ),
  onServer('the unit stopped while samples were taken', UNIT, 'process', [
    RUNNING,
    RUNNING,
    unit({ ActiveState: 'inactive', SubState: 'dead' }),
  ]),
  onServer('systemd cannot be asked', UNIT, 'probe-environment', [{ status: 1, stderr: 'Failed to connect to bus' }]),
  onServer('the process is gone', PID_FILE, 'process', [{ stdout: 'pid=812\nstate=gone\n' }]),
  onServer('the process is a zombie', PID_FILE, 'process', [{ stdout: 'pid=812\nstate=Z\nstarted=2011\n' }]),
  onServer('there is no pid file', PID_FILE, 'process', [{ stdout: 'pid_file=missing\n' }]),
  onServer('the pid file holds no number', PID_FILE, 'process', [{ stdout: 'pid=shop\nstate=none\n' }]),
  onServer('the process is another one at the end', PID_FILE, 'process', [
    ALIVE,
    ALIVE,
    { stdout: 'pid=977\nstate=S\nstarted=2099\n' },
  ]),
  onServer('a command ends with the wrong status', COMMAND, 'health', [{ status: 3, stdout: 'ready' }], /status 3/),
  onServer('a command says something else', COMMAND, 'health', [{ stdout: 'starting' }]),
  onServer('a command says nothing', COMMAND, 'health', [{}]),
  onServer('a command takes too long', COMMAND, 'health', [{ status: null, signal: 'TERM', timedOut: true }]),
  onServer('a command of a database fails', { ...COMMAND, code: 'database' }, 'database', [{ status: 1 }]),
  onServer('a command is not there', COMMAND, 'probe-environment', [
    { status: 127, stderr: 'sh: /opt/shop/bin/self-test: not found' },
  ]),
  onServer('the database refuses', POSTGRESQL, 'database', [
    { status: 2, stderr: 'psql: error: connection to server at "localhost" (127.0.0.1), port 5432 failed: refused' },
  ]),
  onServer('the database answers something else', POSTGRESQL, 'database', [{ stdout: '0\n' }]),
  onServer('the database answers nothing', POSTGRESQL, 'database', [{}]),
  onServer('the database hangs', POSTGRESQL, 'database', [{ status: null, signal: 'TERM', timedOut: true }]),
  onServer('the database goes away while samples are taken', POSTGRESQL, 'database', [
    { stdout: '1\n' },
    { stdout: '1\n' },
    { status: 2, stderr: 'psql: error: server closed the connection unexpectedly' },
  ]),
  onServer('Redis is loading', { database: 'redis' }, 'database', [
    { stdout: 'LOADING Redis is loading the dataset in memory\n' },
  ]),
  onServer('the file of SQLite is damaged', { database: 'sqlite', connection: '/srv/shop.db' }, 'database', [
    { stdout: '*** in database main ***\nPage 3: btreeInitPage() returns error code 11\n1\n' },
  ]),
  onServer('the client of the database is missing', POSTGRESQL, 'probe-environment', [
    { status: 127, stderr: 'psql: not found' },
  ]),
  onServer('the server cannot be reached', UNIT, 'probe-environment', [new Error('connection refused')]),
  onServer('the connection to the server is lost while samples are taken', UNIT, 'probe-environment', [
    RUNNING,
    RUNNING,
    new Error('connection lost'),
  ]),
  {
    name: 'a process is down on one server of two',
    expected: 'process',
    says: /web2/,
    arrange: async (bed) => {
      const { url } = await bed.serve(WELL);
      const shells = [shellOf('web1', [RUNNING]), shellOf('web2', [unit({ ActiveState: 'failed' })])];
      return { checks: [healthCheck(url), UNIT], ports: { shells } };
    },
  },
  {
    name: 'no servers are given',
    expected: 'input',
    says: /no 'hosts' are given/,
    arrange: async (bed) => ({ checks: [healthCheck((await bed.serve(WELL)).url), UNIT] }),
  },
];

/** What `systemctl show` says of a unit that is well, but for some properties. */
function unit(properties: Readonly<Record<string, string>>): Partial<RemoteEnd> {
  const all = {
    LoadState: 'loaded',
    ActiveState: 'active',
    SubState: 'running',
    Result: 'success',
    MainPID: '812',
    NRestarts: '0',
    ExecMainStartTimestampMonotonic: '20110000',
    ...properties,
  };
  const lines = Object.entries(all).map(([name, value]) => `${name}=${value}\n`);
  return { stdout: lines.join('') };
}

/** A server that runs nothing: what its programs would say is told. */
export function shellOf(label: string, ends: Ends): RemoteShell {
  let at = 0;
  return {
    label,
    run: async () => {
      const end = ends[Math.min(at, ends.length - 1)];
      at += 1;
      if (end instanceof Error) throw end;
      return { status: 0, signal: null, stdout: '', stderr: '', ...end };
    },
  };
}

type OnServer = readonly [name: string, check: Written, expected: FailureCode, ends: Ends, says?: RegExp];

/** A service that is well, and one check on its server. */
function onServer(...[name, check, expected, ends, says]: OnServer): Case {
  return {
    name,
    expected,
    says,
    arrange: async (bed) => ({
      checks: [healthCheck((await bed.serve(WELL)).url), check],
      settings: { samples: 10 },
      ports: { shells: [shellOf('web1', ends)] },
    }),
  };
}
