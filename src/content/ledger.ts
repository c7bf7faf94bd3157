import type { Affiliates } from "./schema.ts";
import { hostOf, isWithin } from "./web-address.ts";

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
    const own = [...programme.hosts, hostOf(programme.url)];
    return own.map((host) => ({ id, host: host.toLowerCase() }));
  });
  // The longest host first: shop.example.org may belong to another programme than example.org.
  hosts.sort((a, b) => b.host.length - a.host.length);
  const words = [...new Set(hosts.map(({ host }) => host.replace(/[.]/g, "\\.")))];
  const named = words.length === 0 ? undefined : new RegExp(words.join("|"), "i");
  return {
    ids: Object.keys(affiliates),
    isNamedIn: (text) => named?.test(text) ?? false,
    programmeOf(address) {
      const host = hostOf(address);
      return host === "" ? undefined : hosts.find((entry) => isWithin(host, entry.host))?.id;
    },
    resolve(link) {
      const [, id = "", path = ""] = /^affiliate:([^/?#]*)\/?(.*)$/.exec(link) ?? [];
      const programme = Object.hasOwn(affiliates, id) ? affiliates[id] : undefined;
      if (!programme) return undefined;
      if (path === "") return programme.url;
      const target = new URL(programme.url);
      const wanted = new URL(path, `${target.origin}${target.pathname.replace(/\/*$/, "/")}`);
      for (const [key, value] of target.searchParams)
        if (!wanted.searchParams.has(key)) wanted.searchParams.append(key, value);
      return wanted.origin === target.origin ? wanted.href : undefined;
    },
  };
}
