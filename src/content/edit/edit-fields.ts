/** What a text is to say from now on; what is not named stays as it is. */
export interface FieldEdits {
  /**
   * Top-level keys and their whole new values, as the schema has them (text, lists, mappings, booleans, numbers); `undefined` takes
   * the key's lines out. A value that says what is there already changes nothing.
   */
  readonly fields?: Readonly<Record<string, unknown>>;
  /** All that stands below the second fence. Its line ends do not count: those of the file are kept. */
  readonly body?: string | undefined;
}

/**
 * The text of a file with other values in its front matter, or in all of it where `name` ends with `.yaml`, and with another body.
 * Only the lines of what changed are other ones; comments, order, quotes, line ends, a byte-order mark and all else stay byte for byte.
 * `name` is the path in the content folder, by which it is known what kind of text this is, and so where a new key belongs.
 * Throws NotEditable, with a sentence for people, where the text cannot be read or would not say exactly what was asked.
 */
export function editFields(_name: string, _text: string, _edits: FieldEdits): string {
  throw new Error("to come");
}
