/** A label of ours with a text from outside. */
export interface Fact {
  readonly label: string;
  readonly text: string;
}
