/// <reference lib="dom" />
import { button, element, part } from "./dom.ts";

/** The page of the text that is open, as it will look. */
export interface Look {
  show(path: string): void;
  /** Loads it again, where it was scrolled to. */
  renew(): void;
  hide(): void;
}

/** What the preview tells editors above its pages the desk tells itself. */
const OWN = ".preview, #_preview";

export function createLook(): Look {
  const room = part("_look");
  const frame = element("iframe", { title: "The page as it will look" });
  let top = 0;
  let wanted = "";
  const page = () => frame.contentWindow;
  const restore = (): void => {
    const { document: inner } = page() ?? {};
    for (const own of inner?.querySelectorAll<HTMLElement>(OWN) ?? []) own.hidden = true;
    page()?.scrollTo(0, top);
  };
  frame.addEventListener("load", restore);
  const close = button(
    "Back to the text",
    () => {
      document.body.classList.remove("looks");
    },
    { class: "quiet narrow" },
  );
  room.append(close, frame);
  return {
    show(path) {
      room.hidden = false;
      if (wanted === path) return;
      wanted = path;
      top = 0;
      page()?.location.replace(path);
    },
    renew() {
      if (room.hidden) return;
      const { location: at, scrollY = 0 } = page() ?? {};
      top = scrollY;
      // What was asked for last may still be on its way, and a link may have been followed.
      if (at?.pathname === wanted) at.reload();
      else at?.replace(wanted);
    },
    hide() {
      room.hidden = true;
      wanted = "";
      document.body.classList.remove("looks");
    },
  };
}
