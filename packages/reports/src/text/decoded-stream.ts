import type { ReportFacts } from '../facts.ts';
import type { ReportParser } from '../recogniser.ts';
import { Unreadable } from '../unreadable.ts';
import type { ReportSource } from '../xml/xml-format.ts';
import { detectEncoding, ENCODING_HEAD_BYTES } from './encoding.ts';
import { createConverter, type Utf8Converter } from './to-utf8.ts';

/** Finds out the encoding of a report, and hands it on in UTF-8. Places in what is refused become places in the report as it is. */
export class DecodedStream {
  readonly #parser: ReportParser;
  #head: Uint8Array = new Uint8Array(0);
  #converter: Utf8Converter | undefined;

  constructor(parser: ReportParser) {
    this.#parser = parser;
  }

  write(chunk: Uint8Array): void {
    if (this.#converter !== undefined) {
      this.#convert(this.#converter, chunk);
      return;
    }
    this.#head = Buffer.concat([this.#head, chunk]);
    if (this.#head.length >= ENCODING_HEAD_BYTES) this.#begin();
  }

  end(source: ReportSource): ReportFacts {
    const converter = this.#converter ?? this.#begin();
    converter.end();
    return placed(converter, () => this.#parser.end(source));
  }

  #begin(): Utf8Converter {
    const { encoding, mark } = detectEncoding(this.#head);
    this.#converter = createConverter(encoding, mark);
    this.#convert(this.#converter, this.#head.subarray(mark));
    this.#head = new Uint8Array(0);
    return this.#converter;
  }

  #convert(converter: Utf8Converter, chunk: Uint8Array): void {
    const converted = converter.convert(chunk);
    placed(converter, () => this.#parser.write(converted));
  }
}

function placed<Value>(converter: Utf8Converter, parse: () => Value): Value {
  try {
    return parse();
  } catch (error) {
    if (!(error instanceof Unreadable) || error.offset === undefined) throw error;
    throw new Unreadable(error.message, converter.sourceOffset(error.offset), { cause: error });
  }
}
