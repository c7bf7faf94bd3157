/// <reference lib="dom" />
// The editor's desk: what it shows it asks of the preview beside which it is served, and what is typed stays until that has saved it.
import type { Opened, Setup } from "../../src/views/desk/calls.ts";
import { LIVE } from "../../src/views/problems.ts";
import { ask, say, sendPicture } from "./ask.ts";
import { askForEdition, askForEntry, askForStory, type Begun } from "./begin.ts";
import { pick } from "./dialog.ts";
import { button, element, part } from "./dom.ts";
import type { Around } from "./field.ts";
import { publishNow, sendNow, signNow, withdrawNow } from "./judge.ts";
import { INBOX, showInbox } from "./inbox.ts";
import { findKept, type Kept } from "./kept.ts";
import { watchLate } from "./late.ts";
import { LETTERS, makeEntrance, showLetters } from "./letters.ts";
import { createLook } from "./look.ts";
import { showNothing } from "./nothing.ts";
import { createRundown } from "./rundown.ts";
import { bringBackNow, takeBackNow } from "./take-back.ts";
import { type OpenText, openText, type TextRoom } from "./text.ts";

const work = part("_work");
let text: OpenText | undefined;

function readName(): string {
  return decodeURIComponent(location.hash.slice(1));
}

/** The edition of a text, `2026-03-04-evening`, by its path in the content folder. */
function editionOf(name: string): string {
  const [, year = "", day = ""] = name.split("/");
  return `${year}-${day}`;
}

function titleOf({ name, form }: Opened): string {
  const title = form?.values["title"];
  return typeof title === "string" ? title : editionOf(name);
}

function datelineOf(edition: string) {
  return { date: edition.slice(0, 10), slot: edition.slice(11) };
}

