import { isRecord } from '../results/result-document.ts';
import { cleanLine } from '../text/clean.ts';

/** Facts come from another process, perhaps of another version: whatever is not as expected counts as not said. */
export type Facts = Readonly<Record<string, unknown>>;

/** More than any message shows, so that what is cut here is cut again, and said, there. */
const LONGEST_TEXT = 1_000;

/** A text on one line; empty when there is none. */
export function textIn(facts: Facts, name: string): string {
  const value = facts[name];
  return typeof value === 'string' ? shortened(value) : '';
}

/** A finite number that is not negative; in outputs numbers are written out. */
export function numberIn(facts: Facts, name: string): number | undefined {
  const value = facts[name];
  const number = typeof value === 'string' && /^\d{1,15}(?:\.\d{1,15})?$/u.test(value) ? Number(value) : value;
  return typeof number === 'number' && Number.isFinite(number) && number >= 0 ? number : undefined;
}

/** An object; empty when there is none. */
export function recordIn(facts: Facts, name: string): Facts {
  const value = facts[name];
  return isRecord(value) ? value : {};
}

/** The objects of a list: all of them, for each may be the one that failed. A result has a greatest length, and so has its longest list. */
export function recordsIn(facts: Facts, name: string): readonly Facts[] {
  const value = facts[name];
  return Array.isArray(value) ? value.filter(isRecord) : [];
}

/** The texts of a list. */
export function textsIn(facts: Facts, name: string): readonly string[] {
  const value = facts[name];
  const texts = Array.isArray(value) ? value.filter((entry) => typeof entry === 'string') : [];
  return texts.map(shortened).filter((text) => text !== '');
}

/** Cleaned before it is cut: what nobody sees takes no room from what is to be seen. */
function shortened(text: string): string {
  return cleanLine(text).slice(0, LONGEST_TEXT).toWellFormed();
}
