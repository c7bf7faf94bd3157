/// <reference lib="dom" />
import { element } from "./search-dom.ts";
import type { Result } from "./search-pagefind.ts";
import { row, type Setup } from "./search-rows.ts";

type Results = readonly Result[];

const PAGE = 10;

/** Where results are shown, and how many there are. */
export interface Shown {
  readonly element: DocumentFragment;
  /** Shows the first of these results, unless `isLate` says that others were asked for meanwhile. */
  show(results: Results, isLate: () => boolean): Promise<void>;
  say(text: string): void;
}

/** Makes the list of results, what is said of it aloud, and the way to more. */
export function makeResults(setup: Setup): Shown {
  const status = element("p", { role: "status", ...setup.said });
  const list = element("ol", { class: "sheet teasers" });
  const more = element("button", { type: "button", ...setup.said }, setup.words.more);
  const onward = element("div", { class: "band" }, more);
  const all = document.createDocumentFragment();
  all.append(element("div", { class: "band" }, status), list, onward);
  onward.hidden = true;
  let results: Results = [];
  const rowsFrom = async (own: Results, from: number) => {
    const data = await Promise.all(own.slice(from, from + PAGE).map((result) => result.data()));
    return data.map((one) => row(one, setup));
  };
  more.addEventListener("click", () => {
    const own = results;
    const from = list.children.length;
    void rowsFrom(own, from).then((rows) => {
      if (own !== results || from !== list.children.length) return;
      list.append(...rows);
      onward.hidden = own.length <= list.children.length;
      rows[0]?.querySelector("a")?.focus();
    });
  });
  return {
    element: all,
    async show(own, isLate) {
      const rows = await rowsFrom(own, 0);
      if (isLate()) return;
      results = own;
      list.replaceChildren(...rows);
      onward.hidden = own.length <= rows.length;
    },
    say(text) {
      status.textContent = text;
    },
  };
}
