import type { FailureCode, Json, Verdict } from '@plimsoll/outcome';
import type { InputReader } from './inputs/reader.ts';
import type { Log } from './log.ts';

/** What the main part of an action ends with when it ends by itself, passed or not. */
export interface Outcome {
  readonly verdict: Verdict;
  /** Empty exactly when the verdict is `pass`; a contradiction is reported as a failure. */
  readonly code: FailureCode | '';
  /** One sentence: the annotation of a failure, the `summary` of the result. */
  readonly summary: string;
  /** Evidence for the steps after this one. Keep it to counts and names: it travels through environment variables. */
  readonly facts: { readonly [key: string]: Json };
  /** Values of declared outputs; a declared output that is missing here is set to the empty string. */
  readonly outputs: { readonly [name: string]: string };
  /** Markdown for the job summary; when empty, a short report is written from `summary`. */
  readonly report: string;
}

/** What an action may know of the run it is part of. */
export interface ActionContext {
  readonly action: string;
  readonly log: Log;
  /**
   * Aborted by SIGINT or SIGTERM (the reason is a `Failure('cancelled')`) and after a crash elsewhere in the process.
   * From SIGINT on the runner leaves 7.5 s, then sends SIGTERM, and kills after another 2.5 s.
   */
  readonly signal: AbortSignal;
  readonly now: () => Date;
  /** The environment without the inputs, which are read through the reader and through nothing else. */
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Absolute path of `RUNNER_TEMP`, or of the system's temporary folder outside a runner. */
  readonly temporaryFolder: string;
  /** Keeps a value for the post step of this action; throws when a runner asked for state and it cannot be written. */
  readonly saveState: (name: string, value: string) => void;
  /** The value a main step saved, or the empty string. */
  readonly state: (name: string) => string;
}

/** One action: what it reads, what it promises to set, what it does. */
export interface ActionDefinition<I> {
  readonly name: string;
  /** Names of outputs besides `verdict`, `failure-code` and `result`, which every action has. */
  readonly outputs: readonly string[];
  /** Reads all inputs. Values of inputs with problems are placeholders: compare them only after `read.sound(...)`. */
  readonly inputs: (read: InputReader) => I;
  readonly main: (inputs: I, context: ActionContext) => Promise<Outcome>;
  /** Clean-up in the post step; whatever it throws is a warning and never fails the job. */
  readonly post?: (inputs: I, context: ActionContext) => Promise<void>;
}
