import { readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@jest/globals';
import { type ActionRun, byteString, bytesOf, describeTree, mustRun, treeBuilder } from '@plimsoll/testkit';
import { type Bed, type Flag, makeFlag } from './bed.ts';
import { expectTidyPost, reached } from './failpoints.ts';
import { expectHonest, expectPass, expectRecovery, expectSettled } from './sound.ts';

/** Leaves a file in the home of whoever runs it, on the server or on the runner, where the checks for leftovers find it. */
const RUN_ME = 'cd && touch RAN';

/** Names that a careless program would run, split, swallow or take for options. */
const NAMES: readonly string[] = [
  'a space',
  ' leading and trailing ',
  "single'quote",
  'double"quote',
  'back\\slash',
  'back\\nslash n',
  '\\',
  'new\nline',
  '\n',
  'trailing newline\n',
  'tab\there',
  'return\rhere',
  '\x01\x1b[31m\x7f',
  `$(${RUN_ME})`,
  `\`${RUN_ME}\``,
  `; ${RUN_ME} ;`,
  `\n${RUN_ME}\n`,
  `' | ${RUN_ME} #`,
  `" && ${RUN_ME} #`,
  '-rf',
  '--',
  '--help',
  '-',
  '*',
  '?',
  '[a-z]',
  '{a,b}',
  '~',
  '~root',
  '#hash',
  '!bang',
  '%s%n',
  '%0A::error::x',
  '::add-mask::x',
  '$HOME',
  '$\x7bIFS}',
  'a: OK',
  'a: FAILED',
  '.hidden',
  '...',
  byteString('ünïcödé ✅'),
  '\xff\xfe\xfd not utf-8',
  '\xc3\x28',
  'x'.repeat(255),
  '\xff'.repeat(255),
];

/** Where the formats of tar change their ways, and far beyond; the length of the whole name in the archive. */
const PATH_LENGTHS = [99, 100, 101, 155, 156, 255, 256, 257, 1000, 3000];
/** Where blocks and records of tar end. */
const SIZES = [0, 1, 511, 512, 513, 10_239, 10_240, 10_241, 65_536];

/** A tree in which every name is hostile, with every kind of entry, and paths of any length that a server takes. */
async function writeHostileTree(root: string): Promise<void> {
  const tree = treeBuilder(root);
  await tree.file('version', 'hostile\n');
  for (const [index, name] of NAMES.entries()) {
    await tree.file(`files/${name}`, `content ${index}\n`, index % 3 === 0 ? 0o755 : 0o644);
    await tree.file(`folders/${name}/inside`, '');
    await tree.folder(`empty/${name}`);
    await tree.link(`links/${name}`, `../files/${name}`);
  }
  for (const length of PATH_LENGTHS) await tree.file(`long/${pathOf(length - 'tree/long/'.length)}`, `${length}\n`);
  for (const size of SIZES) await tree.file(`sizes/${size}`, Buffer.alloc(size, 'z'));
}

/** A path of so many bytes, of parts that a file system takes. */
function pathOf(length: number): string {
  const parts: string[] = [];
  for (let left = length; left > 0; left -= 201) parts.push('p'.repeat(Math.min(left, 200)));
  return parts.join('/');
}

/** Some files of the tree change, some folders go. */
async function changeHostileTree(root: string): Promise<void> {
  const tree = treeBuilder(root);
  await tree.file('version', 'hostile again\n');
  for (const [index, name] of NAMES.entries()) {
    if (index % 2 === 0) await tree.file(`files/${name}`, `changed ${index}\n`, index % 4 === 0 ? 0o600 : 0o655);
    if (index % 5 === 0) await rm(bytesOf(`${byteString(root)}/folders/${name}`), { recursive: true });
  }
}

/** Deployed exactly, and nothing of it is ever run. */
export async function deployHostileTree(bed: Bed): Promise<void> {
  const root = join(bed.folder, 'hostile');
  await writeHostileTree(root);
  await deployExactly(bed, root);
}

/** The same, twice with changes between, with every kind of way back. */
export async function changeHostileRelease(bed: Bed): Promise<void> {
  const root = join(bed.folder, 'hostile-changed');
  await writeHostileTree(root);
  const first = await deployExactly(bed, root);
  await changeHostileTree(root);
  await deployExactly(bed, root);
  const back = await bed.rollback();
  expectPass(back);
  expect(back.outputs['release-id']).toBe(first.outputs['release-id']);
  await expectRecovery(bed);
}

async function deployExactly(bed: Bed, source: string): Promise<ActionRun> {
  await using step = await bed.start({ action: 'deploy-ssh', inputs: { source, 'keep-releases': '2' } });
  const run = await step.running.ended;
  expectPass(run);
  await expectHonest(bed, run);
  await expectSettled(bed);
  const release = join(bed.deployPath, 'releases', run.outputs['release-id'] ?? '');
  expect(await describeTree(release)).toEqual(await describeTree(source));
  await expectTidyPost(step);
  return run;
}

/** What shells, JSON, YAML, printf and workflow commands find special. */
const SPECIAL = [
  `'"\`$(${RUN_ME})$HOME\\\\n\\0101 %s%n %% * ? [a] {a,b} ~ # ! & | ; < > ( ) = - --`,
  '::set-output name=x::y ##[error]z ::stop-commands::q',
  'ünïcödé ✅ \u2028 \u0085 \x01\x1b[31m\x7f \t end ',
].join('\n');
const SECRET = 's3cr3t';
/** Stands in every hook: no list of processes and no log may show it. */
const HOOK_MARK = 'h00kt0ken';
const ENV_TEXT = `A=1\nPASSWORD="${SECRET} $(id) \\n 'x' \`y\`"\nB=${SPECIAL.split('\n')[0] ?? ''}\nC=ünïcödé\n`;

/**
 * Hooks, env-file, version and reason with every special character arrive as they were written; no secret is ever on a command line of runner or
 * server, nor in what is logged.
 */
export async function specialTexts(bed: Bed): Promise<void> {
  const flag = makeFlag(bed);
  const said = join(bed.folder, 'said');
  const inputs = { source: await bed.nextSource(), ...specialInputs(flag, said) };
  await using step = await bed.start({ action: 'deploy-ssh', inputs });
  await reached(step, flag);
  const processes = await mustRun({ program: 'ps', args: ['-A', '-ww', '-o', 'args='] });
  await flag.release();
  const run = await step.running.ended;
  expectPass(run);
  expect(await readFile(said, 'utf8')).toBe(SPECIAL);
  await expectSecretsKept({ run, processes, log: await bed.server.log() });
  await expectEnvFile(bed);
  await expectTidyPost(step);
  await expectSettled(bed);
  expectPass(await bed.rollback({ inputs: { reason: SPECIAL } }));
  await expectRecovery(bed);
}

function specialInputs(flag: Flag, said: string): Readonly<Record<string, string>> {
  const quoted = SPECIAL.replaceAll("'", "'\\''");
  const wait = `: >${flag.path}; until [ -e ${flag.goPath} ]; do sleep 0.05; done`;
  return {
    'env-file': ENV_TEXT,
    prepare: `: ${HOOK_MARK}; printf '%s' '${quoted}' >'${said}'; ${wait}`,
    'after-switch': `: ${HOOK_MARK}`,
    'health-command': `: ${HOOK_MARK}`,
    version: 'v1\'"$(id)`\\\\&',
  };
}

interface Told {
  readonly run: ActionRun;
  readonly processes: string;
  readonly log: string;
}

async function expectSecretsKept({ run, processes, log }: Told): Promise<void> {
  // The runner takes these commands for itself and prints none of them.
  const printed = `${run.stdout}${run.stderr}`.replaceAll(/^::add-mask::.*$/gm, '');
  for (const [where, text] of Object.entries({ processes, log, printed, summary: run.summary })) {
    expect([where, text.includes(SECRET), text.includes(HOOK_MARK)]).toEqual([where, false, false]);
  }
}

async function expectEnvFile(bed: Bed): Promise<void> {
  const path = join(bed.deployPath, 'current', '.env');
  expect(await readFile(path, 'utf8')).toBe(ENV_TEXT);
  expect((await stat(path)).mode & 0o777).toBe(0o600);
}

/** More than what a signed 32-bit number counts. */
const HUGE_BYTES = 2 ** 31 + 12_345;

/** A file of more than 2 GB, sparse on the runner, arrives with its last byte. */
export async function deployHugeFile(bed: Bed): Promise<void> {
  const source = await bed.nextSource();
  await treeBuilder(source).bigFile('huge', HUGE_BYTES);
  await deployExactly(bed, source);
  await expectRecovery(bed);
}
