/** A number with its word, “1 story” or “2 stories”, as editors are told of it; readers are told in messages. */
export function countOf(number: number, one: string, many: string): string {
  return `${number} ${number === 1 ? one : many}`;
}
