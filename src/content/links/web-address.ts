import { domainToUnicode } from "node:url";
import { isDisguised } from "../words/lookalikes.ts";

/** Why a host, as the URL parser gives it, is not one that a reader can trust, or undefined when it is. */
function hostProblem(host: string): string | undefined {
  if (/^[\d.]+$/.test(host) || host.startsWith("[")) return "names a machine by number";
  if (!host.includes(".")) return "names no public host";
  if (host.endsWith(".")) return "has a dot after its host";
  if (host.length > 253 || !/^[a-z\d_-]{1,63}(\.[a-z\d_-]{1,63})+$/.test(host))
    return "has a host that no site can have";
  const shown = domainToUnicode(host);
  return isDisguised(shown) ? `leads to “${shown}”, whose letters only look Latin (${host})` : undefined;
}

/** Whether the host that was typed is the one that will be asked: parsers drop, decode and exchange characters silently. */
function isAsTyped(typed: string, host: string): boolean {
  const plain = typed.normalize("NFC").toLowerCase();
  return plain === host || plain.normalize("NFC") === domainToUnicode(host);
}

/** Why a text is not an address this site may link to, or undefined when it is one. */
export function httpsProblem(text: string): string | undefined {
  if (/[\s\p{Cc}\p{Cf}<>"\\^`{|}]/u.test(text)) return "has a space or a character that no address holds";
  if (!URL.canParse(text)) return "is not an address";
  const url = new URL(text);
  if (url.protocol === "http:") return "is plain http, which others can read and change on its way";
  if (url.protocol !== "https:") return `begins with “${url.protocol}”`;
  const [, authority] = /^https:\/\/([^/?#]+)/i.exec(text) ?? [];
  if (authority === undefined) return "lacks the “//” and a host after “https:”";
  if (authority.includes("@")) return "has a user name before its host, a common disguise";
  const problem = hostProblem(url.hostname);
  if (problem !== undefined) return problem;
  return isAsTyped(authority.replace(/:\d*$/, ""), url.hostname) ? undefined : `is read as https://${url.host}`;
}

/** The ASCII form of a host of a site as an editor writes it (`bücher.example`), or undefined when it is none. */
export function readHost(text: string): string | undefined {
  return /[/?#:@\s]/.test(text) || httpsProblem(`https://${text}/`) !== undefined
    ? undefined
    : hostOf(`https://${text}/`);
}

/** Whether a text is an e-mail address at a host that readers can trust. */
export function isMailAddress(text: string): boolean {
  const [, host] = /^[^\s@<>"?]+@([^\s@<>"?]+)$/.exec(text) ?? [];
  return host !== undefined && readHost(host) !== undefined;
}

/** Whether a text is a `mailto:` link to one address; what the message says may follow a “?”. */
export function isMailLink(text: string): boolean {
  const [, address, rest] = /^mailto:([^?]*)(\?.*)?$/s.exec(text) ?? [];
  return address !== undefined && isMailAddress(address) && !/[\s@<>"]/.test(rest ?? "");
}

/** A path or fragment with its escapes read; one whose escapes are broken as it stands. */
export function decodePart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** What leads to a part of a page, as the ids of the site's own pages are written: in Unicode's form C, escaped or not. */
export function composePart(part: string): string {
  return part.normalize("NFC").replace(/(?:%[89a-f][\da-f])+/gi, (escaped) => {
    const composed = decodePart(escaped).normalize("NFC");
    return composed === decodePart(escaped) ? escaped : encodeURIComponent(composed);
  });
}

/** The host of an https address in lower case; the empty string for anything else. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/\.$/, "") : "";
}

/** Whether `host` is `domain` or a subdomain of it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
