import type { Refused } from "./refused.ts";

/** A picture that was placed: its file's name, for `image.src` or Markdown, and its size in pixels. */
export interface PlacedPicture {
  /** In the edition's folder, as `open-model.jpg`. */
  readonly file: string;
  readonly width: number;
  readonly height: number;
}

/**
 * Puts a picture into the folder of an edition (`edition` is its identity, `2026-03-04-evening`), under a name of the format made of the
 * suggested one, with `-2` and so on where that is taken by another picture. The same picture again has the name that it has there.
 * Refused as the rules refuse a picture: what it is to be saved as stands in the sentence.
 */
export function placePicture(
  _content: string,
  _edition: string,
  _suggestedName: string,
  _bytes: Uint8Array,
): Promise<PlacedPicture | Refused> {
  throw new Error("to come");
}
