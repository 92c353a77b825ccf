/** Form of a release id: UTC time, first seven of the commit, and a number where two would clash. */
export const RELEASE_ID: RegExp = /^\d{8}T\d{6}Z-[0-9a-z]{1,40}(?:-\d+)?$/;

/**
 * The id of a new release: `<UTC time as YYYYMMDDTHHMMSSZ>-<first 7 of the commit>`, made unique among `taken` by a suffix.
 * @param commit hexadecimal; where there is none, `local` stands in its place.
 */
export function createReleaseId(now: Date, commit: string, taken: ReadonlySet<string>): string {
  const time = now
    .toISOString()
    .replace(/[-:]/g, '')
    .replace(/\.\d+Z$/, 'Z');
  const name = /^[0-9a-f]{7}/.exec(commit.toLowerCase())?.[0] ?? 'local';
  const id = `${time}-${name}`;
  for (let suffix = 2; ; suffix += 1) {
    const candidate = suffix === 2 && !taken.has(id) ? id : `${id}-${suffix}`;
    if (!taken.has(candidate)) return candidate;
  }
}
