import { define } from "./define.ts";
import { editionArticle } from "./partials/edition.ts";
import { html } from "./html.ts";
import { layout } from "./partials/layout.ts";
import { pager, wayTo } from "./partials/pager.ts";
import { share } from "./partials/share.ts";

export default define("editions", (page) => {
  const ways = page.neighbours.map(({ teaser, ...way }) => ({ ...way, ...wayTo(teaser) }));
  const next = page.neighbours.find(({ relation }) => relation === "next")?.teaser;
  const after = html`${share(page.share, "edition")}${pager("Other editions", ways)}`;
  return layout(page, editionArticle(page.edition, { next, following: page.following, after }), page.edition.light);
});
