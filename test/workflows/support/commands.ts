import { readOurs } from '../../../scripts/house/repository.ts';

/** Blocks of shell commands below a heading of a document, as a reader copies them. @throws Error when there are none */
export function commandsBelow(document: string, heading: string): readonly [string, ...string[]] {
  const section = readOurs(document)
    .text.split(/^## /mu)
    .find((part) => part.startsWith(`${heading}\n`));
  const blocks = [...(section ?? '').matchAll(/^```sh\n([\s\S]*?)^```/gmu)].map(([, block = '']) => block);
  const [first, ...others] = blocks;
  if (first === undefined) throw new Error(`${document} has no commands below '${heading}'.`);
  return [first, ...others];
}
