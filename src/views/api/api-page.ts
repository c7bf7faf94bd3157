import { apiEditionPath, FILES, PAGES } from "../../content/addresses.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { type OfferedFeed, offerOf } from "../pages/subscribe-page.ts";
import type { PageView } from "../page-view.ts";
import { defineWhole, type Page } from "../page.ts";

/** What programs may read, and how. */
export interface ApiPage extends PageView {
  /** Its documents, and the schemas of those. */
  readonly documents: readonly OfferedFeed[];
}

const apiPage = defineWhole<ApiPage>("api");

/** The page that explains the JSON API; none where it is off, or the publication has something of that address itself. */
export function listApiPage(site: OverviewSite, editions: readonly EditionOutline[]): Page[] {
  const { url, name, api } = site.publication;
  if (!api || site.yielded.includes(PAGES.api)) return [];
  const { api: words } = messagesOf(site.publication);
  const offer = offerOf(site);
  const latest = editions.at(-1);
  return [
    apiPage({
      path: PAGES.api,
      head: { title: words.title, description: words.description({ name }), canonical: url + PAGES.api, trail: [] },
      documents: [
        offer(FILES.apiIndex, words.index),
        ...(latest ? [offer(apiEditionPath(latest.identity), words.edition)] : []),
        offer(FILES.apiIndexSchema, words.indexSchema),
        offer(FILES.apiEditionSchema, words.editionSchema),
      ],
    }),
  ];
}
