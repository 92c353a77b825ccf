import type { Log } from './log.ts';

/** How long something left open may keep a finished process alive. */
const LINGER_MS = 3_000;

/**
 * Ends a finished process that something keeps alive, such as a socket nobody closed. Leaving at once with
 * `process.exit` would cut off work that is only about to end, and its output; never leaving would let the job hang
 * until its time limit, for a result that has long been reported. So the process ends by itself if it can, is ended
 * after a while if it cannot, and the log says what was still open. The timer itself keeps nothing alive.
 */
export function endAnyway(log: Log): void {
  setTimeout(() => {
    const open = [...new Set(process.getActiveResourcesInfo())].join(', ');
    log.info(`The result is reported. Something was still open ${LINGER_MS / 1000} s later and was cut off: ${open}`);
    process.exit();
  }, LINGER_MS).unref();
}

/**
 * Lets a run go on when nobody reads its output any more. A runner that died closes the pipe; without a listener the
 * next line of log would be a crash, in the middle of whatever is being done to a server.
 */
export function ignoreBrokenPipes(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on('error', () => {});
  }
}
