import { join } from "node:path";
import type { UserConfig } from "@11ty/eleventy";
import { takeOver } from "./src/build/handover.ts";
import { PROJECT } from "./src/build/project.ts";
import type { Views } from "./src/views/views.ts";
import atomFeed from "./templates/atom-feed.11ty.ts";
import corrections from "./templates/corrections.11ty.ts";
import directory from "./templates/directory.11ty.ts";
import disclosures from "./templates/disclosures.11ty.ts";
import edition from "./templates/edition.11ty.ts";
import home from "./templates/home.11ty.ts";
import jsonFeed from "./templates/json-feed.11ty.ts";
import list from "./templates/list.11ty.ts";
import notFound from "./templates/not-found.11ty.ts";
import problems from "./templates/problems.11ty.ts";
import redirect from "./templates/redirect.11ty.ts";
import search from "./templates/search.11ty.ts";
import sitemap from "./templates/sitemap.11ty.ts";
import standingPage from "./templates/standing-page.11ty.ts";
import story from "./templates/story.11ty.ts";
import textFile from "./templates/text-file.11ty.ts";
import trends from "./templates/trends.11ty.ts";

/** The template of each collection of views. */
const TEMPLATES: Record<keyof Views, object> = {
  home,
  editions: edition,
  stories: story,
  lists: list,
  directories: directory,
  corrections,
  disclosures,
  trends,
  search,
  standing: standingPage,
  redirects: redirect,
  notFound,
  atomFeeds: atomFeed,
  jsonFeeds: jsonFeed,
  sitemaps: sitemap,
  textFiles: textFile,
  problems,
};

export const COLLECTIONS = Object.keys(TEMPLATES) as (keyof Views)[];

/** What Eleventy takes for its input: pages come from views alone, so that no file of a folder is ever run as a template. */
export const INPUT = join(PROJECT, "templates");

/** Eleventy prints pages: it paginates the templates over the views and never sees the content folder. */
export default function configure(config: UserConfig): void {
  config.setTemplateFormats(["11ty.js"]);
  config.setUseGitIgnore(false);
  for (const name of COLLECTIONS) {
    config.addCollection(name, () => takeOver()[name]);
    config.addTemplate(`${name}.11ty.js`, TEMPLATES[name]);
  }
}
