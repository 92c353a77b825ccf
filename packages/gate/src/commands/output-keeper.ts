import { formatBytes } from '@plimsoll/figures';

/** How much of the output of one command is kept: the start tells what was run, the end what went wrong. */
const HEAD = 256 * 1024;
const TAIL = 2 * 1024 * 1024;

/** Keeps the start and the end of an output of any length. */
export class OutputKeeper {
  #head: Buffer[] = [];
  #headBytes = 0;
  #tail: Buffer[] = [];
  #tailBytes = 0;
  #dropped = 0;

  write(chunk: Buffer): void {
    const room = HEAD - this.#headBytes;
    const [first, rest] = [chunk.subarray(0, room), chunk.subarray(room)];
    if (first.length > 0) {
      this.#head.push(first);
      this.#headBytes += first.length;
    }
    if (rest.length > 0) this.#keepLast(rest);
  }

  #keepLast(chunk: Buffer): void {
    this.#tail.push(chunk);
    this.#tailBytes += chunk.length;
    for (
      let [oldest] = this.#tail;
      oldest !== undefined && this.#tailBytes - oldest.length >= TAIL;
      [oldest] = this.#tail
    ) {
      this.#tail.shift();
      this.#tailBytes -= oldest.length;
      this.#dropped += oldest.length;
    }
  }

  text(): string {
    const [head, tail] = [Buffer.concat(this.#head), Buffer.concat(this.#tail)];
    if (this.#dropped === 0) return Buffer.concat([head, tail]).toString();
    return `${head.toString()}\n… ${formatBytes(this.#dropped)} of output are left out here …\n${tail.toString()}`;
  }
}
