import type { UserConfig } from "@11ty/eleventy";
import type { Views } from "./src/views/views.ts";
import atomFeed from "./templates/atom-feed.11ty.ts";
import corrections from "./templates/corrections.11ty.ts";
import directory from "./templates/directory.11ty.ts";
import disclosures from "./templates/disclosures.11ty.ts";
import edition from "./templates/edition.11ty.ts";
import gone from "./templates/gone.11ty.ts";
import home from "./templates/home.11ty.ts";
import api from "./templates/api.11ty.ts";
import apiEdition from "./templates/api-edition.11ty.ts";
import jsonFeed from "./templates/json-feed.11ty.ts";
import list from "./templates/list.11ty.ts";
import mailHtml from "./templates/mail-html.11ty.ts";
import mailText from "./templates/mail-text.11ty.ts";
import moved from "./templates/moved.11ty.ts";
import notFound from "./templates/not-found.11ty.ts";
import podcast from "./templates/podcast.11ty.ts";
import problems from "./templates/problems.11ty.ts";
import search from "./templates/search.11ty.ts";
import sitemap from "./templates/sitemap.11ty.ts";
import standingPage from "./templates/standing-page.11ty.ts";
import story from "./templates/story.11ty.ts";
import subscribe from "./templates/subscribe.11ty.ts";
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
  subscribe,
  api,
  apiEditions: apiEdition,
  standing: standingPage,
  moved,
  gone,
  notFound,
  atomFeeds: atomFeed,
  jsonFeeds: jsonFeed,
  podcasts: podcast,
  sitemaps: sitemap,
  textFiles: textFile,
  mailPages: mailHtml,
  mailTexts: mailText,
  problems,
};

export const COLLECTIONS = Object.keys(TEMPLATES) as (keyof Views)[];

function noViews(): never {
  throw new Error("nothing to print: run “npm run build” or “npm start”, not eleventy itself");
}

/**
 * Eleventy prints pages: it paginates the templates over the views and never sees the content folder. It asks `viewsToPrint`
 * each time that it prints, and throws when it was started by another way than this project's commands.
 */
export default function configure(config: UserConfig, viewsToPrint: () => Views = noViews): void {
  config.setTemplateFormats(["11ty.js"]);
  config.setUseGitIgnore(false);
  for (const name of COLLECTIONS) {
    config.addCollection(name, () => viewsToPrint()[name]);
    config.addTemplate(`${name}.11ty.js`, TEMPLATES[name]);
  }
}
