import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Site } from "../content/site.ts";
import { viewSite } from "../views/views.ts";
import { handOver } from "./handover.ts";
import { acquireLock } from "./lock.ts";
import { MARKER, stageOf, swap, writeFiles } from "./output.ts";
import { verifyPaidLinks } from "./paid-links.ts";
import { PROJECT } from "./publication-reader.ts";
import { bundleLook, listPictures, listPublic } from "./static-files.ts";

export interface BuildResult {
  readonly pages: number;
}

/** Another build is writing the same folder. */
export class BuildRunning extends Error {}

/**
 * Writes the site of a checked publication to `out`: into a stage first, which takes the place of the last site only
 * when it is whole. `onPage` is called with the number of pages written so far and the number there will be.
 */
export async function buildSite(
  site: Site,
  content: string,
  out: string,
  onPage: (done: number, all: number) => void,
): Promise<BuildResult> {
  const { stage, previous, lock } = stageOf(out);
  mkdirSync(dirname(resolve(out)), { recursive: true });
  const release = acquireLock(lock);
  if (!release) throw new BuildRunning(`another build is writing ${out}`);
  try {
    const look = bundleLook(site.publication.base);
    const views = viewSite(site, look.assets);
    const all = Object.values(views).reduce((sum, collection) => sum + collection.length, 0);
    handOver(views);
    let done = 0;
    const eleventy = new Eleventy(join(PROJECT, "templates"), stage, {
      configPath: join(PROJECT, ".eleventy.ts"),
      quietMode: true,
      source: "script",
      config: (config) => {
        config.addTransform("count", (written) => {
          onPage(++done, all);
          return written;
        });
        config.on("eleventy.after", ({ results }) => {
          for (const { outputPath, content: written } of results)
            verifyPaidLinks(relative(stage, outputPath), written, site.ledger);
        });
      },
    });
    mkdirSync(stage, { recursive: true });
    // Failures are thrown and reported by the command that asked for the build.
    eleventy.disableLogger();
    await eleventy.init();
    await eleventy.write();
    const marker = {
      path: `/${MARKER}`,
      bytes: Buffer.from("Made by Evening Update. Each build replaces this whole folder.\n"),
    };
    writeFiles(stage, [...listPublic(), ...look.files, ...listPictures(site, content), marker]);
    swap(stage, out, previous);
    return { pages: all };
  } finally {
    rmSync(stage, { recursive: true, force: true });
    release();
  }
}
