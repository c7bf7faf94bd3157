import { createHash, timingSafeEqual } from "node:crypto";
import type { IncomingMessage } from "node:http";

/** Why a request is not answered: a status and a sentence for whoever sent it. */
export interface Refusal {
  readonly status: 400 | 403 | 405 | 413 | 415;
  readonly why: string;
}

const MALFORMED: Refusal = { status: 400, why: "This is not an address of the preview." };
const FOREIGN: Refusal = { status: 403, why: "The preview answers at its own address only." };

/** The hosts of a preview that listens at 127.0.0.1: what a browser sends to it unless it was sent there by another name. */
function hostsAt(port: number): string[] {
  return ["localhost", "127.0.0.1"].flatMap((name) => (port === 80 ? [name, `${name}:80`] : [`${name}:${port}`]));
}

/** Whether another site's page asks: it may lead here, by a link that a person follows, and nothing else. */
function isFromElsewhere({ headers }: IncomingMessage): boolean {
  const site = headers["sec-fetch-site"];
  if (site === undefined || site === "same-origin" || site === "none") return false;
  return !(headers["sec-fetch-mode"] === "navigate" && headers["sec-fetch-dest"] === "document");
}

/** The methods of what can only be read. */
export const READING: readonly string[] = ["GET", "HEAD"];

/**
 * Why a request to a preview that listens at `port` of 127.0.0.1 is not answered, or undefined when it is. Drafts are nobody
 * else's business: a name that somebody has lead to this computer (DNS rebinding) is not its own (RFC 9110, 7.2), and a page
 * from elsewhere says so by its Origin (RFC 6454) or by Sec-Fetch-Site (W3C Fetch Metadata). `methods` are those that what is asked for takes.
 */
export function refuseRequest(
  request: IncomingMessage,
  port: number,
  methods: readonly string[] = READING,
): Refusal | undefined {
  const [host, ...others] = request.headersDistinct["host"] ?? [];
  if (host === undefined || others.length > 0) return MALFORMED;
  const hosts = hostsAt(port);
  if (!hosts.includes(host.toLowerCase())) return FOREIGN;
  const { origin } = request.headers;
  if (origin !== undefined && !hosts.some((own) => origin === `http://${own}`)) return FOREIGN;
  if (isFromElsewhere(request)) return FOREIGN;
  if (!methods.includes(request.method ?? ""))
    return { status: 405, why: `This is asked for by ${methods.join(" or ")} only.` };
  return readTarget(request.url ?? "") === undefined ? MALFORMED : undefined;
}

/**
 * Why a request that would change something is not answered: beside `refuseRequest`, it must say by which page it was sent, which no form, picture
 * or script of another site can say falsely, and hold the token that this process alone gave to its own page.
 */
export function refuseChange(request: IncomingMessage, token: string): Refusal | undefined {
  const { origin, host, "x-desk-token": given } = request.headers;
  if (origin === undefined || origin !== `http://${host?.toLowerCase() ?? ""}`) return FOREIGN;
  const isRight = typeof given === "string" && timingSafeEqual(bytesOf(given), bytesOf(token));
  return isRight
    ? undefined
    : { status: 403, why: "The desk was started anew since this page was opened: load it again." };
}

/** As digests, so that both have one length whatever was sent. */
function bytesOf(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}

/**
 * The path that a request asks for, decoded; undefined when it is none: a whole address, one of another host (`//host/`), a
 * sign that no percent-encoding gives, or steps out of a folder.
 */
export function readTarget(target: string): string | undefined {
  const [written = ""] = target.split(/[?#]/, 1);
  try {
    const path = decodeURIComponent(written);

    const isPath = path.startsWith("/") && !/\/\/|[\\\u0000-\u001f]/.test(path) && !/\/\.{1,2}(?:\/|$)/.test(path);
    return isPath ? path : undefined;
  } catch {
    return undefined;
  }
}
