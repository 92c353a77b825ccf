/** A share (0 to 1) as a percentage with so many digits that count: with two, `26 %` and `0.27 %`. */
export function formatShare(share: number, digits: number): string {
  return `${Number((share * 100).toPrecision(digits))} %`;
}
