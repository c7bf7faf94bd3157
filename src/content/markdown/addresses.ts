import type { Problem } from "../problems/diagnostic.ts";
import { shorten } from "../words/shorten.ts";
import { findHiddenText } from "./hidden.ts";
import type { Search } from "./lost.ts";
import type { Token } from "./parser.ts";

export type Report = (problem: Problem) => void;
export type Find = () => readonly [line: number, column: number];

/** What a link or picture says beside its words, and what its definition has cost so far. */
export interface Addresses {
  /** Makes the function that finds where a link or picture was given its address: behind its words, which end at `end`, or in its definition. */
  finderFor(token: Token, block: Token, end: number): Find;
  /** Makes the function that reports problems of a link or picture at that place: those of a definition once. */
  reportFor(token: Token, find: Find): Report;
  /** Reports characters of an address or title that its source, told by `shown`, does not show. */
  check(token: Token, shown: () => ReadonlySet<string>, report: Report): void;
  /** Takes the address away where its definition, written out so often, would swell the page. */
  spend(token: Token, report: Report): void;
}

/** No browser or server promises to carry a longer one. */
export const LONGEST_ADDRESS = 2048;
/** A short reference may stand for a long definition again and again: 256 KiB of text could become gigabytes. */
const MOST_SPENT = 1024 * 1024;
const SHOWN = 40;

/** The label of the definition that gives a link or picture its address, if one does. */
function labelOf(token: Token): string | undefined {
  const label: unknown = token.meta?.["label"];
  return typeof label === "string" ? label : undefined;
}

/** The address of a link or picture as its editor wrote it. */
export function addressOf(token: Token): string {
  return String(token.attrGet(token.type === "image" ? "src" : "href") ?? "");
}

export function createAddresses({ lines, environment, places, place }: Search): Addresses {
  const definedAt = new Map([...environment.definitions].reverse().map((known) => [known.label, known.lines[0]]));
  const told = new Set<string>();
  let spent = 0;
  return {
    finderFor(token, block, end) {
      const address = addressOf(token);
      const label = labelOf(token);
      return () => {
        if (label !== undefined) {
          const line = definedAt.get(label) ?? 0;
          return [line, Math.max(0, lines[line]?.indexOf(address) ?? 0)];
        }
        const near = address === "" ? -1 : block.content.slice(end, end + address.length + 8).indexOf(address);
        return places.of(block, near < 0 ? (environment.positions.get(token) ?? 0) : end + near);
      };
    },

    reportFor(token, find) {
      const label = labelOf(token);
      return (problem) => {
        const key = `${label ?? ""}\n${problem.rule}\n${problem.message}`;
        if (label !== undefined && told.has(key)) return;
        told.add(key);
        place(...find(), problem);
      };
    },

    check(token, shown, report) {
      if (labelOf(token) !== undefined) return;
      for (const text of [addressOf(token), String(token.attrGet("title") ?? "")])
        for (const problem of findHiddenText(text, shown)) report(problem);
    },

    spend(token, report) {
      const label = labelOf(token);
      if (label === undefined) return;
      const size = (token.attrs ?? []).reduce((sum, [, value]) => sum + String(value).length, 0);
      spent += size;
      if (spent <= MOST_SPENT) return;
      token.attrs = token.type === "image" ? [["alt", ""]] : [];
      report({
        rule: "too-long",
        message: `“[${shorten(label.toLowerCase(), SHOWN)}]:” stands for ${size} characters, and too often for that`,
        hint: "give it a shorter address or title, or use it less often",
      });
    },
  };
}
