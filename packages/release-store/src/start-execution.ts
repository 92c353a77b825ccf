import type { Writable } from 'node:stream';
import { Failure } from '@plimsoll/outcome';
import type { RemoteEvent } from '@plimsoll/ssh';
import { fromText } from './byte-path.ts';
import { type Performance, perform } from './performance.ts';
import type { Program } from './programs/program.ts';
import type { StoreSettings } from './store-contract.ts';

/** Beyond what the programs wait for by themselves: hashing, linking and flushing of very large releases. */
export const SLACK_MS: number = 30 * 60_000;

/** What one execution adds to what all have. */
export interface Start {
  readonly args: Readonly<Record<string, string>>;
  readonly body?: AsyncIterable<Uint8Array>;
  readonly onEvent: (event: RemoteEvent) => void;
  /** Where to write a block of the server while it comes. */
  readonly onBlock?: (name: string, size: number) => Writable | undefined;
  readonly signal?: AbortSignal;
  readonly limitMs: number;
}

/** Starts one of the programs with the arguments that all share; steps and waits are told at once. */
export function startExecution(settings: StoreSettings, program: Program, request: Start): Performance {
  const { connection, deployPath, owner, who, onOutput, onStep } = settings;
  return perform(connection, {
    ...request,
    name: program.name,
    program: program.text,
    args: { deploy_path: fromText(deployPath), owner: fromText(owner), who: fromText(who), ...request.args },
    onOutput,
    onEvent: (event) => {
      if (event.name === 'step') onStep(event.value);
      else if (event.name === 'waiting') onStep(`waiting: ${Buffer.from(event.value, 'latin1').toString('utf8')}`);
      else request.onEvent(event);
    },
  });
}

/** Time as the programs take it: whole seconds, rounded up. */
export function seconds(ms: number): string {
  return String(Math.ceil(ms / 1000));
}

/** The server ended well and left out what it has to say: never taken for a success. */
export function unheard(what: string): Failure {
  return new Failure(
    'remote-environment',
    `The server ended without saying '${what}'. Run the deployment again; it repairs what is left.`,
  );
}
