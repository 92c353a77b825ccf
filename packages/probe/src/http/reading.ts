import { isUtf8 } from 'node:buffer';
import { TextDecoder } from 'node:util';
import type { Json } from '@plimsoll/outcome';
import type { JsonPath } from '../json/json-path.ts';
import { digitsAt } from '../json/long-numbers.ts';
import { readJson } from '../json/read-json.ts';
import type { Answer } from './exchange.ts';

/** An answer, with its body as text and as JSON, made when first asked for. */
export interface Reading {
  readonly answer: Answer;
  /** What answered. */
  readonly url: URL;
  /** Why the body cannot be read at all; empty when it can. */
  readonly obstacle: string;
  text(): string;
  json(): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };
  /** The digits of the number at a path of the JSON, as they came; empty where there is none. Not to be asked of what is no JSON. */
  digits(path: JsonPath): string;
}

export function readingOf(answer: Answer, url: URL): Reading {
  let text: string | undefined;
  let json: ReturnType<Reading['json']> | undefined;
  const reading: Reading = {
    answer,
    url,
    obstacle: obstacleOf(answer),
    text: () => {
      text ??= textOf(answer);
      return text;
    },
    json: () => {
      json ??= jsonOf(answer);
      return json;
    },
    digits: (path) => digitsAt(path, jsonText(answer)),
  };
  return reading;
}

/** All values of a header, as one. */
export function headerOf({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined {
  const value = headers[name.toLowerCase()];
  return Array.isArray(value) ? value.join(', ') : value;
}

function obstacleOf(answer: Answer): string {
  const coding = headerOf(answer, 'content-encoding')?.trim().toLowerCase() ?? 'identity';
  if (coding === 'identity' || coding === '') return '';
  return `The body is compressed, though identity was asked for, and is not unpacked`;
}

/** In the character set that the answer names, as browsers read it; UTF-8 where it names none that is known. */
function textOf(answer: Answer): string {
  const type = headerOf(answer, 'content-type') ?? '';
  const [, charset = 'utf-8'] = /;\s*charset\s*=\s*"?([\w.:-]+)/iu.exec(type) ?? [];
  return decoderFor(charset).decode(answer.body);
}

function decoderFor(charset: string): TextDecoder {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}

function jsonOf(answer: Answer): ReturnType<Reading['json']> {
  return isUtf8(answer.body) ? readJson(jsonText(answer)) : { ok: false, problem: 'it is not valid UTF-8' };
}

/** Some servers begin with a byte order mark, which readers may ignore (RFC 8259, section 8.1). */
function jsonText({ body }: Answer): string {
  return body.toString('utf8').replace(/^\u{feff}/u, '');
}
