import { Failure } from '@plimsoll/outcome';
import type { RemoteEvent } from './execution.ts';
import { MAX_LINE_BYTES, OutputLine } from './output-lines.ts';
import { unescapeValue } from './wire.ts';

export interface EventStreamRequest {
  /** The word that tells our lines from all others. */
  readonly nonce: string;
  readonly onEvent: (event: RemoteEvent) => void;
  readonly onNoise: (line: string) => void;
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
  readonly name: string;
  readonly bytes: Buffer;
  filled: number;
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

  /** Throws Failure('remote-environment') when the server sends more than any program of ours would. */
  push(chunk: Uint8Array): void {
    let rest = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.byteLength);
    while (rest.length > 0) rest = this.#block === undefined ? this.#takeLines(rest) : this.#fill(this.#block, rest);
  }

  /** Everything has been read: what is left of a line is noise. */
  finish(): void {
    this.#noise.add(this.#pending);
    this.#pending = NOTHING;
    if (!this.#noise.isEmpty) this.#noise.end();
  }

  /** Handles whole lines until a block starts, and returns the bytes behind the header of that block, else nothing. */
  #takeLines(chunk: Buffer): Buffer {
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
    if (size > MAX_BLOCK_BYTES) throw tooLarge('a block', size);
    this.#block = { name, bytes: Buffer.allocUnsafe(size), filled: 0 };
    if (size === 0) this.#close(this.#block);
  }

  #fill(block: OpenBlock, bytes: Buffer): Buffer {
    const taken = bytes.copy(block.bytes, block.filled);
    block.filled += taken;
    if (block.filled === block.bytes.length) this.#close(block);
    return bytes.subarray(taken);
  }

  #close({ name, bytes }: OpenBlock): void {
    this.#block = undefined;
    this.#request.onEvent({ name, value: String(bytes.length), block: bytes });
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
    `The server sent ${what} of ${size} bytes where a report was expected. Something else than our program answers there.`,
  );
}
