import { Failure } from '@plimsoll/outcome';

/** What can happen to a run from outside its own flow. */
export interface Interruptions {
  /** The first signal, as the failure it makes of the run. */
  readonly cancelled?: Failure;
  /** The first thing that was thrown where nobody waited for it. */
  readonly crash?: { readonly thrown: unknown };
}

/** The events of a process this module listens to. */
export interface ProcessEvents {
  on(event: 'SIGINT' | 'SIGTERM', listener: (name: string) => void): unknown;
  on(event: 'uncaughtException', listener: (thrown: unknown) => void): unknown;
}

/** What to do about it, besides aborting the signal. */
export interface Reactions {
  /** A later signal: the runner is losing its patience, and kills next. */
  readonly onImpatience: () => void;
  readonly onCrash: (thrown: unknown) => void;
}

/** A process under watch. */
export interface Watch {
  readonly signal: AbortSignal;
  readonly interruptions: () => Interruptions;
}

/**
 * Turns signals and crashes into one abort signal, so that the main part of an action can end in order. The listeners
 * stay until the process ends: without them a second signal would kill the clean-up that the first one started.
 * A rejection that nobody handles arrives as an uncaught exception too; that is Node's default.
 */
export function watchProcess(events: ProcessEvents, reactions: Reactions): Watch {
  const controller = new AbortController();
  let interruptions: Interruptions = {};
  const onSignal = (name: string): void => {
    if (interruptions.cancelled !== undefined) {
      reactions.onImpatience();
      return;
    }
    const cancelled = new Failure('cancelled', `Cancelled by ${name} before it was finished`);
    interruptions = { ...interruptions, cancelled };
    controller.abort(cancelled);
  };
  const onCrash = (thrown: unknown): void => {
    interruptions = { crash: { thrown }, ...interruptions };
    controller.abort(
      new Failure('internal', 'Stopped by an unexpected error elsewhere in the action', { cause: thrown }),
    );
    reactions.onCrash(thrown);
  };
  events.on('SIGINT', onSignal);
  events.on('SIGTERM', onSignal);
  events.on('uncaughtException', onCrash);
  return { signal: controller.signal, interruptions: () => interruptions };
}
