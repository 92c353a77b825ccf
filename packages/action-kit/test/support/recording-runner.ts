import type { Runner } from '../../src/runner.ts';

export interface RecordingRunner extends Runner {
  /** Every call that prints or masks something, in order, as `[method, text]`. */
  readonly calls: (readonly [string, string])[];
  readonly outputs: Map<string, string>;
  readonly titles: string[];
}

/** A runner that keeps what it is told; `overrides` replace single methods. */
export function recordingRunner(overrides: Partial<Runner> = {}): RecordingRunner {
  const calls: (readonly [string, string])[] = [];
  const outputs = new Map<string, string>();
  const titles: string[] = [];
  const record = (method: string) => (text: string) => {
    calls.push([method, text]);
  };
  return {
    calls,
    outputs,
    titles,
    info: record('info'),
    notice: record('notice'),
    warning: record('warning'),
    error: (message, title) => {
      calls.push(['error', message]);
      titles.push(title ?? '');
    },
    debug: record('debug'),
    startGroup: record('startGroup'),
    endGroup: () => void calls.push(['endGroup', '']),
    mask: record('mask'),
    setOutput: (name, value) => {
      outputs.set(name, value);
      return true;
    },
    saveState: () => true,
    getState: () => '',
    ...overrides,
  };
}
