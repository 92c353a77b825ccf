import type { Writable } from 'node:stream';

/** What to run: a POSIX sh program and its data. Data never becomes part of the program's text. */
export interface Execution {
  readonly program: string;
  /** Names match /^[a-z][a-z0-9_]*$/; values are byte strings (one latin1 code unit per byte) without NUL. `nonce` is added. */
  readonly args: Readonly<Record<string, string>>;
  /** Bytes for standard input after the arguments; without it standard input stays open for `send`. */
  readonly body?: AsyncIterable<Uint8Array>;
  readonly onEvent: (event: RemoteEvent) => void;
  /**
   * Asked for each block of raw bytes where to write it while it comes, so that its size does not matter. The server waits when the stream is full,
   * and the event is told once the stream has finished; a stream that fails ends the execution. Without a stream the block comes with its event.
   */
  readonly onBlock?: (name: string, size: number) => Writable | undefined;
  /** Gets every other line of standard output and every line of standard error, as UTF-8 text without its line end. */
  readonly onOutput: (line: string) => void;
}

export interface RemoteEvent {
  readonly name: string;
  /** Byte string: one latin1 code unit per byte. For a block, its size in decimal. */
  readonly value: string;
  /** Its bytes, unless they were written to a stream. */
  readonly block?: Uint8Array;
}

export interface Exit {
  /** Exit status of the remote program, or null when it was ended by a signal or by `kill`. */
  readonly exitCode: number | null;
  /** Why there is no exit status: `KILL` after `kill`, `unknown` for a remote signal (OpenSSH does not pass its name on). */
  readonly signal: string | null;
  /** The last lines of standard error, at most 4 KiB. */
  readonly stderrTail: string;
}

export interface Running {
  /** One line on standard input; the line end is added. Only without a body. */
  send(line: string): void;
  /** Closes standard input; the remote side then stops what it runs. A body that is still being sent is cut short. */
  end(): void;
  /** Ends the local ssh process at once; `ended` then resolves with signal `KILL`. */
  kill(): void;
  /** Rejects with Failure('connect') when the link broke before the remote side told a status; and with the body's own error. */
  readonly ended: Promise<Exit>;
}
