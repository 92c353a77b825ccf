import { isUtf8 } from 'node:buffer';
import type { Json } from '@plimsoll/outcome';
import { readJson } from '../json/read-json.ts';
import type { Answer } from './exchange.ts';

/** An answer, with its body as text and as JSON, made when first asked for. */
export interface Reading {
  readonly answer: Answer;
  /** The path, with its query, that answered. */
  readonly path: string;
  /** Why the body cannot be read at all; empty when it can. */
  readonly obstacle: string;
  text(): string;
  json(): { readonly ok: true; readonly value: Json } | { readonly ok: false; readonly problem: string };
}

export function readingOf(answer: Answer, url: URL): Reading {
  let text: string | undefined;
  let json: ReturnType<Reading['json']> | undefined;
  const reading: Reading = {
    answer,
    path: `${url.pathname}${url.search}`,
    obstacle: obstacleOf(answer),
    text: () => {
      text ??= answer.body.toString('utf8');
      return text;
    },
    json: () => {
      json ??= jsonOf(answer);
      return json;
    },
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

function jsonOf({ body }: Answer): ReturnType<Reading['json']> {
  if (!isUtf8(body)) return { ok: false, problem: 'it is not valid UTF-8' };
  // Some servers begin with a byte order mark, which readers may ignore (RFC 8259, section 8.1).
  return readJson(body.toString('utf8').replace(/^\u{feff}/u, ''));
}
