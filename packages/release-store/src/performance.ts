import type { Writable } from 'node:stream';
import { Failure, type FailureCode, isFailureCode } from '@plimsoll/outcome';
import type { Connection, RemoteEvent, Running } from '@plimsoll/ssh';

/** Shorter than a third of the lease (60 s), so that two lost signs of life do not cost it. */
const HEARTBEAT_MS = 10_000;
/** How long the server gets to stop its commands after it was told to: longer than the 5 s it gives them. */
const STOP_MS = 8_000;

/** One execution of a program of the release store. */
export interface PerformanceRequest {
  /** For messages: `open`, `stage`, `switch` or `close`. */
  readonly name: string;
  readonly program: string;
  readonly args: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
  readonly onEvent: (event: RemoteEvent) => void;
  readonly onBlock?: (name: string, size: number) => Writable | undefined;
  readonly onOutput: (line: string) => void;
  /** Tells the server to stop. */
  readonly signal?: AbortSignal;
  /** The execution is given up after this time without any end. Milliseconds. */
  readonly limitMs: number;
}

export interface Performance {
  readonly running: Running;
  /**
   * Resolves when the program said that it ended well. Rejects with the Failure that it told, with `cancelled` when it was stopped
   * by the signal, with `connect` when the link broke, and with `remote-environment` when it took too long or ended without a word.
   */
  readonly done: Promise<void>;
  /** Whether the program itself said that it ended: then it does nothing more. */
  readonly hasEnded: () => boolean;
  /** Gives a last order, from which on the signal does not count any more. False when the program was told to stop before. */
  readonly conclude: (order: string) => boolean;
}

/** Starts an execution and keeps it alive. The end is what the program says, not the end of the ssh process, which commands left in the background can hold open. */
export function perform(connection: Connection, request: PerformanceRequest): Performance {
  const told: Told = {
    failure: undefined,
    end: Promise.withResolvers<number>(),
    hasEnded: false,
    mayStop: true,
    isStopped: false,
  };
  const running = connection.execute({
    program: request.program,
    args: request.args,
    ...(request.body === undefined ? {} : { body: request.body }),
    onEvent: (event) => hear(told, event, request.onEvent),
    ...(request.onBlock === undefined ? {} : { onBlock: request.onBlock }),
    onOutput: request.onOutput,
  });
  const stop = stopper(running);
  const conclude = (order: string): boolean => {
    if (told.isStopped) return false;
    told.mayStop = false;
    running.send(order);
    return true;
  };
  return { running, done: settle({ running, stop, told }, request), hasEnded: () => told.hasEnded, conclude };
}

interface Told {
  failure: Failure | undefined;
  readonly end: PromiseWithResolvers<number>;
  hasEnded: boolean;
  /** Whether the signal still counts. */
  mayStop: boolean;
  /** Whether it was told to stop. */
  isStopped: boolean;
}

function hear(told: Told, event: RemoteEvent, pass: (event: RemoteEvent) => void): void {
  if (event.name === 'failure') {
    told.failure ??= toFailure(event.value);
  } else if (event.name === 'end') {
    told.hasEnded = true;
    told.end.resolve(Number(event.value));
  } else {
    pass(event);
  }
}

function toFailure(value: string): Failure {
  const text = Buffer.from(value, 'latin1').toString('utf8');
  const space = text.indexOf(' ');
  const code = text.slice(0, space);
  return new Failure(codeOf(code), text.slice(space + 1));
}

function codeOf(text: string): FailureCode {
  return isFailureCode(text) ? text : 'internal';
}

interface Performed {
  readonly running: Running;
  readonly stop: Stopper;
  readonly told: Told;
}

async function settle({ running, stop, told }: Performed, request: PerformanceRequest): Promise<void> {
  const stopNow = (): void => {
    told.isStopped = true;
    stop.now();
  };
  const obey = (): void => {
    if (told.mayStop) stopNow();
  };
  request.signal?.addEventListener('abort', obey, { once: true });
  let isOverdue = false;
  const limit = setTimeout(() => {
    isOverdue = true;
    stopNow();
  }, request.limitMs);
  const heartbeat = request.body === undefined ? setInterval(() => running.send(''), HEARTBEAT_MS) : undefined;
  try {
    if (request.signal?.aborted === true) stopNow();
    const status = await Promise.race([told.end.promise, endOfProcess(running)]);
    if (status !== 0 || told.failure !== undefined) throw told.failure ?? silentEnd(request, status);
  } catch (failure) {
    if (request.signal?.aborted === true && told.mayStop) throw cancelled(request.name, failure);
    throw isOverdue ? overdue(request, failure) : failure;
  } finally {
    clearTimeout(limit);
    clearInterval(heartbeat);
    request.signal?.removeEventListener('abort', obey);
    stop.afterEnd();
  }
}

interface Stopper {
  /** Asks the server to stop, and ends the local process when it does not. */
  readonly now: () => void;
  /** Leaves no process behind. */
  readonly afterEnd: () => void;
}

function stopper(running: Running): Stopper {
  let timer: NodeJS.Timeout | undefined;
  const spare = (): void => clearTimeout(timer);
  const killAfter = (ms: number): void => {
    spare();
    timer = setTimeout(() => running.kill(), ms);
    timer.unref();
    running.ended.then(spare, spare);
  };
  return {
    now: () => {
      running.end();
      killAfter(STOP_MS);
    },
    afterEnd: () => killAfter(1_000),
  };
}

async function endOfProcess(running: Running): Promise<number> {
  const exit = await running.ended;
  // The last events may still be on their way from the stream to here.
  await new Promise((resolve) => setImmediate(resolve));
  return exit.exitCode ?? -1;
}

function silentEnd(request: PerformanceRequest, status: number): Failure {
  return new Failure(
    'remote-environment',
    `The program '${request.name}' ended on the server without saying why (status ${status}). Something there killed it; the next run repairs what is left.`,
  );
}

/** Whatever the program said when it was stopped is a consequence; the reason is that it took too long. */
function overdue({ name, limitMs }: PerformanceRequest, cause: unknown): Failure {
  return new Failure(
    'remote-environment',
    `The program '${name}' took longer than ${Math.round(limitMs / 1000)} s on the server and was stopped. See what it waits for there; the next run repairs what is left.`,
    { cause },
  );
}

function cancelled(name: string, cause: unknown): Failure {
  return cause instanceof Failure && cause.code === 'cancelled'
    ? cause
    : new Failure('cancelled', `Cancelled during '${name}'.`, { cause });
}
