/** An account, told apart from others by its id: a name can be given up and taken by somebody else. */
export interface Person {
  readonly id: number;
  /** As GitHub spells it; without the `[bot]` that REST adds to the names of apps. */
  readonly login: string;
  /** An app. Machine accounts that are ordinary users cannot be told from people. */
  readonly isBot: boolean;
}
