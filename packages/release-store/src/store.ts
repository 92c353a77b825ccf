import { close } from './close-execution.ts';
import { open } from './open-execution.ts';
import { DEPLOYMENT } from './programs/deployment.ts';
import { stage } from './stage-execution.ts';
import type { Store, StoreSettings } from './store-contract.ts';
import { switchTo } from './switch-execution.ts';

/** Opens no connection and runs nothing by itself. */
export function createStore(settings: StoreSettings): Store {
  return {
    announce: (...executions) => {
      for (const name of executions) settings.connection.prepare(DEPLOYMENT[name].text);
    },
    look: (request) => open(settings, { ...request, intent: 'recover', lockTimeoutMs: 0 }, 'look'),
    open: (request) => open(settings, request, 'take'),
    stage: (request) => stage(settings, request),
    switchTo: (request) => switchTo(settings, request),
    close: (request) => close(settings, request),
  };
}
