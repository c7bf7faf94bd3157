/// <reference lib="dom" />
import type { EditionRow, Row, Rundown, StoryRow } from "../../src/views/desk/rundown.ts";
import { countOf } from "../../src/content/problems/count.ts";
import { ask, say } from "./ask.ts";
import { button, element, later, part } from "./dom.ts";

/** The list of editions and their stories, as a newspaper's rundown. */
export interface Room {
  /** Asks for it anew. */
  renew(): Promise<void>;
  /** Marks the text that is open. */
  mark(name: string): void;
  /** The edition in which a text is, as far as it is shown. */
  editionOf(name: string): EditionRow | undefined;
}

interface Deeds {
  /** Begins a story of an edition. */
  readonly addStory: (edition: EditionRow) => unknown;
  /** Begins an edition’s own text. */
  readonly addText: (edition: EditionRow) => unknown;
}

/** So many editions are open when the desk is. */
const OPEN = 2;

function facts({ errors, warnings }: Row, ...more: readonly (string | undefined | false)[]): HTMLElement {
  const words = more.filter(Boolean).join(" · ");
  const wrong =
    errors > 0 ? countOf(errors, "error", "errors") : warnings > 0 ? countOf(warnings, "question", "questions") : "";
  return element(
    "small",
    { class: "facts" },
    words,
    wrong !== "" && element("b", { class: errors > 0 ? "error" : "warning" }, `${words === "" ? "" : " · "}${wrong}`),
  );
}

function storyItem(story: StoryRow, edition: EditionRow): HTMLElement {
  const { name, title, topic, ai, reviewer, when } = story;
  const written = ai === undefined || ai === "human-only" ? undefined : ai;
  const link = element("a", { href: `#${name}` }, title);
  return element(
    "li",
    {},
    link,
    facts(story, when !== edition.when && when, topic, written, reviewer !== undefined && `read by ${reviewer}`),
  );
}

function editionItem(edition: EditionRow, isOpen: boolean, deeds: Deeds): HTMLElement {
  const { name, day, slot, title, hasFile, stories } = edition;
  const own = hasFile
    ? element("a", { class: "own", href: `#${name}` }, title || "Lede and running order")
    : button("Begin its lede and running order", () => deeds.addText(edition), { class: "quiet" });
  const add = button("Add a story", () => deeds.addStory(edition), {
    class: "quiet",
    "aria-label": `Add a story to ${day}, ${slot}`,
  });
  const summary = element(
    "summary",
    {},
    element("span", { class: "day" }, day),
    element("span", { class: "slot" }, slot),
    facts(edition, edition.when, countOf(stories.length, "story", "stories")),
  );
  return element(
    "details",
    { class: "edition", "data-edition": edition.identity, ...(isOpen && { open: "" }) },
    summary,
    own,
    element("ol", {}, ...stories.map((story) => storyItem(story, edition))),
    add,
  );
}

/** What is told beside the editions. */
type Rest = Omit<Rundown, "editions">;

function goneItem({ name, identity, when }: Rundown["gone"][number]): HTMLElement {
  return element("li", {}, element("a", { href: `#${name}` }, identity), element("small", { class: "facts" }, when));
}

/** Shows the newest editions; older ones when they are asked for or looked for. */
export function createRundown(deeds: Deeds): Room {
  const room = part("_rundown");
  const search = element("input", {
    type: "search",
    placeholder: "A day, a headline …",
    "aria-label": "Look for an edition or a story",
  });
  const late = element("p", { class: "late", role: "status" });
  const list = element("div", {});
  const more = button("Older editions", () => load(shown.length), { class: "quiet" });
  const gone = element("details", { class: "edition gone" });
  let shown: readonly EditionRow[] = [];
  let marked = "";

  const draw = ({ left, late: words, gone: texts }: Rest): void => {
    late.textContent = words ?? "";
    gone.hidden = texts.length === 0;
    gone.replaceChildren(
      element("summary", {}, element("span", { class: "day" }, "Taken back")),
      element("ul", {}, ...texts.map(goneItem)),
    );
    const open = new Map(
      [...list.querySelectorAll<HTMLDetailsElement>("details")].map((own) => [own.dataset["edition"], own.open]),
    );
    const focused = document.activeElement?.closest("#_rundown a")?.getAttribute("href");
    list.replaceChildren(
      ...shown.map((edition, at) =>
        editionItem(edition, open.get(edition.identity) ?? (at < OPEN || search.value !== ""), deeds),
      ),
    );
    more.hidden = left <= 0;
    mark(marked);
    if (focused) list.querySelector<HTMLElement>(`a[href="${CSS.escape(focused)}"]`)?.focus();
  };
  const load = async (from: number, most = 0): Promise<void> => {
    const asked = search.value;
    const pages: EditionRow[] = [...shown.slice(0, from)];
    let last: Rest = { left: 0, late: undefined, gone: [] };
    do {
      const found: Rundown | { readonly refused: string } = await ask("rundown", { search: asked, from: pages.length });
      if ("refused" in found) {
        say(found.refused);
        return;
      }
      pages.push(...found.editions);
      last = found;
      if (asked !== search.value) return;
    } while (pages.length < most && last.left > 0);
    shown = pages;
    draw(last);
  };
  const mark = (name: string): void => {
    marked = name;
    for (const link of room.querySelectorAll("a[aria-current]")) link.removeAttribute("aria-current");
    const link = room.querySelector(`a[href="#${CSS.escape(name)}"]`);
    link?.setAttribute("aria-current", "page");
    const around = link?.closest("details");
    if (around) around.open = true;
  };
  search.addEventListener(
    "input",
    later(150, () => void load(0)),
  );
  room.append(late, search, list, more, gone);
  return {
    renew: () => load(0, shown.length),
    mark,
    editionOf: (name) => {
      const folder = name.slice(0, name.lastIndexOf("/") + 1);
      return shown.find((edition) => edition.name.startsWith(folder));
    },
  };
}
