import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { mustRun, runCommand } from '@plimsoll/testkit';
import { destination, timed } from './peers.ts';
import type { Absent, Delivery, Job, Tool } from './tool.ts';

const SHIPIT_CLI = 'shipit-cli@5.3.0';
const SHIPIT_DEPLOY = 'shipit-deploy@5.3.0';
const SSH_DEPLOY_RELEASE = 'ssh-deploy-release@4.0.1';

/** Peers from the npm registry, and those that could not be had. */
export interface NpmPeers {
  readonly tools: readonly Tool[];
  readonly absent: readonly Absent[];
}

/** Installs the peers into a folder outside of the repository. */
export async function installNpmPeers(folder: string): Promise<NpmPeers> {
  const root = join(folder, 'peers');
  await mkdir(root);
  await writeFile(join(root, 'package.json'), '{"private":true}');
  const args = [
    'install',
    '--ignore-scripts',
    '--no-audit',
    '--no-fund',
    SHIPIT_CLI,
    SHIPIT_DEPLOY,
    SSH_DEPLOY_RELEASE,
  ];
  const { exitCode, stderr } = await runCommand({ program: 'npm', args, cwd: root });
  await makeRevision(join(root, 'workspace'));
  if (exitCode === 0) return { tools: [shipit(root), sshDeployRelease(root)], absent: [] };
  const reason = `npm install failed: ${stderr.trim().split('\n').at(-1) ?? ''}`;
  return { tools: [], absent: [SHIPIT_DEPLOY, SSH_DEPLOY_RELEASE].map((name) => ({ name, reason })) };
}

/** shipit asks git for the revision that it deploys. */
async function makeRevision(folder: string): Promise<void> {
  const identity = ['-c', 'user.name=bench', '-c', 'user.email=bench@localhost'];
  await mustRun({ program: 'git', args: ['init', '-q', '-b', 'main', folder] });
  await mustRun({ program: 'git', args: [...identity, '-C', folder, 'commit', '-q', '--allow-empty', '-m', 'built'] });
}

/** shipit as its users start it: its command line with a configuration, on a folder that is built already. */
function shipit(root: string): Tool {
  return {
    name: SHIPIT_DEPLOY,
    side: 'peer',
    async deploy(job): Promise<Delivery> {
      const config = {
        deployTo: job.deployPath,
        workspace: join(root, 'workspace'),
        rsyncFrom: job.source,
        branch: 'main',
        shallowClone: false,
        keepWorkspace: true,
        keepReleases: 5,
        servers: `${destination(job.bed)}:${job.bed.proxy.port}`,
      };
      const path = join(root, `shipitfile-${job.sequence}.cjs`);
      await writeFile(path, shipitFile(config));
      const cli = join(root, 'node_modules', 'shipit-cli', 'bin', 'shipit');
      return timed({
        program: process.execPath,
        args: [cli, '--shipitfile', path, 'bench', 'deploy'],
        cwd: root,
        env: job.bed.env,
      });
    },
  };
}

function shipitFile(config: Readonly<Record<string, unknown>>): string {
  return `module.exports = (shipit) => {
  require('shipit-deploy')(shipit);
  shipit.initConfig({ bench: ${JSON.stringify(config)} });
};
`;
}

/** ssh-deploy-release with its faster way of transfer, driven by the few lines that its documentation gives. */
function sshDeployRelease(root: string): Tool {
  return {
    name: SSH_DEPLOY_RELEASE,
    side: 'peer',
    async deploy(job): Promise<Delivery> {
      const path = join(root, `release-${job.sequence}.cjs`);
      await writeFile(path, releaseScript(job));
      return timed({ program: process.execPath, args: [path], cwd: root, env: job.bed.env });
    },
  };
}

function releaseScript({ bed, source, deployPath }: Job): string {
  const options = {
    mode: 'synchronize',
    localPath: source,
    host: bed.server.host,
    port: bed.proxy.port,
    username: bed.server.user,
    password: '',
    privateKeyFile: bed.keyPath,
    deployPath,
    releasesToKeep: 5,
  };
  return `const Application = require('ssh-deploy-release');
new Application(${JSON.stringify(options)}).deployRelease(() => process.exit(0));
`;
}
