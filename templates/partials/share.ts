import type { Messages } from "../../src/locales/locale.ts";
import type { ShareView } from "../../src/views/parts/share.ts";
import { type Html, html } from "../html.ts";
import { SAID } from "../said.ts";

/** Plain links to share a page by; what needs a script stays hidden until the script finds that the browser can do it. */
export function share({ url, links }: ShareView, what: "edition" | "story", m: Messages): Html {
  return html`<nav class="band share" aria-label="${m.share[what]}"${SAID}>
<ul>
<li class="share-label" aria-hidden="true">${m.share.share}</li>
${links.map(({ href, text }) => html`<li><a href="${href}">${text}</a></li>\n`)}<li><button type="button" id="_share" data-url="${url}" hidden>${m.share.moreWays}</button></li>
</ul>
</nav>
`;
}
