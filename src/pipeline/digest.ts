import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readFileSync, readSync } from "node:fs";

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

/** Of a large file so much is in memory at a time. */
const CHUNK = 1 << 20;

/** The digest that `digestOf` has for a text and the bytes of a file of this size. Throws where the file cannot be read, or has another size. */
export function digestFile(text: string, path: string, size: number): string {
  if (size <= CHUNK) return digestOf(text, readFileSync(path));
  const whole = createHash("sha256").update(`${text.length} `).update(text).update(`${size} `);
  const chunk = new Uint8Array(CHUNK);
  const file = openSync(path, "r");
  try {
    let left = size;
    for (let count = readSync(file, chunk); count > 0; count = readSync(file, chunk)) {
      whole.update(chunk.subarray(0, count));
      left -= count;
    }
    if (left !== 0) throw new Error(`${path} changed while it was read`);
  } finally {
    closeSync(file);
  }
  return whole.digest("base64url").slice(0, LENGTH);
}

function digestBytes(parts: readonly (string | Uint8Array)[]): string {
  const whole = createHash("sha256");
  for (const part of parts) whole.update(`${part.length} `).update(part);
  return whole.digest("base64url").slice(0, LENGTH);
}
