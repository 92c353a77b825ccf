import { isNativeError } from 'node:util/types';
import type { Json } from '@plimsoll/outcome';
import type { ReportFacts } from '../facts.ts';
import { listOfFormats, type ReportFormat } from '../format.ts';
import { MAX_JSON_BYTES, MAX_JSON_CONTAINERS } from '../limits.ts';
import { Unreadable } from '../unreadable.ts';
import type { ReportSource } from '../xml/xml-format.ts';
import type { JsonFormat } from './json-format.ts';
import { refuseRepeatedMembers } from './repeated-members.ts';

/** What may be in a JSON document, and what the user says that it is. */
export interface JsonChoice {
  readonly formats: readonly JsonFormat[];
  readonly forced: ReportFormat | undefined;
}

/**
 * Reads a JSON document in whichever format its members show. It is parsed as a whole by the engine, whose parser is native and does not
 * recurse: to read it as a stream would need no less memory for what is kept, and several times as long.
 */
export class JsonDocument {
  readonly #choice: JsonChoice;
  #chunks: Uint8Array[] = [];
  #length = 0;
  #containers = 0;

  constructor(choice: JsonChoice) {
    this.#choice = choice;
  }

  /** @throws Unreadable when there is more than is ever held in memory. */
  write(bytes: Uint8Array): void {
    this.#length += bytes.length;
    if (this.#length > MAX_JSON_BYTES) {
      throw new Unreadable(`it is JSON of more than ${MAX_JSON_BYTES} bytes`, MAX_JSON_BYTES);
    }
    this.#containers += containersIn(bytes);
    if (this.#containers > MAX_JSON_CONTAINERS) {
      throw new Unreadable(`it is JSON of more than ${MAX_JSON_CONTAINERS} objects and lists`);
    }
    this.#chunks.push(Uint8Array.from(bytes));
  }

  end(source: ReportSource): ReportFacts {
    const text = this.#takeText();
    const document = parse(text);
    refuseRepeatedMembers(text);
    const { formats, forced } = this.#choice;
    const found = formats.find(({ recognises }) => recognises(document));
    if (forced !== undefined && found?.format !== forced) {
      throw new Unreadable(`it is given as ${forced}, and it is ${found?.format ?? `not: ${described(document)}`}`);
    }
    if (found === undefined) {
      const known = listOfFormats(formats);
      throw new Unreadable(
        `it is JSON of no format that is read here: ${described(document)}. Those in JSON are ${known}`,
      );
    }
    return found.read({ ...source, document });
  }

  /** The bytes go before the text is parsed, so that they are not in memory together with what comes of them. */
  #takeText(): string {
    const bytes = Buffer.concat(this.#chunks);
    this.#chunks = [];
    return bytes.toString('utf8');
  }
}

const OPEN_BRACKET = 0x5b;
const OPEN_BRACE = 0x7b;

/** Those within texts as well: it is a limit, not a count. */
function containersIn(bytes: Uint8Array): number {
  let count = 0;
  for (let index = 0; index < bytes.length; index += 1) {
    if (bytes[index] === OPEN_BRACE || bytes[index] === OPEN_BRACKET) count += 1;
  }
  return count;
}

function parse(text: string): Json {
  try {
    const value: unknown = JSON.parse(text);
    if (isJson(value)) return value;
    throw new Error('JSON.parse made nothing.');
  } catch (error) {
    const found = isNativeError(error) ? /at position (\d+)/u.exec(error.message)?.[1] : undefined;
    const position = found === undefined ? text.length : Number(found);
    const offset = Buffer.byteLength(text.slice(0, position));
    const what = position < text.length ? 'it is not valid JSON' : 'it is truncated: the JSON ends too early';
    throw new Unreadable(what, offset, { cause: error });
  }
}

/** JSON.parse makes nothing else. */
function isJson(value: unknown): value is Json {
  return value !== undefined;
}

const SHOWN_MEMBERS = 5;
const SHOWN_LENGTH = 30;

function described(document: Json): string {
  if (Array.isArray(document)) return `it is a list of ${document.length}`;
  if (typeof document !== 'object' || document === null) return 'it is a single value';
  const names = Object.keys(document);
  if (names.length === 0) return 'it is an empty object';
  const shown = names.slice(0, SHOWN_MEMBERS).map((name) => JSON.stringify(name.slice(0, SHOWN_LENGTH)));
  return `its members are ${shown.join(', ')}${names.length > SHOWN_MEMBERS ? ', …' : ''}`;
}
