import type { Calls, Choice, Refused } from "../../../views/desk/calls.ts";
import { addEntry } from "../../desk/add-entry.ts";
import { createEdition, createStory } from "../../desk/create.ts";
import type { DeskContext } from "./context.ts";

type Ask<Name extends keyof Calls> = Calls[Name]["ask"];

async function siteOf({ read }: DeskContext) {
  return (await read()).archive.site;
}

export async function createNewEdition(dateline: Ask<"edition">, context: DeskContext) {
  return createEdition(context.content, await siteOf(context), dateline);
}

export async function createNewStory(story: Ask<"story">, context: DeskContext) {
  return createStory(context.content, await siteOf(context), story);
}

/** Adds an entry to a vocabulary; an empty id is made of its name. */
export async function addToVocabulary(
  { vocabulary, id, entry }: Ask<"entry">,
  context: DeskContext,
): Promise<Choice | Refused> {
  const added = await addEntry(context.content, await siteOf(context), vocabulary, entry, ...(id === "" ? [] : [id]));
  return "refused" in added ? added : { id: added.id, name: String(entry["name"]) };
}
