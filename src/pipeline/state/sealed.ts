import { readFileSync } from "node:fs";
import { writeWhole } from "../../cache.mjs";
import { digestOf } from "../digest.ts";

/** Bytes of the digest that ends each sealed file. */
const SEAL = 22;

/** Writes a file whole or not at all, sealed with the digest of its body, which is returned. Throws what the disk refuses. */
export function writeSealed(path: string, body: string | Uint8Array): string {
  const bytes = typeof body === "string" ? Buffer.from(body) : body;
  const digest = digestOf(bytes);
  writeWhole(path, Buffer.concat([bytes, Buffer.from(digest, "latin1")]));
  return digest;
}

/** What a sealed file holds. */
export interface Sealed {
  readonly body: Buffer;
  readonly digest: string;
}

/** Reads a sealed file; undefined when it is missing, cut short or damaged, or cannot be read: that is as good as none. */
export function readSealed(path: string): Sealed | undefined {
  try {
    const bytes = readFileSync(path);
    const body = bytes.subarray(0, -SEAL);
    const digest = digestOf(body);
    return bytes.toString("latin1", bytes.length - SEAL) === digest ? { body, digest } : undefined;
  } catch {
    return undefined;
  }
}
