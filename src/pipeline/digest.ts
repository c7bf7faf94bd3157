import { createHash, hash as hashText } from "node:crypto";

/** A digest of texts or bytes, one after the other, each apart; 22 characters that stand for 128 bits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  // The same of texts alone at once, since most are short and each object of a hash costs more than those.
  if (parts.every((part) => typeof part === "string"))
    return hashText("sha256", parts.map((part) => `${part.length} ${part}`).join(""), "base64url").slice(0, 22);
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("base64url").slice(0, 22);
}
