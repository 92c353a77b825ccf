import { shown, Unreadable } from '../unreadable.ts';
import type { XmlVersion } from './entities.ts';

/** Within a set of characters: the control characters that XML does not know. */
const CONTROL = String.raw`\0-\x08\v\f\x0e-\x1f`;
const QUOTED = `(?:"[^"<&${CONTROL}]*"|'[^'<&${CONTROL}]*')`;
const XML_DECLARATION = new RegExp(
  String.raw`^<\?xml\s+version\s*=\s*(?:"(1\.[01])"|'(1\.[01])')` +
    String.raw`(?:\s+encoding\s*=\s*${QUOTED})?(?:\s+standalone\s*=\s*(?:"(?:yes|no)"|'(?:yes|no)'))?\s*\?>$`,
  'u',
);
const LITERAL = `(?:"[^"${CONTROL}]*"|'[^'${CONTROL}]*')`;
const DOCTYPE = new RegExp(
  String.raw`^<!DOCTYPE\s+[^\s"'<>[\]${CONTROL}]+(?:\s+(?:PUBLIC\s+${LITERAL}\s+|SYSTEM\s+)${LITERAL})?\s*>$`,
  'u',
);

/** The version of an XML declaration. @throws Unreadable when it is none. */
export function readXmlDeclaration(text: string, offset: number): XmlVersion {
  const found = XML_DECLARATION.exec(text);
  if (found === null) throw new Unreadable(`${shown(text)} is not an XML declaration`, offset);
  return (found[1] ?? found[2]) === '1.1' ? '1.1' : '1.0';
}

/**
 * Accepts a document type that only names a definition elsewhere, as Cobertura and JaCoCo write it. It is never loaded.
 *
 * @throws Unreadable when it is anything else; a definition inside of the document could make a small one huge.
 */
export function checkDoctype(text: string, offset: number): void {
  if (!DOCTYPE.test(text)) throw new Unreadable(`${shown(text)} is not a document type declaration`, offset);
}
