import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { stat, truncate, writeFile } from 'node:fs/promises';
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { startServer, type TemporaryFolder, temporaryFolder } from '@plimsoll/testkit';
import { anyKey, connectTo, openClient } from '../client.ts';

const GIGABYTE = 1024 ** 3;
const MEGABYTE = 1024 ** 2;

describe('a block of 1 GB over a connection', () => {
  let folder: TemporaryFolder;
  beforeEach(async () => {
    folder = await temporaryFolder();
  });
  afterEach(() => folder.remove());

  test('passes through without piling up, also where it is written slowly', async () => {
    const path = `${folder.path}/block`;
    await writeFile(path, '');
    await truncate(path, GIGABYTE);
    const server = await startServer({ authorizedKeys: [(await anyKey()).publicKey] });
    const ssh = await openClient({ knownHosts: server.knownHosts() });
    const connection = await connectTo(ssh, server);
    const hash = createHash('sha256');
    const before = process.memoryUsage.rss();
    let most = 0;
    const running = connection.execute({
      program: 'emit_file block "$arg_path"; emit after yes',
      args: { path },
      onEvent: () => undefined,
      onOutput: () => undefined,
      onBlock: () =>
        new Writable({
          write: (chunk: Buffer, _encoding, done) => {
            hash.update(chunk);
            most = Math.max(most, process.memoryUsage.rss());
            setImmediate(done);
          },
        }),
    });
    expect((await running.ended).exitCode).toBe(0);
    const reader = spawn('sha256sum', [path]);
    expect(String((await once(reader.stdout, 'data'))[0]).slice(0, 64)).toBe(hash.digest('hex'));
    expect((await stat(path)).size).toBe(GIGABYTE);
    expect((most - before) / MEGABYTE).toBeLessThan(200);
    await connection.close();
    await ssh.close();
    await server.stop();
  });
});
