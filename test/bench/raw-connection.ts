import { once } from 'node:events';
import { connect, type Socket } from 'node:net';

/** HTTP over a bare socket that is kept: nothing that asks over HTTP can be faster. */
export class RawConnection implements AsyncDisposable {
  readonly #socket: Socket;
  readonly #host: string;

  private constructor(socket: Socket, host: string) {
    this.#socket = socket;
    this.#host = host;
  }

  static async open(port: number): Promise<RawConnection> {
    const socket = connect({ host: '127.0.0.1', port, noDelay: true });
    await once(socket, 'connect');
    return new RawConnection(socket, `127.0.0.1:${port}`);
  }

  /** Asks, and answers with the body; one of known length is needed. @throws Error for another status than 200. */
  ask(path: string): Promise<string> {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    let text = '';
    const read = (bytes: Buffer): void => {
      text += bytes.toString('latin1');
      const body = bodyOf(text);
      if (body === undefined) return;
      this.#socket.off('data', read);
      if (text.startsWith('HTTP/1.1 200 ')) resolve(body);
      else reject(new Error(`${path} was answered with ${text.slice(0, 200)}`));
    };
    this.#socket.on('data', read);
    this.#socket.write(`GET ${path} HTTP/1.1\r\nHost: ${this.#host}\r\n\r\n`);
    return promise;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    const closed = once(this.#socket, 'close');
    this.#socket.destroy();
    await closed;
  }
}

/** Undefined while it is not whole. */
function bodyOf(text: string): string | undefined {
  const end = text.indexOf('\r\n\r\n');
  if (end === -1) return undefined;
  const length = Number(/^content-length: *(\d+)\r$/im.exec(text.slice(0, end + 2))?.[1] ?? 0);
  return text.length < end + 4 + length ? undefined : text.slice(end + 4);
}
