import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { createServer } from "node:https";
import type { AddressInfo } from "node:net";
import type { Net } from "../../src/pipeline/net/ask.ts";
import { isPublicAddress, lookUpAllowed } from "../../src/pipeline/gather/public-address.ts";
import type { Reach } from "../../src/pipeline/gather/round.ts";
import { CERTIFICATE } from "../certificate.ts";

export type Reply = (request: IncomingMessage, response: ServerResponse) => void;

/** A request that came, and what it had sent back: the status, and the bytes of the body. */
export interface Asked {
  readonly host: string;
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  /** How many requests to the same host were open when it came, itself included. */
  readonly open: number;
}

/** Hosts below feeds.example, all of which are this computer. */
export interface Hosts {
  /** The address of a path at a host. */
  readonly at: (host: string, path: string) => string;
  readonly asked: Asked[];
  readonly net: Net;
  /** How many connections were opened. */
  connections(): number;
  close(): void;
}

const isLoopback = (address: string) => address === "127.0.0.1";

/** Reaches every host at this computer, and `private.*` at an address of somebody's own network. */
export function reachLoopback(timeout = 15_000): Reach {
  const resolve = (host: string, _: unknown, callback: (error: null, all: object[]) => void): void => {
    callback(null, [{ address: host.startsWith("private.") ? "10.0.0.8" : "127.0.0.1", family: 4 }]);
  };
  const lookup = lookUpAllowed(isLoopback, resolve as Parameters<typeof lookUpAllowed>[1]);
  return { net: { lookup, timeout, ca: CERTIFICATE.cert }, isAllowed: isPublicAddress };
}

/** Serves replies by host and path, or by host alone, on 127.0.0.1; whatever has none is not found. `private.feeds.example` has a private address. */
export async function serveHosts(replies: Readonly<Record<string, Reply>>, timeout = 15_000): Promise<Hosts> {
  const asked: Asked[] = [];
  const open = new Map<string, number>();
  const server = createServer(CERTIFICATE, (request, response) => {
    const host = /^([\w-]+)\./.exec(request.headers.host ?? "")?.[1] ?? "";
    const path = request.url ?? "";
    open.set(host, (open.get(host) ?? 0) + 1);
    response.on("close", () => open.set(host, (open.get(host) ?? 0) - 1));
    asked.push({ host, path, headers: request.headers, open: open.get(host) ?? 0 });
    const reply = replies[`${host}${path}`] ?? replies[host];
    if (reply) reply(request, response);
    else response.writeHead(404).end("none");
  });
  let connections = 0;
  server.on("secureConnection", () => connections++);
  server.listen({ port: 0, host: "127.0.0.1" });
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    at: (host, path) => `https://${host}.feeds.example:${port}${path}`,
    asked,
    net: reachLoopback(timeout).net,
    connections: () => connections,
    close() {
      server.closeAllConnections();
      server.close();
    },
  };
}

export const send =
  (body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}, status = 200): Reply =>
  (_, response) => {
    response.writeHead(status, headers).end(body);
  };

/** A feed in RSS of entries, each a title and a link. */
export function rss(...entries: readonly (readonly [title: string, link: string, date?: string])[]): string {
  const items = entries.map(
    ([title, link, date]) =>
      `<item><title>${title}</title><link>${link}</link>${date === undefined ? "" : `<pubDate>${date}</pubDate>`}<description>A text that nobody keeps.</description></item>`,
  );
  return `<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>Feed</title>${items.join("")}</channel></rss>`;
}
