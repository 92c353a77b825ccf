import type { Answer } from '../answer.ts';

/** One page of a GraphQL connection. */
export interface Page {
  readonly nodes: readonly Answer[];
  /** Where the next one begins; undefined on the last. */
  readonly next: string | undefined;
}

export const PAGE_INFO = 'pageInfo { hasNextPage endCursor }';

export function readPage(connection: Answer): Page {
  const info = connection.at('pageInfo');
  const next = info.at('hasNextPage').flag() ? info.at('endCursor').text() : undefined;
  return { nodes: connection.nodes(), next };
}

interface PagesRequest {
  readonly first: Page;
  readonly load: (after: string) => Promise<Page>;
  readonly maxPages: number;
}

/** All nodes of a connection, page after page; incomplete when there are more pages than allowed. */
export async function allNodes(request: PagesRequest): Promise<{ nodes: Answer[]; complete: boolean }> {
  const nodes = [...request.first.nodes];
  let { next } = request.first;
  for (let pages = 1; next !== undefined && pages < request.maxPages; pages += 1) {
    const page = await request.load(next);
    nodes.push(...page.nodes);
    next = page.next;
  }
  return { nodes, complete: next === undefined };
}
