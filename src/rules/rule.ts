import type { Diagnostic } from "../content/diagnostic.ts";
import type { Site } from "../content/site.ts";

/** A rule compares parts of the assembled site with one another; what one file alone can show is found on reading it. */
export type Rule = (site: Site) => Diagnostic[];
