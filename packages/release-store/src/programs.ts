import { readFileSync } from 'node:fs';

/*
 * The programs that run on the server: function files, and a main part that calls them. Each literal `new URL` is found by the
 * bundler, which puts the file beside the bundle.
 */
const layout = readFileSync(new URL('../remote/layout.sh', import.meta.url), 'utf8');
const lease = readFileSync(new URL('../remote/lease.sh', import.meta.url), 'utf8');
const releases = readFileSync(new URL('../remote/releases.sh', import.meta.url), 'utf8');
const ledger = readFileSync(new URL('../remote/ledger.sh', import.meta.url), 'utf8');
const activate = readFileSync(new URL('../remote/activate.sh', import.meta.url), 'utf8');
const armed = readFileSync(new URL('../remote/armed.sh', import.meta.url), 'utf8');
const watchdog = readFileSync(new URL('../remote/watchdog.sh', import.meta.url), 'utf8');
const open = readFileSync(new URL('../remote/open.sh', import.meta.url), 'utf8');
const stage = readFileSync(new URL('../remote/stage.sh', import.meta.url), 'utf8');
const switchOver = readFileSync(new URL('../remote/switch.sh', import.meta.url), 'utf8');
const close = readFileSync(new URL('../remote/close.sh', import.meta.url), 'utf8');

const base = [layout, lease, releases];
const all = [...base, ledger, activate, armed, watchdog];

/** The four executions of a deployment; see the head of each file for what it does. */
export const PROGRAMS: { readonly [name in 'open' | 'stage' | 'switch' | 'close']: string } = {
  open: [...all, open].join('\n'),
  stage: [...base, stage].join('\n'),
  switch: [...all, switchOver].join('\n'),
  close: [...all, close].join('\n'),
};
