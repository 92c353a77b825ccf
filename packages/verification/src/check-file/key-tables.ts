import { HTTP_EXPECT } from './keys/http-keys.ts';
import { COMMAND_EXPECT } from './keys/server-keys.ts';
import { SETTINGS } from './keys/setting-keys.ts';
import { KINDS } from './kinds.ts';
import type { KeyTable } from './shape.ts';

/** The tables of docs/checks.md in Markdown, by the names of their markers. */
export function keyTables(): ReadonlyMap<string, string> {
  const ofKinds = KINDS.map(({ key, keys }): [string, string] => [key.name, keyTable(keys)]);
  return new Map([
    ['settings', keyTable(SETTINGS)],
    ...ofKinds,
    ['http-expect', keyTable(HTTP_EXPECT)],
    ['command-expect', keyTable(COMMAND_EXPECT)],
  ]);
}

function keyTable(keys: KeyTable): string {
  const rows = Object.values(keys).map(({ name, meaning, preset }) => {
    const cells = [`\`${name}\``, meaning.replaceAll('|', '\\|'), preset === undefined ? '' : `\`${preset.text}\``];
    return `| ${cells.join(' | ')} |`;
  });
  return ['| key | meaning | default |', '| --- | --- | --- |', ...rows].join('\n');
}
