import { fileAt, pathOf } from "../../content/addresses.ts";
import { decodePart } from "../../content/links/web-address.ts";
import type { Fault, Written } from "./promise.ts";

/** The links of a site, gathered file by file until all its files are known. */
export interface LinkBook {
  /** Notes where files lead, and tells of the parts of their own that they name and do not have. */
  note(written: Written): Fault[];
  /** Notes where a file leads that was looked at elsewhere. */
  noteAgain(path: string, promised: readonly string[]): void;
  /** Notes where a file leads that was checked in the last build; it is asked for when something that stood then is gone. */
  carry(path: string, promised: () => Iterable<string>): void;
  /** What a file that was looked at leads to, beside its own parts. */
  promisedBy(path: string): readonly string[];
  /** Every noted address at which nothing stands, and every part of a page that is not on it. `read` gives the text of a file, `gone` are the files that stood in the last build only. */
  check(isThere: (path: string) => boolean, read: (path: string) => string, gone: readonly string[]): Fault[];
}

function miss(path: string, address: string): Fault {
  return { path, message: `nothing stands at ${address}, to which it links` };
}

function idsIn(text: string): Set<string> {
  return new Set(Array.from(text.matchAll(/ id="([^"]*)"/g), ([, id = ""]) => id));
}

export function createLinkBook(): LinkBook {
  const promisedBy = new Map<string, string[]>();
  const carried: (readonly [path: string, promised: () => Iterable<string>])[] = [];
  return {
    note({ addresses }) {
      return [...addresses].flatMap(([path, { promised, ids }]): Fault[] => {
        const own: string[] = [];
        const others: string[] = [];
        for (const address of promised) (address.startsWith("#") ? own : others).push(address);
        promisedBy.set(path, others);
        return own.filter((part) => !ids.has(decodePart(part.slice(1)))).map((part) => miss(path, part));
      });
    },
    noteAgain(path, promised) {
      promisedBy.set(path, [...promised]);
    },
    carry(path, promised) {
      carried.push([path, promised]);
    },
    promisedBy: (path) => promisedBy.get(path) ?? [],
    check(isThere, read, gone) {
      const parts = new Map<string, Set<string>>();
      const partsOf = (file: string): Set<string> => {
        const ids = parts.get(file) ?? idsIn(read(file));
        parts.set(file, ids);
        return ids;
      };
      // Asked once for each address, however many files lead there.
      const judged = new Map<string, boolean>();
      const stands = (address: string): boolean => {
        const verdict = judged.get(address);
        if (verdict !== undefined) return verdict;
        const [path = "", part = ""] = address.split("#", 2);
        const file = [fileAt(path), fileAt(decodePart(path))].find(isThere);
        const found = file !== undefined && (part === "" || partsOf(file).has(decodePart(part)));
        judged.set(address, found);
        return found;
      };
      const faults: Fault[] = [];
      const expect = (from: string, promised: Iterable<string>): void => {
        for (const address of promised) if (!stands(address)) faults.push(miss(from, address));
      };
      for (const [from, promised] of promisedBy) expect(from, promised);
      if (gone.length === 0) return faults;
      // All of it stood in the last build; and of what an address has in other letters, or names a part of, nothing is known.
      const lost = new Set(gone.flatMap((file) => [file, pathOf(file)]));
      for (const [from, promised] of carried)
        for (const address of promised()) if (lost.has(address) || /[%#]/.test(address)) expect(from, [address]);
      return faults;
    },
  };
}
