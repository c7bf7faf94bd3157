import { join, relative, sep } from "node:path";
import type { Views } from "../../views/views.ts";
import configure, { COLLECTIONS } from "../../../.eleventy.ts";
import type { Output } from "../output/output.ts";
import { PROJECT } from "../project.ts";

/** What Eleventy takes for its input: pages come from views alone, so that no file of a folder is ever run as a template. */
const INPUT = join(PROJECT, "templates");

/** Some of the views that a site has. */
export type SomeViews = { readonly [K in keyof Views]?: Views[K] };

/** Has Eleventy print views and returns what it printed; nothing is written. */
export type PrintViews = (views: SomeViews) => Promise<Output[]>;

const NONE = Object.fromEntries(COLLECTIONS.map((name) => [name, []])) as unknown as Views;

/** Starts Eleventy, once for all views of a build: it prints them some at a time, so that never all of a site is in memory. */
export async function startEleventy(): Promise<PrintViews> {
  // It would start a thread to watch over template files, and there are none.
  process.env["ELEVENTY_SKIP_ESM_RESOLVER"] = "1";
  const { default: Eleventy } = await import("@11ty/eleventy");
  const nowhere = join(PROJECT, ".cache", "nowhere");
  // Eleventy fetches what it is to print by itself, so it is laid down here first.
  let views = NONE;
  const eleventy = new Eleventy(INPUT, nowhere, {
    configPath: false,
    quietMode: true,
    source: "script",
    config: (config) => {
      configure(config, () => views);
      // Its stopwatch speaks by a logger of its own wherever a machine is slow; nobody here asked how long it took.
      for (const group of Object.values(config.benchmarks)) group.setMinimumThresholdMs(0);
    },
  });
  // Failures are thrown and reported by the command that asked for the build.
  eleventy.disableLogger();
  await eleventy.init();
  return async (some) => {
    views = { ...NONE, ...some };
    const printed = await eleventy.toJSON();
    return printed.map(({ outputPath, content }) => ({
      path: `/${relative(nowhere, outputPath).split(sep).join("/")}`,
      content,
    }));
  };
}
