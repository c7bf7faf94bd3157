import { change, type Data, type Editable, endingOf } from "./editable.ts";

/** publishers.yaml with one more publisher as its last line; every other character stays. Throws NotEditable where that cannot be. */
export function addPublisher(file: Editable, id: string, entry: Readonly<{ name: string; url: string }>): Editable {
  const line = `${id}: { name: ${JSON.stringify(entry.name)}, url: ${JSON.stringify(entry.url)} }`;
  return change(
    file,
    (text) => {
      const end = endingOf(text);
      return `${text}${text === "" || text.endsWith("\n") ? "" : end}${line}${end}`;
    },
    (entries: Data) => ({ ...entries, [id]: { ...entry } }),
  );
}
