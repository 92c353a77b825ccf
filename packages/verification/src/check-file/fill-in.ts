import { shown } from './problems.ts';

/** A text with its variables filled in. */
export interface FilledIn {
  readonly filled: string;
  /** What came from variables. */
  readonly secrets: readonly string[];
  readonly problems: readonly string[];
}

/** `$${` stands for `${` itself. What follows `${` is looked at even where it is no name, for it was meant as one. */
const PLACE = /\$\$\{|\$\{([^}]*)\}?/gu;
const NAME = /^[A-Za-z_][A-Za-z0-9_]*$/u;

/**
 * Fills in `${NAME}` from the environment. One that is missing is a problem, and so is an empty one: that is what a secret that nobody
 * has set looks like.
 */
export function fillIn(
  text: string,
  env: Readonly<Record<string, string | undefined>>,
  write: (value: string) => string,
): FilledIn {
  const secrets: string[] = [];
  const problems: string[] = [];
  const filled = text.replaceAll(PLACE, (place: string, name?: string) => {
    if (name === undefined) return '${';
    const value = NAME.test(name) && Object.hasOwn(env, name) ? env[name] : undefined;
    if (value === undefined || value === '') {
      problems.push(problemOf(place, name, value));
      return '';
    }
    secrets.push(value);
    return write(value);
  });
  return { filled, secrets, problems };
}

function problemOf(place: string, name: string, value: string | undefined): string {
  if (!place.endsWith('}') || !NAME.test(name)) {
    return `${shown(place)} names no variable. Write '\${NAME}', or '$\${' for the characters themselves.`;
  }
  if (value === '') return `the variable ${name} is empty.`;
  return `there is no variable ${name}. Give it to the step under 'env:'.`;
}
