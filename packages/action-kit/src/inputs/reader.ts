/** Where inputs come from and where their secrets have to be masked. */
export interface InputSource {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly mask: (secret: string) => void;
}

/** One input as the code declares it, to be compared with `action.yml`. */
export interface InputDescription {
  readonly name: string;
  /** Without a value and a default the action fails. */
  readonly required: boolean;
  readonly default: string | undefined;
  readonly secret: boolean;
}

/** What a reader takes when the user set nothing: written exactly as in `action.yml`, and parsed like any other value. */
export interface WithDefault {
  readonly default?: string;
}

/** Bounds of a number in the unit of the method that takes them, both inclusive. */
export interface WithRange {
  readonly min?: number;
  readonly max?: number;
}

/** How many entries a list needs. */
export interface WithCount extends WithDefault {
  readonly atLeast?: number;
}

/** A closed table of allowed words. */
export type Choices<V extends string> = readonly [V, ...V[]];

/**
 * Reads the inputs of an action, one call per input, in the order of `action.yml`.
 *
 * A method without `optional` in its name needs a value or a default (lists: only with `atLeast`). No method throws
 * for a bad value: the problem is kept, reading goes on with a placeholder, and all problems are reported at once.
 * Values are trimmed, line ends are LF, and a value of nothing but white space counts as not set.
 */
export interface InputReader {
  text(name: string, options?: WithDefault): string;
  optionalText(name: string): string | undefined;
  /** Masked in the log before anything else happens; never shown in an error. */
  secret(name: string): string;
  optionalSecret(name: string): string | undefined;
  /** A token for GitHub, masked: the one of the job where nobody gives another; empty outside of a runner. */
  jobToken(name: string): string;
  /**
   * Like `lines`, with everything masked: the whole, each line, and what `parts` finds in a line that must not be seen by
   * itself either, such as the token in a URL.
   */
  secretLines(name: string, parts?: (line: string) => readonly string[]): readonly string[];
  /** One entry per line. `#` at the start of a line or after white space begins a comment. */
  lines(name: string, options?: WithCount): readonly string[];
  /** Like `lines`, each entry through `parse`, which throws `Failure('input')` for a bad one. */
  parsedLines<T>(name: string, parse: (line: string) => T, options?: WithCount): readonly T[];
  /** `true True TRUE false False FALSE`, as in the core schema of YAML 1.2. */
  boolean(name: string, options?: WithDefault): boolean;
  integer(name: string, options: { readonly min: number; readonly max: number } & WithDefault): number;
  optionalInteger(name: string, options: { readonly min: number; readonly max: number }): number | undefined;
  /** Milliseconds, from `500ms`, `30s`, `10m`, `2h`; bounds in milliseconds. Without `max`: 576 h, what a timer can wait. */
  duration(name: string, options?: WithRange & WithDefault): number;
  optionalDuration(name: string, options?: WithRange): number | undefined;
  /** 0 to 100, from `92`, `92.5` or `92%`. */
  optionalPercentage(name: string): number | undefined;
  choice<const V extends string>(name: string, values: Choices<V>, options?: { readonly default?: NoInfer<V> }): V;
  optionalChoice<const V extends string>(name: string, values: Choices<V>): V | undefined;
  /** Any other form; `parse` throws `Failure('input')`, whose message says what is wrong with the value it was given. */
  parsed<T>(name: string, parse: (text: string) => T, options?: WithDefault): T;
  optionalParsed<T>(name: string, parse: (text: string) => T): T | undefined;
  /** Reports a rule between inputs, against the one to change. An input is reported once: later problems are dropped. */
  problem(name: string, message: string): void;
  /** Whether none of these inputs has a problem so far, so that their values may be compared. */
  sound(...names: readonly string[]): boolean;
}
