import { define } from "./define.ts";
import { editionArticle } from "./partials/edition.ts";
import { layout } from "./partials/layout.ts";
import { pager } from "./partials/pager.ts";

export default define("editions", (page) => {
  const ways = page.neighbours.map(({ teaser, ...way }) => ({
    ...way,
    href: teaser.href,
    title: [teaser.prefix, teaser.text, ...teaser.labels.map((label) => `(${label})`)].filter(Boolean).join(" "),
  }));
  return layout(page, editionArticle(page.edition, pager("Other editions", ways)), page.edition.light);
});
