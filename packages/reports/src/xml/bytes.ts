/** The bytes that XML is made of. */
export const TAB = 0x09;
export const LINE_FEED = 0x0a;
export const RETURN = 0x0d;
export const SPACE = 0x20;
export const BANG = 0x21;
export const DOUBLE_QUOTE = 0x22;
export const AMPERSAND = 0x26;
export const SINGLE_QUOTE = 0x27;
export const HYPHEN = 0x2d;
export const SLASH = 0x2f;
export const SEMICOLON = 0x3b;
export const LESS = 0x3c;
export const EQUALS = 0x3d;
export const GREATER = 0x3e;
export const QUESTION = 0x3f;
export const OPEN_BRACKET = 0x5b;
export const CLOSE_BRACKET = 0x5d;

/** What stops a scan, one bit for each kind of scan. A control character that XML does not know stops all of them. */
export const STOPS_TEXT = 1;
export const STOPS_DOUBLE_QUOTED = 2;
export const STOPS_SINGLE_QUOTED = 4;
export const STOPS_CDATA = 8;
export const STOPS_COMMENT = 16;
export const STOPS_INSTRUCTION = 32;
const STOPS_ALL = 63;

/** By byte: the scans that it stops. */
export const STOPS: Uint8Array = stops();

function stops(): Uint8Array {
  const table = new Uint8Array(256);
  table.fill(STOPS_ALL, 0, SPACE);
  for (const space of [TAB, LINE_FEED, RETURN]) table[space] = STOPS_DOUBLE_QUOTED | STOPS_SINGLE_QUOTED;
  table[LESS] = STOPS_TEXT | STOPS_DOUBLE_QUOTED | STOPS_SINGLE_QUOTED;
  table[AMPERSAND] = STOPS_TEXT | STOPS_DOUBLE_QUOTED | STOPS_SINGLE_QUOTED;
  table[DOUBLE_QUOTE] = STOPS_DOUBLE_QUOTED;
  table[SINGLE_QUOTE] = STOPS_SINGLE_QUOTED;
  table[CLOSE_BRACKET] = STOPS_TEXT | STOPS_CDATA;
  table[HYPHEN] = STOPS_COMMENT;
  table[QUESTION] = STOPS_INSTRUCTION;
  return table;
}

/** By byte: 1 within a name, 2 also at its start. All that is not ASCII is taken for a letter. */
export const NAME_BYTES: Uint8Array = nameBytes();

function nameBytes(): Uint8Array {
  const table = new Uint8Array(256);
  for (const byte of Buffer.from('-.0123456789')) table[byte] = 1;
  for (const byte of Buffer.from(':_abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ')) table[byte] = 2;
  return table.fill(2, 0x80);
}

/** Whether a byte is white space in XML. */
export function isSpace(byte: number | undefined): boolean {
  return byte === SPACE || byte === LINE_FEED || byte === RETURN || byte === TAB;
}

/** The scan of what a quote begins; 0 for what is no quote. */
export function stoppingFor(quote: number | undefined): number {
  if (quote === DOUBLE_QUOTE) return STOPS_DOUBLE_QUOTED;
  return quote === SINGLE_QUOTE ? STOPS_SINGLE_QUOTED : 0;
}
