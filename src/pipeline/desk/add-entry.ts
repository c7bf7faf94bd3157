import { addToText } from "../../content/edit/entries.ts";
import { idProblem } from "../../content/schema/fields.ts";
import type { Site } from "../../content/site.ts";
import { VOCABULARY_SCHEMAS } from "../../content/vocabularies.ts";
import { findBadCharacters } from "../../content/words/characters.ts";
import { idOf } from "../../content/words/slug.ts";
import { changeText } from "./change-text.ts";
import type { Created } from "./create.ts";
import type { Refused } from "../../views/desk/calls.ts";

/** A vocabulary to which the desk adds entries. */
export type GrowingVocabulary = "topics" | "publishers" | "people" | "affiliates";

/** What `check` would say of an entry; undefined where it is right. */
function problemOf(vocabulary: GrowingVocabulary, id: string, entry: object): string | undefined {
  const wrong = idProblem(id);
  if (wrong !== undefined) return `“${id}” is no id: ${wrong}`;
  const [issue] = VOCABULARY_SCHEMAS[vocabulary].safeParse({ [id]: entry }).error?.issues ?? [];
  if (issue) return `${issue.path.slice(1).join(".") || "this"}: ${issue.message}`;
  return findBadCharacters(JSON.stringify(entry))[0]?.message;
}

/**
 * Adds an entry to a vocabulary, as its last line; its id is made of its name where none is given. `entry` has the keys that docs/format.md names.
 */
export async function addEntry(
  content: string,
  site: Site,
  vocabulary: GrowingVocabulary,
  entry: Readonly<Record<string, unknown>>,
  given?: string,
): Promise<(Created & { readonly id: string }) | Refused> {
  const own = Object.fromEntries(Object.entries(entry).filter(([, value]) => value !== undefined && value !== ""));
  const id = given ?? idOf(typeof own["name"] === "string" ? own["name"] : "", site.publication.language);
  if (id === "") return { refused: "no id can be made of this name; give one" };
  const problem = problemOf(vocabulary, id, own);
  if (problem !== undefined) return { refused: problem };
  const name = `${vocabulary}.yaml`;
  const changed = await changeText(content, name, (text) => addToText(name, text, id, own));
  return "refused" in changed ? changed : { name, changed: [name], id };
}
