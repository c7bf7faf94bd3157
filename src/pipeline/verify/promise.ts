import type { Output } from "../output/output.ts";
import { type Addresses, addressesIn, type ReadOwn } from "./addresses.ts";
import { textsOf } from "./texts.ts";

/** What is wrong with a file of the site: a mistake of a template or a view, since the content has been checked before. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** Files of the site as they are about to be written. */
export interface Written {
  readonly files: ReadonlyMap<string, Output>;
  /** By file, its HTML as readers see it: a page is one text, a feed has one in each entry. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** By file, the addresses of this site that it leads to. */
  readonly addresses: ReadonlyMap<string, Addresses>;
}

/** Takes finished files apart, once for all promises. */
export function takeApart(outputs: readonly Output[], readOwn: ReadOwn): Written {
  const texts = new Map(outputs.map((output) => [output.path, textsOf(output)]));
  return {
    files: new Map(outputs.map((output) => [output.path, output])),
    texts,
    addresses: new Map(
      outputs.map((output) => [output.path, addressesIn(output, texts.get(output.path) ?? [], readOwn)]),
    ),
  };
}
