import type { Annotation } from './annotations.ts';

/** The runner cuts longer ones without saying so. */
const LONGEST = 4000;

/**
 * The line that makes the runner show an annotation at a place. All of its text comes from reports, so everything that means something to the runner
 * is encoded; what cannot be printed is left out.
 *
 * Source: `@actions/core`, command.ts: `%`, CR and LF in messages, `:` and `,` too in properties.
 */
export function annotationCommand({ level, title, message, file, line }: Annotation): string {
  const properties = [
    ...(file === '' ? [] : [`file=${property(file)}`]),
    ...(file === '' || line === undefined ? [] : [`line=${line}`]),
    `title=${property(title)}`,
  ];
  return `::${level} ${properties.join(',')}::${data(message)}`;
}

const UNPRINTABLE = /[\p{Cc}\p{Cf}]/gu;

function data(text: string): string {
  const kept = text.slice(0, LONGEST).replace(UNPRINTABLE, (mark) => (mark === '\n' || mark === '\t' ? mark : ''));
  return encoded(kept);
}

/** A title is one line. */
function property(text: string): string {
  const line = text.slice(0, 255).replace(/\s+/gu, ' ').replace(UNPRINTABLE, '');
  return encoded(line).replaceAll(':', '%3A').replaceAll(',', '%2C');
}

function encoded(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}
