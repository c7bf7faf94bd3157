/**
 * The text of an edition.md with this running order, one story a line; comments stay, each with the line that it stands on or above. `stories`
 * is added where there is none. Throws NotEditable.
 */
export function setRunningOrder(_name: string, _text: string, _slugs: readonly string[]): string {
  throw new Error("to come");
}
