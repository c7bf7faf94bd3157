import { feedOf, FILES, PAGES, slotPath } from "../../content/addresses.ts";
import { readUrl } from "../../content/links/read-url.ts";
import type { OverviewSite } from "../../content/site.ts";
import { messagesOf } from "../../locales/messages.ts";
import { defineWhole, type Page } from "../page.ts";
import type { PageView } from "../page-view.ts";
import { type DisclosureView, viewDisclosure } from "../parts/disclosure.ts";
import type { ExternalLinkView, LinkView } from "../parts/link.ts";

/** A feed that readers may subscribe to: what is in it, and its whole address, which they copy. */
export interface OfferedFeed extends LinkView {
  readonly url: string;
}

/** How readers are told of what is new. */
export interface SubscribePage extends PageView {
  /** The page at which readers sign up for mail, where the publication names one; no form of the site's own. */
  readonly signUp: ExternalLinkView | undefined;
  readonly disclosure: DisclosureView | undefined;
  readonly feeds: readonly OfferedFeed[];
}

const subscribePage = defineWhole<SubscribePage>("subscribe");

/** The host of an address, as readers know it. */
function hostOf(address: string): string {
  return readUrl(address)?.hostname.replace(/^www\./, "") ?? address;
}

/** The page of feeds and of the mailing list; none where the publication has something of that name itself. */
export function listSubscribePage(site: OverviewSite): Page[] {
  if (site.yielded.includes(PAGES.subscribe)) return [];
  const { base, url, name, slots, subscribe } = site.publication;
  const { subscribe: words } = messagesOf(site.publication);
  const offer = (path: string, text: string): OfferedFeed => ({ href: base + path, url: url + path, text });
  const ofSlots = slots.map((slot) => ({
    slot,
    feed: offer(feedOf(slotPath(slot.id)), words.slot({ slot: slot.name })),
  }));
  const programme = subscribe === undefined ? undefined : site.ledger.programmeOf(subscribe);
  const type = "application/atom+xml";
  return [
    subscribePage({
      path: PAGES.subscribe,
      head: {
        title: words.title,
        description: words.description({ name }),
        canonical: url + PAGES.subscribe,
        // Every page offers those of editions, stories and corrections.
        feeds: ofSlots.map(({ slot, feed: { href } }) => ({ href, type, title: slot.name })),
        trail: [],
      },
      signUp:
        subscribe === undefined
          ? undefined
          : { href: subscribe, text: words.signUp({ host: hostOf(subscribe) }), paid: programme !== undefined },
      disclosure: viewDisclosure(site, programme === undefined ? [] : [programme], "page"),
      feeds: [
        offer(feedOf(PAGES.home), words.editions),
        offer(FILES.jsonFeed, words.editionsAsJson),
        offer(FILES.storyFeed, words.stories),
        ...ofSlots.map((each) => each.feed),
      ],
    }),
  ];
}
