/** What has to be undone before the demo ends, however it ends. */
export interface Cleanup {
  /** Remembers a task. When everything was undone already, the task is run at once: somebody was still busy building. */
  add(task: () => Promise<unknown>): void;
  /** Runs all tasks, the last one first. A task that fails does not keep the others from running. A second call waits for the first. */
  run(): Promise<void>;
}

export function createCleanup(): Cleanup {
  const tasks: (() => Promise<unknown>)[] = [];
  let running: Promise<void> | undefined;
  const undoAll = async (): Promise<void> => {
    for (let task = tasks.pop(); task !== undefined; task = tasks.pop()) await undo(task);
  };
  return {
    add: (task) => {
      if (running === undefined) tasks.push(task);
      else running = running.then(() => undo(task));
    },
    run: () => (running ??= undoAll()),
  };
}

async function undo(task: () => Promise<unknown>): Promise<void> {
  await task().catch((error: unknown) => console.error('While cleaning up:', error));
}
