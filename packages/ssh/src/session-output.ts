import { EventStream } from './event-stream.ts';
import type { Execution, RemoteEvent } from './execution.ts';
import { OutputLines } from './output-lines.ts';
import { paceOutput } from './paced-output.ts';
import type { PipedProcess } from './processes.ts';

export interface OutputRequest {
  readonly child: PipedProcess;
  readonly nonce: string;
  readonly execution: Pick<Execution, 'onEvent' | 'onBlock' | 'onOutput'>;
  /** Called when the output cannot be handled any further: then the execution has to end. */
  readonly onFault: () => void;
}

/** How far the server told that it came. */
export interface Progress {
  readonly events: number;
  readonly lastEvent: string;
}

/** Both output streams of an execution. */
export interface SessionOutput {
  /** No more output will come: hands on what is left of unfinished lines. */
  readonly finish: () => void;
  readonly progress: () => Progress;
  /** Resolves when everything that has come was taken care of. */
  readonly settled: () => Promise<void>;
  /** Resolves when nothing has come, and nobody held anything back, for as long as given. */
  readonly quiet: (ms: number) => Promise<void>;
  readonly stderrTail: () => string;
  /** What went wrong on this side: a listener that threw, or a server that sent nonsense. */
  readonly fault: () => { readonly thrown: unknown } | undefined;
}

const TAIL_BYTES = 4096;

export function readOutput({ child, nonce, execution, onFault }: OutputRequest): SessionOutput {
  let progress: Progress = { events: 0, lastEvent: '' };
  let tail = Buffer.alloc(0);
  let fault: { readonly thrown: unknown } | undefined;

  const onEvent = (event: RemoteEvent): void => {
    progress = { events: progress.events + 1, lastEvent: event.name };
    execution.onEvent(event);
  };
  const events = new EventStream({ nonce, onEvent, onNoise: execution.onOutput, onBlock: execution.onBlock });
  const lines = new OutputLines(execution.onOutput);
  const fail = (thrown: unknown): void => {
    fault ??= { thrown };
    onFault();
  };
  const guarded = (handle: () => Promise<void> | undefined | void): Promise<void> | undefined => {
    if (fault !== undefined) return undefined;
    try {
      return handle()?.catch(fail);
    } catch (thrown) {
      fail(thrown);
      return undefined;
    }
  };
  const stdout = paceOutput(child.stdout, (chunk) => guarded(() => events.push(chunk)));
  const stderr = paceOutput(child.stderr, (chunk) => {
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
    return guarded(() => lines.push(chunk));
  });

  const finish = (): void => {
    void guarded(() => events.finish());
    void guarded(() => lines.finish());
  };
  const settled = async (): Promise<void> => {
    await Promise.all([stdout.settled(), stderr.settled()]);
  };
  const quiet = async (ms: number): Promise<void> => {
    await Promise.all([stdout.quiet(ms), stderr.quiet(ms)]);
  };
  return {
    finish,
    progress: () => progress,
    settled,
    quiet,
    stderrTail: () => tail.toString('utf8').trimEnd(),
    fault: () => fault,
  };
}
