import { once } from "node:events";
import type { ClientRequest, IncomingHttpHeaders, IncomingMessage, OutgoingHttpHeaders } from "node:http";
import { type Agent, get } from "node:https";
import type { LookupFunction } from "node:net";
import { pipeline, type Transform } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import { describeUnreachable } from "../unreachable.ts";

/** How hosts are reached. */
export interface Net {
  readonly lookup: LookupFunction;
  /** In milliseconds, for each whole answer. */
  readonly timeout: number;
  /** Certificates that are trusted beside those of Node, in PEM. */
  readonly ca?: string;
}

/** What a host answered; without a body where it was not asked for one, or says that nothing has changed. */
export interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: Uint8Array;
}

/** Why there is no answer. */
export interface NoAnswer {
  readonly problem: string;
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

/**
 * Asks an https address once, without following where it leads; a connection that `agent` keeps of that host is used again. Never throws for what an answer
 * is like.
 */
export async function ask(
  url: Readonly<URL>,
  headers: OutgoingHttpHeaders,
  net: Net,
  agent: Agent,
): Promise<Answer | NoAnswer> {
  const { lookup, timeout, ca } = net;
  const signal = AbortSignal.timeout(timeout);
  const request = get(url.href, {
    agent,
    headers: { "accept-encoding": "gzip, br", ...headers },
    lookup,
    signal,
    ...(ca !== undefined && { ca }),
  });
  try {
    const [response] = (await once(request, "response")) as [IncomingMessage];
    const { statusCode: status = 0, headers: own } = response;
    const body = status === 200 ? await readBody(response) : new Uint8Array();
    // What has no body is over, so that the connection may be used again.
    if (status === 304) response.resume();
    return body ? { status, headers: own, body } : { problem: `it is longer than ${MOST / 1024 ** 2} MiB` };
  } catch (error) {
    if (isStale(request, error)) return await ask(url, headers, net, agent);
    return { problem: signal.aborted ? describeUnreachable(signal.reason) : describeUnreachable(error) };
  } finally {
    // What comes after an end of ours is nobody's business.
    request.on("error", () => undefined);
    request.destroy();
  }
}
