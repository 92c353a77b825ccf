import { cutTo, type Measure } from './cut.ts';

/** A long text in pieces that each measure at most so much, parted between lines or words where it can be. */
export function piecesOf(text: string, most: number, measure: Measure): readonly string[] {
  const pieces: string[] = [];
  let rest = text;
  while (rest !== '') {
    const cut = cutTo(rest, most, measure);
    if (cut === rest || cut === '') return [...pieces, rest];
    const kept = cut.slice(0, -1);
    // A character of many joined parts may be longer than a piece.
    const length = kept === '' ? 1 : kept.length;
    pieces.push(rest.slice(0, length));
    rest = rest.slice(length).trimStart();
  }
  return pieces;
}
