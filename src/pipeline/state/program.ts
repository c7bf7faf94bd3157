import { join } from "node:path";
import { cacheFolder } from "./kept.ts";

/** What of Node can change a byte of a site, as its users know it. Its engine cannot: that a program means the same in each is what a language is. */
const PARTS = {
  icu: "languages (ICU)",
  cldr: "languages (CLDR)",
  unicode: "characters (Unicode)",
  tz: "time zones",
  ada: "web addresses (Ada)",
  zlib: "packing (zlib)",
} as const;

/** Everything of the program that can change a byte, by what it is called. */
export type Program = Readonly<Record<string, string> & { program: string }>;

/**
 * What this program is; undefined where its sources run as they are, and nothing is kept. Cards are packed by Node's zlib; what it tells
 * of a page's weight is in no page.
 */
export function currentProgram({ cards }: { readonly cards: boolean }): Program | undefined {
  const program = process.env.EVENING_UPDATE_PROGRAM;
  if (program === undefined) return undefined;
  const used = Object.keys(PARTS).filter((part) => part !== "zlib" || cards);
  const versions = used.map((part) => [part, process.versions[part] ?? ""] as const);
  return { program, platform: `${process.platform} ${process.arch}`, ...Object.fromEntries(versions) };
}

/** In what two programs differ, in words; empty where they make the same of the same things. */
export function differences(now: Program, before: Program | string): string[] {
  // Earlier programs named themselves otherwise.
  if (typeof before === "string" || before.program !== now.program) return ["this program is another"];
  const names = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  return names
    .filter((name) => now[name] !== before[name])
    .map((name) => {
      const what = name in PARTS ? `Node’s ${PARTS[name as keyof typeof PARTS]}` : "the computer";
      return `${what} (${before[name] ?? "none"}, now ${now[name] ?? "none"})`;
    });
}

/** The folder of all states: of each publication and site, in a folder of its own. */
export function stateFolder(): string {
  return join(cacheFolder(), "builds");
}
