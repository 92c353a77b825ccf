import type { Section } from './document.ts';
import type { Tone } from './story.ts';

/** What every receiver shows of an event. */
export interface Look {
  readonly symbol: string;
  /** 24-bit RGB. */
  readonly colour: number;
  /** Colour names of Adaptive Cards. */
  readonly cardColour: 'accent' | 'good' | 'attention' | 'warning' | 'default';
}

export const LOOKS: Readonly<Record<Tone, Look>> = {
  started: { symbol: '🚀', colour: 0x2f81f7, cardColour: 'accent' },
  succeeded: { symbol: '✅', colour: 0x2da44e, cardColour: 'good' },
  failed: { symbol: '❌', colour: 0xcf222e, cardColour: 'attention' },
  'rolled-back': { symbol: '↩️', colour: 0xbf8700, cardColour: 'warning' },
  neutral: { symbol: 'ℹ️', colour: 0x6e7781, cardColour: 'default' },
};

export const MARKS: Readonly<Record<Section['mark'], string>> = { good: '✅', bad: '❌', unclear: '❔', plain: '•' };

/** The sentence with which a message says what had no room in it; empty when all had. */
export function leftOutText(leftOut: readonly string[]): string {
  return leftOut.length === 0 ? '' : `Left out to stay within the receiver's limits: ${leftOut.join(', ')}.`;
}
