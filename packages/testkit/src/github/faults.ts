/** What happens to a request in place of the right answer. */
export type FaultEffect =
  /** This answer; the request does nothing. */
  | {
      readonly kind: 'answer';
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      /** A text goes out as it is, anything else as JSON. */
      readonly body?: unknown;
    }
  /** The request does what it asks for, and the connection is cut before the answer. */
  | { readonly kind: 'lost-answer' }
  /** The connection is cut at once; the request does nothing. */
  | { readonly kind: 'reset' }
  /** Not a byte, for ever. The request does nothing. */
  | { readonly kind: 'hang' }
  /** The request does what it asks for, and this comes in place of the answer. */
  | { readonly kind: 'answer-after'; readonly status: number };

export interface Fault {
  /** Compared with `POST /repos/…` without the query, or `GraphQL Name`; every call unless told. */
  readonly match?: RegExp;
  /** How often; once unless told. */
  readonly times?: number;
  /** How many fitting calls are left alone before. */
  readonly skip?: number;
  readonly effect: FaultEffect;
}

/** The faults that were ordered, and how often each is still due. */
export interface Faults {
  add(fault: Fault): void;
  /** The effect on this call, which is counted. */
  next(call: string): FaultEffect | undefined;
  clear(): void;
}

export function createFaults(): Faults {
  const due: { readonly fault: Fault; skip: number; left: number }[] = [];
  return {
    add: (fault) => void due.push({ fault, skip: fault.skip ?? 0, left: fault.times ?? 1 }),
    next: (call) => {
      const entry = due.find(({ fault: { match }, left }) => left > 0 && (match?.test(call) ?? true));
      if (entry === undefined) return undefined;
      if (entry.skip > 0) {
        entry.skip -= 1;
        return undefined;
      }
      entry.left -= 1;
      return entry.fault.effect;
    },
    clear: () => void due.splice(0),
  };
}
