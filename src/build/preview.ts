import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import Eleventy, { type UserConfig } from "@11ty/eleventy";
import DevServer from "@11ty/eleventy-dev-server";
import type { Instant } from "../content/calendar.ts";
import type { Diagnostic } from "../content/diagnostic.ts";
import { viewSite, type Views } from "../views/views.ts";
import configureEleventy, { INPUT } from "../../.eleventy.ts";
import { handOver } from "./handover.ts";
import { fileAt, type Output, writeFiles } from "./output.ts";
import { PROJECT } from "./project.ts";
import { readPublication } from "./publication-reader.ts";
import { bundleLook, listPictures, listPublic } from "./static-files.ts";

export interface PreviewOptions {
  readonly content: string;
  readonly port: number;
  /** The clock, read anew for each rebuild. */
  readonly clock: () => Instant;
  /** Called after each reading with everything that is wrong. */
  readonly onProblems: (problems: readonly Diagnostic[]) => void;
}

const OUTPUT = join(PROJECT, ".cache", "preview");

/** Removes what an earlier rebuild wrote and this one will not, so that a deleted story is gone. */
function removeStale(views: Views, files: readonly Output[]): void {
  if (!existsSync(OUTPUT)) return;
  const kept = new Set([...Object.values(views).flat(), ...files].map(({ path }) => fileAt(path)));
  for (const entry of readdirSync(OUTPUT, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue;
    const file = join(entry.parentPath, entry.name);
    if (!kept.has(`/${relative(OUTPUT, file).split(sep).join("/")}`)) rmSync(file);
  }
}

function isSame(file: Output): boolean {
  const target = join(OUTPUT, file.path);
  return existsSync(target) && readFileSync(target).equals(Buffer.from(file.content));
}

/** Reads everything again and lays the views down for Eleventy; the site's base path is returned. */
async function refresh({ content, clock, onProblems }: PreviewOptions): Promise<string> {
  const { site, diagnostics } = await readPublication({ content, now: clock(), preview: true });
  onProblems(diagnostics);
  const look = bundleLook(site.publication.base);
  const views = viewSite(site, look.assets, diagnostics);
  const files = [...listPublic(), ...look.files, ...listPictures(site, content)];
  removeStale(views, files);
  writeFiles(
    OUTPUT,
    files.filter((file) => !isSame(file)),
  );
  handOver(views);
  return site.publication.base;
}

/**
 * Serves the publication with its drafts and scheduled stories on this computer only, and rebuilds it whenever
 * content, styles or public files change. Code and templates need a new process, which the command sees to.
 */
export async function servePreview(options: PreviewOptions): Promise<void> {
  // Drafts are nobody else's business, and Eleventy's server would listen on every network.
  DevServer.prototype._serverListen = function (port) {
    this.server.listen({ port, host: "127.0.0.1" });
  };
  const base = await refresh(options);
  let isFirst = true;
  const configure = (config: UserConfig): void => {
    configureEleventy(config);
    for (const target of [options.content, join(PROJECT, "templates", "styles"), join(PROJECT, "public")])
      config.addWatchTarget(relative(process.cwd(), resolve(target)) || ".");
    // New code is for the new process alone: a rebuild with the old code would reload pages from a server about to end.
    config.watchIgnores.add(`${relative(process.cwd(), join(PROJECT, "templates"))}/**/*.ts`);
    config.setServerOptions({ port: options.port, showAllHosts: false });
    config.setWatchThrottleWaitTime(0);
    config.setChokidarConfig({ awaitWriteFinish: { stabilityThreshold: 20, pollInterval: 10 } });
    config.on("eleventy.before", async () => {
      if (!isFirst) await refresh(options);
      isFirst = false;
    });
  };
  const eleventy = new Eleventy(INPUT, OUTPUT, {
    configPath: false,
    quietMode: true,
    source: "script",
    runMode: "serve",
    pathPrefix: `${base}/`,
    config: configure,
  });
  await eleventy.init();
  const rebuild = await eleventy.watch();
  // Eleventy notices a deleted file and does nothing about it.
  eleventy.watcher.on("unlink", (path) => void rebuild(path));
  await eleventy.serve(options.port);
}
