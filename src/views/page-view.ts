import type { Head } from "./parts/head.ts";
import type { Shell } from "./shell.ts";

/** What every HTML page's view has: where it is written, what stands around it, what it says of itself. */
export interface PageView {
  /** From the site's root, without its base path. */
  readonly path: string;
  readonly shell: Shell;
  readonly head: Head;
}
