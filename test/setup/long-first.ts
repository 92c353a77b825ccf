/** Where the files lie that take longest: begun last, one of them would leave the other processors idle at the end. */
const LONG = [
  '/test/faults/',
  '/test/integration/',
  '/test/acceptance/',
  '/packages/action-kit/test/process',
  '/packages/release-store/test/',
  '/test/hosts/outages',
  '/test/hosts/verification-systemd',
  '/test/hosts/watchdog',
];

/** What jest hands over; it has more. */
interface TestFile {
  readonly path: string;
}

/** The order in which jest begins test files: the long ones first. It takes the class by its default export. */
// biome-ignore lint/style/noDefaultExport: see above
export default class LongFirst {
  sort<T extends TestFile>(tests: readonly T[]): T[] {
    return tests.toSorted((a, b) => rankOf(a.path) - rankOf(b.path));
  }

  shard<T extends TestFile>(
    tests: readonly T[],
    { shardIndex, shardCount }: { shardIndex: number; shardCount: number },
  ): T[] {
    return tests.filter((_, index) => index % shardCount === shardIndex - 1);
  }

  /** For `--onlyFailures`: nothing is remembered, so all may have failed. */
  allFailedTests<T extends TestFile>(tests: readonly T[]): T[] {
    return this.sort(tests);
  }

  cacheResults(): void {
    // The order does not depend on earlier runs.
  }
}

function rankOf(path: string): number {
  const place = LONG.findIndex((part) => path.includes(part));
  return place === -1 ? LONG.length : place;
}
