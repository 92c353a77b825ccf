/** One file that names another. */
export interface Link {
  readonly from: string;
  readonly to: string;
}

/** The links that lead back, over whatever others, to the file they come from. */
export function linksOnCircles<L extends Link>(links: readonly L[]): L[] {
  const targets = Map.groupBy(links, ({ from }) => from);
  const reached = new Map<string, ReadonlySet<string>>();
  const reachedFrom = (file: string): ReadonlySet<string> => {
    const all = reached.get(file) ?? reachable(file, targets);
    reached.set(file, all);
    return all;
  };
  return links.filter(({ from, to }) => reachedFrom(to).has(from));
}

/** All files that one leads to; itself only when it is on a circle. */
function reachable(start: string, targets: ReadonlyMap<string, readonly Link[]>): ReadonlySet<string> {
  const found = new Set<string>();
  const waiting = [start];
  for (let file = waiting.pop(); file !== undefined; file = waiting.pop()) {
    for (const { to } of targets.get(file) ?? []) {
      if (found.has(to)) continue;
      found.add(to);
      waiting.push(to);
    }
  }
  return found;
}
