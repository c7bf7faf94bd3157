import { change, type Data, type Editable, endingOf, keepMark, NotEditable, openEditable } from "./editable.ts";

function writeEntry(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeEntry).join(", ")}]`;
  return JSON.stringify(value);
}

/** A vocabulary with one more entry as its last line; every other character stays. Throws NotEditable where that cannot be. */
function appendEntry(file: Editable, id: string, entry: Readonly<Record<string, unknown>>): Editable {
  const pairs = Object.entries(entry).map(([key, value]) => `${key}: ${writeEntry(value)}`);
  const line = `${id}: { ${pairs.join(", ")} }`;
  return change(
    file,
    (text) => {
      const end = endingOf(text);
      return `${text}${text === "" || text.endsWith("\n") ? "" : end}${line}${end}`;
    },
    (entries: Data) => ({ ...entries, [id]: { ...entry } }),
  );
}

/**
 * The text of a vocabulary with one more entry as its last line; every other character stays. Throws NotEditable, with a sentence for people, where it
 * cannot be read, or has that id.
 */
export function addToText(name: string, text: string, id: string, entry: Readonly<Record<string, unknown>>): string {
  const file = openEditable(name, new TextEncoder().encode(text));
  if (!file) throw new NotEditable(`${name} cannot be read: npm run check says why`);
  if (Object.hasOwn(file.document.yaml.data as object, id)) throw new NotEditable(`“${id}” is in ${name} already`);
  return keepMark(text, appendEntry(file, id, entry).text);
}
