import { generateKey, startSshd, createRunner, treeBuilder, describeTree, temporaryFolder } from '@plimsoll/testkit';
const key = await generateKey();
const server = await startSshd({ authorizedKeys: [key.publicKey] });
const runner = await createRunner();
const folder = await temporaryFolder();
const src = treeBuilder(`${runner.workspace}/app`);
await src.bigFile('big', 2_300_000_000); await src.file('zero', '');
for (let i = 0; i < 2; i++) {
const run = await runner.run({ action: 'deploy-ssh', inputs: { hosts: '127.0.0.1', user: server.user, port: `${server.port}`, 'private-key': key.privateKey, 'known-hosts': server.knownHosts(), 'deploy-path': `${folder.path}/srv`, source: 'app' } });
console.log(run.exitCode, run.durationMs, run.stdout.split('\n').filter(l => /staged|live/.test(l)).join('\n'));
}
const a = await describeTree(src.root), b = await describeTree(`${folder.path}/srv/current/.`);
console.log(JSON.stringify([...a]) === JSON.stringify([...b]));
await server.stop(); await runner[Symbol.asyncDispose](); await folder.remove();
