/// <reference lib="dom" />
import type { Calls, Choice, Refused, Review } from "../../src/views/desk/calls.ts";
import { ask, say } from "./ask.ts";
import { button, element, newId } from "./dom.ts";
import { choicesOf, openDialog } from "./dialog.ts";
import type { OpenText } from "./text.ts";

type Version = Calls["sign"]["answer"];

/** Shows the old words struck out and the new ones marked, where git has the text that was signed. */
function describeChanges({ words, parts, signed }: Review): HTMLElement[] {
  if (!signed) return [element("p", {}, "Nobody has reviewed this text yet, so all of it is new to a review.")];
  const names = element(
    "p",
    {},
    parts.length === 0 ? "Nothing has changed since." : `Changed since: ${parts.join(", ")}.`,
  );
  const changes = (words ?? []).flatMap(({ part, changes }) =>
    (changes ?? [{ from: "", to: "most of it" }]).map(({ from, to }) =>
      element(
        "li",
        {},
        element("small", {}, `${part || "text"}: `),
        from !== "" && element("del", {}, from),
        " ",
        to !== "" && element("ins", {}, to),
      ),
    ),
  );
  return [names, element("ul", { class: "changes" }, ...changes)];
}

/** Saves a text, and gives it as it stands on the disk; undefined where it could not be saved. */
export async function saved(text: OpenText) {
  return text.hasChanged() ? text.save() : text.opened();
}

function tellRefusal(answer: Exclude<Version, { version: string }> | Refused): void {
  const why = "refused" in answer ? answer.refused : "Somebody else changed this file; look at it again first.";
  void openDialog("This was not done", ({ body, end }) => {
    body.append(
      element("p", {}, why),
      choicesOf(
        button("Back to the text", () => {
          end();
        }),
      ),
    );
  });
}

/** The focus goes on at what was pressed, or where that is no more, at what can be done instead. */
function focusAgain(label: string | null | undefined): void {
  const buttons = [...document.querySelectorAll<HTMLElement>(".doing button:not([hidden], .main, .quiet)")];
  (buttons.find(({ textContent }) => textContent === label) ?? buttons[0])?.focus({ preventScroll: true });
}

/** Has the server change a text; until it is shown as it is then, nothing else is done with it. */
export async function change(
  { element: form }: OpenText,
  done: string,
  after: () => unknown,
  act: () => Promise<Version | Refused>,
): Promise<void> {
  // What is inert has no focus.
  const label = document.activeElement?.textContent;
  form.inert = true;
  const answer = await act();
  if ("version" in answer) {
    say(done);
    await after();
  }
  form.inert = false;
  focusAgain(label);
  if (!("version" in answer)) tellRefusal(answer);
}

/** Shows what changed since the last review, and asks who reviewed it now. */
export async function signNow(text: OpenText, people: readonly Choice[], after: () => unknown): Promise<void> {
  const opened = await saved(text);
  if (!opened) return;
  const { name, version } = opened;
  const review = await ask("review", { name });
  const answer = await openDialog<{ by: string }>("Sign a review", ({ body, end }) => {
    const [personId, checkedId] = [newId(), newId()];
    const person = element(
      "select",
      { id: personId },
      element("option", { value: "" }, "—"),
      ...people.map(({ id, name }) => element("option", { value: id }, name)),
    );
    const checked = element("input", { type: "checkbox", id: checkedId });
    const told = element("p", { class: "refused", role: "alert" });
    const last = "refused" in review || !review.signed ? undefined : review.signed;
    body.append(
      last
        ? element(
            "p",
            {},
            `Last reviewed by ${people.find(({ id }) => id === last.by)?.name ?? last.by}, ${last.at.replace("T", " ")}.`,
          )
        : "",
      ...("refused" in review ? [element("p", {}, review.refused)] : describeChanges(review)),
      element("p", { class: "field" }, element("label", { for: personId }, "Who reviewed this exact text"), person),
      element(
        "p",
        { class: "tick" },
        checked,
        element("label", { for: checkedId }, "I read all of it, and checked its facts"),
      ),
      told,
      choicesOf(
        button("Cancel", () => {
          end();
        }),
        button(
          "Sign",
          () => {
            if (person.value !== "" && checked.checked) end({ by: person.value });
            else told.textContent = "A review needs a person, and facts that were checked.";
          },
          { class: "main" },
        ),
      ),
    );
  });
  if (!answer) return;
  await change(text, "The review is signed", after, () =>
    ask("sign", { name, version, by: answer.by, factChecked: true }),
  );
}

/** Lets readers see a text when its time has come. */
export async function publishNow(text: OpenText, after: () => unknown): Promise<void> {
  const opened = await saved(text);
  if (!opened) return;
  const { name, version } = opened;
  await change(text, "It is no draft any more", after, () => ask("publish", { name, version }));
}

/** Makes a draft again of a text whose time has not come. */
export async function withdrawNow(text: OpenText, after: () => unknown): Promise<void> {
  const opened = await saved(text);
  if (!opened) return;
  const { name, version } = opened;
  await change(text, "It is a draft again", after, () => ask("withdraw", { name, version }));
}

/** Shows what would be sent, and sends it. */
export async function sendNow(): Promise<void> {
  const proposal = await ask("propose", {});
  await openDialog("Send to the newsroom", ({ body, end }) => {
    const close = button("Close", () => {
      end();
    });
    if ("refused" in proposal) {
      body.append(element("p", {}, proposal.refused), choicesOf(close));
      return;
    }
    const { files, message, branch, remote } = proposal;
    const [messageId, nameId, mailId] = [newId(), newId(), newId()];
    const words = element("textarea", { id: messageId, rows: "4" });
    words.value = message;
    const name = element("input", { id: nameId, autocomplete: "name" });
    const mail = element("input", { id: mailId, type: "email", autocomplete: "email" });
    const told = element("p", { class: "refused", role: "alert" });
    const go = button(
      "Send",
      async () => {
        go.disabled = true;
        const author = name.value !== "" && mail.value !== "" ? { name: name.value, email: mail.value } : undefined;
        const sent = await ask("send", { message: words.value, ...(author && { author }) });
        go.disabled = false;
        if ("refused" in sent) {
          told.textContent = sent.refused;
          return;
        }
        const where = sent.pushedTo === undefined ? "It is kept on this computer" : `It is at ${sent.pushedTo}`;
        body.replaceChildren(
          element("p", { role: "status" }, `Sent: ${sent.branch}. ${where}.`),
          element("p", {}, sent.problem ?? ""),
          choicesOf(close),
        );
        close.focus();
      },
      { class: "main" },
    );
    body.append(
      element(
        "ul",
        { class: "files" },
        ...files.map(({ kind, what }) => element("li", {}, element("b", {}, kind), ` ${what}`)),
      ),
      element("p", { class: "field" }, element("label", { for: messageId }, "What the newsroom is told"), words),
      element(
        "details",
        {},
        element("summary", {}, "Who sends it"),
        element("p", { class: "note" }, "Only where this computer’s git does not know you."),
        element("p", { class: "field" }, element("label", { for: nameId }, "Your name"), name),
        element("p", { class: "field" }, element("label", { for: mailId }, "Your e-mail address"), mail),
      ),
      element(
        "p",
        { class: "note" },
        `It goes to the branch ${branch}${remote === undefined ? ", on this computer only" : `, and to ${remote}`}. Nothing appears to readers by this.`,
      ),
      told,
      choicesOf(close, go),
    );
  });
}
