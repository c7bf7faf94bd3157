import { PAGES } from "../../content/addresses.ts";
import { rememberOf } from "../../content/words/remember.ts";
import { messagesOf } from "../../locales/messages.ts";
import type { Head } from "../parts/head.ts";
import { definePages, type Given, type Page } from "../page.ts";
import type { Shell } from "../shell.ts";
import type { CardView } from "./card-view.ts";
import { headImageOf, placeCard } from "./card.ts";

/** The card of the publication, for pages that show no text; undefined when the site is made without cards. */
const viewPublicationCard = rememberOf((shell: Shell): CardView | undefined => {
  const { name, tagline, url, light, direction, assets } = shell;
  if (assets.cards === undefined) return undefined;
  const { host } = new URL(url);
  const card = { name, kicker: undefined, headline: tagline ?? name, dateline: host, labels: [], light, direction };
  return placeCard(card, PAGES.home, assets.cards);
});

/** What those see who share a page without a picture of its own: the publication's card; undefined on a site without cards. */
export function publicationImage(shell: Shell): Head["image"] {
  const card = viewPublicationCard(shell);
  const { name, tagline } = shell;
  return (
    card && {
      ...headImageOf(shell, card),
      alt: tagline === undefined ? name : messagesOf(shell).pages.home({ name, tagline }),
    }
  );
}

const publicationCard = definePages("publication-card", {
  view: ({ shell }: Given<object, unknown>) => ({ cards: [viewPublicationCard(shell)].flatMap((card) => card ?? []) }),
});

/** The file of the publication's card, where the site is made with cards. */
export function listPublicationCard(shell: Shell): Page[] {
  const card = viewPublicationCard(shell);
  return card ? [publicationCard(card.path, {})] : [];
}
