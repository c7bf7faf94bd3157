import { readUrlAt } from "../../content/links/read-url.ts";
import { describeUnreachable } from "../net/unreachable.ts";

/** In bytes: several times a feed of twenty long editions. */
const MOST = 32 * 1024 * 1024;
const MOST_REDIRECTS = 5;

/** What an address answered, or why that is nothing to go by. */
export type Answer = { readonly text: string } | { readonly problem: string; readonly status?: number };

/** Whether an address is of this computer, which nobody on the way can change. */
function isLoopback(host: string): boolean {
  return host === "localhost" || host === "[::1]" || /^127\.\d+\.\d+\.\d+$/.test(host);
}

/** Why an address is not asked; undefined where it may be. */
export function refuseAddress({ protocol, hostname, username, password }: Readonly<URL>): string | undefined {
  if (username !== "" || password !== "") return "it has a name or a password in it";
  if (protocol === "https:" || (protocol === "http:" && isLoopback(hostname))) return undefined;
  return "only https is asked, and http on this computer";
}

/** The text of an answer as far as it may be long; undefined where it is longer. */
async function readBody({ body }: Response): Promise<string | undefined> {
  const decoder = new TextDecoder();
  let text = "";
  let size = 0;
  for await (const chunk of body ?? []) {
    size += chunk.byteLength;
    if (size > MOST) return undefined;
    text += decoder.decode(chunk, { stream: true });
  }
  return text + decoder.decode();
}

async function follow(url: Readonly<URL>, signal: AbortSignal, redirects: number): Promise<Answer> {
  const refused = refuseAddress(url);
  if (refused !== undefined) return { problem: `it leads to ${url.origin}, and ${refused}` };
  // What a cache on the way kept may be older than the site.
  const headers = { accept: "application/feed+json, application/atom+xml, */*;q=0.5", "cache-control": "no-cache" };
  const response = await fetch(url.href, { signal, redirect: "manual", headers });
  const { status } = response;
  const location = response.headers.get("location");
  if (status >= 300 && status < 400 && location !== null) {
    await response.body?.cancel();
    const next = readUrlAt(location, url.href);
    if (!next) return { problem: "it leads to what is no address" };
    return redirects === 0 ? { problem: "it leads on and on" } : follow(next, signal, redirects - 1);
  }
  if (status !== 200) {
    await response.body?.cancel();
    return { problem: `it answered ${status}`, status };
  }
  const text = await readBody(response);
  return text === undefined ? { problem: `it is longer than ${MOST / 1024 / 1024} MiB` } : { text };
}

/** Asks an address for a text, which must be there whole within so many milliseconds. Never throws for what an answer is like. */
export async function fetchText(url: Readonly<URL>, timeout: number): Promise<Answer> {
  try {
    return await follow(url, AbortSignal.timeout(timeout), MOST_REDIRECTS);
  } catch (error) {
    return { problem: describeUnreachable(error) };
  }
}
