import type { IncomingMessage } from "node:http";
import { MOST_PICTURE, MOST_TEXT } from "../../../content/files/size.ts";
import type { Refusal } from "../guard.ts";

/** What may be sent, by its media type, and how much of it in bytes: a text twice, as it was and as it is to be, with all its quotes escaped. */
const KINDS = {
  json: { type: /^application\/json(?:\s*;\s*charset=utf-8)?$/i, most: 6 * MOST_TEXT },
  picture: { type: /^(?:image\/(?:jpeg|png|webp|avif)|application\/octet-stream)$/i, most: MOST_PICTURE },
};

/**
 * Reads what a request brings. A form of another site has none of these media types: to send one, its browser would ask first, and be refused (Fetch,
 * CORS-safelisted request headers).
 */
export async function readBody(request: IncomingMessage, kind: keyof typeof KINDS): Promise<Uint8Array | Refusal> {
  const { type, most } = KINDS[kind];
  if (!type.test(request.headers["content-type"] ?? ""))
    return { status: 415, why: "The desk does not take what is sent in this way." };
  const tooMuch: Refusal = { status: 413, why: `This is more than ${most / 1024} KiB.` };
  if (Number(request.headers["content-length"] ?? 0) > most) return tooMuch;
  const chunks: Buffer[] = [];
  let size = 0;
  // The connection is kept, so that the refusal can be told.
  for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) return tooMuch;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
