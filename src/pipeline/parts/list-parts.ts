import { digestOf } from "../digest.ts";
import { currentProgram } from "../state/program.ts";
import type { Order } from "../state/receipt.ts";
import { takeInputs } from "../state/state.ts";
import { countEditions } from "../workers/crew.ts";
import { divideYears, isInYears, nameYears, type Years } from "./years.ts";

/** A part of a publication that a machine of its own may make. */
export interface ListedPart {
  readonly years: string;
  /**
   * By which it is kept: the digest of the program, of its own files and of all beside the editions of other years. What those change in it, and
   * the clock, is made anew where the parts are put together.
   */
  readonly key: string;
}

/** The year of a file or folder of the content folder, if it is an edition's. */
const YEAR = /^\/editions\/([^/]+)/;

/** Lists the parts of a publication, the oldest first. Throws when its editions cannot be read. */
export function listParts(order: Order): ListedPart[] {
  const inputs = takeInputs(order);
  const digests = inputs.map((input) => [...input.digests]);
  const keyOf = (years: Years): string => {
    const isOwn = (path: string) => isInYears(YEAR.exec(path)?.[1] ?? years.from, years);
    const own = digests.map((all) => all.filter(([path]) => isOwn(path)));
    return digestOf(JSON.stringify([currentProgram(order.extras), order.extras, nameYears(years), own]));
  };
  return divideYears(countEditions(order.content)).map((years) => ({ years: nameYears(years), key: keyOf(years) }));
}
