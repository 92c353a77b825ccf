import type { Socket } from 'node:net';
import { setTimeout as pause, setImmediate as turn } from 'node:timers/promises';
import type { ServiceAnswer } from './faulty-service.ts';

export interface Reply {
  /** 200 unless told. */
  readonly status?: number;
  readonly statusText?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** A text, or anything else as JSON. */
  readonly body?: unknown;
}

const RESET_MS = 50;
const CHUNK = Buffer.alloc(65_536, 'x');

/** A proper answer, after which the connection is kept. */
export function reply({ status = 200, statusText = 'Whatever', headers = {}, body = '' }: Reply = {}): ServiceAnswer {
  const isText = typeof body === 'string';
  const text = isText ? body : JSON.stringify(body);
  const type: Record<string, string> = isText ? {} : { 'content-type': 'application/json' };
  const all = { ...type, 'content-length': String(Buffer.byteLength(text)), ...headers };
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}\r\n`);
  const head = `HTTP/1.1 ${status} ${statusText}\r\n${lines.join('')}\r\n`;
  return (socket, { method }) => socket.write(method === 'HEAD' ? head : head + text);
}

/** These bytes, and then nothing: the connection stays open. */
export function raw(bytes: string | Uint8Array): ServiceAnswer {
  return (socket) => socket.write(bytes);
}

/** These bytes, and then the end of the connection. */
export function rawThenClose(bytes: string | Uint8Array): ServiceAnswer {
  return (socket) => socket.end(bytes);
}

/** These bytes, and a moment later a reset: one that comes at once takes with it what was not read yet. */
export function rawThenReset(bytes: string | Uint8Array): ServiceAnswer {
  return (socket) => {
    if (bytes.length === 0) socket.resetAndDestroy();
    else socket.write(bytes, () => void resetLater(socket));
  };
}

async function resetLater(socket: Socket): Promise<void> {
  await pause(RESET_MS);
  // A client in this process reads before that: after a standstill of the process timers come first, and what has arrived after them.
  for (let turns = 0; turns < 2; turns += 1) await turn();
  socket.resetAndDestroy();
}

/** Not a byte, for ever. */
export const hang: ServiceAnswer = () => {};

/** A byte every `everyMs`, of which the first are `start`; it never ends. */
export function drip(start: string, everyMs: number): ServiceAnswer {
  return (socket) => {
    let at = 0;
    const timer = setInterval(() => {
      socket.write(start[at] ?? 'x');
      at += 1;
    }, everyMs);
    socket.once('close', () => clearInterval(timer));
  };
}

/** A body of so many bytes, as fast as it is read. */
export function bodyOf(bytes: number, framing: 'length' | 'chunked'): ServiceAnswer {
  return (socket) => {
    const header = framing === 'length' ? `content-length: ${bytes}` : 'transfer-encoding: chunked';
    socket.write(`HTTP/1.1 200 OK\r\n${header}\r\n\r\n`);
    pour(socket, bytes, framing);
  };
}

/** A redirect to wherever it is told. */
export function redirect(location: string, status = 302): ServiceAnswer {
  return reply({ status, statusText: 'Found', headers: { location } });
}

/** One answer after the other, and the last one for ever. */
export function inTurn(...answers: readonly ServiceAnswer[]): ServiceAnswer {
  let at = 0;
  return (socket, request) => {
    const answer = answers[Math.min(at, answers.length - 1)];
    at += 1;
    answer?.(socket, request);
  };
}

function pour(socket: Socket, bytes: number, framing: 'length' | 'chunked'): void {
  let left = bytes;
  const frame = framing === 'chunked' ? framed : (piece: Buffer): Buffer => piece;
  const more = (): void => {
    while (left > 0 && !socket.destroyed) {
      const piece = CHUNK.subarray(0, Math.min(left, CHUNK.length));
      left -= piece.length;
      if (!socket.write(frame(piece))) return void socket.once('drain', more);
    }
    if (framing === 'chunked') socket.write('0\r\n\r\n');
  };
  more();
}

function framed(piece: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`${piece.length.toString(16)}\r\n`), piece, Buffer.from('\r\n')]);
}
