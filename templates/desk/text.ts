/// <reference lib="dom" />
import type { Calls, Edited, Opened, Refused, Setup, Values } from "../../src/views/desk/calls.ts";
import { ask, say } from "./ask.ts";
import { type BodyField, makeBody } from "./body.ts";
import { showConflict } from "./conflict.ts";
import { button, element, later } from "./dom.ts";
import type { Around } from "./field.ts";
import { makeFields, onTyping } from "./form.ts";
import { findKept, forget, keep, type Kept } from "./kept.ts";
import { countProblems, showProblems } from "./problems.ts";

/** How long an editor pauses between two letters before what is typed is looked at, in milliseconds. */
const PAUSE = 250;

/** The text that is open in its form. */
export interface OpenText {
  readonly element: HTMLElement;
  opened(): Opened;
  hasChanged(): boolean;
  /** Saves what is typed; undefined where nothing was saved. */
  save(): Promise<Opened | undefined>;
  /** Looks whether somebody else wrote the file, and at what is wrong now. */
  renew(): Promise<void>;
}

/** What stands around the form of a text. */
export interface TextRoom {
  readonly setup: Setup;
  /** Makes what the fields of this text ask for. */
  readonly aroundOf: (opened: Opened, changed: () => void) => Around;
  /** What can be done with the text beside saving it. */
  readonly actions: (text: OpenText) => readonly HTMLElement[];
  /** Called with a text that was opened anew, to be shown in the place of this one. */
  readonly replace: (opened: Opened, kept?: Kept) => void;
  /** Called with what is known of the text by now; its form stays. */
  readonly tell: (opened: Opened) => void;
}

/** The text as it is typed: in a form, or as it stands where no form can show it. */
interface Typed {
  readonly elements: readonly HTMLElement[];
  readonly body: BodyField | undefined;
  read(): { readonly values: Values; readonly body: string };
}

function makeTyped(opened: Opened, values: Values, body: string, { setup }: TextRoom, around: Around): Typed {
  if (!opened.form) {
    const whole = makeBody(body, around);
    const note = element("p", { class: "note" }, "This text cannot be shown as a form, so here is all of it.");
    return { elements: [note, whole.element], body: whole, read: () => ({ values: {}, body: whole.area.value }) };
  }
  const fields = makeFields(setup.forms[opened.kind], "", values, around);
  const text = makeBody(body, around);
  return {
    elements: [...fields.short, text.element, ...fields.long, ...fields.rest],
    body: text,
    read: () => ({ values: fields.read(), body: text.area.value }),
  };
}

/** The keys that are not as they were; one that is gone is null. */
function changesOf(before: Values, now: Values): Values {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(now)])];
  const changed = keys.filter((key) => JSON.stringify(before[key]) !== JSON.stringify(now[key]));
  return Object.fromEntries(changed.map((key) => [key, now[key] ?? null]));
}

/** Line ends as a browser's field has them. */
function plain(text: string): string {
  return text.replace(/\r\n?/g, "\n");
}

