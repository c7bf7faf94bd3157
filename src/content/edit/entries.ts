import { change, type Data, type Editable, endingOf } from "./editable.ts";

function writeEntry(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(writeEntry).join(", ")}]`;
  return JSON.stringify(value);
}

/** A vocabulary with one more entry as its last line; every other character stays. Throws NotEditable where that cannot be. */
export function appendEntry(file: Editable, id: string, entry: Readonly<Record<string, unknown>>): Editable {
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
