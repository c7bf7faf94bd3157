import type { AdvertisementView } from "../../src/views/parts/advertisement.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";
import { externalLink } from "./link.ts";

/** An advertisement in its reserved box, between stories; nothing at all when the placement is not sold. */
export function advertisement(view: AdvertisementView | undefined): Html | undefined {
  if (!view) return undefined;
  return html`<aside class="band advertisement" aria-label="Advertisement">
<p class="rail caps"${SAID}>Advertisement</p>
<p class="advert">${externalLink(view.link)} <span class="about">${view.advertiser}</span></p>
</aside>
`;
}