async function begin(setup: Setup): Promise<void> {
  const look = createLook();
  const lists = { ...setup.lists };

  const go = (name: string | undefined): void => {
    if (name !== undefined) location.hash = name;
  };
  const around = (opened: Pick<Opened, "name" | "pictures">, changed: () => void): Around => {
    const own: Around = {
      lists,
      stories: (rundown.editionOf(opened.name)?.stories ?? []).map(({ slug, title }) => ({ id: slug, name: title })),
      pictures: opened.pictures,
      now: () => setup.now,
      addEntry: (vocabulary) => askForEntry(vocabulary, setup, own),
      async findStory() {
        return pick("Which story?", async (search) => {
          const found = await ask("stories", { search });
          return "refused" in found ? [] : found;
        });
      },
      async placePicture(picture) {
        const placed = await sendPicture(editionOf(opened.name), picture);
        if ("refused" in placed) {
          say(placed.refused);
          return undefined;
        }
        own.pictures = [...new Set([...own.pictures, placed.file])];
        say(`The picture is ${placed.file}, ${placed.width} × ${placed.height} pixels`);
        return placed.file;
      },
      changed,
    };
    return own;
  };
  const rundown = createRundown({
    addStory: async ({ identity }) => {
      go(await askForStory(setup, nowhere, datelineOf(identity)));
    },
    addText: async ({ identity }) => {
      go(await askForEdition(setup, nowhere, datelineOf(identity)));
    },
  });

  // In no edition.
  const nowhere = around({ name: "", pictures: [] }, () => undefined);

  /** What can be done while the clock makes this of the text that is open. */
  let takeBack: HTMLElement | undefined;
  let timely: readonly (readonly [HTMLElement, Opened["status"]])[] = [];
  const actions = (own: OpenText): HTMLElement[] => {
    const { form } = own.opened();
    if (!form) return [];
    const again = () => show(own.opened().name);
    [timely, takeBack] = [[], undefined];
    if (form.values["gone"] !== undefined) return [button("Bring it back …", () => bringBackNow(own, again))];
    const isDraft = form.values["draft"] === true;
    const withdraw = button("Back to draft", () => withdrawNow(own, again), {
      title: "Readers will not see it when its time comes",
    });
    const publish = button("Publish", () => publishNow(own, again));
    const sign = button("Sign a review …", () => signNow(own, lists.people, again));
    takeBack = button(
      "Take it back …",
      () => {
        const { name, kind } = own.opened();
        const isLast = kind === "story" && rundown.editionOf(name)?.stories.length === 1;
        return takeBackNow(own, { setup, around: nowhere, isLast }, again);
      },
      { class: "quiet" },
    );
    timely = [
      [withdraw, "scheduled"],
      [takeBack, "published"],
    ];
    return [...(isDraft ? [publish] : []), withdraw, sign];
  };
  const status = element("small", {});
  const tell = ({ kind, when, status: standing }: Opened): void => {
    for (const [deed, time] of timely) deed.hidden = standing !== time;
    status.textContent = `${kind} · ${when}`;
  };
  const room: TextRoom = {
    tell,
    setup,
    aroundOf: around,
    actions,
    replace: (opened, kept) => {
      open(opened, kept);
    },
  };
  const open = (opened: Opened, kept: Kept | undefined): void => {
    const { name, path } = opened;
    const at = { top: scrollY, focused: document.activeElement?.closest("[data-path]")?.getAttribute("data-path") };
    const isSame = text?.opened().name === name;
    text = openText(opened, kept, room);
    const address = setup.base + path;
    const title = element("h2", {}, opened.edition, " ", status);
    tell(opened);
    const see = button(
      "How it looks",
      () => {
        document.body.classList.add("looks");
      },
      { class: "quiet narrow" },
    );
    const page = element("a", { href: address, target: "_blank" }, "Its page");
    const back = element("a", { class: "narrow", href: "#" }, "← Rundown");
    work.replaceChildren(element("div", { class: "head" }, back, title, see, page, takeBack), text.element);
    look.show(address);
    rundown.mark(name);
    document.title = `${titleOf(opened)} · Desk`;
    if (!isSame) {
      work.focus({ preventScroll: true });
      scrollTo(0, 0);
      return;
    }
    const field =
      at.focused &&
      work.querySelector<HTMLElement>(`[data-path="${CSS.escape(at.focused)}"] :is(input, select, textarea)`);
    if (field) field.focus({ preventScroll: true });
    scrollTo(0, at.top);
  };
  const newStory = async (begun?: Begun): Promise<void> => {
    go(await askForStory(setup, nowhere, setup.next, begun));
  };
  const newEdition = async (): Promise<void> => {
    go(await askForEdition(setup, nowhere));
  };
  const leave = (): void => {
    text = undefined;
    look.hide();
    document.title = `Desk · ${setup.paper}`;
  };
  const letters = makeEntrance(setup, () => {
    go(LETTERS);
  });
  const show = async (name: string): Promise<void> => {
    const isText = !["", INBOX, LETTERS].includes(name);
    document.body.classList.toggle("works", isText);
    rundown.mark(name);
    if (!isText) {
      leave();
      if (name === "") showNothing(work, setup, { addStory: () => newStory(), addEdition: newEdition });
      if (name === INBOX) showInbox(work, newStory);
      if (name === LETTERS) showLetters(work, { setup, around: nowhere, entrance: letters });
      if (name !== "") work.focus({ preventScroll: true });
      return;
    }
    const opened = await ask("open", { name });
    if (name !== readName()) return;
    if ("refused" in opened) {
      work.replaceChildren(element("p", { role: "alert" }, opened.refused));
      return;
    }
    const kept = findKept(name).own;
    open(kept ? { ...opened, ...kept.opened } : opened, kept);
  };

  part("_actions").append(
    button("New story", () => newStory()),
    button("New edition", newEdition),
    button("Gather", () => {
      go(INBOX);
    }),
    letters,
    button("Send to the newsroom …", sendNow),
  );
  addEventListener("hashchange", () => void show(readName()));
  addEventListener("keydown", (event) => {
    if (!(event.ctrlKey || event.metaKey) || event.key !== "s") return;
    event.preventDefault();
    void text?.save();
  });
  addEventListener("beforeunload", (event) => {
    if (text?.hasChanged()) event.preventDefault();
  });
  listen(setup, async () => {
    await rundown.renew();
    await text?.renew();
    look.renew();
  });
  watchLate();
  await rundown.renew();
  await show(readName());
}

/** Calls a function after each change of the content, as the preview tells of it. */
function listen({ base }: Setup, act: () => unknown): void {
  let version: string | undefined;
  const source = new EventSource(base + LIVE);
  source.addEventListener("message", ({ data }: MessageEvent<string>) => {
    const isNew = version !== undefined && version !== data;
    version = data;
    if (isNew) void act();
  });
}

void ask("setup", {}).then((setup) => {
  if ("refused" in setup) work.textContent = setup.refused;
  else return begin(setup);
});
