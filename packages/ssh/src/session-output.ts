import { EventStream } from './event-stream.ts';
import type { Execution, RemoteEvent } from './execution.ts';
import { OutputLines } from './output-lines.ts';
import type { PipedProcess } from './processes.ts';

export interface OutputRequest {
  readonly child: PipedProcess;
  readonly nonce: string;
  readonly execution: Pick<Execution, 'onEvent' | 'onOutput'>;
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
  const events = new EventStream({ nonce, onEvent, onNoise: execution.onOutput });
  const lines = new OutputLines(execution.onOutput);

  const guarded = (handle: () => void): void => {
    if (fault !== undefined) return;
    try {
      handle();
    } catch (thrown) {
      fault = { thrown };
      onFault();
    }
  };
  child.stdout.on('data', (chunk: Buffer) => guarded(() => events.push(chunk)));
  child.stderr.on('data', (chunk: Buffer) => {
    tail = Buffer.concat([tail, chunk]).subarray(-TAIL_BYTES);
    guarded(() => lines.push(chunk));
  });

  const finish = (): void => {
    guarded(() => events.finish());
    guarded(() => lines.finish());
  };
  return { finish, progress: () => progress, stderrTail: () => tail.toString('utf8').trimEnd(), fault: () => fault };
}
