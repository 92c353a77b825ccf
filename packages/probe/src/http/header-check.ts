import { validateHeaderName } from 'node:http';
import { Failure } from '@plimsoll/outcome';
import type { HeaderExpectation } from './http-request.ts';

/** Why a header's value is not what it has to be; empty when it is. */
export type HeaderCheck = ((value: string | undefined) => string) & { readonly header: string };

/** @throws Failure('input') for a name that no header has. */
export function headerCheck({ name, contains }: HeaderExpectation): HeaderCheck {
  try {
    validateHeaderName(name);
  } catch (cause) {
    throw new Failure('input', `${JSON.stringify(name)} is no name of a header.`, { cause });
  }
  const check = (value: string | undefined): string => {
    if (value === undefined) return `The header ${name} is missing`;
    if (value.includes(contains)) return '';
    return `The header ${name} is ${JSON.stringify(value)}, without ${JSON.stringify(contains)}`;
  };
  return Object.assign(check, { header: name });
}
