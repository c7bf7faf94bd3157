import type { Messages } from "../../src/locales/locale.ts";
import type { AdvertisementView } from "../../src/views/parts/advertisement.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";
import { externalLink } from "./link.ts";

/** An advertisement in its reserved box, between stories; nothing at all when the placement is not sold. */
export function advertisement(view: AdvertisementView | undefined, m: Messages): Html | undefined {
  if (!view) return undefined;
  return html`<aside class="band advertisement" aria-label="${m.text.advertisement}">
<p class="rail caps"${SAID}>${m.text.advertisement}</p>
<p class="advert">${externalLink(view.link, m)} <span class="about">${view.advertiser}</span></p>
</aside>
`;
}
