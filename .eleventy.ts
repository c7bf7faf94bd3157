import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { takeOver } from "./src/build/handover.ts";
import type { Views } from "./src/views/views.ts";

function refuse(): never {
  throw new Error("templates have no front matter");
}

/** Eleventy prints pages: it paginates the templates over the views and never sees the content folder. */
export default function configure(config: UserConfig) {
  config.setTemplateFormats(["11ty.ts"]);
  config.addExtension(["11ty.ts"], { key: "11ty.js" });
  config.setFrontMatterParsingOptions({ engines: { js: refuse, javascript: refuse, node: refuse, json: refuse } });
  config.setUseGitIgnore(false);
  for (const name of Object.keys(takeOver()) as (keyof Views)[]) config.addCollection(name, () => takeOver()[name]);
  // Relative paths would be taken from wherever the command was called.
  return { dir: { input: join(import.meta.dirname, "templates"), includes: "partials" } };
}
