/** Why a text is not an address this site may link to, or undefined when it is one. */
export function httpsProblem(text: string): string | undefined {
  if (/[\s\p{Cc}<>"\\^`{|}]/u.test(text)) return "has a space or a character that no address holds";
  if (!URL.canParse(text)) return "is not an address";
  const url = new URL(text);
  if (url.protocol === "http:") return "is plain http, which others can read and change on its way";
  if (url.protocol !== "https:") return `begins with “${url.protocol}”`;
  if (!/^https:\/\/[^/]/i.test(text)) return "lacks the “//” and a host after “https:”";
  if (url.username || url.password) return "has a user name before its host, a common disguise";
  if (/^[\d.]+$/.test(url.hostname) || url.hostname.startsWith("[")) return "names a machine by number";
  if (!url.hostname.includes(".")) return "names no public host";
  return undefined;
}

/** The host of an https address in lower case; the empty string for anything else. */
export function hostOf(address: string): string {
  return URL.canParse(address) ? new URL(address).hostname.toLowerCase().replace(/\.$/, "") : "";
}

/** Whether `host` is `domain` or a subdomain of it. */
export function isWithin(host: string, domain: string): boolean {
  return host === domain || host.endsWith(`.${domain}`);
}