/** Shows a text in its form; `kept` is what was typed into it before and never saved. */
export function openText(first: Opened, kept: Kept | undefined, room: TextRoom): OpenText {
  let opened = first;
  const { name } = opened;
  const form = element("form", { class: "text", novalidate: "" });
  const around = room.aroundOf(opened, () => {
    soon();
  });
  const { values, body } = opened.form ?? { values: {}, body: opened.text };
  let before = makeTyped(opened, values, body, room, around).read();
  const typed = makeTyped(opened, kept?.values ?? values, kept?.body ?? body, room, around);
  const state = element("span", { class: "state" });
  const problems = element("section", { class: "problems", "aria-label": "What is wrong" });
  const jump = button(
    "",
    () => {
      problems.querySelector("button")?.focus();
      problems.scrollIntoView({ block: "center" });
    },
    { class: "quiet", hidden: "" },
  );
  const notice = element("div", { class: "notice", role: "alert" });
  let saving: Promise<Opened | undefined> | undefined;
  let told = "";

  const edited = (): Edited => {
    const now = typed.read();
    const base = { name, text: opened.text };
    if (!opened.form) return { ...base, whole: now.body };
    const fields = changesOf(before.values, now.values);
    return {
      ...base,
      ...(Object.keys(fields).length > 0 && { fields }),
      ...(now.body !== plain(before.body) && { body: now.body }),
    };
  };
  const hasChanged = (): boolean => {
    const { fields, body, whole } = edited();
    return fields !== undefined || body !== undefined || (whole !== undefined && whole !== plain(opened.text));
  };
  const showState = (): void => {
    state.textContent = saving ? "Saving …" : hasChanged() ? "Not saved yet" : "All is saved";
    state.classList.toggle("unsaved", hasChanged());
  };
  const check = async (): Promise<void> => {
    const asked = edited();
    const answer = await ask("check", asked);
    if (!form.isConnected || JSON.stringify(asked) !== JSON.stringify(edited())) return;
    const found = "refused" in answer ? [refusedAs(answer, name)] : answer.problems;
    showProblems(form, problems, { problems: found, name, body: typed.body });
    const words = countProblems(found);
    if (words !== told) say(words === "" ? "Nothing is wrong any more" : words, true);
    told = words;
    jump.textContent = words;
    jump.hidden = words === "";
  };
  const checkSoon = later(PAUSE, () => void check());
  const keepTyped = (): void => {
    showState();
    if (hasChanged()) keep({ opened, ...typed.read(), at: new Date().toLocaleTimeString() });
    else forget(name);
  };
  const soon = onTyping(form, 60, () => {
    if (!form.isConnected) return;
    keepTyped();
    checkSoon();
  });

  /** Sends what is typed. What is typed while that is on its way is not saved yet, and stays. */
  const send = async (asked: Calls["save"]["ask"]): Promise<Opened | undefined> => {
    const sent = typed.read();
    const answer = await ask("save", asked);
    if ("refused" in answer) {
      notice.textContent = `Nothing was saved: ${answer.refused}`;
      return undefined;
    }
    if (!("conflict" in answer)) {
      opened = answer;
      before = sent;
      notice.textContent = "";
      keepTyped();
      room.tell(answer);
      say("Saved");
      return answer;
    }
    const { conflict, mine } = answer;
    const choice = await showConflict(mine, conflict.text);
    if (choice === "theirs") {
      const theirs = await ask("open", { name });
      if ("refused" in theirs) notice.textContent = theirs.refused;
      else {
        forget(name);
        room.replace(theirs);
      }
    }
    if (choice !== "mine") return undefined;
    const { text, version } = conflict;
    return send({ name, text: text ?? "", whole: mine, ...(version !== undefined && { version }) });
  };
  const save = async (): Promise<Opened | undefined> => {
    await saving;
    if (!hasChanged()) {
      say("All is saved");
      return opened;
    }
    saving = send({ ...edited(), version: opened.version });
    showState();
    try {
      return await saving;
    } finally {
      saving = undefined;
      showState();
    }
  };
  const tellChanged = (): void => {
    notice.replaceChildren(
      "Somebody else has changed this file since you opened it. Nothing is lost: ",
      button("look at both", () => void save()),
    );
  };
  const text: OpenText = {
    element: form,
    opened: () => opened,
    hasChanged,
    save,
    async renew() {
      const { version } = opened;
      const now = await ask("open", { name });
      // What was saved meanwhile is told of later.
      if (saving || version !== opened.version || !form.isConnected) return;
      if ("refused" in now) notice.textContent = now.refused;
      else if (now.version === version) {
        room.tell(now);
        await check();
      } else if (hasChanged()) tellChanged();
      else {
        room.replace(now);
        say("Somebody else changed this file; this is what it says now");
      }
    },
  };
  const others = findKept(name).others.map(([key, other]) => {
    const line = element("p", {}, `Another window of this browser has unsaved text of ${other.at}. `);
    const take = button("Take it up here", () => {
      forget(name, key);
      room.replace(other.opened, other);
    });
    const drop = button("Let it go", () => {
      forget(name, key);
      line.remove();
    });
    line.append(take, " ", drop);
    return line;
  });
  form.addEventListener("input", showState);
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    void save();
  });
  if (kept) notice.textContent = `What you typed at ${kept.at} and had not saved is here again.`;
  const saver = element("button", { class: "main", title: "Ctrl-S" }, "Save");
  form.append(
    notice,
    ...others,
    ...typed.elements,
    problems,
    element("div", { class: "doing" }, saver, state, jump, ...room.actions(text)),
  );
  showState();
  queueMicrotask(() => void check());
  return text;
}

function refusedAs({ refused }: Refused, name: string) {
  return { severity: "error", rule: "not-written", message: refused, hint: undefined, name, place: undefined } as const;
}
