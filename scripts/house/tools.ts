/**
 * Programs that no npm package brings, with their versions: built or installed once, outside the tree.
 * Pure but for `toolFolder` and `isInstalled`.
 */
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';

export type ToolName = 'act' | 'actionlint' | 'zizmor';

export interface Tool {
  readonly name: ToolName;
  readonly version: string;
  /** Its Go package, or its name on PyPI. */
  readonly source: string;
  /** What makes it, for messages: a program that has to be there. */
  readonly maker: 'go' | 'python3';
  /** For people on a machine where it cannot be made. */
  readonly byHand: string;
}

export const TOOLS: readonly Tool[] = [
  {
    name: 'act',
    version: '0.2.87',
    maker: 'go',
    source: 'github.com/nektos/act',
    byHand: 'Install Go 1.24 or newer (https://go.dev/dl).',
  },
  {
    name: 'actionlint',
    version: '1.7.12',
    maker: 'go',
    source: 'github.com/rhysd/actionlint/cmd/actionlint',
    byHand: 'Install Go 1.24 or newer (https://go.dev/dl).',
  },
  {
    name: 'zizmor',
    version: '1.32.0',
    maker: 'python3',
    source: 'zizmor',
    byHand: 'Install python3 with venv (Debian: python3-venv).',
  },
];

/** Where a tool of this version lies once it was made: `~/.cache/plimsoll/tools/<name>-<version>`, or below XDG_CACHE_HOME. */
export function toolFolder({ name, version }: Tool): string {
  const cache = process.env['XDG_CACHE_HOME'] || join(homedir(), '.cache');
  return join(cache, 'plimsoll', 'tools', `${name}-${version}`);
}

/** The program of a tool that was made. */
export function toolPath(tool: Tool): string {
  return join(toolFolder(tool), 'bin', tool.name);
}

/** @throws Error naming the command that makes it. */
export function requireTool(name: ToolName): string {
  const tool = TOOLS.find((one) => one.name === name);
  if (tool !== undefined && existsSync(toolPath(tool))) return toolPath(tool);
  throw new Error(`There is no ${name} yet. Run \`npm run tools\`, which makes it once, outside the tree.`);
}
