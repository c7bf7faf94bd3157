import type { Token } from "./parser.ts";

/** The text a reader sees of inline tokens. */
export function plainText(tokens: readonly Token[] | null): string {
  let text = "";
  for (const { type, content } of tokens ?? [])
    text += type === "softbreak" || type === "hardbreak" ? " " : type === "image" ? "" : content;
  return text;
}
