import { once } from 'node:events';
import { connect, type Socket } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * A client's end of OpenSSH's control socket (PROTOCOL.mux in its sources). While one is open, the connection behind it does not end for want of
 * use; the kernel closes it with this process, even when that is killed, and from then on ControlPersist counts. It also tells at once when
 * the connection is gone, and knows the process to kill when a frozen network keeps it from ending by itself.
 */
export interface ControlSocket {
  /** Process that keeps the connection. */
  readonly pid: number;
  isOpen(): boolean;
  /** Ends the connection. Never throws. */
  terminate(): Promise<void>;
}

const HELLO = 0x0000_0001;
const VERSION = 4;
const ALIVE_CHECK = 0x1000_0004;
const ALIVE = 0x8000_0005;
const TERMINATE = 0x1000_0005;
const ANSWER_MS = 5000;
const TERMINATE_MS = 1000;

/** Rejects with an Error when nobody listens at the path or what listens is no connection of OpenSSH. */
export async function openControlSocket(path: string): Promise<ControlSocket> {
  const socket = connect(path);
  try {
    await once(socket, 'connect', { signal: AbortSignal.timeout(ANSWER_MS) });
    socket.write(Buffer.concat([message(HELLO, VERSION), message(ALIVE_CHECK, 0)]));
    const pid = await readPid(socket);
    return hold(socket, pid);
  } catch (cause) {
    socket.destroy();
    throw new Error(`The control socket ${path} does not answer`, { cause });
  }
}

function hold(socket: Socket, pid: number): ControlSocket {
  socket.on('error', () => undefined); // An error is followed by `close`, which says it all.
  socket.resume();
  // An action that forgot to close its client shall end nevertheless.
  socket.unref();
  return { pid, isOpen: () => !socket.closed && !socket.readableEnded, terminate: () => terminate(socket, pid) };
}

async function terminate(socket: Socket, pid: number): Promise<void> {
  if (socket.closed) return;
  socket.ref();
  const closed = once(socket, 'close').catch(() => undefined);
  socket.end(message(TERMINATE, 1));
  await Promise.race([closed, pause(TERMINATE_MS, undefined, { ref: false })]);
  if (!socket.closed) kill(pid); // The socket is open, so the number still is that of its process.
  socket.destroy();
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // Ended just now.
  }
}

/** Every message is its length, its kind and numbers, each of four bytes. */
function message(kind: number, value: number): Buffer {
  const bytes = Buffer.alloc(12);
  bytes.writeUInt32BE(8, 0);
  bytes.writeUInt32BE(kind, 4);
  bytes.writeUInt32BE(value, 8);
  return bytes;
}

async function readPid(socket: Socket): Promise<number> {
  let bytes = Buffer.alloc(0);
  for (;;) {
    const pid = findPid(bytes);
    if (pid !== undefined) return pid;
    const chunk = await nextChunk(socket);
    bytes = Buffer.concat([bytes, chunk]);
  }
}

async function nextChunk(socket: Socket): Promise<Buffer> {
  const chunk: unknown = (await once(socket, 'data', { signal: AbortSignal.timeout(ANSWER_MS) })).at(0);
  if (!(chunk instanceof Buffer)) throw new TypeError('A socket without encoding gives buffers');
  return chunk;
}

function findPid(bytes: Buffer): number | undefined {
  for (let at = 0; at + 4 <= bytes.length; at += 4 + bytes.readUInt32BE(at)) {
    const isWhole = at + 16 <= bytes.length;
    if (isWhole && bytes.readUInt32BE(at + 4) === ALIVE) return bytes.readUInt32BE(at + 12);
  }
  return undefined;
}
