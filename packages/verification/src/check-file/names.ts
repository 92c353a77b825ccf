import type { Check } from '../check.ts';
import { type Problems, shown } from './problems.ts';
import type { Draft } from './read-check.ts';

const LONGEST_TITLE = 80;

/** Gives every check a name of its own. The same name given twice is noted as a problem. */
export function nameChecks(drafts: readonly Draft[], problems: Problems): readonly Check[] {
  const lines = new Map<string, number>();
  for (const { name, offset, line } of drafts) {
    const first = name === undefined ? undefined : lines.get(name);
    if (first !== undefined)
      problems.add(offset, `another check is called ${shown(name ?? '')}; it is in line ${first}.`);
    else if (name !== undefined) lines.set(name, line);
  }
  const taken = new Set(lines.keys());
  return drafts.map(({ name, title, role, line, target }) => ({
    ...target,
    name: name ?? freeName(title, taken),
    role,
    line,
  }));
}

function freeName(title: string, taken: Set<string>): string {
  const characters = Array.from(title.replaceAll(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, ' '));
  const short =
    characters.length > LONGEST_TITLE ? `${characters.slice(0, LONGEST_TITLE).join('')}…` : characters.join('');
  let name = short;
  for (let number = 2; taken.has(name); number += 1) name = `${short} (${number})`;
  taken.add(name);
  return name;
}
