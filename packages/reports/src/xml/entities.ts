const NAMED: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['apos', "'"],
]);

/** `&#x10ffff;` without its ends; leading zeros beyond this are nobody's. */
export const MAX_REFERENCE_BYTES = 16;

/** The character of a reference such as `amp` or `#x41`; undefined for one that XML itself does not define. */
export function characterOf(reference: string, version: XmlVersion): string | undefined {
  const named = NAMED.get(reference);
  if (named !== undefined) return named;
  const code = /^#(?:x([0-9a-fA-F]+)|([0-9]+))$/u.exec(reference);
  if (code === null) return undefined;
  const point = code[1] === undefined ? Number(code[2]) : Number.parseInt(code[1], 16);
  return isCharacter(point, version) ? String.fromCodePoint(point) : undefined;
}

/** 1.1 differs in one thing here: it has references to control characters. */
export type XmlVersion = '1.0' | '1.1';

function isCharacter(point: number, version: XmlVersion): boolean {
  if (point < 0x20) return point === 9 || point === 10 || point === 13 || (version === '1.1' && point > 0);
  return point <= 0xd7ff || (point >= 0xe000 && point <= 0xfffd) || (point >= 0x10000 && point <= 0x10ffff);
}

/** Text with its references resolved; they were checked before. */
export function resolved(text: string, version: XmlVersion): string {
  if (!text.includes('&')) return text;
  return text.replaceAll(/&([^;]*);/gu, (whole, reference: string) => characterOf(reference, version) ?? whole);
}
