/** The text of the checks that stand behind the simple inputs: one health check, whose version is read where one is expected. */
export function simpleChecks({
  healthUrl,
  expectsVersion,
}: {
  readonly healthUrl: string;
  readonly expectsVersion: boolean;
}): string {
  const check = { name: 'health', http: healthUrl, ...(expectsVersion ? { version: '.version' } : {}) };
  return JSON.stringify({ checks: [check] });
}
