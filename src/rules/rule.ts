import type { Diagnostic } from "../content/problems/diagnostic.ts";
import type { EditionOutline } from "../content/outline.ts";
import type { Site } from "../content/site.ts";

/** A rule compares parts of the assembled site with one another; what one file alone can show is found on reading it. */
export type Rule = (site: Site) => Diagnostic[];

/** A site whose editions may be without their texts. */
export type OutlinedSite = Omit<Site, "editions"> & { readonly editions: readonly EditionOutline[] };

/** A rule that needs no text of an edition. */
export type OutlineRule = (site: OutlinedSite) => Diagnostic[];
