import { readUrl, readUrlAt } from "./read-url.ts";
import type { Affiliates } from "../schema/schema.ts";
import { domainToUnicode } from "node:url";
import { hostOf, normalizeAddress, readHost } from "./web-address.ts";

/** The affiliate programmes, asked in two ways: who pays for this address, and where does a programme's link go. */
export interface Ledger {
  /** The id of the programme that pays for links to this address, if any. */
  programmeOf(address: string): string | undefined;
  /** Where `affiliate:PROGRAMME[/path]` leads, or undefined when there is no such programme. */
  resolve(link: string): string | undefined;
  readonly ids: readonly string[];
  /** Whether a text names the host of any programme at all. */
  isNamedIn(text: string): boolean;
}

export function createLedger(affiliates: Affiliates): Ledger {
  const hosts = Object.entries(affiliates).flatMap(([id, programme]) => {
    const own = [...programme.hosts.map((host) => readHost(host) ?? host.toLowerCase()), hostOf(programme.url)];
    return own.map((host) => ({ id, host }));
  });
  const names = new Set(hosts.flatMap(({ host }) => [host, domainToUnicode(host) || host]));
  const words = [...names].map((host) => host.replace(/[\\^$.*+?()[\]{}|/]/g, "\\$&"));
  // In parts, since there is a length beyond which no expression is compiled.
  const named: RegExp[] = [];
  for (let at = 0; at < words.length; at += 500) named.push(new RegExp(words.slice(at, at + 500).join("|"), "iu"));
  const byHost = new Map(hosts.map(({ id, host }) => [host, id] as const).reverse());
  return {
    ids: Object.keys(affiliates),
    isNamedIn: (text) => named.some((names) => names.test(text)),
    programmeOf(address) {
      let host = hostOf(address);
      // From the whole host to its parents: shop.example.org may belong to another programme than example.org.
      for (; host !== ""; host = host.slice(host.indexOf(".") + 1)) {
        const id = byHost.get(host);
        if (id !== undefined) return id;
        if (!host.includes(".")) return undefined;
      }
      return undefined;
    },
    resolve(link) {
      const [, id = "", path = ""] = /^affiliate:([^/?#]*)\/?(.*)$/.exec(link) ?? [];
      const programme = Object.hasOwn(affiliates, id) ? affiliates[id] : undefined;
      if (!programme) return undefined;
      if (path === "") return normalizeAddress(programme.url);
      const target = new URL(programme.url);
      const base = `${target.origin}${target.pathname.replace(/\/*$/, "/")}`;
      // What is an address of its own, as “blob:https://…” is, is no path, be it at the same host.
      const wanted = readUrl(path) ? undefined : readUrlAt(path, base);
      if (!wanted) return undefined;
      for (const [key, value] of target.searchParams)
        if (!wanted.searchParams.has(key)) wanted.searchParams.append(key, value);
      const isWithin = wanted.origin === target.origin && wanted.username + wanted.password === "";
      return isWithin ? normalizeAddress(wanted.href) : undefined;
    },
  };
}
