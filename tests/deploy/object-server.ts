import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** An object as a store has it. */
interface StoredObject {
  readonly bytes: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** A store of one bucket, spoken to as Amazon S3 is, and its objects as a website shows them. */
export interface ObjectServer {
  /** For `AWS_ENDPOINT_URL`. */
  readonly endpoint: string;
  /** Where the website of the objects below `prefix` begins. */
  site(prefix: string): string;
  /** By key. */
  readonly objects: Map<string, StoredObject>;
  /** The requests that changed something, in their order. */
  readonly changes: string[];
  close(): Promise<void>;
}

export const BUCKET = "paper";
/** So many keys are in one answer. */
const MOST_LISTED = 100;
const KEPT = /^(?:content-type|cache-control|content-disposition|content-encoding|content-language)$/;

function escapeXml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of request) parts.push(part as Buffer);
  return Buffer.concat(parts);
}

/** Takes the signed chunks of an upload apart: each begins with its size in hexadecimal digits, and the last one is empty. */
function joinChunks(body: Buffer): Buffer {
  const parts: Buffer[] = [];
  for (let at = 0; ;) {
    const end = body.indexOf("\r\n", at);
    const size = parseInt(body.toString("latin1", at, end), 16);
    if (!(size > 0)) return Buffer.concat(parts);
    parts.push(body.subarray(end + 2, end + 2 + size));
    at = end + 2 + size + 2;
  }
}

function answerXml(response: ServerResponse, status: number, name: string, inner: string): void {
  response.writeHead(status, { "content-type": "application/xml" });
  response.end(`<?xml version="1.0" encoding="UTF-8"?>\n<${name}>${inner}</${name}>`);
}

function fail(response: ServerResponse, status: number, code: string): void {
  answerXml(response, status, "Error", `<Code>${code}</Code><Message>${code}</Message>`);
}

/** Lists keys, in either version of that request. */
function list(objects: ReadonlyMap<string, StoredObject>, query: URLSearchParams, response: ServerResponse): void {
  const prefix = query.get("prefix") ?? "";
  const after = query.get("continuation-token") ?? query.get("marker") ?? query.get("start-after") ?? "";
  const keys = [...objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort();
  const page = keys.slice(0, MOST_LISTED);
  const last = page.at(-1) ?? "";
  const more = keys.length > page.length;
  const entries = page.map((key) => {
    const size = objects.get(key)?.bytes.length ?? 0;
    return `<Contents><Key>${escapeXml(key)}</Key><LastModified>2026-03-04T19:00:00.000Z</LastModified><ETag>"0"</ETag><Size>${size}</Size><StorageClass>STANDARD</StorageClass></Contents>`;
  });
  answerXml(
    response,
    200,
    "ListBucketResult",
    `<Name>${BUCKET}</Name><Prefix>${escapeXml(prefix)}</Prefix><KeyCount>${page.length}</KeyCount><MaxKeys>${MOST_LISTED}</MaxKeys><IsTruncated>${more}</IsTruncated>${more ? `<NextMarker>${escapeXml(last)}</NextMarker><NextContinuationToken>${escapeXml(last)}</NextContinuationToken>` : ""}${entries.join("")}`,
  );
}

function createApi(objects: Map<string, StoredObject>, changes: string[]): Server {
  const act = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const [, bucket, ...rest] = decodeURIComponent(pathname).split("/");
    const key = rest.join("/");
    const method = request.method ?? "";
    const body = await readBody(request);
    if (bucket !== BUCKET) {
      fail(response, 404, "NoSuchBucket");
    } else if (method === "GET" && key === "") {
      list(objects, searchParams, response);
    } else if (method === "POST" && searchParams.has("delete")) {
      for (const [, name = ""] of body.toString().matchAll(/<Key>([^<]*)<\/Key>/g)) {
        objects.delete(name);
        changes.push(`DELETE ${name}`);
      }
      answerXml(response, 200, "DeleteResult", "");
    } else if (method === "PUT") {
      const isChunked = (request.headers["content-encoding"] ?? "").includes("aws-chunked");
      const headers = Object.entries(request.headers).filter(([name]) => KEPT.test(name)) as [string, string][];
      const own = headers.filter(([name]) => !(isChunked && name === "content-encoding"));
      objects.set(key, { bytes: isChunked ? joinChunks(body) : body, headers: Object.fromEntries(own) });
      changes.push(`PUT ${key}`);
      response.writeHead(200, { etag: '"0"' }).end();
    } else if (method === "DELETE") {
      objects.delete(key);
      changes.push(`DELETE ${key}`);
      response.writeHead(204).end();
    } else {
      const found = objects.get(key);
      if (!found) {
        fail(response, 404, "NoSuchKey");
        return;
      }
      const modified = "Wed, 04 Mar 2026 19:00:00 GMT";
      response.writeHead(200, {
        ...found.headers,
        "content-length": found.bytes.length,
        etag: '"0"',
        "last-modified": modified,
      });
      response.end(method === "HEAD" ? undefined : found.bytes);
    }
  };
  return createServer((request, response) => {
    // A client that was killed sends half a request, which changes nothing.
    act(request, response).catch(() => response.destroy());
  });
}

function createWebsite(objects: ReadonlyMap<string, StoredObject>): Server {
  return createServer((request, response) => {
    const path = decodeURIComponent(new URL(request.url ?? "/", "http://127.0.0.1").pathname).slice(1);
    const found = objects.get(path.endsWith("/") || path === "" ? `${path}index.html` : path);
    if (found) response.writeHead(200, found.headers).end(found.bytes);
    else response.writeHead(404, { "content-type": "text/plain" }).end("not there\n");
  });
}

async function listen(server: Server): Promise<string> {
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Starts a store on 127.0.0.1. It asks nobody for keys. */
export async function startObjectServer(): Promise<ObjectServer> {
  const objects = new Map<string, StoredObject>();
  const changes: string[] = [];
  const servers = [createApi(objects, changes), createWebsite(objects)] as const;
  const [endpoint, website] = [await listen(servers[0]), await listen(servers[1])];
  return {
    endpoint,
    site: (prefix) => `${website}/${prefix}`,
    objects,
    changes,
    async close() {
      for (const server of servers) {
        server.closeAllConnections();
        await new Promise((resolve) => server.close(resolve));
      }
    },
  };
}
