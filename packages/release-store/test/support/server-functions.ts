import { readFileSync } from 'node:fs';

const FILES = ['layout', 'lease', 'releases', 'ledger', 'activate', 'armed', 'watchdog'] as const;

/** All functions that the programs share, without any program: for tests that call them one by one. */
export const SERVER_FUNCTIONS: string = FILES.map((name) =>
  readFileSync(new URL(`../../remote/${name}.sh`, import.meta.url), 'utf8'),
).join('\n');
