import { decodePart } from "../../content/web-address.ts";
import { fileAt } from "../output.ts";
import type { Fault, Written } from "./promise.ts";

/** The links of a site, gathered file by file until all its files are known. */
export interface LinkBook {
  /** Notes where files lead. */
  note(written: Written): void;
  /** Notes where a file leads that was looked at in an earlier build. */
  noteAgain(path: string, promised: Iterable<string>): void;
  /** What a file leads to that was noted. */
  promisedBy(path: string): readonly string[];
  /** Every noted address at which nothing stands, and every part of a page that is not on it. `read` gives the text of a file. */
  check(isThere: (path: string) => boolean, read: (path: string) => string | undefined): Fault[];
}

export function createLinkBook(): LinkBook {
  const promisedBy = new Map<string, string[]>();
  // Most pages lead to the same places, so that each address is kept once.
  const known = new Map<string, string>();
  const intern = (address: string): string => {
    const same = known.get(address) ?? address;
    known.set(same, same);
    return same;
  };
  return {
    note({ addresses }) {
      for (const [path, { promised }] of addresses) promisedBy.set(path, [...promised].map(intern));
    },
    noteAgain(path, promised) {
      promisedBy.set(path, [...promised]);
    },
    promisedBy: (path) => promisedBy.get(path) ?? [],
    check(isThere, read) {
      const texts = new Map<string, string | undefined>();
      const holds = (file: string, id: string): boolean => {
        const text = texts.has(file) ? texts.get(file) : read(file);
        texts.set(file, text);
        return text === undefined || text.includes(` id="${id}"`);
      };
      const judge = (from: string, address: string): boolean => {
        const [path = "", fragment = ""] = address.split("#", 2);
        const file = [path === "" ? from : fileAt(path), fileAt(decodePart(path))].find(isThere);
        return file !== undefined && (fragment === "" || holds(file, decodePart(fragment)));
      };
      // Whether something stands there is asked once for each address, but for those within the page itself.
      const judged = new Map<string, boolean>();
      const stands = (from: string, address: string): boolean => {
        if (address.startsWith("#")) return judge(from, address);
        const verdict = judged.get(address) ?? judge(from, address);
        judged.set(address, verdict);
        return verdict;
      };
      return [...promisedBy].flatMap(([from, promised]): Fault[] =>
        promised
          .filter((address) => !stands(from, address))
          .map((address) => ({ path: from, message: `nothing stands at ${address}, to which it links` })),
      );
    },
  };
}
