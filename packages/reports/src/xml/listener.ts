import type { XmlAttributes } from './attributes.ts';

/** Is told of what a document holds, in its order. */
export interface XmlListener {
  /** Whether `text` is wanted now; asked after every `open` and `close`. */
  readonly wantsText: boolean;
  /** @param name without its prefix @param isEmpty whether it is written as `<name/>`; `close` follows all the same */
  open(name: string, attributes: XmlAttributes, isEmpty: boolean): void;
  close(name: string): void;
  /** A piece of text or CDATA with references resolved; one text may come in many pieces. */
  text(piece: string): void;
}
