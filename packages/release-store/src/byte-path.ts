/**
 * File names on Linux are bytes, not text. A byte path is a string with one code unit (0 to 255) for each byte, so that any name
 * survives, sorts as `LC_ALL=C sort` sorts it, and is turned into text only where a person reads it. Separator `/`, relative, no `.` or `..`.
 */
export type BytePath = string;

/** The bytes of a byte path, as the file system wants them. */
export function toBytes(path: BytePath): Buffer {
  return Buffer.from(path, 'latin1');
}

/** The place of an entry below a folder, as the file system wants it. */
export function locate(folder: Buffer, path: BytePath): Buffer {
  return path === '' ? folder : Buffer.concat([folder, Buffer.from('/'), toBytes(path)]);
}

/** Text as typed by a user (UTF-8) as a byte path. */
export function fromText(text: string): BytePath {
  return Buffer.from(text, 'utf8').toString('latin1');
}

/** For people: UTF-8 where the bytes are UTF-8; control characters and other bytes as `\xNN`. */
export function displayPath(path: BytePath): string {
  const text = toBytes(path).toString('utf8');
  const readable = Buffer.from(text, 'utf8').equals(toBytes(path)) ? text : path;
  const shown = readable === text ? /[\p{Cc}\p{Zl}\p{Zp}]/gu : /[^\x20-\x7e]/g;
  return readable.replace(shown, (char) => `\\x${char.charCodeAt(0).toString(16).padStart(2, '0')}`);
}

/** Compares two byte paths as `LC_ALL=C sort` does. */
export function compareBytes(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The folder that holds an entry, empty at the top. */
export function parentOf(path: BytePath): BytePath {
  const slash = path.lastIndexOf('/');
  return slash < 0 ? '' : path.slice(0, slash);
}
