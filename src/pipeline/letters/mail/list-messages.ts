/** The paths of the messages that a path holds. */
export function listMessages(path: string): readonly string[] {
  return [path];
}
