import type { Writable } from 'node:stream';
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
  let bodyBytes = 0;
  let fault: { readonly thrown: unknown } | undefined;

  const pump = async (): Promise<void> => {
    await written(stdin, head);
    for await (const chunk of body) {
      if (!(await written(stdin, chunk))) return;
      bodyBytes += chunk.length;
    }
    stdin.end();
  };

  pump().catch((thrown: unknown) => {
    fault = { thrown };
    onFault();
  });
  const end = (): void => void stdin.destroy();
  const send = (): void => {
    throw new TypeError('An execution with a body takes no further lines');
  };
  return { send, end, abandon: end, bodyBytes: () => bodyBytes, fault: () => fault };
}

/** Writes, and waits until there is room for more. False when nobody reads any longer. */
async function written(stdin: Writable, chunk: Uint8Array): Promise<boolean> {
  if (!stdin.writable) return false;
  if (!stdin.write(chunk)) await roomIn(stdin);
  return stdin.writable;
}

/** Resolves when there is room, or nobody reads any longer. */
function roomIn(stdin: Writable): Promise<void> {
  const { promise, resolve } = Promise.withResolvers<void>();
  const settle = (): void => {
    stdin.off('drain', settle).off('close', settle);
    resolve();
  };
  if (stdin.closed) settle();
  else stdin.on('drain', settle).on('close', settle);
  return promise;
}
