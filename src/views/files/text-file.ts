/** A file for machines, as text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}

/** A file of JSON, as people can read it. */
export function jsonFile(path: string, document: object): TextFile {
  return { path, text: `${JSON.stringify(document, null, 1)}\n` };
}
