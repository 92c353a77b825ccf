import type { Json } from '@plimsoll/outcome';
import { isRecord, parsed } from '../results/result-document.ts';
import type { Story } from '../story.ts';
import { byteLength } from '../text/bytes.ts';
import { cutTo } from '../text/cut.ts';
import { GENERIC_BYTES, renderGeneric } from './generic.ts';
import { renderPlain } from './plain.ts';

/** What a template may name. `summary` is the whole story as plain text. */
const TEMPLATE_NAMES = [
  'event',
  'title',
  'text',
  'summary',
  'environment',
  'version',
  'release',
  'code',
  'reason',
  'repository',
  'ref',
  'actor',
  'commit',
  'commitUrl',
  'runUrl',
  'endedAt',
] as const;

const PLACEHOLDER = /\{\{\s*([A-Za-z]*)\s*\}\}/gu;

/** A JSON document with `{{names}}` in its texts. */
export type Template = Json;

/** Reads a template. @returns what is wrong with it, in words, when it is none */
export function readTemplate(text: string): { readonly template: Template } | { readonly wrong: string } {
  const value = parsed(text);
  if (!isRecord(value)) return { wrong: 'is not a JSON object' };
  const names = [...text.matchAll(PLACEHOLDER)].map(([, name = '']) => name);
  const unknown = names.find((name) => !TEMPLATE_NAMES.some((known) => known === name));
  if (unknown !== undefined) return { wrong: `names {{${unknown}}}; known are: ${TEMPLATE_NAMES.join(', ')}` };
  if (byteLength(text) > GENERIC_BYTES / 2) return { wrong: `is larger than ${GENERIC_BYTES / 2} bytes` };
  // oxlint-disable-next-line typescript/no-unsafe-type-assertion -- what was parsed from JSON is JSON
  return { template: value as Template };
}

/** Characters of what is put in for one name; the longest first, until the whole is within the limit. */
const LENGTHS = [8_000, 4_000, 2_000, 1_000, 500, 250, 100, 30, 0] as const;

/**
 * Fills a template in. Values become parts of texts after the template was parsed, so nothing in them can become JSON.
 *
 * @returns the document, and what was cut in words
 */
export function fillTemplate(
  template: Template,
  story: Story,
): { readonly payload: Json; readonly leftOut: readonly string[] } {
  const values = valuesOf(story);
  for (const most of LENGTHS) {
    const cut = new Set<string>();
    const payload = filled(template, (name) => {
      const value = values[name] ?? '';
      const kept = cutTo(value, most);
      if (kept !== value) cut.add(`the end of ${name}`);
      return kept;
    });
    if (byteLength(JSON.stringify(payload)) <= GENERIC_BYTES) return { payload, leftOut: [...cut] };
  }
  return { payload: filled(template, () => ''), leftOut: ['everything but the template'] };
}

function valuesOf(story: Story): Readonly<Record<string, string>> {
  const { payload } = renderGeneric(story);
  const texts = Object.entries(payload).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value] as const] : [],
  );
  return { ...Object.fromEntries(texts), summary: renderPlain(story, 8_000).payload };
}

function filled(template: Json, textOf: (name: string) => string): Json {
  if (typeof template === 'string') return template.replace(PLACEHOLDER, (_whole, name: string) => textOf(name));
  if (template === null || typeof template !== 'object') return template;
  if (isList(template)) return template.map((entry) => filled(entry, textOf));
  return Object.fromEntries(Object.entries(template).map(([key, value]) => [key, filled(value, textOf)]));
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
