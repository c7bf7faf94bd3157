/// <reference lib="dom" />
import type { Inbox, InboxEvent, InboxFeed } from "../../src/views/desk/inbox.ts";
import { countOf } from "../../src/content/problems/count.ts";
import { ask, say } from "./ask.ts";
import type { Begun } from "./begin.ts";
import { button, element, newId } from "./dom.ts";

/** What stands in the page's address while the inbox is shown: no text has such a name. */
export const INBOX = "gather";

/** In milliseconds, between two looks at how far the reading of feeds is. */
const PAUSE = 400;

/** In days, and the first of them that is shown. */
const REACHES = [1, 2, 3, 7, 14];
const REACH = 2;

/** A link to a page of the web, by its address; what is none is words. */
function linkTo(url: string): HTMLElement {
  const words = url.replace(/^https:\/\//, "");
  return url.startsWith("https://")
    ? element("a", { href: url, target: "_blank", rel: "noreferrer" }, words)
    : element("span", {}, words);
}

function eventItem({ items, continues }: InboxEvent, begin: (begun: Begun) => unknown): HTMLElement {
  const title = items[0]?.title ?? "";
  const tick = element("input", { type: "checkbox", id: newId() });
  const sources = items.map((item) => ({ publisher: item.publisher, title: item.title, url: item.url }));
  const start = button(
    "Begin a story",
    () => begin({ sources, ...(continues && tick.checked && { follows: continues.id }) }),
    { "aria-label": `Begin a story: ${title}` },
  );
  const tellers = items.map((item) =>
    element(
      "li",
      {},
      element("strong", {}, item.by),
      ` · ${item.when} · `,
      linkTo(item.url),
      item.title !== title && element("q", { dir: "auto" }, item.title),
    ),
  );
  return element(
    "li",
    {},
    element("h3", { dir: "auto" }, title),
    element("ul", { class: "facts" }, ...tellers),
    continues &&
      element("p", { class: "tick" }, tick, element("label", { for: tick.id }, `It continues “${continues.name}”`)),
    start,
  );
}

function feedItem({ publisher, url, what }: InboxFeed): HTMLElement {
  return element("li", {}, element("b", {}, publisher), ` ${url}: ${what}`);
}

/** Shows what the publishers' feeds tell, and reads them first where nobody has yet. `begin` makes a story of what is picked. */
export function showInbox(room: HTMLElement, begin: (begun: Begun) => unknown): void {
  const list = element("ol", { class: "inbox" });
  const told = element("ul", { class: "note" });
  const status = element("p", { class: "note", role: "status" });
  const days = element(
    "select",
    { id: newId() },
    ...REACHES.map((reach) => element("option", { value: String(reach) }, countOf(reach, "day", "days"))),
  );
  days.value = String(REACH);
  let shown = 0;

  const draw = ({ events, left, feeds, when, told: faults }: Inbox): void => {
    list.append(...events.map((event) => eventItem(event, begin)));
    shown += events.length;
    more.hidden = left === 0;
    told.replaceChildren(...faults.map(feedItem));
    status.textContent =
      `${shown === 0 ? "Nothing that no story cites yet" : `${countOf(shown + left, "event", "events")} that no story cites yet`}, ` +
      `from ${countOf(feeds, "feed", "feeds")}, read ${when}.`;
  };
  let asked = 0;
  const load = async (from: number, anew = false): Promise<void> => {
    const own = ++asked;
    const ended = (): boolean => own !== asked || !list.isConnected;
    again.disabled = true;
    for (let isFirst = true; ; isFirst = false) {
      const answer = await ask("gather", { days: Number(days.value), from, ...(anew && isFirst && { anew }) });
      if (ended()) return;
      if (!("reading" in answer)) {
        again.disabled = false;
        if (from === 0) list.replaceChildren();
        if (from === 0) shown = 0;
        if ("refused" in answer) status.textContent = answer.refused;
        else draw(answer);
        return;
      }
      const { done, feeds } = answer.reading;
      status.textContent = `Reading ${countOf(feeds, "feed", "feeds")} … ${done} done`;
      await new Promise((resolve) => setTimeout(resolve, PAUSE));
      if (ended()) return;
    }
  };
  const again = button("Read the feeds again", () => load(0, true));
  const more = button(
    "More",
    async () => {
      const next = shown;
      await load(next);
      // The button may be gone, and what it brought is what is wanted.
      list.children[next]?.querySelector<HTMLElement>("button")?.focus();
      say(`${shown - next} more`);
    },
    { class: "quiet", hidden: "" },
  );
  days.addEventListener("change", () => void load(0));
  room.replaceChildren(
    element(
      "div",
      { class: "head" },
      element("a", { class: "narrow", href: "#" }, "← Rundown"),
      element("h2", {}, "What others tell"),
    ),
    element("div", { class: "choosing" }, element("label", { for: days.id }, "Of the last"), days, again),
    status,
    told,
    list,
    more,
  );
  document.title = "Gather · Desk";
  void load(0);
}
