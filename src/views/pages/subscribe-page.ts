import { feedOf, FILES, PAGES, slotPath } from "../../content/addresses.ts";
import { readUrl } from "../../content/links/read-url.ts";
import { withoutWww } from "../../content/links/web-address.ts";
import type { EditionOutline } from "../../content/outline.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { defineWhole, type Page } from "../page.ts";
import { podcastFeed, slotFeed } from "../shell.ts";
import type { PageView } from "../page-view.ts";
import { type DisclosureView, viewDisclosure } from "../parts/disclosure.ts";
import type { ExternalLinkView, LinkView } from "../parts/link.ts";

/** A feed that readers may subscribe to: what is in it, and its whole address, which they copy. */
export interface OfferedFeed extends LinkView {
  readonly url: string;
}

/** Makes the function that offers what stands at a path of the site. */
export function offerOf({ publication: { base, url } }: OverviewSite): (path: string, text: string) => OfferedFeed {
  return (path, text) => ({ href: base + path, url: url + path, text });
}

/** How readers are told of what is new. */
export interface SubscribePage extends PageView {
  /** The page at which readers sign up for mail, where the publication names one; no form of the site's own. */
  readonly signUp: ExternalLinkView | undefined;
  readonly disclosure: DisclosureView | undefined;
  readonly feeds: readonly OfferedFeed[];
}

const subscribePage = defineWhole<SubscribePage>("subscribe");

/** The page of feeds and of the mailing list; none where the publication has something of that name itself. */
export function listSubscribePage(site: OverviewSite, editions: readonly Pick<EditionOutline, "audio">[]): Page[] {
  if (site.yielded.includes(PAGES.subscribe)) return [];
  const { url, name, slots, subscribe } = site.publication;
  const { subscribe: words } = messagesOf(site.publication);
  const offer = offerOf(site);
  const isHeard = editions.some(({ audio }) => audio !== undefined);
  const programme = subscribe === undefined ? undefined : site.ledger.programmeOf(subscribe);
  return [
    subscribePage({
      path: PAGES.subscribe,
      head: {
        title: words.title,
        description: words.description({ name }),
        canonical: url + PAGES.subscribe,
        // Every page offers those of editions, stories and corrections.
        feeds: [...slots.map((slot) => slotFeed(site, slot)), ...(isHeard ? [podcastFeed(site)] : [])],
        trail: [],
      },
      signUp:
        subscribe === undefined
          ? undefined
          : {
              href: subscribe,
              text: words.signUp({ host: withoutWww(readUrl(subscribe)?.hostname ?? subscribe) }),
              paid: programme !== undefined,
            },
      disclosure: viewDisclosure(site, programme === undefined ? [] : [programme], "page"),
      feeds: [
        offer(feedOf(PAGES.home), words.editions),
        offer(FILES.jsonFeed, words.editionsAsJson),
        offer(FILES.storyFeed, words.stories),
        ...(isHeard ? [offer(FILES.podcast, words.podcast)] : []),
        ...slots.map((slot) => offer(feedOf(slotPath(slot.id)), words.slot({ slot: slot.name }))),
      ],
    }),
  ];
}
