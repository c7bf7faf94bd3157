import { decodePart } from "../../../src/content/links/web-address.ts";

/** Why an archive is refused whole: it cannot be read for certain, or asks for more than any honest one does. */
export class Refusal extends Error {}

/** What an archive may ask for. Larger ones are exported in parts: every system here can do so. */
export const MOST = {
  /** Bytes of an export or a feed. */
  file: 64 * 1024 * 1024,
  /** Bytes of one text of a folder. */
  text: 1024 * 1024,
  /** UTF-16 units of one text within an export. */
  body: 2 * 1024 * 1024,
  posts: 20_000,
  /** Files of a folder, pictures included. */
  files: 50_000,
  /** Bytes of all texts of a folder. */
  all: 256 * 1024 * 1024,
  /** Elements of an export that stand within each other. */
  xmlDepth: 50,
  /** Elements of a text that stand within each other. */
  htmlDepth: 200,
  /** Elements and texts that browsers would make of one text: some few kilobytes can ask for millions. */
  nodes: 200_000,
};

/** Reads an archive's bytes as text. Throws a refusal at what is no UTF-8, or holds a NUL, which no honest text has. */
export function readText(bytes: Uint8Array, name: string): string {
  let text: string;
  try {
    text = new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new Refusal(`${name} is not UTF-8: save or export it again as UTF-8`);
  }
  const nul = text.indexOf("\0");
  if (nul >= 0) throw new Refusal(`${name} holds a NUL (U+0000) at offset ${nul}, which no text has`);
  return text;
}

/** Throws a refusal where a name that an archive gives would lead out of the folder that it names. */
export function refuseEscape(name: string, where: string): void {
  const plain = decodePart(name);
  if (plain.split(/[\\/]/).includes("..") || plain.includes("\0"))
    throw new Refusal(
      `${where} is called “${plain.replaceAll("\0", "␀").slice(0, 100)}”, which leads out of its folder`,
    );
}
