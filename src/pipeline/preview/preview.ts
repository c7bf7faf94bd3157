import { join, resolve } from "node:path";
import type { Instant } from "../../content/time/calendar.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import { createPreviewSite } from "./preview-site.ts";
import { PROJECT } from "../project.ts";
import { createServedFolder } from "./served-folder.ts";
import { serve } from "./server.ts";
import { type Changed, watchFolders } from "./watch.ts";

export interface PreviewOptions {
  readonly content: string;
  readonly port: number;
  /** The clock, read anew for each rebuild. */
  readonly clock: () => Instant;
  /** Called with the address when the preview can be looked at. */
  readonly onReady: (address: string) => void;
  /** Called after each reading with everything that is wrong. */
  readonly onProblems: (problems: readonly Diagnostic[]) => void;
  /** Called when a preview could not be made again; the last one stays. */
  readonly onFailure: (error: unknown) => void;
}

const FOLDER = join(PROJECT, ".cache", "preview");
const LOOK = [join(PROJECT, "templates", "styles"), join(PROJECT, "templates", "fonts"), join(PROJECT, "public")];

/**
 * Serves the publication with its drafts and scheduled stories on this computer only, and makes it again whenever
 * content, styles or public files change. Code and templates need a new process, which the command sees to.
 */
export async function servePreview(options: PreviewOptions): Promise<void> {
  const { content, port, clock, onReady, onProblems, onFailure } = options;
  const folder = createServedFolder(FOLDER);
  const refresh = await createPreviewSite(content, folder, clock);
  const first = await refresh(undefined);
  onProblems(first.problems);
  const live = await serve(port, first.base, (path) => folder.find(path));
  onReady(live.address());
  const again = async (changed: Changed): Promise<void> => {
    try {
      const { problems, base } = await refresh(changed);
      onProblems(problems);
      live.renew(base);
    } catch (error) {
      onFailure(error);
    }
  };
  await watchFolders([resolve(content), ...LOOK], (path) => path.endsWith(".ts"), again);
  // For what changed between the first reading and the beginning of the watch.
  await again(undefined);
}
