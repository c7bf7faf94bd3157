import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { extname } from "node:path";
import { contentType } from "mime-types";
import { fileAt, FILES, PAGES } from "../../content/addresses.ts";
import { LIVE, VERSION } from "../../views/problems.ts";
import { readTarget, refuseRequest } from "./guard.ts";

/** What is served: the file of a path, of those that the preview has made; never one of another folder, whatever is asked for. */
export type FindFile = (path: string) => Promise<Uint8Array | undefined>;

/** What is answered beside files: a status, headers beside those that every answer has, and a body. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Uint8Array | string;
}

/** A part of the preview's host that is no part of the site, and answers by itself. */
export interface Annex {
  /** The methods by which a path of it may be asked for; undefined where it is none of its own. */
  methodsOf(path: string): readonly string[] | undefined;
  /** Answers a request to a path of it that comes from this computer's own pages; undefined where the site answers. */
  answer(request: IncomingMessage, path: string): Promise<Answer | undefined>;
}

/** A preview that is being served. */
export interface Live {
  /** Where it begins, as a browser takes it. */
  address(): string;
  /** Counts from now on as another preview, which begins at `base` of its host, and tells every open page. */
  renew(base: string): void;
  close(): void;
}

/** So many ports after the wanted one are tried where others listen. */
const MORE_PORTS = 10;

/** Other sites may neither show the preview in a frame, as its own desk does, nor hold on to its window, and nobody keeps what will soon be another. */
const ALWAYS = {
  "Cache-Control": "no-store",
  "Content-Security-Policy": "frame-ancestors 'self'",
  "Cross-Origin-Opener-Policy": "same-origin",
  "Cross-Origin-Resource-Policy": "same-origin",
  "X-Content-Type-Options": "nosniff",
};

function say(response: ServerResponse, status: number, why: string): void {
  response
    .writeHead(status, { ...ALWAYS, Connection: "close", "Content-Type": "text/plain; charset=utf-8" })
    .end(`${why}\n`);
}

function send(response: ServerResponse, isHead: boolean, { status, headers, body }: Answer): void {
  response.writeHead(status, { ...ALWAYS, "Content-Length": Buffer.byteLength(body), ...headers });
  response.end(isHead ? undefined : body);
}

/** Listens at the first free port from the wanted one on, on this computer only. Throws what the system says where none is to be had. */
async function listen(server: Server, wanted: number): Promise<number> {
  for (let port = wanted; ; port++) {
    server.listen({ port, host: "127.0.0.1" });
    try {
      await once(server, "listening");
      return (server.address() as AddressInfo).port;
    } catch (error) {
      const isTaken = (error as NodeJS.ErrnoException).code === "EADDRINUSE";
      if (!isTaken || port >= Math.min(wanted + MORE_PORTS, 65_535)) throw error;
    }
  }
}

/** Which making of the preview is served, and where that begins at its host: as an address, and as the path that this means. */
interface State {
  readonly base: string;
  readonly root: string;
  readonly version: number;
}

function begin(base: string, version: number): State {
  return { base, root: readTarget(base + PAGES.home)?.slice(0, -1) ?? "", version };
}

/** Answers a request for a file, with the version of the preview that it is of, by which its page knows when it is an old one. */
async function sendFile(response: ServerResponse, path: string, find: FindFile, state: State): Promise<void> {
  const { base, root, version } = state;
  if (path === "/" && root !== "") {
    response.writeHead(302, { ...ALWAYS, Location: base + PAGES.home }).end();
    return;
  }
  const inner = path.startsWith(`${root}/`) ? path.slice(root.length) : undefined;
  const isFolder = inner?.endsWith("/");
  const found = inner === undefined ? undefined : await find(fileAt(inner));
  if (!found && inner !== undefined && !isFolder && (await find(fileAt(`${inner}/`)))) {
    response.writeHead(301, { ...ALWAYS, Location: encodeURI(`${path}/`) }).end();
    return;
  }
  const content = found ?? (await find(FILES.notFound)) ?? Buffer.from("There is no such page.\n");
  const type = isFolder || !found ? ".html" : extname(path);
  response.writeHead(found ? 200 : 404, {
    ...ALWAYS,
    "Content-Type": contentType(type) || "application/octet-stream",
    "Content-Length": content.length,
    "Server-Timing": `${VERSION};dur=${version}`,
  });
  response.end(content);
}

/**
 * Serves a preview on this computer only, at `port` or one of the next. Nothing that is sent to it ends it: what is no request
 * for one of its own files at its own address is refused. Pages are told of each new version by server-sent events, until `ending` is aborted: what
 * they loaded then might not be answered any more. `annex` answers beside it.
 */
export async function serve(
  port: number,
  base: string,
  find: FindFile,
  annex?: Annex,
  ending?: AbortSignal,
): Promise<Live> {
  let state = begin(base, Date.now());
  let listening = 0;
  const pages = new Set<ServerResponse>();
  const tell = (page: ServerResponse): void => {
    if (!ending?.aborted) page.write(`data: ${state.version}\n\n`);
  };
  const sendVersions = (request: IncomingMessage, response: ServerResponse) => {
    response.writeHead(200, { ...ALWAYS, "Content-Type": "text/event-stream" });
    if (request.method === "HEAD") {
      response.end();
      return;
    }
    pages.add(response);
    response.on("close", () => pages.delete(response));
    tell(response);
  };
  const answer = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = readTarget(request.url ?? "") ?? "";
    const methods = annex?.methodsOf(path);
    const refusal = refuseRequest(request, listening, methods);
    const beside = !refusal && methods ? await annex?.answer(request, path) : undefined;
    if (refusal) say(response, refusal.status, refusal.why);
    else if (beside) send(response, request.method === "HEAD", beside);
    else if (path === state.root + LIVE) sendVersions(request, response);
    else await sendFile(response, path, find, state);
  };
  const server = createServer((request, response) => {
    response.on("error", () => response.destroy());
    answer(request, response).catch(() => {
      if (response.headersSent) response.destroy();
      else say(response, 500, "This file cannot be read.");
    });
  });
  listening = await listen(server, port);
  // A connection that the system could not open for want of something is the loss of whoever asked for it.
  server.on("error", () => undefined);
  return {
    address: () => `http://localhost:${listening}${state.base}/`,
    renew(path) {
      state = begin(path, Math.max(Date.now(), state.version + 1));
      pages.forEach(tell);
    },
    close() {
      server.close();
      server.closeAllConnections();
    },
  };
}
