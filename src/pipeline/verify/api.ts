import { apiEditionPath, FILES, isApiEdition } from "../../content/addresses.ts";
import type { Edition } from "../../content/edition.ts";
import { ANCHORS } from "../../content/links/anchor.ts";
import type { Story } from "../../content/story.ts";
import { editionDocument, type EditionDocument, indexDocument } from "../../views/api/documents.ts";
import { mostAutomated, levelsOf } from "../../views/parts/ai.ts";
import { editionProgrammes } from "../../views/parts/edition.ts";
import type { Fault, Written } from "./promise.ts";

/** Of HTML its words alone, since addresses in it differ with where it stands. */
function wordsOf(html: string): string {
  return html.replace(ANCHORS, "").replace(/<[^>]*>|\s+/g, "");
}

/** What a document tells of a text, and what it has to. */
function* faultsOfText(
  told: Pick<EditionDocument, "ai" | "disclosure">,
  { ai, programmes }: Pick<Story, "ai" | "programmes">,
  name: string,
): Generator<string> {
  if (told.ai.level !== ai) yield `${name} is ${ai}, and it says ${told.ai.level}`;
  const isPaid = programmes.length > 0;
  if (told.disclosure.paid !== isPaid || (told.disclosure.text !== undefined) !== isPaid)
    yield `${name} has ${isPaid ? "" : "no "}paid links, and it does not say so`;
}

/** What a document tells of the recording of its edition: that there is one, and whether a machine reads. */
function* faultsOfAudio({ audio }: EditionDocument, { recording }: Edition): Generator<string> {
  if ((audio !== undefined) !== (recording !== undefined)) {
    yield recording ? "the recording of the edition is not in it" : "it has a recording, and the edition has none";
    return;
  }
  const isSynthetic = recording !== undefined && recording.voice === undefined;
  if (audio && (audio.synthetic !== isSynthetic || (audio.label !== undefined) !== isSynthetic))
    yield `${isSynthetic ? "a machine" : "a person"} reads the edition, and it does not say so`;
}

/** The document of an edition holds its published stories, in their order, each with its AI level and disclosure. */
function* faultsOfEdition(document: EditionDocument, edition: Edition): Generator<string> {
  yield* faultsOfText(
    document,
    { ai: mostAutomated(levelsOf(edition)), programmes: editionProgrammes(edition) },
    "the edition",
  );
  yield* faultsOfText(document.own, edition, "its own text");
  yield* faultsOfAudio(document, edition);
  const wanted = edition.stories.map(({ identity }) => identity);
  const there = document.stories.map(({ id }) => id);
  if (wanted.join() !== there.join()) yield `it has the stories ${there.join(", ")}, not ${wanted.join(", ")}`;
  for (const [at, story] of edition.stories.entries()) {
    const told = document.stories[at];
    if (!told) continue;
    yield* faultsOfText(told, story, `the story ${story.path}`);
    const words = wordsOf(told.html);
    if (!story.body.sections.every(({ html }) => words.includes(wordsOf(html))))
      yield `the text of the story ${story.path} is not in it`;
  }
}

/** Every document of the JSON API is as its schema says, and each of these editions has its own, with its published stories and what must be disclosed of them. */
export function verifyApi({ files }: Written, editions: readonly Edition[]): Fault[] {
  const owners = new Map(editions.map((edition) => [apiEditionPath(edition.identity), edition]));
  const faults = [...owners.keys()]
    .filter((path) => typeof files.get(path)?.content !== "string")
    .map((path) => ({ path, message: "it is missing" }));
  const tell = (path: string, messages: Iterable<string>): void => {
    for (const message of messages) faults.push({ path, message });
  };
  for (const { path, content } of files.values()) {
    if (typeof content !== "string" || !(path === FILES.apiIndex || isApiEdition(path))) continue;
    const owner = owners.get(path);
    const schema = path === FILES.apiIndex ? indexDocument : editionDocument;
    const { data, error } = schema.safeParse(JSON.parse(content));
    tell(
      path,
      (error?.issues ?? []).map((issue) => `${issue.path.join(".")}: ${issue.message}`),
    );
    if (data && owner && "stories" in data) tell(path, faultsOfEdition(data, owner));
  }
  return faults;
}
