import type { EditionOutline } from "../../content/outline.ts";
import type { TextSite } from "../../content/site.ts";
import type { ExternalLinkView } from "./link.ts";

/** An advertisement as an edition shows it, between its stories. */
export interface AdvertisementView {
  readonly advertiser: string;
  readonly link: ExternalLinkView;
}

/** The advertisement booked for an edition's day and slot, if its placement is sold. */
export function viewAdvertisement(
  site: Pick<TextSite, "vocabularies">,
  { dateline }: Pick<EditionOutline, "dateline">,
): AdvertisementView | undefined {
  const booking = Object.values(site.vocabularies.sponsors).find(
    ({ from, to, slots }) => from <= dateline.date && dateline.date <= to && (slots?.includes(dateline.slot) ?? true),
  );
  return booking && { advertiser: booking.advertiser, link: { href: booking.url, text: booking.text, paid: true } };
}
