/** A file for machines, as text. */
export interface TextFile {
  readonly path: string;
  readonly text: string;
}
