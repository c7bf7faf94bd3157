import { join, relative, sep } from "node:path";
import Eleventy from "@11ty/eleventy";
import type { Views } from "../views/views.ts";
import configure, { INPUT } from "../../.eleventy.ts";
import { handOver } from "./handover.ts";
import type { Output } from "./output.ts";
import { PROJECT } from "./project.ts";

/**
 * Has Eleventy print every view, and writes nothing. `onPage` is called with the number of pages printed so far and the
 * number there will be.
 */
export async function renderPages(views: Views, onPage: (done: number, all: number) => void): Promise<Output[]> {
  const all = Object.values(views).reduce((sum, collection) => sum + collection.length, 0);
  handOver(views);
  let done = 0;
  const nowhere = join(PROJECT, ".cache", "nowhere");
  const eleventy = new Eleventy(INPUT, nowhere, {
    configPath: false,
    quietMode: true,
    source: "script",
    config: (config) => {
      configure(config);
      config.addTransform("count", (written) => {
        onPage(++done, all);
        return written;
      });
    },
  });
  // Failures are thrown and reported by the command that asked for the build.
  eleventy.disableLogger();
  await eleventy.init();
  const printed = await eleventy.toJSON();
  return printed.map(({ outputPath, content }) => ({
    path: `/${relative(nowhere, outputPath).split(sep).join("/")}`,
    content,
  }));
}
