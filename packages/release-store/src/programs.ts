import { readFileSync } from 'node:fs';

/*
 * The programs that run on the server. Each literal `new URL` is found by the bundler, which puts the file beside the bundle.
 */
const store = readFileSync(new URL('../remote/store.sh', import.meta.url), 'utf8');
const activate = readFileSync(new URL('../remote/activate.sh', import.meta.url), 'utf8');
const armed = readFileSync(new URL('../remote/armed.sh', import.meta.url), 'utf8');
const shared = `${store}\n${activate}\n${armed}\n`;

/** The four executions of a deployment; see the head of each file for what it does. */
export const PROGRAMS: { readonly [name in 'open' | 'stage' | 'switch' | 'close']: string } = {
  open: shared + readFileSync(new URL('../remote/open.sh', import.meta.url), 'utf8'),
  stage: shared + readFileSync(new URL('../remote/stage.sh', import.meta.url), 'utf8'),
  switch: shared + readFileSync(new URL('../remote/switch.sh', import.meta.url), 'utf8'),
  close: shared + readFileSync(new URL('../remote/close.sh', import.meta.url), 'utf8'),
};
