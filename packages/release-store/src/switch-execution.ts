import { isFailureCode } from '@plimsoll/outcome';
import { fromText } from './byte-path.ts';
import { settlingArguments } from './close-execution.ts';
import { CloseReader } from './close-report.ts';
import { DEPLOYMENT } from './programs/deployment.ts';
import { SLACK_MS, seconds, startExecution, unheard } from './start-execution.ts';
import type { Gate, LedgerEntry, StoreSettings, Switching, SwitchRequest } from './store-contract.ts';

/** Execution 3: prepares, waits for the order, switches, asks the gate; settles the deployment where it is told how. */
export function switchTo(settings: StoreSettings, request: SwitchRequest): Switching {
  const { whenPassed } = request;
  const heard = new Map<string, string>();
  const closing = new CloseReader();
  let isSettling = false;
  const ready = Promise.withResolvers<void>();
  const performance = startExecution(settings, DEPLOYMENT.switch, {
    args: argumentsOf(request),
    onEvent: (event) => {
      heard.set(event.name, event.value);
      closing.hear(event);
      if (event.name === 'ready') ready.resolve();
      if (event.name === 'gate' && whenPassed !== 'wait' && hasPassed(event.value)) {
        isSettling = performance.conclude('settle');
      }
    },
    signal: request.signal,
    limitMs: request.limitMs + SLACK_MS,
  });
  performance.done.then(
    () => ready.reject(unheard('ready')),
    (failure: unknown) => ready.reject(failure),
  );
  // Nobody has to wait for it where the order was given at once.
  ready.promise.catch(() => undefined);
  return {
    ready: ready.promise,
    switched: () => (heard.has('switched') ? 'yes' : performance.hasEnded() ? 'no' : 'unknown'),
    go: async () => {
      if (request.order === 'awaited') performance.running.send('go');
      await performance.done;
      const gate = readGate(heard);
      return {
        gate,
        revertTarget: heard.get('switched')?.split(' ')[1] ?? '',
        watchdog: heard.get('watchdog') ?? '',
        closed: isSettling ? closing.read() : undefined,
      };
    },
  };
}

function argumentsOf(request: SwitchRequest): Readonly<Record<string, string>> {
  const { whenPassed } = request;
  return {
    do: 'switch',
    intent: 'deploy',
    fence: String(request.fence),
    release: request.release,
    order: request.order,
    verify: request.verify === 'again' ? 'yes' : 'no',
    force: request.gate === 'skipped' ? 'yes' : 'no',
    prepare: fromText(request.prepare),
    before_switch: fromText(request.beforeSwitch),
    confirm_within: seconds(request.confirmWithinMs),
    entry: formatEntry(request.entry),
    when_passed: whenPassed === 'wait' ? '' : whenPassed.decision,
    ...(whenPassed === 'wait' ? {} : settlingArguments(whenPassed)),
  };
}

function hasPassed(gate: string): boolean {
  return gate.startsWith('pass ');
}

function readGate(heard: ReadonlyMap<string, string>): Gate {
  const gate = heard.get('gate');
  if (gate === undefined) throw unheard('gate');
  const space = gate.indexOf(' ');
  const detail = Buffer.from(gate.slice(space + 1), 'latin1').toString('utf8');
  if (hasPassed(gate)) return { code: '', detail };
  const code = gate.slice(0, space);
  if (!isFailureCode(code)) throw unheard(`gate '${code}'`);
  return { code, detail };
}

/** The members of a ledger entry as the server appends them: JSON without its braces. */
export function formatEntry(entry: LedgerEntry): string {
  return fromText(JSON.stringify(entry).slice(1, -1));
}
