/** A part of a workflow in a document. */
export interface Block {
  /** `docs/deployment.md:12`. */
  readonly place: string;
  /** The block as a workflow of its own. */
  readonly workflow: string;
  /** Whether the block is a workflow by itself; the others are jobs or steps that were put into one. */
  readonly isWhole: boolean;
}

/** Blocks of a page that are fenced as yaml and are workflows or parts of one; others, such as files of checks, are left out. */
export function blocksOf(path: string, page: string): Block[] {
  const fences = page.matchAll(/^(?<indent> *)```ya?ml[^\n]*\n(?<yaml>[\s\S]*?)^\k<indent>```/gmu);
  return [...fences].flatMap(({ index, groups }) => {
    const block = asWorkflow(outdented(groups?.['yaml'] ?? ''));
    const line = page.slice(0, index).split('\n').length;
    return block === undefined ? [] : [{ place: `${path}:${line}`, ...block }];
  });
}

/** A whole workflow is left as it is; jobs and steps are put into one. */
function asWorkflow(yaml: string): Pick<Block, 'workflow' | 'isWhole'> | undefined {
  if (/^on:/mu.test(yaml)) return { workflow: yaml, isWhole: true };
  if (/^jobs:/mu.test(yaml)) return { workflow: `on: push\n${yaml}`, isWhole: false };
  if (!/^- (?:uses|name|id|run|if):/mu.test(yaml)) return undefined;
  const steps = yaml.replace(/^(?=.)/gmu, '      ');
  return { workflow: `on: push\njobs:\n  job:\n    runs-on: ubuntu-latest\n    steps:\n${steps}`, isWhole: false };
}

/** Without the indentation of its first line. */
function outdented(yaml: string): string {
  const depth = /^ */u.exec(yaml)?.[0] ?? '';
  return yaml.replace(new RegExp(`^${depth}`, 'gmu'), '');
}
