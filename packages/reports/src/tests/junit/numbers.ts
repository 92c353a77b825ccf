import { shown, Unreadable } from '../../unreadable.ts';
import type { XmlAttributes } from '../../xml/attributes.ts';

/** A thousand years. */
const LONGEST_SECONDS = 32e9;

/**
 * The time of an attribute in milliseconds; undefined for what is no time, such as `NaN`. Writers follow the language of the
 * machine: `1,234.5` and `1,234` are more than a thousand seconds, `0,5` is half a second.
 */
export function millisecondsOf(attributes: XmlAttributes, name: string): number | undefined {
  const seconds = attributes.decimal(name) ?? numberOf(attributes, name);
  return seconds === undefined || seconds < 0 || seconds > LONGEST_SECONDS ? undefined : seconds * 1000;
}

/**
 * The counter in an attribute; 0 where there is none.
 *
 * @throws Unreadable for what is no count: it may have been a number of failures
 */
export function countOf(attributes: XmlAttributes, name: string): number {
  const text = attributes.text(name)?.trim() ?? '';
  if (text === '') return 0;
  const count = numberIn(text);
  if (count === undefined || !Number.isSafeInteger(count) || count < 0) {
    throw new Unreadable(`the counter ${name} of a suite is ${shown(text)}, which is no count`);
  }
  return count;
}

/** The number of an attribute; undefined for what is none. */
export function numberOf(attributes: XmlAttributes, name: string): number | undefined {
  return numberIn(attributes.text(name) ?? '');
}

function numberIn(text: string): number | undefined {
  const trimmed = text.trim();
  if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d*)?$/u.test(trimmed)) return Number(trimmed.replaceAll(',', ''));
  if (/^\d+,\d+$/u.test(trimmed)) return Number(trimmed.replace(',', '.'));
  return /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/u.test(trimmed) ? Number(trimmed) : undefined;
}
