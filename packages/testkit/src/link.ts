/** What the two sides of a fault proxy, the tests and its own thread, say to each other. */

/** `up` is from client to server, `down` from server to client. */
export type Direction = 'up' | 'down';

/** The link to play. */
export interface LinkRequest {
  readonly target: { readonly host: string; readonly port: number };
  /** One way; the round trip takes twice as long. 0 unless told. */
  readonly delayMs?: number;
  /** Shared by all connections of one direction; unlimited unless told. 200 Mbit/s are 25,000,000. */
  readonly bytesPerSecond?: number;
}

/** What passed since the proxy started. */
export interface LinkCounts {
  readonly connections: number;
  readonly up: number;
  readonly down: number;
}

/** When a fault strikes: as soon as so many more bytes have passed in one direction. */
export interface FaultTrigger {
  readonly direction: Direction;
  readonly afterBytes: number;
}

/** What the proxy's thread starts with. */
export interface LinkThreadData {
  readonly request: LinkRequest;
  readonly memory: SharedArrayBuffer;
}

/** What it can be told. */
export type LinkOrder =
  | { readonly kind: 'cut' | 'freeze'; readonly trigger: FaultTrigger | undefined }
  | { readonly kind: 'thaw' | 'close' };
