import { join, resolve } from "node:path";
import DevServer from "@11ty/eleventy-dev-server";
import { PAGES } from "../../content/addresses.ts";
import type { Instant } from "../../content/time/calendar.ts";
import type { Diagnostic } from "../../content/problems/diagnostic.ts";
import { VERSION } from "../../views/problems.ts";
import { createPreviewSite } from "./preview-site.ts";
import { PROJECT } from "../project.ts";
import { type Changed, watchFolders } from "./watch.ts";

export interface PreviewOptions {
  readonly content: string;
  readonly port: number;
  /** The clock, read anew for each rebuild. */
  readonly clock: () => Instant;
  /** Called after each reading with everything that is wrong. */
  readonly onProblems: (problems: readonly Diagnostic[]) => void;
  /** Called when a preview could not be made again; the last one stays. */
  readonly onFailure: (error: unknown) => void;
}

const FOLDER = join(PROJECT, ".cache", "preview");
const LOOK = [join(PROJECT, "templates", "styles"), join(PROJECT, "templates", "fonts"), join(PROJECT, "public")];

/** Serves the preview, and tells open pages when it has been made again. */
interface Live {
  /** Counts from now on as another preview, which begins at `base` of its host. */
  renew(base: string): void;
}

/** Has a server listen on this computer only, whichever port it comes to: drafts are nobody else's business, and it would listen on every network. */
export function keepLocal(server: DevServer): void {
  server._serverListen = (port) => server.server.listen({ port, host: "127.0.0.1" });
}

async function serve(port: number, base: string): Promise<Live> {
  let version = Date.now();
  const headersOf = () => ({ "Server-Timing": `${VERSION};dur=${version}` });
  const server = new DevServer("preview", FOLDER, {
    port,
    pathPrefix: base + PAGES.home,
    showAllHosts: false,
    liveReload: false,
    headers: headersOf(),
    messageOnStart: ({ hosts }) => `The preview is at ${hosts.join(" or ")}`,
  });
  keepLocal(server);
  server.serve(port);
  await server.ready();
  server.updateServer.on("connection", (socket) => {
    socket.send(JSON.stringify({ version }));
  });
  return {
    renew(path) {
      version = Date.now();
      Object.assign(server.options, { pathPrefix: path + PAGES.home, headers: headersOf() });
      server.sendUpdateNotification({ version });
    },
  };
}

/**
 * Serves the publication with its drafts and scheduled stories on this computer only, and makes it again whenever
 * content, styles or public files change. Code and templates need a new process, which the command sees to.
 */
export async function servePreview({ content, port, clock, onProblems, onFailure }: PreviewOptions): Promise<void> {
  const refresh = await createPreviewSite(content, FOLDER, clock);
  const first = await refresh(undefined);
  onProblems(first.problems);
  const live = await serve(port, first.base);
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
