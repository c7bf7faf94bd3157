import { once } from "node:events";
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { type Agent, request as send } from "node:https";
import type { LookupFunction } from "node:net";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { describeUnreachable } from "./unreachable.ts";

/** How hosts are reached. */
export interface Net {
  readonly lookup: LookupFunction;
  /** In milliseconds, for each whole answer. */
  readonly timeout: number;
  /** Certificates that are trusted beside those of Node, in PEM. */
  readonly ca?: string;
}

/** What a host answered; without a body where it has none that is wanted. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Why there is no answer. */
export interface NoAnswer {
  readonly problem: string;
  /** Whether the host may have been asked all the same: it was connected. */
  readonly mayHaveCome?: boolean;
}

/** In bytes, unpacked: far more than a feed of a thousand entries. */
const MOST = 4 * 1024 * 1024;

const UNPACK: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  "x-gzip": createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/** The bytes of an answer, unpacked as they come, so that a small one cannot grow without end; undefined where there are too many. */
async function readBody(response: IncomingMessage): Promise<Buffer | undefined> {
  const unpack = UNPACK[response.headers["content-encoding"] ?? ""]?.();
  // The error, if there is one, is thrown where the chunks are read.
  const stream: AsyncIterable<Buffer> = unpack ? pipeline(response, unpack, () => undefined) : response;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream) {
    size += chunk.length;
    if (size > MOST) return undefined;
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/** A host may end a connection that is kept just when it is asked again (RFC 9112, 9.3.1). */
function isStale({ reusedSocket }: ClientRequest, error: unknown): boolean {
  return reusedSocket && (error as NodeJS.ErrnoException).code === "ECONNRESET";
}

/** What is asked of a host. */
export interface Question {
  readonly method?: "GET" | "HEAD" | "POST" | "PUT";
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Uint8Array;
  /** Whether the body of an answer of such a status is read; of 200 alone where nothing is said. */
  readonly isWanted?: (status: number) => boolean;
}

/**
 * Asks an https address once, without following where it leads; a connection that `agent` keeps of that host is used again. Never throws for what an answer
 * is like.
 */
export async function ask(url: Readonly<URL>, question: Question, net: Net, agent?: Agent): Promise<Answer | NoAnswer> {
  const { lookup, timeout, ca } = net;
  const { method = "GET", headers: own, body: sent, isWanted = (status) => status === 200 } = question;
  const signal = AbortSignal.timeout(timeout);
  const request = send(url.href, {
    ...(agent && { agent }),
    method,
    headers: {
      "accept-encoding": "gzip, br",
      ...(sent !== undefined && { "content-length": Buffer.byteLength(sent) }),
      ...own,
    },
    lookup,
    signal,
    ...(ca !== undefined && { ca }),
  });
  let isConnected = false;
  request.once("socket", (socket) => {
    if (request.reusedSocket) isConnected = true;
    else socket.once("secureConnect", () => (isConnected = true));
  });
  try {
    const answered = once(request, "response") as Promise<[IncomingMessage]>;
    request.end(sent);
    const [response] = await answered;
    const { statusCode: status = 0, headers } = response;
    const body = isWanted(status) ? await readBody(response) : new Uint8Array();
    // What has no body is over, so that the connection may be used again.
    if (status === 304) response.resume();
    return body
      ? { status, headers, body }
      : { problem: `it is longer than ${MOST / 1024 ** 2} MiB`, mayHaveCome: isConnected };
  } catch (error) {
    // Whether something that was sent took effect is for its sender to find out.
    if (method === "GET" && isStale(request, error)) return await ask(url, question, net, agent);
    const reason: unknown = signal.aborted ? signal.reason : error;
    return { problem: describeUnreachable(reason), mayHaveCome: isConnected };
  } finally {
    // What comes after an end of ours is nobody's business.
    request.on("error", () => undefined);
    request.destroy();
  }
}
