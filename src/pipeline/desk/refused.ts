/** Why something was not done, in a sentence for people; nothing was written then. */
export interface Refused {
  readonly refused: string;
}
