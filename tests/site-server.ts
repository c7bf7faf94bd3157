import { createReadStream, existsSync, readFileSync, statSync } from "node:fs";
import { createServer, type RequestListener } from "node:http";
import { createServer as createSecureServer } from "node:https";
import type { AddressInfo } from "node:net";
import { extname, join, normalize } from "node:path";
import { createGzip } from "node:zlib";
import { CERTIFICATE } from "./certificate.ts";

const TYPES: Record<string, string> = {
  ".html": "text/html; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".xml": "application/xml; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".woff2": "font/woff2",
  ".js": "text/javascript; charset=utf-8",
  ".svg": "image/svg+xml",
  ".ico": "image/x-icon",
  ".webmanifest": "application/manifest+json",
  ".mp3": "audio/mpeg",
  ".m4a": "audio/mp4",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".webp": "image/webp",
  ".avif": "image/avif",
};

const COMPRESSED = /^text\/|\+xml|^application\/(?:xml|json)/;

export interface SiteServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Reads a `_headers` file: by path, in which a final `*` stands for anything, the headers of what is there. */
export function readHeaders(folder: string): (path: string) => Record<string, string> {
  const file = join(folder, "_headers");
  const rules: { pattern: string; headers: [string, string][] }[] = [];
  for (const line of existsSync(file) ? readFileSync(file, "utf8").split("\n") : []) {
    const [, name, value] = /^ {2}([\w-]+): (.*)$/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) rules.at(-1)?.headers.push([name, value]);
    else if (line !== "") rules.push({ pattern: line, headers: [] });
  }
  const matches = (pattern: string, path: string) =>
    pattern.endsWith("*") ? path.startsWith(pattern.slice(0, -1)) : path === pattern;
  return (path) => Object.fromEntries(rules.flatMap(({ pattern, headers }) => (matches(pattern, path) ? headers : [])));
}

/**
 * Serves a built site on 127.0.0.1, as a static host would: with its headers, text compressed with gzip for those who take
 * it, index.html for folders, 404.html for the rest; over https where that is asked for, with a certificate that no browser trusts.
 */
export async function serveSite(
  folder: string,
  { isSecure = false, port = 0 }: { readonly isSecure?: boolean; readonly port?: number } = {},
): Promise<SiteServer> {
  const headersOf = readHeaders(folder);
  const answer: RequestListener = (request, response) => {
    const { pathname } = new URL(request.url ?? "/", "http://127.0.0.1");
    const path = normalize(decodeURIComponent(pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    const found = !path.includes("..") && statSync(file, { throwIfNoEntry: false })?.isFile() === true;
    const sent = found ? file : join(folder, "404.html");
    if (!found && !existsSync(sent)) {
      response.writeHead(404).end();
      return;
    }
    const type = TYPES[extname(sent)] ?? "application/octet-stream";
    const isCompressed = COMPRESSED.test(type) && /\bgzip\b/.test(request.headers["accept-encoding"] ?? "");
    response.writeHead(found ? 200 : 404, {
      ...headersOf(pathname),
      "content-type": type,
      ...(isCompressed && { "content-encoding": "gzip", vary: "accept-encoding" }),
    });
    const content = createReadStream(sent);
    (isCompressed ? content.pipe(createGzip({ level: 9 })) : content).pipe(response);
  };
  const server = isSecure ? createSecureServer(CERTIFICATE, answer) : createServer(answer);
  await new Promise<void>((resolve) => server.listen(port, "127.0.0.1", resolve));
  return {
    url: `http${isSecure ? "s" : ""}://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => {
          resolve();
        });
      }),
  };
}
