import { messagesOf } from "../src/locales/messages.ts";
import { define } from "./define.ts";
import { editionArticle } from "./partials/edition.ts";
import { html } from "./html.ts";
import { layout } from "./partials/layout.ts";
import { pager, wayTo } from "./partials/pager.ts";
import { share } from "./partials/share.ts";

export default define("editions", (page) => {
  const { shell } = page;
  const m = messagesOf(shell);
  const ways = page.neighbours.map(({ teaser, ...way }) => ({ ...way, ...wayTo(teaser, m) }));
  const next = page.neighbours.find(({ relation }) => relation === "next")?.teaser;
  const { following } = page;
  const after = html`${share(page.share, "edition", m)}${pager(m.edition.others, ways, m)}`;
  const around = { language: shell.language, next, following, after };
  return layout(page, editionArticle(page.edition, around, m), page.edition.light);
});
