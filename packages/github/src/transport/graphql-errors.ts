/**
 * GraphQL refuses with 200 and a list of errors. The status that REST has for the same, so that both are treated alike; undefined when nothing
 * is wrong, or only parts of the question do not exist: those are null in the data.
 */
export function statusOfErrors(data: unknown): number | undefined {
  const types = errorsIn(data).map(typeOf);
  const [first] = types.filter((type) => type !== 'NOT_FOUND').map((type) => STATUSES.get(type) ?? UNKNOWN);
  return first;
}

const STATUSES: ReadonlyMap<string, number> = new Map([
  ['RATE_LIMITED', 429],
  ['RATE_LIMIT', 429],
  ['FORBIDDEN', 403],
  ['INSUFFICIENT_SCOPES', 403],
  ['UNPROCESSABLE', 422],
  ['SERVICE_UNAVAILABLE', 503],
  // Errors without a type are timeouts and faults of GitHub ("Something went wrong while executing your query").
  ['', 502],
]);

/** A query that is refused for what it is: to ask again does not help. */
const UNKNOWN = 400;

function errorsIn(data: unknown): readonly unknown[] {
  if (typeof data !== 'object' || data === null || !('errors' in data)) return [];
  return Array.isArray(data.errors) ? data.errors : [];
}

function typeOf(error: unknown): string {
  if (typeof error !== 'object' || error === null) return '';
  const members = new Map<string, unknown>(Object.entries(error));
  const type = members.get('type');
  if (typeof type === 'string') return type;
  // A query that does not fit the schema has no type, but a code.
  return isCoded(members.get('extensions')) ? 'INVALID' : '';
}

function isCoded(extensions: unknown): boolean {
  return typeof extensions === 'object' && extensions !== null && 'code' in extensions;
}
