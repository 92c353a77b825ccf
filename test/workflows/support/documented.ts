import { readOurs } from '../../../scripts/house/repository.ts';
import { blocksOf } from './yaml-blocks.ts';

/** A caller as a document has it, and what is different here. */
export interface DocumentedRequest {
  readonly document: string;
  /** Which of our workflows the block calls. */
  readonly calls: string;
  /** A text that only the wanted block has, where there are several. */
  readonly holds?: string;
  readonly healthUrl: string;
  /** Further lines of `with:`. */
  readonly inputs?: readonly string[];
}

/** The workflow that a reader of a document copies, with the address of the service at hand. */
export function documented({ document, calls, holds = '', healthUrl, inputs = [] }: DocumentedRequest): string {
  const found = blocksOf(document, readOurs(document).text).filter(
    ({ workflow, isWhole }) => isWhole && workflow.includes(`/${calls}@v1`) && workflow.includes(holds),
  );
  const [block] = found;
  if (block === undefined || found.length > 1)
    throw new Error(`${document} has ${found.length} whole workflows that call ${calls} and hold '${holds}'.`);
  return block.workflow
    .replaceAll(/https:\/\/(?:app|test)\.example\.com\/health/g, healthUrl)
    .replaceAll(
      /^( +)with:\n/gmu,
      (whole, indent: string) => whole + inputs.map((line) => `${indent}  ${line}\n`).join(''),
    );
}
