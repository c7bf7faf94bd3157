import type { Site } from "../../content/site.ts";
import type { Output } from "../output.ts";
import type { Addresses } from "./addresses.ts";

/** What is wrong with a file of the site: a mistake of a template or a view, since the content has been checked before. */
export interface Fault {
  readonly path: string;
  readonly message: string;
}

/** The whole site as it is about to be written. */
export interface Written {
  readonly files: ReadonlyMap<string, Output>;
  /** By file, its HTML as readers see it: a page is one text, a feed has one in each entry. */
  readonly texts: ReadonlyMap<string, readonly string[]>;
  /** By file, the addresses of this site that it leads to. */
  readonly addresses: ReadonlyMap<string, Addresses>;
}

/** One promise that the written site must keep. */
export type Verify = (written: Written, site: Site) => Fault[];
