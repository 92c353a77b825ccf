/** `npm run tools`: makes the programs that no npm package brings, where they are not there yet. Nothing in the tree changes. */
import { existsSync, mkdirSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { run } from './house/run.ts';
import { TOOLS, type Tool, toolFolder, toolPath } from './house/tools.ts';

/** Makes a tool in a folder beside its place, so that a half-made one is never taken for one. @returns what went wrong */
function make(tool: Tool): string | undefined {
  const folder = toolFolder(tool);
  const draft = `${folder}.${process.pid}`;
  mkdirSync(join(draft, 'bin'), { recursive: true });
  try {
    if (!attempt(tool, draft))
      return `${tool.name} ${tool.version} could not be made with ${tool.maker}. ${tool.byHand}`;
    renameSync(draft, folder);
    return undefined;
  } finally {
    rmSync(draft, { recursive: true, force: true });
  }
}

function attempt({ name, version, maker, source }: Tool, draft: string): boolean {
  if (maker === 'go') {
    process.env['GOBIN'] = join(draft, 'bin');
    return run('go', ['install', `${source}@v${version}`]) === 0;
  }
  // Its wheel holds one static program, which does not mind where the environment is moved to.
  const environment = join(draft, 'environment');
  const isMade =
    run(maker, ['-m', 'venv', environment]) === 0 &&
    run(join(environment, 'bin', 'pip'), [
      'install',
      '--quiet',
      '--disable-pip-version-check',
      `${source}==${version}`,
    ]) === 0;
  if (isMade) symlinkSync(join('..', 'environment', 'bin', name), join(draft, 'bin', name));
  return isMade;
}

const troubles = TOOLS.flatMap((tool) => {
  if (existsSync(toolPath(tool))) return [];
  console.log(`Making ${tool.name} ${tool.version} in ${dirname(dirname(toolPath(tool)))} …`);
  return make(tool) ?? [];
});
for (const trouble of troubles) console.error(trouble);
if (troubles.length > 0) process.exitCode = 1;
