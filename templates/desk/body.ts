/// <reference lib="dom" />
import { button, element } from "./dom.ts";
import { fillIn, pick } from "./dialog.ts";
import { type Around, labelled, takeDrops } from "./field.ts";

/** What browsers have alone to type into a field so that it can be undone. */
interface Typing {
  execCommand(command: "insertText", showsUi: false, text: string): boolean;
}

/** The field of a body: plain Markdown, with a bar that types it. */
export interface BodyField {
  readonly element: HTMLElement;
  readonly area: HTMLTextAreaElement;
  /** Puts the cursor at a line and column, both counted from 1. */
  go(line: number, column: number): void;
}

const TABLE = "| Column | Column |\n| --- | --- |\n| … | … |";

/** Makes the field of a body. */
export function makeBody(text: string, around: Around): BodyField {
  const area = element("textarea", { rows: "18", spellcheck: "true", lang: "" });
  area.value = text;

  const type = (words: string): void => {
    area.focus();
    if ((document as Typing).execCommand("insertText", false, words)) return;
    area.setRangeText(words, area.selectionStart, area.selectionEnd, "end");
    around.changed();
  };
  const selected = () => area.value.slice(area.selectionStart, area.selectionEnd);
  /** A block stands by itself, with an empty line on either side. */
  const typeBlock = (block: string): void => {
    const before = area.value.slice(0, area.selectionStart);
    const after = area.value.slice(area.selectionEnd);
    const gap = before === "" || before.endsWith("\n\n") ? "" : before.endsWith("\n") ? "\n" : "\n\n";
    type(gap + block + (after === "" || after.startsWith("\n\n") ? "" : "\n\n"));
  };
  const eachLine = (mark: string): void => {
    const lines = (selected() || "…").split("\n");
    typeBlock(lines.map((line) => mark + line).join("\n"));
  };
  const link = async (title: string, address: string): Promise<void> => {
    const [from, to] = [area.selectionStart, area.selectionEnd];
    const line = { input: "line", isList: false, isRequired: true } as const;
    const made = await fillIn(
      title,
      {
        fields: [
          { ...line, key: "text", label: "Words that are the link" },
          { ...line, key: "address", label: "Address" },
        ],
        values: { text: selected(), address },
        around,
        does: "Put it in",
      },
      (values) =>
        Promise.resolve({ text: "", address: "", ...(values as Partial<Record<"text" | "address", string>>) }),
    );
    area.focus();
    area.setSelectionRange(from, to);
    if (made && made.address !== "") type(`[${made.text || made.address}](${made.address})`);
  };
  const paidLink = async (): Promise<void> => {
    const { affiliates } = around.lists;
    const choices = [...affiliates, { id: "", name: "new programme …" }];
    const found = await pick("Which programme pays?", (search) =>
      Promise.resolve(choices.filter(({ id, name }) => `${name} ${id}`.toLowerCase().includes(search.toLowerCase()))),
    );
    const id = found?.id === "" ? await around.addEntry("affiliates") : found?.id;
    if (id !== undefined) await link("A paid link", `affiliate:${id}`);
  };
  const storyLink = async (): Promise<void> => {
    const found = await around.findStory();
    if (found) type(`[${selected() || found.name}](story:${found.id})`);
  };
  const place = async (picture: File | undefined): Promise<void> => {
    const name = picture && (await around.placePicture(picture));
    if (name !== undefined) typeBlock(`![What the picture shows](${name})`);
  };
  const file = element("input", { type: "file", accept: "image/*", hidden: "" });
  file.addEventListener("change", () => void place(file.files?.[0]));

  const bar = element(
    "div",
    { class: "bar", role: "toolbar", "aria-label": "Put into the text" },
    button("Link", () => link("A link", "https://")),
    button("Paid link", paidLink),
    button("Story link", storyLink),
    button("Analysis", () => {
      typeBlock("## Its headline\n\nThe analysis.");
    }),
    button("List", () => {
      eachLine("- ");
    }),
    button("Quote", () => {
      eachLine("> ");
    }),
    button("Table", () => {
      typeBlock(TABLE);
    }),
    button("Picture", () => {
      file.click();
    }),
    file,
  );
  takeDrops(area, (picture) => void place(picture));
  const field = { key: "", label: "Text", input: "text", isList: false, isRequired: false } as const;
  const made = labelled(field, "body", area);
  area.before(bar);
  made.querySelector("label small")?.remove();
  return {
    element: made,
    area,
    go(line, column) {
      const start =
        area.value
          .split("\n")
          .slice(0, line - 1)
          .join("\n").length + (line > 1 ? 1 : 0);
      area.focus();
      area.setSelectionRange(start + column - 1, start + column - 1);
    },
  };
}
