import type { IncomingMessage } from "node:http";

/** A letter of the most characters, each of the most bytes as a form writes them, and all else of the form. */
export const MOST_BODY = 48 * 1024;

/** The body of a request, or “too-large” as soon as that is known: no more is read then. “cut” where it did not come to its end. */
export function readBody(request: IncomingMessage, most: number): Promise<Buffer | "too-large" | "cut"> {
  if (Number(request.headers["content-length"] ?? 0) > most) return Promise.resolve("too-large");
  return new Promise((resolve) => {
    const parts: Buffer[] = [];
    let length = 0;
    request.on("data", (part: Buffer) => {
      length += part.length;
      if (length > most) {
        request.pause();
        request.removeAllListeners("data");
        resolve("too-large");
      } else parts.push(part);
    });
    request.on("end", () => {
      resolve(Buffer.concat(parts));
    });
    for (const event of ["error", "aborted", "close"])
      request.on(event, () => {
        resolve("cut");
      });
  });
}
