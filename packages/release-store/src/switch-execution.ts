import { isFailureCode } from '@plimsoll/outcome';
import { fromText } from './byte-path.ts';
import { SLACK_MS, seconds, startExecution, unheard } from './start-execution.ts';
import type { LedgerEntry, StoreSettings, Switching, SwitchReport, SwitchRequest } from './store-contract.ts';

/** Execution 3: prepares, waits for the order, switches, asks the gate. */
export function switchTo(settings: StoreSettings, request: SwitchRequest): Switching {
  const heard = new Map<string, string>();
  const ready = Promise.withResolvers<void>();
  const performance = startExecution(settings, 'switch', {
    args: {
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
    },
    onEvent: ({ name, value }) => {
      heard.set(name, value);
      if (name === 'ready') ready.resolve();
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
      return readSwitch(heard);
    },
  };
}

function readSwitch(heard: ReadonlyMap<string, string>): SwitchReport {
  const gate = heard.get('gate');
  if (gate === undefined) throw unheard('gate');
  const space = gate.indexOf(' ');
  const code = gate.slice(0, space);
  if (code !== 'pass' && !isFailureCode(code)) throw unheard(`gate '${code}'`);
  const detail = Buffer.from(gate.slice(space + 1), 'latin1').toString('utf8');
  const revertTarget = heard.get('switched')?.split(' ')[1] ?? '';
  return { gate: { code: code === 'pass' ? '' : code, detail }, revertTarget, watchdog: heard.get('watchdog') ?? '' };
}

/** The members of a ledger entry as the server appends them: JSON without its braces. */
export function formatEntry(entry: LedgerEntry): string {
  return fromText(JSON.stringify(entry).slice(1, -1));
}
