import { FILES, PAGES } from "../../content/addresses.ts";
import type { AiLevel } from "../../content/schema/schema.ts";
import type { OverviewSite } from "../../content/site.ts";
import { FALLBACK, isComplete, tagOfWords } from "../../locales/languages.ts";
import type { AnyLocale } from "../../locales/locale.ts";
import { messagesOf, textsOf } from "../../locales/messages.ts";
import { nameOfLevel } from "../parts/ai.ts";
import type { LinkView } from "../parts/link.ts";
import { type Light, lightAt } from "../parts/light.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";
import type { Shell } from "../shell.ts";

/** What the script of the search page must know of the publication. */
export interface SearchSetup {
  /** Where the list of the index's parts stands. */
  readonly list: string;
  /** In which names are sorted, and years and numbers that stand by themselves are written. */
  readonly language: string;
  /** Attributes of what the script says itself, where the publication is in another language. */
  readonly said?: Readonly<Record<string, string>>;
  /** What the script says, and the tag of the language in which it does. */
  readonly words: AnyLocale["results"];
  readonly wordsTag: string;
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
  readonly instead: Readonly<Record<"archive" | "topics" | "publishers", LinkView>>;
}

const LEVELS: readonly AiLevel[] = ["human-only", "ai-assisted", "ai-autonomous"];

const searchPage = defineWhole<SearchPage>("search");

function viewSetup({ publication }: Pick<OverviewSite, "publication">): SearchSetup {
  const { base, slots, language } = publication;
  const m = messagesOf(publication);
  return {
    list: base + FILES.searchParts,
    language,
    ...(!isComplete(language) && { said: { lang: FALLBACK, dir: "ltr" } }),
    words: textsOf(publication, "results"),
    wordsTag: tagOfWords(language),
    lights: Object.fromEntries(slots.map((slot) => [slot.name, lightAt(slot.time)])),
    levels: Object.fromEntries(LEVELS.map((level) => [level, nameOfLevel(level, m)])) as SearchSetup["levels"],
  };
}

export function listSearchPage(site: OverviewSite, shell: Shell): Page {
  const { base, url, name } = site.publication;
  const { search: words } = messagesOf(site.publication);
  return searchPage({
    path: PAGES.search,
    head: {
      title: words.title,
      description: words.description({ name }),
      canonical: url + PAGES.search,
      trail: [],
      ...(shell.extras.search && { powers: ["search"] }),
    },
    action: base + PAGES.search,
    search: shell.extras.search ? { script: shell.assets.search, setup: viewSetup(site) } : undefined,
    instead: {
      archive: { href: base + PAGES.archive, text: words.insteadArchive },
      topics: { href: base + PAGES.topics, text: words.insteadTopics },
      publishers: { href: base + PAGES.publishers, text: words.insteadPublishers },
    },
  });
}
