import { define } from "./define.ts";
import { editionArticle } from "./partials/edition.ts";
import { layout } from "./partials/layout.ts";
import { pager, wayTo } from "./partials/pager.ts";

export default define("editions", (page) => {
  const ways = page.neighbours.map(({ teaser, ...way }) => ({ ...way, ...wayTo(teaser) }));
  return layout(page, editionArticle(page.edition, pager("Other editions", ways)), page.edition.light);
});
