import type { FailureCode } from '@plimsoll/outcome';
import type { ConnectionLimits } from '../net/limits.ts';
import type { PatternText } from '../pattern.ts';
import type { Secret } from '../probe.ts';
import type { TlsTrust } from '../tls/trust.ts';

/** One URL, and what has to come from it. */
export interface HttpProbeRequest {
  readonly name: string;
  /** `http:` or `https:`, without credentials. */
  readonly url: string;
  /** `GET` unless told. */
  readonly method?: string;
  /** `Authorization`, cookies and the like are secret even where they are not declared so. */
  readonly headers?: Readonly<Record<string, string | Secret>>;
  readonly body?: string;
  /** Further values that must not appear in anything the probe says, such as a token in the URL. */
  readonly secrets?: readonly string[];
  readonly expect?: HttpExpectations;
  readonly identity?: Identity;
  /** Counters of the service's own to report along, as JSON paths by name: `{ errors: '.stats.errors' }`. */
  readonly counters?: Readonly<Record<string, string>>;
  /** How many redirects to follow, 0 to 3; 0 unless told. Only ever within the origin of the URL. */
  readonly redirects?: number;
  /** `kept`, unless told, uses a connection again where the server allows it; `new` makes one for each attempt. */
  readonly connection?: 'kept' | 'new';
  /** Connect to this address, whatever the host resolves to: one backend of several. Host header and TLS name stay. */
  readonly address?: string;
  readonly tls?: TlsTrust;
  readonly limits?: HttpLimits;
  /** What failures are called that are not of TLS or of the version; `health` unless told. */
  readonly code?: FailureCode;
}

export interface HttpLimits extends ConnectionLimits {
  /** A body above this size is a failure; 1 MiB unless told. */
  readonly bodyBytes?: number;
}

/** `2xx` and the like. */
export type StatusClass = `${1 | 2 | 3 | 4 | 5}xx`;

/** What an answer has to be. All of it has to hold. */
export interface HttpExpectations {
  /** One of these; `2xx` unless told. */
  readonly status?: readonly (number | StatusClass)[];
  readonly headers?: readonly HeaderExpectation[];
  readonly contains?: readonly string[];
  readonly matches?: readonly (string | PatternText)[];
  /**
   * As `.status == "ok"`; see `parseAssertion`. Any of them makes an answer that is no JSON a failure. Without any, an answer that says of
   * itself that the service is not well, as `{"status":"error"}`, is one.
   */
  readonly json?: readonly string[];
}

/** A header that has to be there, with this in its value. */
export interface HeaderExpectation {
  readonly name: string;
  readonly contains: string;
}

/** Where the version of what answers is written, and which one it has to be. */
export interface Identity {
  readonly from:
    | { readonly json: string }
    | { readonly header: string }
    /** The first group is the version, or the whole match. */
    | { readonly body: string | PatternText };
  readonly equals: string;
}
