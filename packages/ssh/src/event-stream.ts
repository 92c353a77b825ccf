import type { Writable } from 'node:stream';
import { Failure } from '@plimsoll/outcome';
import { type BlockTarget, memoryTarget, streamTarget } from './block-target.ts';
import type { RemoteEvent } from './execution.ts';
import { MAX_LINE_BYTES, OutputLine } from './output-lines.ts';
import { unescapeValue } from './wire.ts';

export interface EventStreamRequest {
  /** The word that tells our lines from all others. */
  readonly nonce: string;
  readonly onEvent: (event: RemoteEvent) => void;
  readonly onNoise: (line: string) => void;
  /** Where to write a block while it comes; without a stream it is kept in memory. */
  readonly onBlock?: ((name: string, size: number) => Writable | undefined) | undefined;
}

const LINE_FEED = 0x0a;
const MAX_EVENT_BYTES = 1024 * 1024;
const MAX_BLOCK_BYTES = 64 * 1024 * 1024;
const EVENT = /^([a-z][a-z0-9_-]*)(?: (.*))?$/s;
const BLOCK = /^:([a-z][a-z0-9_-]*) ([0-9]{1,15})$/;
const NOTHING = Buffer.alloc(0);

/** What stands behind a nonce. */
type Header =
  | { readonly kind: 'event'; readonly event: RemoteEvent }
  | { readonly kind: 'block'; readonly name: string; readonly size: number };

interface OpenBlock {
  readonly target: BlockTarget;
  missing: number;
}

/**
 * Takes standard output of an execution apart, however it is cut into chunks: lines with the nonce are events or start a block of raw bytes,
 * everything else is noise. Text in front of a nonce on the same line (a prompt, output without a final line feed) is noise too.
 */
export class EventStream {
  readonly #request: EventStreamRequest;
  readonly #marker: Buffer;
  readonly #noise: OutputLine;
  /** An unfinished line, known to hold no line feed. */
  #pending: Buffer = NOTHING;
  #block: OpenBlock | undefined;

  constructor(request: EventStreamRequest) {
    this.#request = request;
    this.#marker = Buffer.from(`${request.nonce} `, 'latin1');
    this.#noise = new OutputLine(request.onNoise);
  }

  /**
   * A promise when the chunk is not taken care of yet: then the next one has to wait for it, as it rejects with what is wrong with the stream of a block.
   * Throws Failure('remote-environment') when the server sends more than any program of ours would.
   */
  push(chunk: Uint8Array): Promise<void> | undefined {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    while (rest.length > 0) {
      rest = this.#takeLines(rest);
      const block = this.#block;
      if (block === undefined) return undefined;
      const taken = rest.subarray(0, block.missing);
      rest = rest.subarray(taken.length);
      const waiting = this.#fill(block, taken);
      if (waiting !== undefined) return this.#goOn(waiting, rest);
    }
    return undefined;
  }

  /** Everything has been read: what is left of a line is noise, and a block that is not whole never will be. */
  finish(): void {
    this.#block?.target.abandon();
    this.#noise.add(this.#pending);
    this.#pending = NOTHING;
    if (!this.#noise.isEmpty) this.#noise.end();
  }

  /** Handles whole lines until a block starts, and returns the bytes behind the header of that block, else nothing. */
  #takeLines(chunk: Buffer): Buffer {
    if (this.#block !== undefined) return chunk;
    const searchFrom = this.#pending.length;
    const bytes = searchFrom === 0 ? chunk : Buffer.concat([this.#pending, chunk]);
    this.#pending = NOTHING;
    let start = 0;
    for (let end = bytes.indexOf(LINE_FEED, searchFrom); end >= 0; end = bytes.indexOf(LINE_FEED, start)) {
      this.#takeLine(bytes.subarray(start, end));
      start = end + 1;
      if (this.#block !== undefined) return bytes.subarray(start);
    }
    this.#keep(bytes.subarray(start));
    return NOTHING;
  }

  /** Noise without line feeds does not pile up: only what may be the start of a nonce is kept of it. */
  #keep(line: Buffer): void {
    const isNoise = line.length > MAX_LINE_BYTES && !line.includes(this.#marker);
    const cut = isNoise ? line.length - this.#marker.length : 0;
    this.#noise.add(line.subarray(0, cut));
    if (line.length - cut > MAX_EVENT_BYTES) throw tooLarge('a line', line.length);
    this.#pending = Buffer.from(line.subarray(cut)); // A copy: the chunk it came in is much larger.
  }

  #takeLine(line: Buffer): void {
    const at = line.indexOf(this.#marker);
    const header = at < 0 ? undefined : parseHeader(line.toString('latin1', at + this.#marker.length));
    this.#noise.add(header === undefined ? line : line.subarray(0, at));
    if (header === undefined || !this.#noise.isEmpty) this.#noise.end();
    if (header?.kind === 'event') this.#request.onEvent(header.event);
    if (header?.kind === 'block') this.#open(header.name, header.size);
  }

  #open(name: string, size: number): void {
    const stream = this.#request.onBlock?.(name, size);
    if (stream === undefined && size > MAX_BLOCK_BYTES) throw tooLarge('a block', size);
    const target = stream === undefined ? memoryTarget(name, size) : streamTarget(name, size, stream);
    this.#block = { target, missing: size };
  }

  /** A promise when the stream of the block has to be waited for. */
  #fill(block: OpenBlock, bytes: Buffer): Promise<void> | undefined {
    block.missing -= bytes.length;
    const waiting = bytes.length === 0 ? undefined : block.target.write(bytes);
    if (block.missing > 0) return waiting;
    const ending = waiting === undefined ? block.target.end() : waiting.then(() => block.target.end());
    if (ending === undefined) this.#close(block);
    return ending?.then(() => this.#close(block));
  }

  async #goOn(waiting: Promise<void>, rest: Buffer): Promise<void> {
    await waiting;
    await this.push(rest);
  }

  #close({ target }: OpenBlock): void {
    this.#block = undefined;
    this.#request.onEvent(target.event());
  }
}

function parseHeader(text: string): Header | undefined {
  const [, blockName, size] = BLOCK.exec(text) ?? [];
  if (blockName !== undefined) return { kind: 'block', name: blockName, size: Number(size) };
  const [, name, value = ''] = EVENT.exec(text) ?? [];
  return name === undefined ? undefined : { kind: 'event', event: { name, value: unescapeValue(value) } };
}

function tooLarge(what: string, size: number): Failure {
  return new Failure(
    'remote-environment',
    `The server sent ${what} of ${size} bytes where a report was expected. Something else answers there than our program: look for a forced command in authorized_keys, and for a login shell or .bashrc that prints.`,
  );
}
