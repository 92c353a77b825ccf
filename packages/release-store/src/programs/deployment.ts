import { readFileSync } from 'node:fs';
import { activate, base, compose, ledger, type Program, scratch } from './program.ts';

const armed = readFileSync(new URL('../../remote/armed.sh', import.meta.url), 'utf8');
const watchdog = readFileSync(new URL('../../remote/watchdog.sh', import.meta.url), 'utf8');
const settle = readFileSync(new URL('../../remote/settle.sh', import.meta.url), 'utf8');
const open = readFileSync(new URL('../../remote/open.sh', import.meta.url), 'utf8');
const stage = readFileSync(new URL('../../remote/stage.sh', import.meta.url), 'utf8');
const switchOver = readFileSync(new URL('../../remote/switch.sh', import.meta.url), 'utf8');
const close = readFileSync(new URL('../../remote/close.sh', import.meta.url), 'utf8');

const all = [...base, ledger, activate, armed, watchdog];

/** The four executions of a deployment; see the head of each file for what it does. */
export const DEPLOYMENT: { readonly [name in 'open' | 'stage' | 'switch' | 'close']: Program } = {
  open: compose('open', [...all, scratch, open]),
  stage: compose('stage', [...base, stage]),
  switch: compose('switch', [...all, settle, switchOver]),
  close: compose('close', [...all, settle, close]),
};
