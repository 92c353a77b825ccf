import type { RunContext } from './run-context.ts';
import type { Client } from './transport/client.ts';

/** What every question has at hand. */
export interface Asking {
  readonly run: RunContext;
  readonly client: Client;
  /** Parameters of every REST route, and variables of most queries. */
  readonly repository: { readonly owner: string; readonly repo: string };
}
