import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { toByteString } from './wire.ts';

export interface InputRequest {
  readonly stdin: Writable;
  /** What goes first: program and arguments. */
  readonly head: Buffer;
  readonly body: AsyncIterable<Uint8Array> | undefined;
  /** Called when the body cannot be read: then the execution has to end. */
  readonly onFault: () => void;
}

/** Standard input of an execution. */
export interface SessionInput {
  readonly send: (line: string) => void;
  /** Closes it; what is left of a body is not sent. */
  readonly end: () => void;
  /** The other side is gone: stops reading the body. */
  readonly abandon: () => void;
  /** Bytes of the body handed to ssh so far. */
  readonly bodyBytes: () => number;
  /** What went wrong on this side, with the body. */
  readonly fault: () => { readonly thrown: unknown } | undefined;
}

export function openInput(request: InputRequest): SessionInput {
  // A program that ends early closes its input; that is no error here, its exit status tells the story.
  request.stdin.on('error', () => undefined);
  return request.body === undefined ? lineInput(request) : bodyInput(request, request.body);
}

function lineInput({ stdin, head }: InputRequest): SessionInput {
  stdin.write(head);
  const send = (line: string): void => {
    if (line.includes('\n')) throw new TypeError('send takes one line');
    if (stdin.writable) stdin.write(`${toByteString(line)}\n`, 'latin1');
  };
  const end = (): void => void stdin.end();
  return { send, end, abandon: end, bodyBytes: () => 0, fault: () => undefined };
}

function bodyInput({ stdin, head, onFault }: InputRequest, body: AsyncIterable<Uint8Array>): SessionInput {
  const stop = new AbortController();
  let bodyBytes = 0;
  let fault: { readonly thrown: unknown } | undefined;

  async function* bytes(): AsyncGenerator<Uint8Array> {
    yield head;
    try {
      for await (const chunk of body) {
        yield chunk;
        bodyBytes += chunk.length;
      }
    } catch (thrown) {
      fault = { thrown };
      onFault();
    }
  }

  // Its errors are either the body's, kept above, or a broken pipe, which is the other side's to explain.
  pipeline(Readable.from(bytes(), { objectMode: true }), stdin, { signal: stop.signal }).catch(() => undefined);
  const end = (): void => stop.abort();
  const send = (): void => {
    throw new TypeError('An execution with a body takes no further lines');
  };
  return { send, end, abandon: end, bodyBytes: () => bodyBytes, fault: () => fault };
}
