import { closeSync, constants, fstatSync, openSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { FILES } from "../../content/addresses.ts";
import { digestOf } from "../digest.ts";
import { readPiece } from "./pieces.ts";
import { folderOf, type Order, type Receipt, RECEIPT } from "./receipt.ts";

/** The list of a site's addresses as text; undefined where there is none that can be read. */
function readList(target: string): string | undefined {
  const { O_RDONLY, O_NOFOLLOW = 0, O_NONBLOCK = 0 } = constants as Partial<typeof constants> & { O_RDONLY: number };
  try {
    const file = openSync(join(target, FILES.addresses), O_RDONLY | O_NOFOLLOW | O_NONBLOCK);
    try {
      return fstatSync(file).isFile() ? readFileSync(file, "utf8") : undefined;
    } finally {
      closeSync(file);
    }
  } catch {
    return undefined;
  }
}

/** The digest of a site's list of addresses, by which it is known again. */
export function digestAddresses(target: string): string | undefined {
  const list = readList(target);
  return list === undefined ? undefined : digestOf(list);
}

/**
 * The addresses that readers have of the site which a build replaces, whatever version of the program made it; undefined where this checkout did
 * not make that site of this content, and where the clock stands before what was to be seen then.
 */
export function readFormerAddresses(order: Order, now: number): string[] | undefined {
  if (order.preview) return undefined;
  const { addresses, span } = (readPiece(join(folderOf(order), RECEIPT)) ?? {}) as Partial<Receipt>;
  if (addresses === undefined || now < (span?.from ?? -Infinity)) return undefined;
  const list = readList(order.target);
  return list !== undefined && digestOf(list) === addresses ? readAddresses(list) : undefined;
}

/** The addresses of a list, one a line. */
export function readAddresses(list: string): string[] {
  return list.split("\n").filter((line) => line !== "");
}
