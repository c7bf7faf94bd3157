import { createHash } from "node:crypto";

/** A digest of texts or bytes, one after the other, each apart; 22 characters that stand for 128 bits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(`${part.length} `).update(part);
  return hash.digest("base64url").slice(0, 22);
}
