import { existsSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from '@jest/globals';
import { mustRun, runCommand, waitUntil } from '@plimsoll/testkit';
import { describeOnHosts } from './describe-on-hosts.ts';
import type { Host } from './host.ts';
import { DEPLOY_USER, startHost } from './host.ts';
import { controlGroupMount } from './requirements.ts';

describeOnHosts('A Linux host', () => {
  let host: Host;
  beforeAll(async () => {
    host = await startHost({ name: 'plain' });
  });
  afterAll(() => host?.stop());

  test('runs systemd as its PID 1, with nothing enabled but sshd', async () => {
    expect(await host.run('cat /proc/1/comm; hostname')).toBe('systemd\nplain\n');
    expect(await host.run('ls /etc/systemd/system/*.wants')).toBe('ssh.service\n');
  });

  test.each(['root', DEPLOY_USER])('lets in %s by key, with a user manager of systemd', async (user) => {
    const { stdout, exitCode } = await host.login(
      user,
      'id -un; echo "$XDG_RUNTIME_DIR"; systemctl --user is-system-running --wait',
    );
    const id = await host.run(`id -u ${user}`);
    expect(stdout).toBe(`${user}\n/run/user/${id}running\n`);
    expect(exitCode).toBe(0);
  });

  test('shows its own key and no other', async () => {
    const keys = await runCommand({ program: 'ssh-keyscan', args: ['-T', '30', host.address] });
    expect(keys.stdout.trim().split('\n')).toEqual([host.knownHosts]);
  });

  test('starts and restarts services', async () => {
    const unit = '[Service]\\nExecStart=/bin/sleep infinity\\n';
    await host.run(`printf '${unit}' >/etc/systemd/system/sleeper.service && systemctl start sleeper`);
    const before = await host.run('systemctl show -p MainPID --value sleeper');
    const { exitCode } = await host.login('root', 'systemctl restart sleeper');
    expect(exitCode).toBe(0);
    expect(await host.run('systemctl is-active sleeper')).toBe('active\n');
    expect(await host.run('systemctl show -p MainPID --value sleeper')).not.toBe(before);
  });

  test('has files of its own, which are also seen from outside', async () => {
    await host.run('echo mine >/etc/plimsoll-host-test; echo mine >/tmp/plimsoll-host-test');
    expect(await readFile(join(host.rootPath, 'etc/plimsoll-host-test'), 'utf8')).toBe('mine\n');
    await expect(stat('/etc/plimsoll-host-test')).rejects.toThrow('ENOENT');
    await expect(stat('/tmp/plimsoll-host-test')).rejects.toThrow('ENOENT');
  });

  test('cannot turn the clock or the kernel settings of the machine', async () => {
    // Both write what is there already, so a failure of this test does no harm.
    const clock = await host.login('root', 'date -s "@$(date +%s)"');
    const setting = await host.login(
      'root',
      'panic=$(cat /proc/sys/kernel/panic); echo "$panic" >/proc/sys/kernel/panic',
    );
    expect(clock).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Operation not permitted') });
    expect(setting).toMatchObject({ exitCode: 1, stderr: expect.stringContaining('Read-only file system') });
  });

  test('loses its network and gets it back, while the host goes on', async () => {
    await host.cutNetwork();
    try {
      expect((await host.login('root', 'true')).exitCode).toBe(255);
      expect(await host.run('echo alive')).toBe('alive\n');
    } finally {
      await host.restoreNetwork();
    }
    expect(await host.login('root', 'echo back')).toMatchObject({ exitCode: 0, stdout: 'back\n' });
  });

  test('dies silently by a power cut, and boots from the same disk with empty /run and /tmp', async () => {
    await host.run('echo kept >/srv/kept; touch /run/lost /tmp/lost');
    const session = host.login('root', 'echo $$ >/srv/session; exec sleep 600');
    await waitUntil(() => readFile(join(host.rootPath, 'srv/session'), 'utf8').catch(() => ''), {
      deadlineMs: 60_000,
      what: 'the session to begin',
    });
    const bootBefore = await host.run('cat /proc/sys/kernel/random/boot_id');
    const cutAt = performance.now();
    await host.powerCut();
    await expect(host.run('true')).rejects.toThrow('off');
    expect(await readFile(join(host.rootPath, 'srv/kept'), 'utf8')).toBe('kept\n');

    await host.boot();
    expect(await host.run('cat /srv/kept; ls -d /run/lost /tmp/lost 2>/dev/null || true')).toBe('kept\n');
    expect(await host.run('cat /proc/sys/kernel/random/boot_id')).not.toBe(bootBefore);
    // Its clock began anew, and shows a second that had begun before its boot.
    expect(await uptime(host)).toBeLessThan((performance.now() - cutAt) / 1000 + 1);
    // Nobody said goodbye to the client: it hangs until the booted host refuses to know it.
    expect((await session).exitCode).not.toBe(0);
  });
});

/** Seconds since boot. */
async function uptime(host: Host): Promise<number> {
  return Number.parseFloat(await host.run('cat /proc/uptime'));
}

describeOnHosts('Several Linux hosts', () => {
  test('run side by side, and leave nothing behind', async () => {
    const hosts = await Promise.all(['one', 'two', 'three'].map((name) => startHost({ name })));
    const traces = await Promise.all(hosts.map(tracesOf));
    try {
      const names = await Promise.all(hosts.map(async (host) => (await host.login('root', 'hostname')).stdout));
      expect(names).toEqual(['one\n', 'two\n', 'three\n']);
      expect(new Set(hosts.map(({ address }) => address)).size).toBe(3);
      expect(traces.flat().filter((path) => !existsSync(path))).toEqual([]);
    } finally {
      await Promise.all(hosts.map((host) => host.stop()));
    }
    expect(traces.flat().filter((path) => existsSync(path))).toEqual([]);
    const mounts = await readFile('/proc/self/mounts', 'utf8');
    expect(hosts.filter(({ rootPath }) => mounts.includes(rootPath))).toEqual([]);
  });

  test('disappear when the process that started them is killed', async () => {
    const { stdout } = await runCommand({
      program: process.execPath,
      args: ['--conditions=source', '--input-type=module', '--eval', ORPHAN],
    });
    const root = /^root=(.+)$/m.exec(stdout)?.[1];
    expect(root).toBeDefined();
    await waitUntil(() => !existsSync(join(root ?? '', '..')), {
      deadlineMs: 120_000,
      what: 'the orphaned host to disappear',
    });
  });
});

const ORPHAN = `
  import { startHost } from ${JSON.stringify(new URL('host.ts', import.meta.url).href)};
  const host = await startHost({ name: 'orphan' });
  console.log('root=' + host.rootPath);
  process.kill(process.pid, 'SIGKILL');
`;

/** What a host takes from this machine, as paths: its folder, this machine's end of its cable, its control group. */
async function tracesOf({ rootPath, address }: Host): Promise<string[]> {
  const links = await mustRun({ program: 'ip', args: ['-o', 'route', 'get', address] });
  const cable = / dev (\S+)/.exec(links)?.[1] ?? 'no cable';
  return [join(rootPath, '..'), join('/sys/class/net', cable), join(controlGroupMount() ?? '', cable)];
}
