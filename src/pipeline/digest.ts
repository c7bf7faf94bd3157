import { createHash, hash } from "node:crypto";

/** Characters of a digest: they stand for 128 bits. */
const LENGTH = 22;

/** A digest of texts or bytes, one after the other, each apart; 22 characters that stand for 128 bits. */
export function digestOf(...parts: readonly (string | Uint8Array)[]): string {
  let text = "";
  for (const part of parts) {
    if (typeof part !== "string") return digestBytes(parts);
    text += `${part.length} ${part}`;
  }
  // At once, in half the time.
  return hash("sha256", text, "base64url").slice(0, LENGTH);
}

function digestBytes(parts: readonly (string | Uint8Array)[]): string {
  const whole = createHash("sha256");
  for (const part of parts) whole.update(`${part.length} `).update(part);
  return whole.digest("base64url").slice(0, LENGTH);
}
