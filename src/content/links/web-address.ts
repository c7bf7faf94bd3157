import { readUrl } from "./read-url.ts";
import { domainToUnicode } from "node:url";
import { nameCharacter } from "../words/invisible.ts";
import { isDisguised } from "../words/lookalikes.ts";

/** Why a host, as the URL parser gives it, is not one that a reader can trust, or undefined when it is. */
function hostProblem(host: string): string | undefined {
  if (/^[\d.]+$/.test(host) || host.startsWith("[")) return "names a machine by number";
  if (!host.includes(".")) return "names no public host";
  if (host.endsWith(".")) return "has a dot after its host";
  if (host.length > 253 || !/^[a-z\d_-]{1,63}(\.[a-z\d_-]{1,63})+$/.test(host))
    return "has a host that no site can have";
  if (!host.includes("xn--")) return undefined;
  const shown = domainToUnicode(host);
  return isDisguised(shown) ? `leads to “${shown}”, whose letters only look Latin (${host})` : undefined;
}

/** Whether the host that was typed is the one that will be asked: parsers drop, decode and exchange characters silently. */
function isAsTyped(typed: string, host: string): boolean {
  if (typed === host) return true;
  const plain = typed.normalize("NFC").toLowerCase();
  return plain === host || plain.normalize("NFC") === domainToUnicode(host);
}

/** Blanks and invisible signs, which nobody means, but for the joiners of Persian and of Indic scripts; and “\”, which browsers exchange for “/”. */
const REFUSED = /[\s\\\p{Cc}]|(?![\u200C\u200D])\p{Cf}/u;
const JOINER = /[\u200C\u200D]/;

function nameSign(sign: string): string {
  if (sign === " ") return "a space";
  if (sign === "\\") return "a “\\”";
  return `the ${/\s/.test(sign) ? "blank" : "invisible character"} ${nameCharacter(sign)}`;
}

/** The sign of a text that stands in no address, if there is one. */
function findRefused(text: string): string | undefined {
  const [sign] = REFUSED.exec(text) ?? [];
  if (sign !== undefined || readUrl(text)) return sign;
  // A host takes a joiner only where a script needs it (RFC 5892, A.1 and A.2).
  const [authority = ""] = /^https:\/\/[^/?#]*/i.exec(text) ?? [];
  return JOINER.exec(authority)?.[0];
}

/** Nobody types a longer address by hand. */
const LONGEST_MEANT = 2048;

/** The address that was meant by one without its beginning, with a slip there, or with signs around it; undefined where that is not clear. */
function meantAddress(text: string): string | undefined {
  if (text.length > LONGEST_MEANT || text.includes("@") || /^(?:file|javascript|data|mailto|http):/i.test(text))
    return undefined;
  const [, plain = ""] = /^[<“„"'‘«]*(.*?)[>”“"'’»]*$/.exec(text) ?? [];
  const meant = `https://${plain.replace(/^[a-z]{1,8}:\/*/i, "")}`;
  return meant !== text && httpsProblem(meant) === undefined ? meant : undefined;
}

/** What to type for the sign of a text that no address holds; `otherwise` where it is not a sign that is wrong. */
export function httpsHint(text: string, otherwise = "type a full address that begins with https://"): string {
  const meant = meantAddress(text);
  if (meant !== undefined) return `type ${meant}`;
  const sign = findRefused(text);
  if (sign === undefined) return otherwise;
  if (sign === "\\") return "type “/”, or “%5C” for the sign itself";
  if (sign === " ") return "type “%20” for it";
  return /\s/.test(sign) ? "delete it, or type “%20” for a space" : "delete it";
}

/**
 * An address that `httpsProblem` finds nothing wrong with as browsers read it (WHATWG URL): percent-encoded, the host in ASCII and
 * small letters, without default port and dots. They leave some signs as they are that no URI holds (RFC 3986); those are encoded too.
 */
export function normalizeAddress(text: string): string {
  return readUrl(text)?.href.replace(/[\^`{|}]/g, encodeURIComponent) ?? text;
}

/** Why a text is not an address this site may link to, or undefined when it is one. */
export function httpsProblem(text: string): string | undefined {
  const refused = findRefused(text);
  if (refused !== undefined) return `has ${nameSign(refused)}, which no address holds`;
  const url = readUrl(text);
  if (!url) return "is not an address";
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

/** Whether a text is an e-mail address as its owner types it: at a host of the web, before which a “?” may stand, too (RFC 5322, 3.2.3). */
export function isTypedMailAddress(text: string): boolean {
  const [, host] = /^[^\s@<>":]+@([^\s@<>"?]+)$/.exec(text) ?? [];
  return host !== undefined && readHost(host) !== undefined;
}

/** Whether a text is an e-mail address at a host that readers can trust, which a `mailto:` link can name as it is. */
export function isMailAddress(text: string): boolean {
  return !text.includes("?") && isTypedMailAddress(text);
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
  return readUrl(address)?.hostname.toLowerCase().replace(/\.$/, "") ?? "";
}

/** Whether `host` is `domain` or a subdomain of it. */
export function isWithin(host: string, domain: string): boolean {
  if (!host.endsWith(domain)) return false;
  return host.length === domain.length || host.charAt(host.length - domain.length - 1) === ".";
}

/** A host as people name it: “www.” makes no other one. */
export function withoutWww(host: string): string {
  return host.replace(/^www\./, "");
}
