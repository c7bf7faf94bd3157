import { FILES, PAGES } from "../../content/addresses.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { nameOfLevel } from "../parts/ai.ts";
import type { LinkView } from "../parts/link.ts";
import { type Light, lightAt } from "../parts/light.ts";
import { isInPhrases, PHRASES } from "../parts/phrase.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";
import type { Shell } from "../shell.ts";

/** What the script of the search page must know of the publication. */
export interface SearchSetup {
  /** Where the list of the index's parts stands. */
  readonly list: string;
  readonly language: string;
  /** Attributes of what the script says itself, where the publication is in another language. */
  readonly said?: Readonly<Record<string, string>>;
  /** By the name of a slot. */
  readonly lights: Readonly<Record<string, Light>>;
  /** What levels of AI are called. */
  readonly levels: Readonly<Record<AiLevel, string>>;
}

/** Where readers search, and where they may look instead. */
export interface SearchPage extends PageView {
  readonly action: string;
  /** Undefined where the site has no index. */
  readonly search: { readonly script: string; readonly setup: SearchSetup } | undefined;
  readonly instead: readonly LinkView[];
}

const LEVELS: readonly AiLevel[] = ["human-only", "ai-assisted", "ai-autonomous"];

const searchPage = defineWhole<SearchPage>("search");

export function listSearchPage(site: OverviewSite, shell: Shell): Page {
  const { base, url, name, slots, language } = site.publication;
  const m = messagesOf(site.publication);
  const { search: script } = shell.assets;
  return searchPage({
    path: PAGES.search,
    head: {
      title: "Search",
      description: `Search every story of ${name}.`,
      canonical: url + PAGES.search,
      trail: [],
      ...(shell.extras.search && { powers: ["search"] }),
    },
    action: base + PAGES.search,
    search: shell.extras.search
      ? {
          script,
          setup: {
            list: base + FILES.searchParts,
            language,
            ...(!isInPhrases(language) && { said: { lang: PHRASES, dir: "ltr" } }),
            lights: Object.fromEntries(slots.map((slot) => [slot.name, lightAt(slot.time)])),
            levels: Object.fromEntries(LEVELS.map((level) => [level, nameOfLevel(level, m)])) as SearchSetup["levels"],
          },
        }
      : undefined,
    instead: [
      { href: base + PAGES.archive, text: "the archive, by date" },
      { href: base + PAGES.topics, text: "the topics" },
      { href: base + PAGES.publishers, text: "the publishers cited" },
    ],
  });
}
