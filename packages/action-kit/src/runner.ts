import { appendFileSync } from 'node:fs';
import * as core from '@actions/core';

/** The runner as this package talks to it; `@actions/core` behind it, a record of calls in tests. */
export interface Runner {
  info(line: string): void;
  notice(message: string): void;
  warning(message: string): void;
  error(message: string, title?: string): void;
  debug(message: string): void;
  startGroup(title: string): void;
  endGroup(): void;
  mask(value: string): void;
  /** Returns whether somebody asked for outputs; throws when they asked and it cannot be written. */
  setOutput(name: string, value: string): boolean;
  saveState(name: string, value: string): boolean;
  getState(name: string): string;
}

/** The runner that started this process. */
export const runner: Runner = {
  info: (line) => core.info(line),
  notice: (message) => core.notice(message),
  warning: (message) => core.warning(message),
  error: (message, title) => core.error(message, title === undefined ? {} : { title }),
  debug: (message) => core.debug(message),
  startGroup: (title) => core.startGroup(title),
  endGroup: () => core.endGroup(),
  mask: (value) => core.setSecret(value),
  setOutput: (name, value) => toFile('GITHUB_OUTPUT', () => core.setOutput(name, value)),
  saveState: (name, value) => toFile('GITHUB_STATE', () => core.saveState(name, value)),
  getState: (name) => core.getState(name),
};

/**
 * Writes through one of the files the runner hands over.
 *
 * Without the variable, core would print `::set-output::` and `::save-state::` commands. Any runner that can start
 * Node 24 has the files, so there is nobody left to read those commands; we write nothing instead, because a value
 * printed as a command is one more way for text to become one. A file that is named but missing is created: only core
 * minds, the runner reads it all the same.
 */
function toFile(variable: 'GITHUB_OUTPUT' | 'GITHUB_STATE', write: () => void): boolean {
  const path = process.env[variable] ?? '';
  if (path === '') {
    return false;
  }
  appendFileSync(path, '');
  write();
  return true;
}
