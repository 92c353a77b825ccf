import { readFile } from 'node:fs/promises';
import { REPOSITORY } from '@plimsoll/testkit';

/** The block of docs/backups.md that the mark `<!-- recipe: NAME -->` stands before. */
export async function recipe(name: string): Promise<string> {
  const page = await readFile(`${REPOSITORY}docs/backups.md`, 'utf8');
  const [, text] = new RegExp(`<!-- recipe: ${name} -->\\n\`\`\`\\w+\\n([\\s\\S]*?)\`\`\`\\n`).exec(page) ?? [];
  if (text === undefined) throw new Error(`docs/backups.md has no recipe '${name}'.`);
  return text.trimEnd();
}
